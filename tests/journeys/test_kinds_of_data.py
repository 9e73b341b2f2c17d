"""Which kinds of data a mandate gives: a paper that could hold anything is named, where the clerk chooses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.model.ids import ErrandId, FactName, StepId
from desk.model.mandate import CapacityAnswer, DataKind
from desk.model.visit import HelpMode
from desk.usecases.give_mandate import Wish
from desk.usecases.name_person import PersonGiven
from i18n.language import Language
from tests.journeys.clerk import CTRL, Clerk, settle
from tests.journeys.conftest import Start
from tests.mandate_steps import GIVER, POINT, sign
from tests.ui.typing import press
from ui.main_window import Place

SAID = "Could hold anything: New papers, such as a doctor's statement. Choose the kinds of data with the citizen."
APPEAL = StepId("illness_appeal")


@pytest.fixture
def clerk(start: Start) -> Clerk:
    """A visit about a decision that the citizen disagrees with, held for them."""
    clerk = Clerk(start(Language.EN))
    desk, visit = clerk.day._access.desk, clerk.day.presenters.visit
    desk.point_details.write(POINT)
    clerk.day.presenters.counter.begin((ErrandId("illness_and_disability"),), Language.FI)
    visit.answer(FactName("illness.refused"), "yes")
    visit.choose_mode(HelpMode.ACT_FOR)
    desk.name_person(clerk.view.visit.id, PersonGiven(GIVER))
    visit.reword()
    settle()
    return clerk


def test_the_row_names_the_paper_and_its_kinds_are_ticked_by_nobody_but_the_clerk(clerk: Clerk) -> None:
    press(Qt.Key.Key_M, CTRL)
    for _ in range(4):
        press(Qt.Key.Key_1)
    settle()
    assert SAID in clerk.sees()
    row = next(each for each in clerk.day._rooms.mandate.scope.rows.values() if each.wanted.isChecked())
    assert {kind for kind, tick in row.kinds.items() if tick.isChecked()} == {
        DataKind.CONTACT,
        DataKind.MONEY,
        DataKind.HEALTH,
    }, "of the decision itself"
    assert row.wanted.accessibleDescription() == SAID
    row.wanted.click()
    settle()
    assert SAID not in clerk.sees()
    row.wanted.click()
    clerk.window.header.clerk_language_picked.emit(Language.SV)
    settle()
    assert "Innehållet kan vara vad som helst: Nya papper" in clerk.sees()
    assert row.kinds[DataKind.MONEY].text() == "Pengar och egendom: inkomster, förmåner, tillgångar, skulder"


def test_the_step_says_it_again_when_it_is_done_in_the_citizens_name(clerk: Clerk) -> None:
    give, visit = clerk.day._access.desk.mandates.give, clerk.view.visit.id
    give.check_capacity(visit, CapacityAnswer.CLEAR)
    lines = tuple(each.line for each in give.proposal(visit, Language.EN) if each.ticked)
    sign(clerk.day, give.draw(visit, Wish(lines)).mandate.id)
    clerk.day.go_to(Place.VISIT)
    clerk.day._rooms.visit.show_path()
    card = clerk.day._rooms.visit.path.card(APPEAL)
    assert card is not None
    card.open()
    settle()
    assert SAID in clerk.sees()
    assert "name and contact details, money and property, health" in clerk.sees()
