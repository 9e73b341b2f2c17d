"""Somebody comes back with a mandate in the hand: its code leads to its lines, and to what is kept of them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from desk.model.mandate_code import written_code
from desk.model.visit import Outcome, Visit
from i18n.language import Language
from tests.journeys.clerk import CTRL, Clerk, settle
from tests.journeys.test_mandates import ALT, clerk, have_it_signed, open_step, say_yes_to_all, tab_to, to_mandate
from tests.journeys.two_citizens import Marks, all_texts
from tests.mandate_steps import GIVER, REPORT
from tests.ui.open_desk import DeskOnFakes
from tests.ui.typing import focused, focused_name, press, type_text

__all__ = ["clerk"]
SHIFT = Qt.KeyboardModifier.ShiftModifier
REFERENCE = "DVV-118"


@dataclass(frozen=True)
class Brought:
    """What the citizen holds."""

    visit: Visit
    code: str


@pytest.fixture
def given(clerk: Clerk) -> Brought:
    """A mandate under which something was done, of the visit at hand."""
    to_mandate()
    say_yes_to_all()
    clerk.day._rooms.mandate.terms.lasting.row("until_day").setFocus()
    press(Qt.Key.Key_2)
    type_text(focused(), "5.12.2026")
    clerk.enter()
    have_it_signed(clerk)
    open_step(clerk, REPORT)
    tab_to("The authority's reference number")
    type_text(focused(), REFERENCE)
    clerk.enter()
    visit = clerk.view.visit
    assert visit.acts
    (mandate,) = visit.mandates.values()
    return Brought(visit, written_code(mandate.mandate.code))


def leave(clerk: Clerk, given: Brought, *, keep: bool) -> None:
    """End the visit; nobody is at hand."""
    rooms = clerk.day._access.desk
    rooms.make_plan.agree(given.visit.id, Language.FI)
    press(Qt.Key.Key_F9)
    rooms.close_visit.end(given.visit.id, Outcome.PLAN_GIVEN, keep=keep)
    clerk.day.presenters.counter.refresh()
    settle()


def bring(clerk: Clerk, given: Brought) -> None:
    """The code is typed, the paper compared, and the clerk goes on from it."""
    clerk.search(given.code)
    clerk.enter()
    assert f"Minä, {GIVER}" in clerk.sees()
    tab_to("To the mandates of visit 1")
    clerk.enter()
    settle()


def test_lines_of_a_kept_plan_are_withdrawn_from_its_paper(clerk: Clerk, given: Brought) -> None:
    leave(clerk, given, keep=True)
    bring(clerk, given)
    assert "Mandates of visit 1" in clerk.sees()
    tab_to("Withdraw line 1")
    clerk.enter()
    press(Qt.Key.Key_Backtab)
    clerk.enter()
    (mandate,) = clerk.day._access.desk.journal.load(given.visit.id).mandates.values()
    assert mandate.withdrawn


def test_of_a_visit_without_follow_up_it_leads_to_what_is_left_of_it(clerk: Clerk, given: Brought) -> None:
    leave(clerk, given, keep=False)
    bring(clerk, given)
    assert "Only the mandates that were used are kept." in clerk.sees()
    assert REFERENCE in clerk.sees()
    assert not {"Go on with the visit", "Draw up another mandate", "Back to the visit"} & set(clerk.buttons())
    assert focused_name() == "What is kept of this person"
    clerk.enter()
    settle()
    assert "Visit 1, 23 November 2026" in clerk.sees()
    assert "ask who they are" in clerk.sees()
    press(Qt.Key.Key_2, ALT)
    assert "Mandates of visit 1" in clerk.sees(), "the rail's visit is what is left of it"
    press(Qt.Key.Key_I, CTRL | SHIFT)
    settle()
    assert "Visit 1, 23 November 2026" in clerk.sees()
    marks = Marks(GIVER, REFERENCE, given.code)
    press(Qt.Key.Key_1, ALT)
    settle()
    assert marks.found_in(all_texts()) == {}


def test_the_paper_of_an_open_visit_leads_to_it(clerk: Clerk, given: Brought) -> None:
    press(Qt.Key.Key_F9)
    bring(clerk, given)
    assert clerk.view.visit.id == given.visit.id
    clerk.search(given.code)
    clerk.enter()
    tab_to("To the mandates of visit 1")
    clerk.enter()
    assert "Mandates of this visit" in clerk.sees()


def test_of_a_record_that_was_changed_no_way_leads_on(clerk: Clerk, given: Brought, monkeypatch) -> None:
    leave(clerk, given, keep=True)
    monkeypatch.setattr("desk.usecases.verify_paper.code_of", lambda _mandate: "0" * 15)
    clerk.search(given.code)
    clerk.enter()
    assert "tell your supervisor" in clerk.sees()
    assert "To the mandates of visit 1" not in clerk.buttons()


def test_the_paper_of_one_is_shown_while_another_is_at_hand_and_the_other_is_left(
    clerk: Clerk, given: Brought, desk: DeskOnFakes
) -> None:
    leave(clerk, given, keep=False)
    clerk.search("died")
    clerk.enter()
    press(Qt.Key.Key_1)
    other = clerk.view.visit
    bring(clerk, given)
    assert clerk.day.presenters.visit.visit is None, "one citizen at a time"
    assert other.id != given.visit.id
    assert "Mandates of visit 1" in clerk.sees()
    press(Qt.Key.Key_1, ALT)
    settle()
    assert Marks(GIVER, REFERENCE).found_in(all_texts()) == {}
