"""The program with a window: what is built before the first paint, and what follows when the data folder is open."""

from __future__ import annotations

import locale
import logging
import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6 import QtWidgets  # its classes are made when first named: a file dialog only when it is asked for
from PySide6.QtCore import QObject, SignalInstance, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desk.errors import DeskError
from i18n.language import CLERK_LANGUAGES, Language
from i18n.translator import Lexicon, Translator
from ui.door import Door, DoorParts, OpenDesk
from ui.main_window import MainWindow, Place
from ui.messages import BugReporter
from ui.screens.counter.view import CounterScreen
from ui.screens.unlock.view import DoorScreen, DoorState
from ui.speaking import LanguageRelay
from ui.tasks import Runner, TaskRunner
from ui.theme.fonts import register_fonts
from ui.theme.style import Theme

if TYPE_CHECKING:
    from desk.model.libraries import LibrariesReport, Town
    from desk.ports import Clock
    from desk.ports.link_prober import LinkProber
    from desk.usecases.pack_rooms import PackRooms
    from desk.usecases.refresh_plan import RefreshAsk
    from ui.catalogue_worker import Start, Worker
    from ui.desk_access import DeskAccess
    from ui.idle_lock import Watch
    from ui.practice.presenter import PracticeErrands
    from ui.practice.strip import PracticeStrip
    from ui.rooms import Screens
    from ui.screens.catalogue.pack_parts import PackParts
    from ui.screens.catalogue.shelves import Shelves
    from ui.screens.catalogue.view import CatalogueScreen

log = logging.getLogger(__name__)

_LANGUAGE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")

RecoverySheet = Callable[[str, str, Language], bytes]
"""Draws the recovery sheet: key, folder, language."""


RefreshStart = Callable[[OpenDesk, "RefreshAsk"], "Start"]
"""Tells how a refresh of an open desk's catalogue is begun beside the window."""


Packs = Callable[[OpenDesk], "AbstractContextManager[PackRooms]"]
"""Hands over what is done with packages on an open desk, for as long as it takes."""


MakeShelves = Callable[["DeskAccess", "PackParts", "CatalogueScreen"], "Shelves"]
"""Fills the catalogue's screen when there is one."""


class Practice(NamedTuple):
    """The window is for practice."""

    strip: Callable[[Translator], PracticeStrip]
    """Builds what is in sight all the while."""
    errands: PracticeErrands | None
    """A folder of errands that are being written."""


class Outside(NamedTuple):
    """The ways out of the desk beside the refresh. The last argument of each tells that it shall end early."""

    libraries: Callable[[OpenDesk, Sequence[Town], Callable[[], bool]], LibrariesReport]
    """Fetches the opening hours of libraries."""
    prober: Callable[[Callable[[], bool]], LinkProber]
    """Asks whether links work."""
    rooms: Callable[[OpenDesk, Callable[[], bool]], AbstractContextManager[PackRooms]]
    """Fetches official forms."""


Practise = Callable[[Language], bool]
"""Opens a window for practice beside this one; false when it could not be opened."""


class Day(Protocol):
    """The open desk's screens and what leads from one to another: ``ui.workday``, which is imported late."""

    lock_requested: SignalInstance

    def come_back(self) -> None:
        """The door is open again: go on where the focus was."""
        ...

    def begin(self) -> None:
        """Show the counter."""
        ...

    def close(self) -> None:
        """Stop what runs."""
        ...


class Opening(NamedTuple):
    """What a day is built from when the desk is open."""

    app: QApplication
    opened: OpenDesk
    window: MainWindow
    counter: CounterScreen
    translator: Translator
    theme: Theme
    runner: Runner
    clock: Clock
    folder: Path
    recovery_sheet: RecoverySheet
    choose_file: Callable[[str], Path | None]
    refresh_start: RefreshStart
    packs: Packs
    choose_pack: Callable[[], Path | None]
    outside: Outside
    screens: Callable[[], Screens]
    shelves: MakeShelves
    practise: Practise
    practice: Practice | None = None
    strip: PracticeStrip | None = None
    """In sight while one practises."""
    worker: Worker | None = None
    """What refreshes the catalogue; tests bring another."""
    watch: Watch | None = None
    """Where the time comes from in which nobody was there; tests bring another."""


class Parts(NamedTuple):
    """What the window is made of; bootstrap builds it."""

    door: DoorParts
    fonts: Path
    lexicon: Lexicon
    clock: Clock
    recovery_sheet: RecoverySheet
    refresh_start: RefreshStart
    packs: Packs
    outside: Outside
    screens: Callable[[], Screens]
    """Builds the screens that come late."""
    shelves: MakeShelves
    new_day: Callable[[Opening], Day]
    """``ui.new_day.new_day``, which is imported when the desk is open."""
    practise: Practise
    practice: Practice | None = None
    language: Language | None = None
    """Of the screen, until the clerk picks another; else the computer's."""


class Program(QObject):
    """Window, door and day. ``show`` begins, ``close`` ends everything that was begun."""

    def __init__(self, app: QApplication, parts: Parts, runner: Runner | None = None) -> None:
        super().__init__()
        self._app = app
        self._parts = parts
        register_fonts(parts.fonts)
        self.theme = Theme(app)
        self.translator = Translator(parts.lexicon, parts.language or system_language())
        self._relay = LanguageRelay(app, self.translator)
        self.runner: Runner = runner if runner is not None else TaskRunner()
        self.window = MainWindow(self.translator, app)
        self.counter = CounterScreen(self.translator)
        self.window.add_place(Place.COUNTER, lambda: self.counter)
        self.strip = self._practice_strip(parts.practice) if parts.practice is not None else None
        self.window.search.settle(self.counter)
        self.window.go_to(Place.COUNTER)
        self.window.header.clerk_language_picked.connect(self._language_picked)
        self.door = Door(parts.door, self.runner, self)
        self._door_screen: DoorScreen | None = None
        self._before: QWidget | None = None
        self.day: Day | None = None
        self._opened: OpenDesk | None = None
        self.door.state_changed.connect(self._door_changed)
        self.door.opened.connect(self._desk_opened)
        self.window.painted.connect(self._take_keys)
        self.window.painted.connect(self.door.open)

    def show(self) -> None:
        """Show the window; the desk is opened after the first paint."""
        self.window.fit_to_screen()
        self.window.show()
        self.window.search.take_focus()

    def close(self) -> None:
        """End everything, the stores last."""
        if self.day is not None:
            self.day.close()
        self.runner.close(partial(_end_day, self._opened) if self._opened is not None else None)
        self._relay.close()
        self.window.close()
        self.window.deleteLater()

    def _practice_strip(self, practice: Practice) -> PracticeStrip:
        strip = practice.strip(self.translator)
        self.window.add_strip(strip)
        return strip

    @Slot()
    def _take_keys(self) -> None:
        """Where no window manager does it, nobody gives the window its keys; it can take them once it is seen."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()

    @Slot(object)
    def _desk_opened(self, opened: OpenDesk) -> None:
        self._opened = opened
        self.window.header.clerk_language_picked.disconnect(self._language_picked)
        self.day = self._parts.new_day(
            Opening(
                app=self._app,
                opened=opened,
                window=self.window,
                counter=self.counter,
                translator=self.translator,
                theme=self.theme,
                runner=self.runner,
                clock=self._parts.clock,
                folder=self._parts.door.folder,
                recovery_sheet=self._parts.recovery_sheet,
                choose_file=self._choose_file,
                refresh_start=self._parts.refresh_start,
                packs=self._parts.packs,
                choose_pack=self._choose_pack,
                outside=self._parts.outside,
                screens=self._parts.screens,
                shelves=self._parts.shelves,
                practise=self._parts.practise,
                practice=self._parts.practice,
                strip=self.strip,
            )
        )
        self.day.lock_requested.connect(self._lock)
        self.door.unlocked.connect(self.day.come_back)
        self.day.begin()

    @Slot()
    def _lock(self) -> None:
        """Where staff signs in the day covers itself; else it is the folder's door."""
        if self._opened is not None and not self._opened.desk.duty.is_staffed:
            self.door.lock()

    @Slot(object)
    def _door_changed(self, state: DoorState | None) -> None:
        if state is None:
            if self._door_screen is not None and self.window.is_covered:
                self.window.uncover(self._before)
            return
        if self._door_screen is None:
            self._door_screen = DoorScreen(self.translator)
            self._door_screen.opened.connect(self.door.enter)
            self._door_screen.recovered.connect(self.door.recover)
            self._door_screen.sheet_wanted.connect(self.door.want_sheet)
        if not self.window.is_covered:
            self._before = self.window.shown
        self._door_screen.render_state(state)
        self.window.cover(self._door_screen)
        self._door_screen.take_focus()

    @Slot(object)
    def _language_picked(self, language: Language) -> None:
        self.translator.switch(language)

    def _choose_file(self, name: str) -> Path | None:
        title = self.translator.words.text("Save the file")
        kind = f"*{Path(name).suffix}"
        chosen, _kind = QtWidgets.QFileDialog.getSaveFileName(self.window, title, name, kind)
        return Path(chosen) if chosen else None

    def _choose_pack(self) -> Path | None:
        title = self.translator.words.text("Open a package")
        chosen, _kind = QtWidgets.QFileDialog.getOpenFileName(self.window, title)
        return Path(chosen) if chosen else None


def _end_day(opened: OpenDesk) -> None:
    """The last work of the day, on the store lane: what comes after it is news tomorrow; then the stores are closed."""
    try:
        opened.desk.sign_in.leave()
        opened.desk.shift.end()
    except DeskError as error:  # nobody is there to be told, and the next day begins well without it
        log.info("the end of the shift was not noted: %s", error.id)
    finally:
        opened.close()


def system_language() -> Language:
    """The language of this computer when the program speaks it, else Finnish."""
    named = next((value for name in _LANGUAGE_VARIABLES if (value := os.environ.get(name))), "")
    code = (named or locale.getlocale()[0] or "")[:2].casefold()
    return next((language for language in CLERK_LANGUAGES if language.value == code), Language.FI)


def run_window(parts: Parts, arguments: Sequence[str] = ()) -> int:
    """Show the window until it is closed; returns the exit code."""
    app = QApplication(["palvelutiski", *arguments])
    app.setApplicationName("Palvelutiski")
    app.setDesktopFileName("palvelutiski")
    program = Program(app, parts)
    bugs = BugReporter(program.translator)
    bugs.install()
    program.show()
    code = app.exec()
    program.close()
    bugs.close()
    return int(code)
