"""The first start lies over the counter once, when the data folder was made; and again whenever it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desk.usecases.set_up import PointSetUp
from ui.app import Opening
from ui.desk_access import DeskAccess
from ui.presenters import Presenters
from ui.screens.set_up.presenter import SetUpPresenter
from ui.screens.set_up.state import SetUpState, Step
from ui.screens.set_up.view import SetUpScreen


class FirstStart(QObject):
    """Ties the pages to what stores them."""

    def __init__(self, opening: Opening, access: DeskAccess, presenters: Presenters, parent: QObject) -> None:
        super().__init__(parent)
        self._access = access
        self._window = opening.window
        self._translator = opening.translator
        self._presenters = presenters
        self._presenter = SetUpPresenter(access, self)
        self._presenter.left.connect(self._left)
        self._before: QWidget | None = None
        self._screen: SetUpScreen | None = None

    @Slot()
    def read_languages(self) -> None:
        """Offer the languages first in which citizens are served here."""
        self._access.ask(self, self._access.desk.set_up.read, self._languages_read)

    def _languages_read(self, set_up: PointSetUp) -> None:
        self._window.header.citizen_language.put_first(set_up.languages)

    @Slot()
    def show(self) -> None:
        """Begin with the first page."""
        self._before = self._window.shown
        screen = self._made()
        self._presenters.where.read()
        self._presenters.agreements.read()
        self._presenters.keeping.read()
        self._presenters.staff.read()
        self._window.cover(screen)
        self._presenter.begin()

    def _made(self) -> SetUpScreen:
        if self._screen is None:
            self._screen = screen = SetUpScreen(self._translator)
            screen.back_requested.connect(self._presenter.back)
            screen.go_on_requested.connect(self._go_on)
            screen.later_requested.connect(self._presenter.leave)
            self._presenter.state_changed.connect(self._changed)
            self._tie_parts(screen)
        return self._screen

    def _tie_parts(self, screen: SetUpScreen) -> None:
        where, agreements = self._presenters.where, self._presenters.agreements
        keeping, staff = self._presenters.keeping, self._presenters.staff
        where.state_changed.connect(screen.where.render_state)
        screen.where.municipality_picked.connect(where.pick)
        screen.where.coordinates_written.connect(where.write)
        agreements.state_changed.connect(screen.agreements.render_state)
        screen.agreements.agreed.connect(agreements.agree)
        screen.agreements.withdrawn.connect(agreements.withdraw)
        keeping.state_changed.connect(screen.keeping.render_state)
        screen.keeping.time_picked.connect(keeping.set_time)
        screen.keeping.copy_wanted.connect(keeping.copy_now)
        screen.keeping.check_wanted.connect(keeping.check_now)
        staff.state_changed.connect(screen.staff.render_state)
        screen.staff.form.written.connect(staff.write)
        screen.staff.form.pin_written.connect(staff.set_pin)
        screen.staff.retired.connect(staff.retire)
        screen.staff.minutes_picked.connect(staff.lock_after)

    @Slot(object)
    def _changed(self, state: SetUpState) -> None:
        if self._screen is not None:
            self._screen.render_state(state)

    @Slot()
    def _go_on(self) -> None:
        """Store what is on the page, and go on when it was taken."""
        screen, presenter = self._screen, self._presenter
        if screen is None:
            return
        match presenter.state.step:
            case Step.PURPOSE:
                presenter.be(screen.purpose.chosen)
            case Step.NAME:
                presenter.be_called(screen.name.details, screen.name.in_languages)
            case Step.LANGUAGES:
                page = screen.languages
                presenter.serve(page.languages, page.language_of_work, page.chosen_printer)
            case _:
                presenter.go_on()

    @Slot()
    def _left(self) -> None:
        self.read_languages()
        self._window.uncover(self._before)
        self._window.search.take_focus()
