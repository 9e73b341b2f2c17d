"""Withdrawals and renamed facts in the files: what they touch, and what the gate says of mistakes in them."""

from __future__ import annotations

import pytest

from desk.errands.bundle import read_bundle
from desk.errands.checker import check
from desk.errands.withdrawals import touched
from tests.desk.errands.conftest import bundle_of

WITHDRAWN = "withdrawals:\n  - {id: gone_wrong, %s, day: 2026-11-20, source: invented}\n"
TEXTS = "gone_wrong: {reason: Se oli väärin., instead: Tee toisin.}\n"


@pytest.fixture
def with_withdrawal(card_files):
    def files(what, texts=TEXTS, languages=("fi", "sv", "en")):
        words = {f"withdrawals/texts/{language}.yaml": texts.encode() for language in languages}
        return {**card_files, "withdrawals.yaml": (WITHDRAWN % what).encode(), **words}

    return files


def errors(files):
    """What is wrong with names and words: the rest of the gate has tests of its own."""
    found = [each for each in check(files) if each.code.startswith(("E3", "E5"))]
    return [(each.code, str(each.place)) for each in found]


@pytest.mark.parametrize(
    ("what", "steps"),
    [
        ("step: pay_fine", {"pay_fine"}),
        ("parameter: fee.new_card", {"pay_fine"}),
        # the library's own number is on the way of one step, and stands for its agency at the others
        ("parameter: phone.library", {"get_card", "tell_new_address", "pay_fine", "map_room", "card_arrives"}),
    ],
)
def test_what_a_withdrawal_touches(with_withdrawal, what, steps):
    files = with_withdrawal(what)
    assert errors(files) == []
    bundle = read_bundle(bundle_of(files).to_bytes())
    found = touched(bundle, bundle.definitions.withdrawals["gone_wrong"])
    assert {step for step in found if step in bundle_steps(bundle, "library_card")} == steps


def bundle_steps(bundle, errand):
    return {step.id for step in bundle.definitions.errands[errand].steps}


def test_a_value_that_a_rule_reckons_with_touches_the_steps_behind_it(with_withdrawal):
    bundle = bundle_of(with_withdrawal("parameter: number.own_card_age"))
    found = touched(bundle, bundle.definitions.withdrawals["gone_wrong"])
    assert {"get_card", "card_arrives"} <= found
    assert "pay_fine" not in found


def test_what_one_way_of_a_step_costs_touches_it(with_withdrawal):
    files, card = with_withdrawal("parameter: fee.new_card"), "errands/library_card/errand.yaml"
    way = b"life != pupil\n    channels: [{id: desk, kind: visit"
    assert files[card].count(way) == 1
    bundle = bundle_of({**files, card: files[card].replace(way, way + b", fee: fee.new_card")})
    found = touched(bundle, bundle.definitions.withdrawals["gone_wrong"])
    assert found & {"map_room", "card_arrives"} == {"map_room"}


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("verified: yes", "E311"),
        ("removed: no", "E361"),
        ("step: pay_fine, parameter: fee.new_card", "E361"),
        ("step: pay_fines", "E362"),
        ("parameter: fee.old_card", "E362"),
        ("step: pay_fine, removed: yes", "E362"),
    ],
)
def test_mistakes_are_told_where_they_stand(with_withdrawal, what, code):
    found = errors(with_withdrawal(what))
    assert (code, "withdrawals.yaml") in {(each, place.partition(":")[0]) for each, place in found}


def test_a_step_that_was_removed_may_be_withdrawn(with_withdrawal):
    assert errors(with_withdrawal("step: send_letter, removed: yes")) == []


def test_its_words_are_there_in_every_language_and_belong_to_it(with_withdrawal):
    found = errors(with_withdrawal("step: pay_fine", languages=("fi", "sv")))
    assert [code for code, _ in found] == ["E501", "E501"]
    found = errors(with_withdrawal("step: pay_fine", TEXTS + "other: {reason: Ei ole., instead: Ei ole.}\n"))
    assert {code for code, _ in found} == {"E502"}


@pytest.mark.parametrize(
    ("renamed", "codes"),
    [
        ("renamed_from: [reader.phase]", []),
        ("renamed_from: [reader.fine]", ["E360"]),
        ("renamed_from: [reader.phase, reader.phase]", ["E319"]),
    ],
)
def test_a_renamed_fact_names_what_is_no_fact_any_more(changed, renamed, codes):
    files = changed("facts/reader.yaml", "- fact: reader.life\n", f"- fact: reader.life\n    {renamed}\n")
    assert [code for code, _ in errors(files)] == codes


def test_an_answer_goes_to_one_fact(changed, card_files):
    text = card_files["facts/reader.yaml"].decode()
    for fact in ("reader.life", "reader.moved"):
        text = text.replace(f"- fact: {fact}\n", f"- fact: {fact}\n    renamed_from: [reader.phase]\n")
    assert [code for code, _ in errors({**card_files, "facts/reader.yaml": text.encode()})] == ["E360"]
