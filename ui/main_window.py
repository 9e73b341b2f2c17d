"""The frame round the work: header, rail, whose visit it is, the screens, the status line. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QButtonGroup, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from i18n.translator import NP_, Translator
from ui.messages import BannerMessages
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.icons import Icon
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.banner import Banner
from ui.widgets.focus_ring import FocusRing
from ui.widgets.header_bar import HeaderBar
from ui.widgets.layouts import column, divider, framed, row
from ui.widgets.rail_button import RailButton
from ui.widgets.search_panel import SearchPanel
from ui.widgets.status_line import StatusLine

LEAST = QSize(1024, 600)
COMFORTABLE = QSize(1280, 860)


class Place(StrEnum):
    """The screens that can be gone to from the rail, in its order."""

    COUNTER = "counter"
    VISIT = "visit"
    PAPERS = "papers"
    SERVICES = "services"
    CATALOGUE = "catalogue"
    POINT = "point"
    DAYS = "days"


RAIL = {
    Place.COUNTER: (Icon.COUNTER, NP_("place", "Counter"), Shortcut.COUNTER),
    Place.VISIT: (Icon.VISIT, NP_("place", "Visit"), Shortcut.VISIT),
    Place.PAPERS: (Icon.PAPERS, NP_("place", "Papers"), Shortcut.PAPERS),
    Place.SERVICES: (Icon.SERVICE, NP_("place", "Services"), Shortcut.SERVICES),
    Place.CATALOGUE: (Icon.CATALOGUE, NP_("place", "Catalogue"), Shortcut.CATALOGUE),
    Place.POINT: (Icon.POINT, NP_("place", "Service point"), Shortcut.POINT),
    Place.DAYS: (Icon.DAYS, NP_("place", "Days"), Shortcut.DAYS),
}


class Band(Protocol):
    """The band above the work; it is built when there can be a visit."""

    def widget(self) -> QWidget:
        """Return what is shown."""
        ...

    def cover(self, covered: bool) -> None:
        """Hide while the work is covered."""
        ...


class MainWindow(Speaking, QMainWindow):
    """Shows what it is handed; every wish leaves as a signal."""

    place_requested = Signal(object)
    """Go to another screen (``Place``)."""
    shortcut_used = Signal(object)
    """A key that works everywhere (``Shortcut``)."""
    painted = Signal()
    """The window has been seen for the first time."""
    closed = Signal()
    """The window was closed."""

    def __init__(self, translator: Translator, app: QApplication) -> None:
        super().__init__()
        self._translator = translator
        self._was_painted = self._covered = False
        self._band: Band | None = None
        self._places: dict[Place, Callable[[], QWidget]] = {}
        self._screens: dict[Place, QWidget] = {}
        self._rail_buttons: dict[Place, RailButton] = {}
        self._counts: dict[Place, int] = {}
        self._in_rail = QButtonGroup(self)
        self.search = SearchPanel(translator)
        self.header = HeaderBar(translator, self)
        self._header_line = divider()
        self.banner = Banner(translator)
        self.messages = BannerMessages(translator, self.banner)
        self.status = StatusLine(translator)
        self._stack = QStackedWidget()
        self._rail = column(gap=Space.XS, edge=Space.S)
        self._build()
        self._bind_keys()
        self.ring = FocusRing(self, app)
        self.search.settle(self.header.search)
        self.retranslate()

    def set_band(self, band: Band) -> None:
        """Put whose-visit-it-is above the work."""
        self._band = band
        self._work_column.insertWidget(0, band.widget())

    def add_strip(self, strip: QWidget) -> None:
        """Put something above all else, in sight even while the work is covered."""
        self._outer.insertWidget(0, strip)

    def fit_to_screen(self) -> None:
        """Begin as large as is comfortable, but never larger than the screen."""
        room = self.screen().availableSize()
        self.resize(COMFORTABLE.boundedTo(room).expandedTo(LEAST))

    def add_place(self, place: Place, screen: Callable[[], QWidget]) -> None:
        """Give the window a way to a screen, which is asked for when it is gone to; its entry appears in the rail."""
        entry = RailButton(RAIL[place][0])
        entry.clicked.connect(self._rail_pressed)
        self._in_rail.addButton(entry)
        self._places[place] = screen
        self._rail_buttons[place] = entry
        self._rail.insertWidget(len(self._rail_buttons) - 1, entry)
        self._word_entry(place)

    def hold(self, screen: QWidget) -> None:
        """Own a screen that nobody sees yet: it ends with the window."""
        self._stack.addWidget(screen)

    def go_to(self, place: Place) -> None:
        """Show a screen."""
        if place not in self._screens:
            self._screens[place] = self._places[place]()
        self._show(self._screens[place])
        self._rail_buttons[place].setChecked(True)

    def show_page(self, page: QWidget) -> None:
        """Show a screen that is in no rail; it belongs to the visit."""
        self._show(page)
        self._rail_buttons[Place.VISIT].setChecked(True)

    @property
    def place(self) -> Place | None:
        """The screen shown now."""
        current = self._stack.currentWidget()
        return next((place for place, screen in self._screens.items() if screen is current), None)

    def allow(self, place: Place, allowed: bool) -> None:
        """Whether there is anything on that screen now."""
        self._rail_buttons[place].setEnabled(allowed)

    def count(self, place: Place, count: int) -> None:
        """So many things wait on that screen: its entry says so."""
        self._counts[place] = count
        self._word_entry(place)

    def cover(self, screen: QWidget) -> None:
        """Show a screen that is in no rail: first start, unlocking. Header, rail and band are gone meanwhile."""
        self._show(screen)
        self._set_frame_shown(False)

    def uncover(self, before: QWidget | None = None) -> None:
        """The frame is back, and with it what was shown before."""
        if before is not None:
            self._stack.setCurrentWidget(before)
        self._set_frame_shown(True)

    @property
    def is_covered(self) -> bool:
        """Whether the frame is gone: nothing of the work can be reached."""
        return self._covered

    @property
    def shown(self) -> QWidget | None:
        """The screen or page that is shown now."""
        return self._stack.currentWidget()

    def retranslate(self) -> None:
        self.setWindowTitle(self.words.text("Palvelutiski"))
        for place in self._rail_buttons:
            self._word_entry(place)

    def _word_entry(self, place: Place) -> None:
        _icon, name, shortcut = RAIL[place]
        text, count = self.words.ptext(*name), self._counts.get(place, 0)
        entry = self._rail_buttons[place]
        entry.setText(self.words.text("{place} · {count}", place=text, count=count) if count else text)
        told = self.words.ntext("{n} thing cannot wait", "{n} things cannot wait", count) if count else ""
        entry.setAccessibleDescription(told)
        self._rail_buttons[place].setToolTip(shortcut.shown)

    def _show(self, screen: QWidget) -> None:
        if self._stack.indexOf(screen) < 0:
            self.hold(screen)
        self._stack.setCurrentWidget(screen)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.search.place_results()

    def _build(self) -> None:
        self.setMinimumSize(QSize(640, 480))
        self.resize(LEAST)
        inside = QWidget()
        inside.setObjectName("canvas")
        self._outer = outer = column(inside, gap=Space(Space.HAIR))
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self._header_line)
        middle = row()
        middle.setSpacing(0)
        middle.addWidget(self._rail_frame())
        middle.addWidget(self._rail_line)
        middle.addLayout(self._work(), 1)
        outer.addLayout(middle, 1)
        outer.addWidget(divider())
        outer.addWidget(self.status)
        self.setCentralWidget(inside)

    def _rail_frame(self) -> QWidget:
        self._rail_panel = framed(Role.PANEL)
        self._rail_line = divider(upright=True)
        self._rail_panel.setLayout(self._rail)
        self._rail.addStretch(1)
        return self._rail_panel

    def _work(self) -> QVBoxLayout:
        self._work_column = work = column()
        work.setSpacing(0)
        beside = column(edge=0)
        beside.setContentsMargins(Space.L, Space.S, Space.L, 0)
        beside.addWidget(self.banner)
        work.addLayout(beside)
        work.addWidget(self._stack, 1)
        return work

    def _set_frame_shown(self, shown: bool) -> None:
        self._covered = not shown
        for part in (self._header_line, self._rail_panel, self._rail_line):
            part.setVisible(shown)
        self.header.cover(not shown)
        if self._band is not None:
            self._band.cover(not shown)
        self.status.setVisible(shown)

    def _bind_keys(self) -> None:
        for shortcut in Shortcut:
            key = QShortcut(QKeySequence(shortcut.keys), self)
            key.setContext(Qt.ShortcutContext.WindowShortcut)
            key.activated.connect(self._key_used)
            key.setWhatsThis(shortcut.name)

    @Slot()
    def _key_used(self) -> None:
        sender = self.sender()
        if isinstance(sender, QShortcut):
            self.shortcut_used.emit(Shortcut[sender.whatsThis()])

    @Slot()
    def _rail_pressed(self) -> None:
        sender = self.sender()
        for place, entry in self._rail_buttons.items():
            if entry is sender:
                self.place_requested.emit(place)
                return
