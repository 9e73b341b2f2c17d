"""``desk persons find`` on a real folder: what is sought comes from standard input, never from the command line."""

from __future__ import annotations

import io

import pytest

from desk import bootstrap
from desk.cli.main import run
from desk.model.ids import ErrandId
from desk.model.visit import Outcome, Profile, VisitChannel
from desk.usecases.name_person import PersonGiven
from i18n.language import Language
from services.passphrases import GivenPassphrase
from tests.desk.cli.conftest import PASSPHRASE


@pytest.fixture
def kept(folder):
    with bootstrap.open_desk(folder, GivenPassphrase(PASSPHRASE)) as opened:
        desk = opened.desk
        visit = desk.open_visit(VisitChannel.DESK, Profile(), [ErrandId("death_of_close_one")]).id
        desk.name_person(visit, PersonGiven("Väinö Hämäläinen"))
        desk.make_plan.agree(visit, Language.FI)
        return desk.close_visit.end(visit, Outcome.PLAN_GIVEN, keep=True).id


def find(call, monkeypatch, typed: str, *options: str):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
    return call("persons", "find", "-", *options)


def test_somebody_is_found_although_misspelt(call, kept, monkeypatch) -> None:
    (person,) = find(call, monkeypatch, "vaino hemalainen\n", "--json").document["persons"]
    assert (person["visit"], person["name"], person["sure"]) == (kept, "Väinö Hämäläinen", False)
    told = find(call, monkeypatch, "Hämäläinen")
    assert kept in told.out


def test_nobody_is_found(call, kept, monkeypatch) -> None:
    told = find(call, monkeypatch, "Koivisto")
    assert (told.code, told.out) == (0, "Nobody of that name or birth date has a kept visit on this computer.\n")


def test_the_words_are_no_arguments(kept, capsys) -> None:
    assert run(["persons", "find", "Väinö", "Hämäläinen"]) == 2
