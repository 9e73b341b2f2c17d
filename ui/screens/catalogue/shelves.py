"""Fills the lists and the packages of the catalogue's screen. It comes with the screen."""

from __future__ import annotations

from ui.desk_access import DeskAccess
from ui.screens.catalogue.keepsakes_presenter import KeepsakesPresenter
from ui.screens.catalogue.pack_parts import PackParts
from ui.screens.catalogue.packs_presenter import PacksPresenter
from ui.screens.catalogue.view import CatalogueScreen


class Shelves:
    """The presenters of notes, marks, links and packages, tied to the screen that owns them."""

    def __init__(self, access: DeskAccess, parts: PackParts, screen: CatalogueScreen) -> None:
        self.keepsakes = KeepsakesPresenter(access, parts.choose_new, screen)
        self.packs = PacksPresenter(access, parts, screen)
        self._tie_keepsakes(screen)
        self._tie_packs(screen)

    def read(self) -> None:
        """Look everything up."""
        self.keepsakes.read()
        self.packs.read()

    def _tie_keepsakes(self, screen: CatalogueScreen) -> None:
        keepsakes = self.keepsakes
        keepsakes.marks_changed.connect(screen.show_marks)
        keepsakes.notes_changed.connect(screen.show_notes)
        keepsakes.links_changed.connect(screen.show_links)
        screen.marks.pressed.connect(keepsakes.press)
        screen.notes.pressed.connect(keepsakes.press)
        screen.export.clicked.connect(keepsakes.export)

    def _tie_packs(self, screen: CatalogueScreen) -> None:
        packs, card = self.packs, screen.packs
        packs.state_changed.connect(card.render_state)
        card.open_requested.connect(packs.open)
        card.make_requested.connect(packs.make)
        card.take_requested.connect(packs.take)
        card.leave_requested.connect(packs.leave)
        card.trust_requested.connect(packs.trust)
        card.key_requested.connect(packs.show_key)
        card.trusted.pressed.connect(packs.distrust)
