"""Narrows results: one button with a menu of all that can be chosen, and a chip for each thing that is.

The bar always takes the same room, so that nothing jumps while somebody types.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from i18n.translator import Translator
from ui.models.narrowing import Narrowing, NarrowValue
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.language_menu import OPENS
from ui.widgets.layouts import clear, parts_of, row
from ui.widgets.text import Text

AWAY = "✕"
"""Says to the eye that a press takes the chip away; never spoken."""
MOST_CHIPS = 3
"""More stand in the menu only: the bar is one line high."""


class FacetBar(Speaking, QWidget):
    """Renders a ``Narrowing``."""

    toggled = Signal(object)
    """A value was chosen, or taken away (``Facet``)."""
    opened = Signal()
    """The menu is about to be seen: now the counts are wanted."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._narrowing = Narrowing()
        self.narrow = button(Role.QUIET)
        self._menu = QMenu(self.narrow)
        self._menu.aboutToShow.connect(self._open)
        self.narrow.setMenu(self._menu)
        unseen = self.narrow.sizePolicy()
        unseen.setRetainSizeWhenHidden(True)
        self.narrow.setSizePolicy(unseen)
        self._chips = row(gap=Space.XS)
        self._corrected = Text(Role.MUTED, wrap=False)
        layout = row(self)
        layout.setContentsMargins(Space.S, Space.XS, Space.L, Space.XS)
        layout.addWidget(self.narrow)
        layout.addLayout(self._chips)
        layout.addStretch(1)
        layout.addWidget(self._corrected)
        self.retranslate()

    def show_narrowing(self, narrowing: Narrowing) -> None:
        """Offer something else."""
        if narrowing == self._narrowing:
            return
        had_focus = any(chip.hasFocus() for chip in self.chips)
        self._narrowing = narrowing
        if self._menu.isVisible():
            self._fill_menu()
        self._fill_chips()
        if had_focus:
            self.narrow.setFocus()
        self.retranslate()

    @property
    def chips(self) -> tuple[QWidget, ...]:
        """The chips that are shown, in their order."""
        return tuple(part for part in parts_of(self._chips) if isinstance(part, QWidget))

    def retranslate(self) -> None:
        words, narrowing = self.words, self._narrowing
        name = words.text("Narrow")
        self.narrow.setText(f"{name}  {OPENS}")
        self.narrow.setAccessibleName(words.text("Narrow the results"))
        self.narrow.setEnabled(bool(narrowing.groups or narrowing.chosen))
        self.narrow.setVisible(not narrowing.of_people)
        corrected = narrowing.corrected
        self._corrected.say(words.text("Searched for “{words}”", words=corrected) if corrected else "")

    @Slot()
    def _open(self) -> None:
        """It is filled now: while somebody types nobody looks at it."""
        self.opened.emit()
        self._fill_menu()

    def _fill_menu(self) -> None:
        chosen = {each.facet for each in self._narrowing.chosen}
        for inner in self._menu.findChildren(QMenu):  # the menu's own clear() lets none of them go
            inner.deleteLater()
        self._menu.clear()
        for group in self._narrowing.groups:
            inner = self._menu.addMenu(group.title)
            for value in group.values:
                action = inner.addAction(f"{value.label}  ({value.hits})")
                action.setCheckable(True)
                action.setChecked(value.facet in chosen)
                action.triggered.connect(partial(self._toggle, value))

    def _fill_chips(self) -> None:
        clear(self._chips)
        for value in self._narrowing.chosen[:MOST_CHIPS]:
            chip = button(Role.CHOICE)
            chip.setText(f"{value.label}  {AWAY}")
            chip.setAccessibleName(self.words.text("Take away: {what}", what=value.label))
            chip.clicked.connect(partial(self._toggle, value))
            self._chips.addWidget(chip)
            chip.show()  # a layout shows what it takes in later

    @Slot()
    def _toggle(self, value: NarrowValue, _checked: bool = False) -> None:
        self.toggled.emit(value.facet)
