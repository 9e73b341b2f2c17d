"""``desk point agreements``: what was agreed with authorities, written down, shown and ended."""

from __future__ import annotations

import pytest


@pytest.fixture
def desk(folder, call):
    """Call the command on a data folder of the test's own."""
    return call


def test_without_any_the_desk_advises(desk):
    assert "advises" in desk("point", "agreements").out
    assert desk("point", "agreements", "--json").document == {"agreements": []}


def test_an_agreement_is_written_shown_and_ended(desk):
    made = desk(
        "point", "agree", "kela", "--task", "documents_in", "--task", "identity", "--from", "2026-01-01", "--json"
    )
    (written,) = made.document["agreements"]
    assert (written["principal"], written["tasks"]) == ("kela", ["identity", "documents_in"])
    assert (written["first_day"], written["last_day"], written["in_force"]) == ("2026-01-01", None, True)
    shown = desk("point", "agreements").out
    assert "Kela" in shown
    assert "Taking in applications" in shown
    ended = desk("point", "end", "kela", "--on", "2026-01-31", "--json").document["agreements"]
    assert (ended[0]["last_day"], ended[0]["in_force"]) == ("2026-01-31", False)
    assert "not in force" in desk("point", "agreements").out
    assert desk("point", "end", "kela", "--json").document == {"agreements": []}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("agree", "keela"), "keela"),
        (("agree", "bank"), "no authority"),
        (("agree", "kela", "--from", "2026-02-01", "--to", "2026-01-01"), "2026-01-01"),
        (("agree", "kela", "--from", "1.2.2026"), "1.2.2026"),
        (("end", "kela"), "kela"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line_and_nothing_is_written(desk, words, said):
    refused = desk("point", *words)
    assert refused.code == 1
    assert said in refused.one_line
    assert desk("point", "agreements", "--json").document == {"agreements": []}


def test_what_is_given_before_another_command_is_not_lost_silently(desk):
    refused = desk("point", "--name", "Joku", "agreements")
    assert refused.code == 2
    assert "--name" in refused.err
