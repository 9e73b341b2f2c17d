"""The ways to a paper: the plan of the visit, the guidance of a service, by a button or a key; and saving it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from desk.model.visit import Visit
from i18n.language import Language
from ui.main_window import MainWindow, Place
from ui.presenters import Presenters
from ui.rooms import Rooms
from ui.screens.papers.made import MadePaper
from ui.screens.papers.state import CALENDAR_FILE

ChooseFile = Callable[[str], Path | None]
"""Asks the clerk where a file of this name shall be kept."""


class PaperWays(QObject):
    """Leads to the papers screen; remembers whether the visit has had a paper."""

    def __init__(self, window: MainWindow, rooms: Rooms, presenters: Presenters, choose_file: ChooseFile) -> None:
        super().__init__(window)
        self._window, self._rooms, self._presenters = window, rooms, presenters
        self._choose_file = choose_file
        self.go_to: Callable[[Place], None] = window.go_to
        self.citizen_language = Language.FI
        self.paper_made = False
        self.followed: Callable[[], Visit | None] = lambda: None
        """The visit of a kept plan that is looked at, while none is at hand."""
        presenters.papers.made.connect(self._was_made)
        rooms.late.service.tie(lambda screen: screen.print_requested.connect(self.show_guidance))
        rooms.late.visit.tie(lambda screen: screen.errands.correction_requested.connect(self.show_correction))
        rooms.late.papers.tie(lambda screen: screen.save_requested.connect(self.save))
        rooms.late.papers.tie(lambda screen: screen.calendar.save_requested.connect(self.save_calendar))
        rooms.late.ending.tie(lambda screen: screen.paper_requested.connect(self.show_plan))

    @property
    def _visit(self) -> Visit | None:
        return self._presenters.visit.visit or self.followed()

    @Slot()
    def show_plan(self) -> None:
        """Show the plan of the visit at hand."""
        visit = self._visit
        if visit is not None:
            self._presenters.papers.show_plan(visit, self._presenters.service.service)
            self.go_to(Place.PAPERS)

    @Slot()
    def show_correction(self) -> None:
        """Show what was wrong in the visit at hand, as the citizen gets it."""
        visit = self._visit
        if visit is not None:
            self._presenters.papers.show_correction(visit)
            self.go_to(Place.PAPERS)

    @Slot(object)
    def show_made(self, made: MadePaper) -> None:
        """Show a paper that its own use case makes."""
        self._window.allow(Place.PAPERS, True)
        self._presenters.papers.show_made(made)
        self.go_to(Place.PAPERS)

    @Slot(str)
    def show_guidance(self, service: str) -> None:
        """Show the guidance of a service, in the citizen's language."""
        self._window.allow(Place.PAPERS, True)
        self._presenters.papers.show_guidance(service, self.citizen_language)
        self.go_to(Place.PAPERS)

    def print_key(self) -> None:
        """Ctrl+P: the paper of what is shown; a second time prints it."""
        service = self._presenters.service.service
        if self._window.place is Place.PAPERS:
            self._rooms.papers.print.click()
        elif self._window.place is Place.SERVICES and service is not None:
            self.show_guidance(service)
        else:
            self.show_plan()

    @Slot()
    def save(self) -> None:
        """Save the paper that is shown."""
        papers = self._presenters.papers
        if self._window.place is Place.PAPERS and papers.state.pdf is not None:
            path = self._choose_file(papers.file_name)
            if path is not None:
                papers.save_to(path)

    @Slot()
    def save_calendar(self) -> None:
        """Save the days of the plan that is shown."""
        papers = self._presenters.papers
        if self._window.place is Place.PAPERS and papers.state.calendar_days:
            path = self._choose_file(CALENDAR_FILE)
            if path is not None:
                papers.save_calendar_to(path)

    @Slot()
    def _was_made(self) -> None:
        self.paper_made = True
