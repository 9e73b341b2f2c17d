"""The phone line of an opened step says whether somebody answers now."""

from __future__ import annotations

from i18n.language import Language
from tests.journeys.clerk import Clerk, settle
from tests.ui.open_desk import PENSION
from ui.screens.visit.step_card import StepCard


def _pension_step(clerk: Clerk) -> StepCard:
    clerk.search("died")
    clerk.enter()
    clerk.answer("20.11.2026")
    clerk.answer("spouse")
    step = next(each.step.id for each in clerk.view.steps if each.service == PENSION)
    card = clerk.day._rooms.visit.path.card(step)
    assert card is not None
    card.open()
    settle()
    return card


def test_an_open_line_says_until_when(start, desk) -> None:
    clerk = Clerk(start(Language.EN))
    _pension_step(clerk)
    assert "open now, until 4pm" in clerk.sees()


def test_a_shut_line_says_when_it_opens_in_each_language(start, desk) -> None:
    desk.clock.advance(hours=10)
    clerk = Clerk(start(Language.EN))
    _pension_step(clerk)
    assert "closed, opens tomorrow 9am" in clerk.sees()
    clerk.window.header.clerk_language_picked.emit(Language.FI)
    settle()
    assert "suljettu, aukeaa huomenna" in clerk.sees()
