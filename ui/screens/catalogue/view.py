"""The service catalogue of this desk: how fresh it is, what is kept of it, what was noted about it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from i18n.translator import NP_, Translator
from ui.after_refresh import After, AfterState
from ui.screens.catalogue.after_words import after_words, link_words
from ui.screens.catalogue.freshness_card import FreshnessCard
from ui.screens.catalogue.keeping_card import KeepingCard
from ui.screens.catalogue.lines_card import CardLine, LinesCard
from ui.screens.catalogue.packs_card import PacksCard
from ui.screens.catalogue.state import KeepingState
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.layouts import column
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text

KEEPING = NP_("part of the catalogue screen", "What is kept on this computer")
MARKS = NP_("part of the catalogue screen", "Wrong at the counter")
NOTES = NP_("part of the catalogue screen", "Own notes of this service point")
LINKS = NP_("part of the catalogue screen", "Links that do not work")
PACKS = NP_("part of the catalogue screen", "Packages for desks without a network")


class CatalogueScreen(Speaking, QWidget):
    """Cards below one another, each with its heading; what they show is their presenters' matter."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._title = Text(Role.TITLE)
        self._headings: list[tuple[Text, tuple[str, str]]] = []
        self._scroll = ScrollColumn(gap=Space.M, edge=Space.XL)
        column(self).addWidget(self._scroll)
        self.freshness = FreshnessCard(translator)
        self.keeping = KeepingCard(translator)
        self._scroll.column.addWidget(self._title)
        self._scroll.column.addWidget(self.freshness)
        self._scroll.column.addStretch(1)
        self.marks, self.notes, self.links = LinesCard(), LinesCard(), LinesCard()
        self.export: QPushButton = button()
        self.marks.add_button(self.export)
        self.check: QPushButton = button()
        self.links.add_button(self.check)
        self._after = AfterState()
        self._marks: tuple[CardLine, ...] = ()
        self._notes: tuple[CardLine, ...] = ()
        self._links: tuple[CardLine, ...] = ()
        self.packs = PacksCard(translator)
        parts = (
            (KEEPING, self.keeping),
            (MARKS, self.marks),
            (NOTES, self.notes),
            (LINKS, self.links),
            (PACKS, self.packs),
        )
        for heading, card in parts:
            self._add_part(heading, card)
        self._of_packs = self._headings[-1][0]
        self.retranslate()

    def _add_part(self, heading: tuple[str, str], card: QWidget) -> None:
        """Put a card at the end, under a heading of its own."""
        text = Text(Role.HEADING)
        self._headings.append((text, heading))
        for part in (text, card):
            self._scroll.column.insertWidget(self._scroll.column.count() - 1, part)

    def show_keeping(self, state: KeepingState) -> None:
        """Show what is kept; what only who keeps the content does is not offered to others."""
        self.keeping.render_state(state)
        self._of_packs.setVisible(state.may)
        self.packs.setVisible(state.may)

    def show_marks(self, lines: tuple[CardLine, ...]) -> None:
        """Show what was said to be wrong."""
        self._marks = lines
        self.export.setVisible(bool(lines))
        self.marks.show_lines(lines, self.words.text("Nothing has been marked wrong."))

    def show_notes(self, lines: tuple[CardLine, ...]) -> None:
        """Show the point's own notes."""
        self._notes = lines
        none = self.words.text("There are none yet. A note is written on a service's sheet or on a step.")
        self.notes.show_lines(lines, none)

    def show_links(self, lines: tuple[CardLine, ...]) -> None:
        """Show links that fail."""
        self._links = lines
        self.links.show_lines(lines, self.words.text("None that this desk knows of."))

    def show_after(self, state: AfterState) -> None:
        """Show what is fetched after a refresh."""
        self._after = state
        words, is_checking = self.words, state.doing is After.LINKS
        self.freshness.say_after(after_words(words, state))
        self.links.say(link_words(words, state))
        self.check.setText(words.text("Stop checking") if is_checking else words.text("Check the links now"))
        self.check.setEnabled(is_checking or state.doing is None)

    def take_focus(self) -> None:
        """Put the focus on the refresh."""
        self.freshness.take_focus()

    def retranslate(self) -> None:
        words = self.words
        self._title.setText(words.text("Service catalogue"))
        for text, heading in self._headings:
            text.setText(words.ptext(*heading))
        self.export.setText(words.text("Save the list as a table"))
        self.show_marks(self._marks)
        self.show_notes(self._notes)
        self.show_links(self._links)
        self.show_after(self._after)
