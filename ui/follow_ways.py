"""The ways of follow-up: to the day list, to a kept plan by its code or its line, and away without leaving anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desk.model.due import DueKind
from desk.model.ids import VisitId
from desk.model.role import Function
from desk.model.visit import Visit
from desk.usecases.day_list import DayLine
from desk.usecases.verify_paper import VerifiedPaper
from ui.desk_access import DeskAccess
from ui.main_window import MainWindow, Place
from ui.presenters import Presenters
from ui.rooms import Rooms
from ui.screens.counter.state import CounterState
from ui.screens.days.presenter import DaysPresenter
from ui.screens.follow_up.presenter import FollowUpPresenter
from ui.wiping import wipe

if TYPE_CHECKING:
    from ui.screens.days.view import DaysScreen
    from ui.screens.follow_up.view import FollowUpScreen


@dataclass(frozen=True, slots=True)
class DayWays:
    """What the day does for these pages."""

    leave_visit: Callable[[], None]
    """Another person's plan is shown: nothing of the visit at hand stays."""
    go_to: Callable[[Place], None]
    show_plan: Callable[[], None]
    show_correction: Callable[[], None]


class FollowWays(QObject):
    """Holds both presenters; a plan that is looked at is at hand until another person is."""

    mandate_wanted = Signal()
    """Somebody came for a mandate of the plan that is looked at."""
    kept_data_wanted = Signal()
    """Somebody asks what is kept of them."""
    forgotten = Signal()
    """Nothing of the plan stays: its other pages let go of it too."""

    def __init__(self, window: MainWindow, rooms: Rooms, presenters: Presenters, access: DeskAccess) -> None:
        super().__init__(window)
        self._window, self._rooms, self._presenters, self._access = window, rooms, presenters, access
        self._kept: frozenset[VisitId] = frozenset()
        self._day: DayWays | None = None
        self.plan = FollowUpPresenter(access, self)
        self.days = DaysPresenter(access, self)
        rooms.late.follow_up.follow(self.plan.state_changed, lambda screen: screen.render_state)
        rooms.late.follow_up.tie(self._tie_plan)
        rooms.late.days.follow(self.days.state_changed, lambda screen: screen.render_state)
        rooms.late.days.tie(self._tie_days)
        presenters.counter.state_changed.connect(self._counter_changed)
        self.days.counted.connect(partial(window.count, Place.DAYS))
        self.days.plan_wanted.connect(self._line_opened)
        self.days.visit_wanted.connect(presenters.counter.go_on)
        self.plan.opened.connect(self._plan_opens)
        self.plan.ready.connect(self.show)
        self.plan.stored.connect(self.days.count)

    def begin(self, day: DayWays) -> None:
        """What the day does is known from here on."""
        self._day = day

    @property
    def visit(self) -> Visit | None:
        """The visit whose kept plan is looked at."""
        return self.plan.visit

    def open(self, visit: VisitId) -> None:
        """From the counter: a kept plan is looked at, a draft is gone on with."""
        if visit in self._kept:
            self.plan.open(visit, "counter")
        else:
            self._presenters.counter.go_on(visit)

    @Slot(object)
    def open_of_person(self, visit: VisitId) -> None:
        """From the search: the newest kept plan of somebody who was looked for."""
        self.plan.open(visit, "person")

    @Slot(object)
    def open_of_paper(self, found: VerifiedPaper) -> None:
        """Somebody brought a mandate: go to it, where its lines can be withdrawn."""
        at_hand = self._presenters.visit.visit
        if at_hand is not None and at_hand.id == found.visit:
            self.mandate_wanted.emit()
        elif found.is_open:
            self._presenters.counter.go_on(found.visit)
        elif found.given is not None:
            self.plan.open_mandate(found.visit, found.given.mandate.id)

    @Slot(str)
    def show(self, at: str = "") -> None:
        """Show the plan that is looked at, with the focus on what somebody came for.

        Of a visit without follow-up there is no plan, but what was done under its mandates.
        """
        if self.visit is not None:
            self._window.allow(Place.VISIT, True)
            self._window.allow(Place.PAPERS, True)
            self._window.search.settle(self._window.header.search)
            if at in self.visit.mandates or not self.visit.is_unfinished:
                self.mandate_wanted.emit()
                return
            self._window.show_page(self._rooms.follow_up)
            self._rooms.follow_up.take_focus(at)

    def show_days(self) -> None:
        """The day list is gone to."""
        self.days.read()
        self._rooms.days.take_focus()

    def say_again(self) -> None:
        """The clerk's language is another one."""
        self.plan.reword()
        if self._rooms.late.days.built is not None:
            self.days.read()

    def gone_to(self, place: Place) -> None:
        """Only its papers, and what explains a service, belong to a plan; elsewhere the next person may be."""
        if place in (Place.COUNTER, Place.DAYS, Place.VISIT):
            self.forget()
        if place is Place.DAYS:
            self.show_days()

    def forget(self) -> None:
        """Nothing of the plan stays on the screen, on a paper or in the clipboard."""
        if self.visit is None:
            return
        self.plan.forget()
        self.forgotten.emit()
        if self._presenters.visit.visit is None:
            self._presenters.papers.forget()
            self._window.allow(Place.VISIT, False)
            self._window.allow(Place.PAPERS, self._presenters.service.service is not None)
        wipe((self._rooms.late.point.built, self._rooms.late.catalogue.built))

    def _tie_plan(self, screen: FollowUpScreen) -> None:
        screen.progress_wished.connect(self.plan.set_progress)
        screen.result_wished.connect(self.plan.tell_result)
        screen.contact.contact_wished.connect(self.plan.agree_contact)
        screen.contact.promise_wished.connect(self.plan.promise)
        screen.contact.settling_wished.connect(self.plan.settle)
        screen.contact.came_back.connect(self.plan.came_back)
        screen.go_on_requested.connect(self._go_on)
        screen.back_requested.connect(self._leave)
        screen.paper_requested.connect(self._show_paper)
        screen.correction_requested.connect(self._show_correction)
        screen.kept_data_requested.connect(self.kept_data_wanted)

    def _tie_days(self, screen: DaysScreen) -> None:
        screen.line_chosen.connect(self.days.open)

    @Slot(object)
    def _counter_changed(self, state: CounterState) -> None:
        self._kept = frozenset(each.visit for each in state.kept)
        self._window.allow(Place.DAYS, self._access.desk.duty.may(Function.FOLLOW_UP))
        self.days.count()

    @Slot(object)
    def _plan_opens(self, visit: Visit) -> None:
        at_hand = self._presenters.visit.visit
        if self._day is not None and at_hand is not None and at_hand.id != visit.id:
            self._day.leave_visit()

    @Slot(object)
    def _line_opened(self, line: DayLine) -> None:
        correction = line.due.kind is DueKind.CORRECTION
        at = "" if correction else line.due.of or line.due.kind.value
        self.plan.open(line.due.visit, "day list", at)

    @Slot()
    def _go_on(self) -> None:
        visit = self.visit
        if visit is not None:
            self._presenters.counter.go_on(visit.id)

    @Slot()
    def _leave(self) -> None:
        if self._day is not None:
            self._day.go_to(Place.DAYS)

    @Slot()
    def _show_paper(self) -> None:
        if self._day is not None:
            self._day.show_plan()

    @Slot()
    def _show_correction(self) -> None:
        if self._day is not None:
            self._day.show_correction()
