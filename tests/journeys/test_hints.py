"""A proposal under the path: found by keyboard, explained, taken into the plan, and left again."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desk.model.ids import HintId
from desk.model.plan import HintChoice
from i18n.language import Language
from tests.journeys.clerk import Clerk
from tests.ui.typing import focused, press, type_text

SUPPLEMENT = HintId("supplement_for_single_parent")


def test_a_single_parent_is_told_of_more_child_benefit(start) -> None:
    clerk = Clerk(start(Language.EN))
    type_text(focused(), "social assistance")
    clerk.enter()
    assert clerk.view.hints == ()
    clerk.answer_all({"support.household": "single_parent"})
    card = clerk.day._rooms.visit.path.hints.card(SUPPLEMENT)
    assert card is not None
    _tab_to(card.head)
    press(Qt.Key.Key_Space)
    seen = clerk.sees()
    assert "Worth asking about too" in seen
    assert "These are proposals: the agency decides." in seen
    assert "You told us that you live with the children without the other parent." in seen
    assert "Source: 796/1992" in seen
    clerk.press_named("Take into the plan")
    assert clerk.view.visit.hints == {SUPPLEMENT: HintChoice.TAKEN}
    assert "in the plan" in clerk.sees()
    plan = clerk.day._access.desk.make_plan.preview(clerk.view.visit.id, Language.SV)
    assert [hint.id for hint in plan.hints if hint.choice is HintChoice.TAKEN] == [SUPPLEMENT]
    clerk.press_named("Leave out")
    assert clerk.view.visit.hints == {SUPPLEMENT: HintChoice.LEFT}


def _tab_to(widget) -> None:
    press(Qt.Key.Key_F6)
    for _ in range(200):
        if focused() is widget:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError("no key leads to the proposal")
