"""Follows one kept plan: its steps, what came of them, call-backs and the way to find one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DeskError
from desk.model.follow_up import CallBackEnd, ContactPlan
from desk.model.ids import MandateId, VisitId
from desk.model.visit import Visit
from desk.usecases.follow_up import FollowUp
from desk.usecases.show_follow_up import FollowUpView
from desk.usecases.verify_paper import READ_BY_PAPER
from ui.desk_access import DeskAccess
from ui.screens.follow_up.state import (
    CALL_BACK,
    CONTACT,
    CallBackSettling,
    CallBackWish,
    FollowUpState,
    ProgressWish,
    Refused,
    ResultWish,
)

AGAIN_AFTER = timedelta(days=3)
"""Nobody was reached: when it is tried again."""


class FollowUpPresenter(QObject):
    """Holds the plan that is looked at; nothing of it when the page is left."""

    state_changed = Signal(object)
    """Another ``FollowUpState``."""
    opened = Signal(object)
    """A kept plan is about to be shown (``Visit``): nothing of another person may stay."""
    ready = Signal(str)
    """It is shown; with the step, or the other thing, that somebody came for."""
    stored = Signal()
    """Something was stored: what is due may be otherwise."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._state = FollowUpState()

    @property
    def visit(self) -> Visit | None:
        """The visit whose plan is shown."""
        return self._state.view.visit if self._state.view is not None else None

    def open(self, visit: VisitId, why: str, at: str = "") -> None:
        """Show a kept plan; the journal tells that somebody looked, and why. ``at``: what they came for."""
        self._access.ask(self, partial(self._looked_at, visit, why), partial(self._has_opened, at))

    def open_mandate(self, visit: VisitId, mandate: MandateId) -> None:
        """Somebody brought a mandate: show its visit, also one of which nothing else is left."""
        self._access.ask(self, partial(self._looked_at_mandates, visit), partial(self._has_opened, mandate))

    def open_code(self, typed: str) -> None:
        """Show the kept plan of a code; a code that opens nothing is told in words."""
        self._access.ask(self, partial(self._found, typed), partial(self._has_opened, ""))

    @Slot()
    def reword(self) -> None:
        """Say it in another language, or as it is now."""
        visit = self.visit
        if visit is not None:
            self._access.ask(self, partial(self._view, visit.id), self._shown)

    @Slot()
    def forget(self) -> None:
        """Nothing of the plan stays."""
        if self._state.view is not None:
            self._show(FollowUpState())

    @Slot(object)
    def set_progress(self, wish: ProgressWish) -> None:
        """Store how a step stands."""
        self._store(wish.step, lambda visit: self._follow.set_progress(visit, wish.step, wish.followed))

    @Slot(object)
    def tell_result(self, wish: ResultWish) -> None:
        """Store what was decided."""
        self._store(wish.step, lambda visit: self._follow.tell_result(visit, wish.step, wish.result))

    @Slot(object)
    def promise(self, wish: CallBackWish) -> None:
        """Promise to be in touch."""
        self._store(CALL_BACK, lambda visit: self._follow.promise_call_back(visit, wish.day, wish.words))

    @Slot(object)
    def settle(self, wish: CallBackSettling) -> None:
        """Store what came of a call-back; who was not reached is tried again."""
        view = self._state.view
        again = None
        if view is not None and wish.end is CallBackEnd.NOT_REACHED:
            again = view.today + AGAIN_AFTER
        self._store(CALL_BACK, lambda visit: self._follow.settle_call_back(visit, wish.id, wish.end, again))

    @Slot(object)
    def agree_contact(self, contact: ContactPlan | None) -> None:
        """Store how they find one another."""
        self._store(CONTACT, lambda visit: self._follow.agree_contact(visit, contact))

    @Slot()
    def came_back(self) -> None:
        """The citizen came."""
        self._store(CONTACT, lambda visit: self._follow.came_back(visit))

    @property
    def _follow(self) -> FollowUp:
        return self._access.desk.follow_up

    def _store(self, at: str, change: Callable[[VisitId], Visit]) -> None:
        visit = self.visit
        if visit is None:
            return

        def work() -> FollowUpView:
            change(visit.id)
            return self._view(visit.id)

        self._access.ask_or(self, work, partial(self._was_stored, at), partial(self._was_refused, at))

    def _looked_at(self, visit: VisitId, why: str) -> FollowUpView:
        self._access.desk.follow_up.open(visit, why)
        return self._view(visit)

    def _looked_at_mandates(self, visit: VisitId) -> FollowUpView:
        self._access.desk.follow_up.open_mandates(visit, READ_BY_PAPER)
        return self._view(visit)

    def _found(self, typed: str) -> FollowUpView:
        return self._looked_at(self._access.desk.open_plan(typed).id, "code")

    def _view(self, visit: VisitId) -> FollowUpView:
        return self._access.desk.show_follow_up(visit, self._access.translator.language)

    def _has_opened(self, at: str, view: FollowUpView) -> None:
        self.opened.emit(view.visit)
        self._show(FollowUpState(view))
        self.ready.emit(at)

    def _shown(self, view: FollowUpView) -> None:
        if self.visit is not None and self.visit.id == view.visit.id:
            self._show(replace(self._state, view=view))

    def _was_stored(self, at: str, view: FollowUpView) -> None:
        if self.visit is not None and self.visit.id == view.visit.id:
            self._show(FollowUpState(view, stored_at=at))
        self.stored.emit()

    def _was_refused(self, at: str, error: DeskError) -> None:
        if self.visit is not None:
            self._show(replace(self._state, refused=Refused(at, error), stored_at=""))
        else:
            self._access.messages.tell_error(error)

    def _show(self, state: FollowUpState) -> None:
        self._state = state
        self.state_changed.emit(state)
