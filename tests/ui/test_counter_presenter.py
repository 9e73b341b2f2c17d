"""What is left open at the counter: marked when a rule was withdrawn, and never what is gone meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject

from desk.errors import DeskError
from desk.model.ids import VisitId
from desk.model.visit import VisitChannel, VisitState, VisitSummary
from desk.usecases.duty import Duty
from desk.usecases.show_counter import CounterView
from desk.usecases.withdrawn_advice import AffectedVisit
from i18n.language import Language
from i18n.translator import Lexicon, Translator
from tests.fakes import FakeCasebook
from tests.ui.inline_runner import InlineRunner
from ui.desk_access import DeskAccess
from ui.screens.counter.presenter import CounterPresenter
from ui.screens.counter.state import CounterState

DRAFT = VisitSummary(
    id=VisitId("visit-v"),
    number=7,
    channel=VisitChannel.DESK,
    state=VisitState.DRAFT,
    errands=(),
    opened_at=datetime(2026, 11, 22, 12, 0),
    ended_at=None,
    outcome=None,
    kept=False,
    erased=False,
    answers=1,
    erase_on=None,
)


class FakeDesk:
    def __init__(self) -> None:
        self.duty = Duty(FakeCasebook())
        self.drafts: tuple[VisitSummary, ...] = (DRAFT,)
        self.meanwhile: Callable[[], None] = lambda: None

    def show_counter(self, _language: Language) -> CounterView:
        return CounterView((), (), self.drafts, ())

    def affected_visits(self) -> tuple[AffectedVisit, ...]:
        self.meanwhile()
        return (AffectedVisit(DRAFT.id, DRAFT.number, DRAFT.state, (), ("w",)),)


class NoMessages:
    def tell_error(self, error: DeskError) -> None:
        raise AssertionError(error)


def counter() -> tuple[CounterPresenter, FakeDesk, list[CounterState], QObject]:
    home, desk = QObject(), FakeDesk()
    given: Any = desk
    no_messages: Any = NoMessages()
    access = DeskAccess(given, InlineRunner(), Translator(Lexicon(), Language.EN), no_messages)
    presenter = CounterPresenter(access, home)
    states: list[CounterState] = []
    presenter.state_changed.connect(states.append)
    return presenter, desk, states, home


def test_what_rests_on_a_withdrawn_rule_is_marked_after_the_tiles_are_there(qapp) -> None:
    presenter, _desk, states, _home = counter()
    presenter.refresh()
    assert [[left.withdrawn for left in state.drafts] for state in states] == [[False], [True]]


def test_what_was_erased_meanwhile_does_not_come_back(qapp) -> None:
    presenter, desk, states, _home = counter()

    def erased() -> None:
        desk.drafts = ()
        presenter.refresh()

    desk.meanwhile = erased
    presenter.refresh()
    assert [len(state.drafts) for state in states] == [1, 0]
