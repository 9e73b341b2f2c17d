"""The catalogue through the day: its screen, its refresh, and what other screens are told of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.desk_access import DeskAccess
from ui.paper_ways import ChooseFile
from ui.screens.catalogue.keepsakes_presenter import KeepsakesPresenter
from ui.screens.catalogue.presenter import CataloguePresenter, RefreshParts
from ui.screens.catalogue.view import CatalogueScreen
from ui.screens.counter.changes_box import ChangesBox
from ui.screens.counter.changes_presenter import ChangesPresenter

_LOOK_EVERY_MS = 5 * 60_000
_FIRST_LOOK_MS = 20_000
"""The first minutes of the morning are the clerk's."""


@dataclass(frozen=True, slots=True)
class CatalogueScreens:
    """Where the catalogue is shown."""

    catalogue: CatalogueScreen
    changes: ChangesBox


class CatalogueDay(QObject):
    """Refreshes by itself while somebody works here, and ties the catalogue's screen to what it shows."""

    freshness_changed = Signal(object)
    """Another ``FreshnessState``."""
    refreshed = Signal()
    """The catalogue is another one now."""

    def __init__(self, access: DeskAccess, screens: CatalogueScreens, parts: RefreshParts, choose: ChooseFile) -> None:
        super().__init__(screens.catalogue)
        self._screens = screens
        self.presenter = CataloguePresenter(access, parts, self)
        self.keepsakes = KeepsakesPresenter(access, choose, self)
        self.changes = ChangesPresenter(access, self)
        self._timer = QTimer(self)
        self._timer.setInterval(_FIRST_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._tie()

    def begin(self) -> None:
        """Read how it stands; from now on it is kept fresh."""
        self.presenter.read()
        self.changes.begin()
        self._timer.start()

    def show(self) -> None:
        """The screen is gone to: everything on it is read anew."""
        self.presenter.read()
        self.keepsakes.read()
        self._screens.catalogue.take_focus()

    def reword(self) -> None:
        """Say everything in another language."""
        self.presenter.reword()
        self.keepsakes.read()
        self.changes.read()

    def close(self) -> None:
        """Stop the clock and the refresh."""
        self._timer.stop()
        self.presenter.close()

    def _tie(self) -> None:
        presenter, screen, keepsakes = self.presenter, self._screens.catalogue, self.keepsakes
        presenter.freshness_changed.connect(screen.freshness.render_state)
        presenter.keeping_changed.connect(screen.keeping.render_state)
        presenter.freshness_changed.connect(self.freshness_changed)
        presenter.refreshed.connect(self.refreshed)
        presenter.refreshed.connect(self.changes.read)
        self.changes.state_changed.connect(self._screens.changes.render_state)
        keepsakes.marks_changed.connect(screen.show_marks)
        keepsakes.notes_changed.connect(screen.show_notes)
        keepsakes.links_changed.connect(screen.show_links)
        screen.marks.pressed.connect(keepsakes.press)
        screen.notes.pressed.connect(keepsakes.press)
        screen.export.clicked.connect(keepsakes.export)
        screen.freshness.refresh_requested.connect(presenter.refresh)
        screen.freshness.pause_requested.connect(presenter.pause_or_go_on)
        screen.freshness.stop_requested.connect(presenter.stop)
        screen.keeping.areas_picked.connect(presenter.pick_areas)
        screen.keeping.whole_picked.connect(presenter.pick_whole)
        screen.keeping.often_picked.connect(presenter.pick_often)
        screen.keeping.stale_picked.connect(presenter.pick_stale)

    @Slot()
    def _look(self) -> None:
        self._timer.setInterval(_LOOK_EVERY_MS)
        self.presenter.refresh_if_due()
