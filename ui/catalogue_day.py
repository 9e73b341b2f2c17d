"""The catalogue through the day: its screen, its refresh, and what other screens are told of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.after_refresh import AfterParts, AfterRefresh
from ui.desk_access import DeskAccess
from ui.screens.catalogue.keepsakes_presenter import KeepsakesPresenter
from ui.screens.catalogue.packs_presenter import PackParts, PacksPresenter
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


@dataclass(frozen=True, slots=True)
class CatalogueParts:
    """What the catalogue needs besides the desk."""

    refresh: RefreshParts
    packs: PackParts
    after: AfterParts


class CatalogueDay(QObject):
    """Refreshes by itself while somebody works here, and ties the catalogue's screen to what it shows."""

    freshness_changed = Signal(object)
    """Another ``FreshnessState``."""
    refreshed = Signal()
    """The catalogue is another one now."""
    looked_different = Signal()
    """Something beside it is: hours, forms."""

    def __init__(self, access: DeskAccess, screens: CatalogueScreens, parts: CatalogueParts) -> None:
        super().__init__(screens.catalogue)
        self._screens = screens
        self.presenter = CataloguePresenter(access, parts.refresh, self)
        self.keepsakes = KeepsakesPresenter(access, parts.packs.choose_new, self)
        self.packs = PacksPresenter(access, parts.packs, self)
        self.changes = ChangesPresenter(access, self)
        self.after = AfterRefresh(access, parts.after, self)
        self._timer = QTimer(self)
        self._timer.setInterval(_FIRST_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._tie()
        self._tie_packs()
        self._tie_after()

    def begin(self) -> None:
        """Read how it stands; from now on it is kept fresh."""
        self.presenter.read()
        self.changes.begin()
        self._timer.start()

    def show(self) -> None:
        """The screen is gone to: everything on it is read anew."""
        self.presenter.read()
        self.keepsakes.read()
        self.packs.read()
        self._screens.catalogue.take_focus()

    def reword(self) -> None:
        """Say everything in another language."""
        self.presenter.reword()
        self.keepsakes.read()
        self.packs.read()
        self.changes.read()

    def close(self) -> None:
        """Stop the clock and the refresh."""
        self._timer.stop()
        self.after.close()
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

    def _tie_packs(self) -> None:
        packs, card = self.packs, self._screens.catalogue.packs
        packs.state_changed.connect(card.render_state)
        packs.taken_in.connect(self.presenter.read)
        packs.taken_in.connect(self.refreshed)
        card.open_requested.connect(packs.open)
        card.make_requested.connect(packs.make)
        card.take_requested.connect(packs.take)
        card.leave_requested.connect(packs.leave)
        card.trust_requested.connect(packs.trust)
        card.key_requested.connect(packs.show_key)
        card.trusted.pressed.connect(packs.distrust)

    def _tie_after(self) -> None:
        after, screen = self.after, self._screens.catalogue
        self.presenter.refreshed.connect(after.begin)
        after.state_changed.connect(screen.show_after)
        after.links_checked.connect(self.keepsakes.read)
        after.hours_fetched.connect(self.looked_different)
        after.forms_fetched.connect(self.looked_different)
        screen.check.clicked.connect(after.check_links)

    @Slot()
    def _look(self) -> None:
        self._timer.setInterval(_LOOK_EVERY_MS)
        self.presenter.refresh_if_due()
