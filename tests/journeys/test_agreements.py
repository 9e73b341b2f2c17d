"""What was agreed with an authority is written down by keys, and steps are handled here from then on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.model.agreement import Agreement, Task
from desk.model.ids import AgencyId, StepId
from desk.model.plan import Group
from i18n.language import Language
from tests.journeys.clerk import Clerk
from tests.journeys.conftest import Start
from tests.ui.typing import focused, focused_name, press, type_text
from ui.main_window import Place

DVV = "Digital and Population Data Services Agency"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def clerk(start: Start) -> Clerk:
    return Clerk(start(Language.EN))


def kept(clerk: Clerk) -> list[Agreement]:
    return list(clerk.day.presenters.agreements._state.agreements)


def open_step(clerk: Clerk, step: StepId) -> None:
    card = clerk.day._rooms.visit.path.card(step)
    assert card is not None
    card.open()


def test_an_agreement_is_written_down_and_steps_are_handled_here(clerk: Clerk) -> None:
    clerk.search("died")
    clerk.enter()
    assert all(each.step.help.guidance is not None for each in clerk.view.in_group(Group.HERE) if each.step.help)
    press(Qt.Key.Key_6, ALT)
    assert clerk.place() is Place.POINT
    assert "No agreements are written down." in clerk.sees()
    part = clerk.day._rooms.point.agreements
    part.more.setFocus()
    clerk.enter()
    press(Qt.Key.Key_Tab)
    assert focused_name() == "Authority"
    type_text(focused(), "Digital")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)  # not all tasks
    for _ in range(2):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    for _ in range(len(Task) - 1):
        press(Qt.Key.Key_Tab)
    assert focused_name() == "First day"
    type_text(focused(), "tomorrow-ish")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    clerk.enter()
    assert focused_name() == "First day"
    assert "day.month.year" in part._first_row.error.text()
    part.first.clear()
    type_text(focused(), "1.1.2026")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    clerk.enter()
    (made,) = kept(clerk)
    assert (made.principal, made.tasks) == (AgencyId("dvv"), (Task.E_SERVICES,))
    assert "Help with online and telephone services" in clerk.sees()
    press(Qt.Key.Key_2, ALT)
    handled = [each for each in clerk.view.in_group(Group.HERE) if each.step.help and each.step.help.is_handled]
    assert {each.step.agency for each in handled} == {DVV}
    open_step(clerk, handled[0].step.id)
    assert f"The agreement with {DVV} covers this" in clerk.sees()
    assert "handled here" in clerk.sees()


def test_advice_says_why_and_nothing_is_called_handled(clerk: Clerk, desk) -> None:
    clerk.search("died")
    clerk.enter()
    advised = next(each for each in clerk.view.in_group(Group.HERE) if each.step.agency == DVV)
    open_step(clerk, advised.step.id)
    assert f"This service point has no agreement with {DVV}." in clerk.sees()
    assert "Done by the citizen" in clerk.buttons()
    assert "Handled" not in clerk.buttons()
    clerk.day.presenters.agreements.agree(Agreement(AgencyId("dvv")))
    assert "Handled" in clerk.buttons()
    clerk.day.presenters.agreements.withdraw(Agreement(AgencyId("dvv")))
    assert "Handled" not in clerk.buttons()


def test_an_agreement_on_nothing_is_refused(clerk: Clerk, desk) -> None:
    press(Qt.Key.Key_6, ALT)
    part = clerk.day._rooms.point.agreements
    part.more.setFocus()
    clerk.enter()
    part.all_tasks.setFocus()
    press(Qt.Key.Key_Space)
    part.write.setFocus()
    clerk.enter()
    assert "Choose at least one task, or all." in clerk.sees()
    assert kept(clerk) == []
    part.all_tasks.setFocus()
    press(Qt.Key.Key_Space)
    assert "Choose at least one task" not in clerk.sees()
    part.write.setFocus()
    clerk.enter()
    (made,) = kept(clerk)
    assert made.tasks == ()
