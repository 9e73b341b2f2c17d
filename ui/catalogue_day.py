"""The catalogue through the day: its screen, its refresh, and what other screens are told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.after_refresh import AfterParts, AfterRefresh
from ui.desk_access import DeskAccess
from ui.late import Late
from ui.screens.catalogue.pack_parts import PackParts
from ui.screens.catalogue.presenter import CataloguePresenter, RefreshParts
from ui.screens.counter.changes_box import ChangesBox
from ui.screens.counter.changes_presenter import ChangesPresenter

if TYPE_CHECKING:
    from ui.screens.catalogue.shelves import Shelves
    from ui.screens.catalogue.view import CatalogueScreen

_LOOK_EVERY_MS = 5 * 60_000
_FIRST_LOOK_MS = 20_000
"""The first minutes of the morning are the clerk's."""


@dataclass(frozen=True, slots=True)
class CatalogueScreens:
    """Where the catalogue is shown."""

    catalogue: Late[CatalogueScreen]
    changes: ChangesBox


@dataclass(frozen=True, slots=True)
class CatalogueParts:
    """What the catalogue needs besides the desk."""

    refresh: RefreshParts
    packs: PackParts
    after: AfterParts
    shelves: Callable[[DeskAccess, PackParts, CatalogueScreen], Shelves]
    """Fills the lists and packages of the screen when there is one."""


class CatalogueDay(QObject):
    """Refreshes by itself while somebody works here, and ties the catalogue's screen to what it shows."""

    freshness_changed = Signal(object)
    """Another ``FreshnessState``."""
    refreshed = Signal()
    """The catalogue is another one now."""
    looked_different = Signal()
    """Something beside it is: hours, forms."""
    looked = Signal()
    """A few minutes went by: whoever has something to do by itself may look whether it is time."""
    note_withdrawn = Signal(object)
    """A note or mark of its lists is true no longer (``PointNote``)."""

    def __init__(self, access: DeskAccess, screens: CatalogueScreens, parts: CatalogueParts) -> None:
        super().__init__(screens.changes)
        self._screens = screens
        self.presenter = CataloguePresenter(access, parts.refresh, self)
        self._make_shelves = partial(parts.shelves, access, parts.packs)
        self._shelves: Shelves | None = None
        self.changes = ChangesPresenter(access, self)
        self.after = AfterRefresh(access, parts.after, self)
        self._timer = QTimer(self)
        self._timer.setInterval(_FIRST_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._tie()
        screens.catalogue.tie(self._tie_screen)

    def begin(self) -> None:
        """Read how it stands; from now on it is kept fresh."""
        self.presenter.read()
        self.changes.begin()
        self._timer.start()

    def show(self) -> None:
        """The screen is gone to: everything on it is read anew."""
        self.presenter.read()
        self._read_shelves()
        self._screens.catalogue().take_focus()

    def reword(self) -> None:
        """Say everything in another language."""
        self.presenter.reword()
        self._read_shelves()
        self.changes.read()

    def close(self) -> None:
        """Stop the clock and the refresh."""
        self._timer.stop()
        self.after.close()
        self.presenter.close()

    @Slot()
    def read_notes(self) -> None:
        """Notes are others than before."""
        if self._shelves is not None:
            self._shelves.keepsakes.read()

    @Slot()
    def _read_shelves(self) -> None:
        if self._shelves is not None:
            self._shelves.read()

    def _tie(self) -> None:
        presenter, after, late = self.presenter, self.after, self._screens.catalogue
        late.follow(presenter.freshness_changed, lambda screen: screen.freshness.render_state)
        late.follow(presenter.keeping_changed, lambda screen: screen.show_keeping)
        late.follow(after.state_changed, lambda screen: screen.show_after)
        presenter.freshness_changed.connect(self.freshness_changed)
        presenter.refreshed.connect(self.refreshed)
        self.refreshed.connect(self.changes.read)
        presenter.refreshed.connect(after.begin)
        self.changes.state_changed.connect(self._screens.changes.render_state)
        after.links_checked.connect(self._read_shelves)
        after.hours_fetched.connect(self.looked_different)
        after.forms_fetched.connect(self.looked_different)

    def _tie_screen(self, screen: CatalogueScreen) -> None:
        presenter = self.presenter
        screen.freshness.refresh_requested.connect(presenter.refresh)
        screen.freshness.pause_requested.connect(presenter.pause_or_go_on)
        screen.freshness.stop_requested.connect(presenter.stop)
        screen.keeping.areas_picked.connect(presenter.pick_areas)
        screen.keeping.whole_picked.connect(presenter.pick_whole)
        screen.keeping.often_picked.connect(presenter.pick_often)
        screen.keeping.stale_picked.connect(presenter.pick_stale)
        presenter.area_wanted.connect(screen.keeping.line.setFocus)
        screen.check.clicked.connect(self.after.check_links)
        self._shelves = self._make_shelves(screen)
        self._shelves.keepsakes.withdrawn.connect(self.note_withdrawn)
        self._shelves.packs.taken_in.connect(presenter.read)
        self._shelves.packs.taken_in.connect(self.refreshed)

    @Slot()
    def _look(self) -> None:
        self._timer.setInterval(_LOOK_EVERY_MS)
        self.presenter.refresh_if_due()
        self.looked.emit()
