"""The way to what is kept of the person at hand, out of it on paper or as a file, and to its erasure."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desk.model.ids import VisitId
from desk.model.mandate import CapacityAnswer
from desk.model.visit import Visit
from desk.model.what_is_due import is_quiet
from desk.ports import PaperOptions
from i18n.translator import NP_, Words
from ui.desk_access import DeskAccess
from ui.main_window import MainWindow, Place
from ui.paper_ways import ChooseFile
from ui.presenters import Presenters
from ui.rooms import Rooms
from ui.screens.kept_data.presenter import AS_PDF, KeptDataPresenter
from ui.screens.papers.made import MadePaper
from ui.screens.papers.state import Paper
from ui.shortcuts import Shortcut
from ui.widgets.banner import Told
from ui.widgets.visit_menu import KEPT_DATA

if TYPE_CHECKING:
    from desk.usecases.give_data import GiveData
    from ui.screens.kept_data.view import KeptDataScreen

FILE = NP_("file name", "my-data.json")


class KeptDataWays(QObject):
    """Shows the page of the visit at hand, or of the kept plan that is looked at."""

    other_wanted = Signal(object)
    """Another kept visit of the same person shall be looked at (``VisitId``)."""

    def __init__(self, window: MainWindow, rooms: Rooms, presenters: Presenters, access: DeskAccess) -> None:
        super().__init__(window)
        self._window, self._rooms, self._presenters, self._access = window, rooms, presenters, access
        self.presenter = KeptDataPresenter(access, self)
        self.show_paper: Callable[[MadePaper], None] = lambda _made: None
        self.followed: Callable[[], Visit | None] = lambda: None
        """A kept plan that is looked at."""
        self._choose_file: ChooseFile = lambda _name: None
        self._clear: Callable[[], None] = lambda: None
        self._awaited: VisitId | None = None
        rooms.late.kept_data.tie(self._tie)
        rooms.late.kept_data.follow(self.presenter.state_changed, lambda screen: screen.render_state)
        self.presenter.ready.connect(self._ready)
        self.presenter.erased.connect(self._erased)
        presenters.keeping.state_changed.connect(self.presenter.copies_changed)
        rooms.band.menu.add_entry(KEPT_DATA, self.show, Shortcut.KEPT_DATA)

    def begin(self, choose_file: ChooseFile, clear: Callable[[], None]) -> None:
        """``clear`` takes everything of the visit away, wherever it is shown."""
        self._choose_file, self._clear = choose_file, clear

    @Slot()
    def show(self) -> None:
        """Go to the page; without a visit it is told how one is found."""
        visit = self._at_hand
        if visit is not None:
            self.presenter.look(visit.id, visit.number)
        else:
            self._access.messages.tell(self._told_without_visit)

    def show_other(self, visit: VisitId) -> None:
        """The plan of another visit is being opened: go on to what is kept of that one."""
        self._awaited = visit
        self.other_wanted.emit(visit)

    @Slot()
    def plan_opened(self) -> None:
        """A kept plan is shown: it may be the one that was gone to."""
        awaited = self._awaited
        self._awaited = None
        followed = self.followed()
        if followed is not None and followed.id == awaited:
            self.show()

    def say_again(self) -> None:
        """The visit is another than before."""
        if self._is_shown:
            self.presenter.look_again()

    def forget(self) -> None:
        """Nothing of the visit stays."""
        self.presenter.forget()

    @property
    def _at_hand(self) -> Visit | None:
        return self._presenters.visit.visit or self.followed()

    @property
    def _is_shown(self) -> bool:
        return self._window.shown is not None and self._window.shown is self._rooms.late.kept_data.built

    def _tie(self, screen: KeptDataScreen) -> None:
        screen.print_requested.connect(self._show_everything)
        screen.receipt_requested.connect(self._show_receipt)
        screen.save_requested.connect(self._save)
        screen.erase_requested.connect(self.presenter.erase)
        screen.other_requested.connect(self.show_other)
        screen.back_requested.connect(self._back)

    @Slot()
    def _ready(self) -> None:
        self._window.show_page(self._rooms.kept_data)
        self._rooms.kept_data.take_focus()

    @Slot()
    def _back(self) -> None:
        """Without a visit there is the counter; a kept plan is where the rail leads to."""
        self._window.place_requested.emit(Place.VISIT if self._at_hand is not None else Place.COUNTER)

    @Slot()
    def _show_everything(self) -> None:
        found = self.presenter.state.found
        if found is not None:
            give, visit = self._access.desk.give_data, found.visit
            self.show_paper(
                MadePaper(
                    Paper.KEPT_DATA,
                    visit,
                    draw=partial(_drawn, give, visit.id),
                    given=lambda _options: give.given(visit.id, AS_PDF),
                    told=_said_of_paper,
                    discreet=lambda: _is_wary(visit),
                )
            )

    @Slot()
    def _show_receipt(self) -> None:
        state = self.presenter.state
        if state.receipt is not None and state.erased is not None:
            draw = partial(self._access.desk.give_data.draw_receipt, state.receipt)
            self.show_paper(MadePaper(Paper.ERASURE, state.erased, draw, told=_said_of_receipt))

    @Slot()
    def _save(self) -> None:
        path = self._choose_file(self._access.translator.words.ptext(*FILE))
        if path is not None:
            self.presenter.save_to(path)

    @Slot(bool)
    def _erased(self, is_here: bool) -> None:
        """Nothing of the person stays on any screen, and the backups are made anew at once.

        Whoever came next meanwhile keeps their screen: leaving the person has cleared everything.
        """
        if is_here:
            self._clear()
        self._presenters.counter.refresh()
        self._presenters.keeping.renew_copies()

    def _told_without_visit(self) -> Told:
        words = self._access.translator.words
        return Told(
            words.text("First find the visit that somebody asks about."),
            words.text("Type the code on their paper into the search, or their name where one is kept."),
        )


def _is_wary(visit: Visit) -> bool:
    """Whether somebody may read the paper who should not: then the clerk is told before it is handed over."""
    return is_quiet(visit) or visit.capacity is CapacityAnswer.UNDER_PRESSURE


def _drawn(give: GiveData, visit: VisitId, options: PaperOptions) -> bytes:
    return give.draw(give.copy(visit, options.language), options)


def _said_of_receipt(words: Words) -> tuple[str, ...]:
    return (words.text("Nothing of the person is on it but the number of the visit."),)


def _said_of_paper(words: Words) -> tuple[str, ...]:
    return (
        words.text("What is kept of this visit stands on it in words, but no identity code."),
        words.text("Each entry of the journal as it is stored, answers that were changed too, is in the file."),
        words.text("It is for the person alone."),
    )
