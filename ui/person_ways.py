"""The way to who the citizen of the visit at hand is, and from there to what they said in earlier visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ui.desk_access import DeskAccess
from ui.main_window import MainWindow, Place
from ui.presenters import Presenters
from ui.rooms import Rooms
from ui.screens.person.presenter import PersonPresenter
from ui.shortcuts import Shortcut
from ui.widgets.visit_menu import PERSON

if TYPE_CHECKING:
    from ui.screens.person.view import PersonScreen


class PersonWays(QObject):
    """Shows the page of the visit at hand; without a visit there is nobody."""

    def __init__(self, window: MainWindow, rooms: Rooms, presenters: Presenters, access: DeskAccess) -> None:
        super().__init__(window)
        self._window, self._rooms, self._presenters = window, rooms, presenters
        self.presenter = PersonPresenter(access, self)
        self.presenter.changed.connect(presenters.visit.reword)
        rooms.late.person.follow(self.presenter.state_changed, lambda screen: screen.render_state)
        rooms.late.person.tie(self._tie)
        rooms.band.menu.add_entry(PERSON, self.show, Shortcut.PERSON)

    @Slot()
    def show(self) -> None:
        """Go to the person."""
        visit = self._presenters.visit.visit
        if visit is not None:
            self.presenter.look(visit)
            self._window.show_page(self._rooms.person)
            self._rooms.person.take_focus()

    def say_again(self) -> None:
        """The visit is another than before, or the clerk's language is."""
        if self._window.shown is not None and self._window.shown is self._rooms.late.person.built:
            self.presenter.look(self._presenters.visit.visit)

    def forget(self) -> None:
        """Nothing of anybody stays."""
        self.presenter.forget()

    def _tie(self, screen: PersonScreen) -> None:
        presenter = self.presenter
        screen.written.connect(presenter.write)
        screen.looked.connect(presenter.find)
        screen.anonymous.connect(presenter.be_anonymous)
        screen.known.picked.connect(presenter.same_as)
        screen.known.carried.connect(presenter.carry)
        screen.code.look_began.connect(presenter.show_code)
        presenter.code_shown.connect(screen.code.show_clear)
        screen.back_requested.connect(self._back)

    @Slot()
    def _back(self) -> None:
        self._window.place_requested.emit(Place.VISIT)
