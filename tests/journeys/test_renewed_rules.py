"""The program was renewed while a visit was parked: the clerk sees what that changes, and decides with the citizen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.events import CorrectionGiven, ErrandsStayed, ErrandsTaken
from desk.model.ids import StepId
from desk.model.plan import Decision
from desk.model.visit import Outcome
from i18n.language import Language
from tests.desk.usecases.newer_rules import LATER, WITHDRAWAL
from tests.desk.usecases.rooms import changed_real_bundle
from tests.journeys.clerk import CTRL, Clerk, settle
from tests.journeys.conftest import Start
from tests.printing.reading import text_of
from tests.ui.typing import press
from ui.screens.visit.state import Decided

RENAMED = ("title: Arrange the funeral", "title: Plan the funeral")
REPORT = StepId("order_family_report")
FUNERAL = StepId("funeral")


@pytest.fixture
def parked(start: Start, desk) -> Start:
    """A visit that was set aside; then a newer program was installed."""
    clerk = Clerk(start(Language.EN))
    clerk.search("died")
    clerk.enter()
    clerk.answer("20.11.2026")
    clerk.day.presenters.visit.decide(Decided(FUNERAL, Decision.HANDLED))
    press(Qt.Key.Key_F9)
    desk.bundle = changed_real_bundle(LATER, RENAMED)
    return start


def taken_up(start: Start) -> Clerk:
    clerk = Clerk(start(Language.EN))
    clerk.press_named("Visit 1")
    settle()
    return clerk


def day_of(clerk: Clerk, step: StepId) -> str:
    view = next(each for each in clerk.view.steps if each.step.id == step)
    deadline = view.step.deadline
    assert deadline is not None
    assert deadline.day is not None
    return deadline.day.isoformat()


def events(desk) -> list[object]:
    (visit,) = desk.casebook.visits()
    return [record.event for record in desk.casebook.events_of(visit.id)]


def test_the_visit_is_as_it_was_until_the_new_rules_are_taken(parked, desk) -> None:
    clerk = taken_up(parked)
    assert "The rules were renewed since this visit was opened" in clerk.sees()
    assert day_of(clerk, REPORT) == "2026-12-04"
    assert "Deadline: " not in clerk.sees(), "what changes is told when it is asked for"
    clerk.press_named("What changes")
    assert "Deadline: 11 December 2026 (before: 4 December 2026)" in clerk.sees()
    clerk.press_named("Take the new rules")
    settle()
    assert day_of(clerk, REPORT) == "2026-12-11"
    assert "The rules were renewed" not in clerk.sees()
    assert any(isinstance(event, ErrandsTaken) for event in events(desk))
    funeral = next(each for each in clerk.view.steps if each.step.id == FUNERAL)
    assert funeral.state.decision is Decision.HANDLED


def test_not_now_leaves_one_quiet_line_and_asks_again_next_time(parked, desk) -> None:
    clerk = taken_up(parked)
    clerk.press_named("Not now")
    settle()
    assert "This visit stays with its own rules" in clerk.sees()
    assert "Not now" not in clerk.buttons()
    assert day_of(clerk, REPORT) == "2026-12-04"
    assert any(isinstance(event, ErrandsStayed) for event in events(desk))
    press(Qt.Key.Key_F9)
    clerk.press_named("Visit 1")
    settle()
    assert "The rules were renewed since this visit was opened" in clerk.sees()


def test_the_next_person_sees_nothing_of_it(parked) -> None:
    clerk = taken_up(parked)
    press(Qt.Key.Key_F9)
    clerk.search("died")
    clerk.enter()
    settle()
    assert "rules" not in clerk.sees()


def test_rules_that_cannot_be_read_any_more_are_told_once_and_nothing_is_lost(parked, desk) -> None:
    for content in desk.casebook._errands:
        desk.casebook._errands[content] = b"damaged"
    clerk = taken_up(parked)
    assert "can no longer be read" in clerk.sees()
    assert day_of(clerk, REPORT) == "2026-12-11"
    assert clerk.view.visit.answers
    clerk.press_named("Close")
    assert "can no longer be read" not in clerk.sees()
    clerk.day._rooms.visit.questions.focus_next()
    clerk.answer("unknown")
    settle()
    assert "can no longer be read" not in clerk.sees(), "it is told once, not at each answer"


@pytest.fixture
def wrong(start: Start, desk) -> Start:
    """A plan was given and kept; then a rule in it turned out to be wrong."""
    clerk = Clerk(start(Language.EN))
    clerk.search("died")
    clerk.enter()
    clerk.answer("20.11.2026")
    visit = clerk.view.visit.id
    opened = clerk.program._opened
    assert opened is not None
    rooms = opened.desk
    rooms.make_plan.agree(visit, Language.EN)
    rooms.close_visit.end(visit, Outcome.PLAN_GIVEN, keep=True)
    desk.bundle = changed_real_bundle(LATER, more=WITHDRAWAL)
    return start


def test_a_withdrawn_rule_is_marked_at_the_counter_and_in_the_visit_and_ends_with_a_correction(wrong, desk) -> None:
    clerk = Clerk(wrong(Language.EN))
    settle()
    assert "rule withdrawn" in clerk.sees()
    clerk.press_named("Visit 1")
    settle()
    assert "A correction is owed." in clerk.sees(), "the kept plan says it before anybody takes the visit up"
    clerk.press_named("Go on with the visit")
    settle()
    assert "A rule that this visit follows was wrong and has been withdrawn" in clerk.sees()
    assert "Order the family report: The day was wrong. Order it later." in clerk.sees()
    assert "Not now" not in clerk.buttons()
    clerk.press_named("Take the new rules")
    settle()
    assert "A correction is owed." in clerk.sees()
    clerk.press_named("Print the correction")
    settle()
    press(Qt.Key.Key_P, CTRL)
    settle()
    ((_printer, _title, pdf),) = desk.printers.sent
    assert "We counted" not in text_of(pdf)
    assert "The day was wrong." in text_of(pdf)
    assert any(isinstance(event, CorrectionGiven) for event in events(desk))
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    clerk.day.presenters.visit.reword()
    settle()
    assert "A correction is owed." not in clerk.sees()
