"""The way to the details of the visit at hand: channel, language, what is taken into account, what it is about."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from ui.main_window import MainWindow
from ui.presenters import Presenters
from ui.rooms import Rooms
from ui.screens.counter.state import CounterState
from ui.screens.details.state import DetailsChange, DetailsState


class DetailsWays(QObject):
    """Knows which errands could be added: those of the counter."""

    def __init__(self, window: MainWindow, rooms: Rooms, presenters: Presenters) -> None:
        super().__init__(window)
        self._window, self._rooms, self._presenters = window, rooms, presenters
        self._counter = CounterState()
        presenters.counter.state_changed.connect(self._counter_changed)
        rooms.late.details.tie(lambda screen: screen.changed.connect(self._changed))

    @Slot()
    def show(self) -> None:
        """Go to the details; without a visit there are none."""
        if self._presenters.visit.visit is not None:
            self.say()
            self._window.show_page(self._rooms.details)
            self._rooms.details.take_focus()

    def say_again(self) -> None:
        """The visit is another than before."""
        if self._window.shown is not None and self._window.shown is self._rooms.late.details.built:
            self.say()

    def say(self) -> None:
        """Show the visit as it stands."""
        view = self._presenters.visit.view
        if view is None:
            return
        every = (*self._counter.persons, *self._counter.companies)
        others = tuple(errand for errand in every if errand.id not in view.visit.errands)
        profile, channel = view.visit.profile, view.visit.channel
        self._rooms.details.render_state(DetailsState(profile, channel, view.errands, others))

    @Slot(object)
    def _counter_changed(self, state: CounterState) -> None:
        self._counter = state

    @Slot(object)
    def _changed(self, change: DetailsChange) -> None:
        self._presenters.visit.set_profile(change.profile, change.channel)
