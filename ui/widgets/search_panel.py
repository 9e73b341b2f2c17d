"""The search and its results, as one pair that moves between the counter and the header."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from i18n.translator import Translator
from ui.models.results import ResultLine
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.layouts import column, row
from ui.widgets.result_list import ResultList
from ui.widgets.search_field import SearchField
from ui.widgets.text import Text


class SearchHome(Protocol):
    """A place where the search can stand."""

    def take_search(self, field: SearchField, results: Results) -> None:
        """Take the field and the results in."""
        ...

    def show_results(self, shown: bool) -> None:
        """Make room for the results, or give it back."""
        ...


class Results(Speaking, QFrame):
    """The list, and one line under it: how many, or what to do when there are none."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        set_role(self, Role.CARD)
        self.list = ResultList()
        self._count = Text(Role.MUTED)
        layout = column(self, gap=Space.XS, edge=1)
        layout.addWidget(self.list, 1)
        beside = row()
        beside.setContentsMargins(Space.L, Space.XS, Space.L, Space.S)
        beside.addWidget(self._count)
        layout.addLayout(beside)
        self.retranslate()

    def show_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show results, best first."""
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.retranslate()

    def retranslate(self) -> None:
        words = self.words
        self.list.setAccessibleName(words.text("Results"))
        none = words.text("Nothing was found. Try a shorter word, or the name of the authority.")
        self._count.setText(words.ntext("{n} result", "{n} results", self.list.lines) if self.list.lines else none)


class SearchPanel(QObject):
    """Owns the field and the results, and moves them to where the clerk is."""

    searched = Signal(str)
    """The text is another one now; empty when the search is over."""
    chosen = Signal(object)
    """A result was picked (``ResultLine``)."""
    left = Signal()
    """Escape: back to the work."""

    def __init__(self, translator: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(translator)
        self.results = Results(translator)
        self._home: SearchHome | None = None
        self.field.searched.connect(self._searched)
        self.field.moved.connect(self.results.list.go)
        self.field.entered.connect(self.results.list.pick_current)
        self.field.left.connect(self.left)
        self.results.list.chosen.connect(self.chosen)

    def settle(self, home: SearchHome) -> None:
        """Stand somewhere else; what was typed goes with it only when it is empty."""
        if home is self._home:
            return
        if self._home is not None:
            self._home.show_results(False)
        self._home = home
        self.field.clear()
        home.take_search(self.field, self.results)
        self.field.show()  # a layout shows what it takes in later; the focus is wanted now
        home.show_results(False)

    def show_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show the results of what stands in the field."""
        self.results.show_lines(lines)
        if self._home is not None:
            self._home.show_results(bool(self.field.text().strip()))

    def take_focus(self) -> None:
        """Begin to search."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @Slot(str)
    def _searched(self, text: str) -> None:
        if not text and self._home is not None:
            self._home.show_results(False)
        self.searched.emit(text)


class HeaderSearch(QWidget):
    """The search in the header: its results lie over the work."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._results: Results | None = None
        self._row = row(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def take_search(self, field: SearchField, results: Results) -> None:
        """Take the field in; the results lie over the window."""
        self._row.addWidget(field)
        self._results = results
        results.setParent(self._window)
        results.hide()

    def show_results(self, shown: bool) -> None:
        """Lay the results over the work, or take them away."""
        if self._results is None or self._results.parentWidget() is not self._window:
            return
        self._results.setVisible(shown)
        if shown:
            self.place_results()
            self._results.raise_()

    def place_results(self) -> None:
        """Put the results under the field."""
        if self._results is None or self._results.parentWidget() is not self._window:
            return
        corner = self.mapTo(self._window, QPoint(0, self.height() + Space.XS))
        room = self._window.height() - corner.y() - Space.XXL
        height = min(room, self.fontMetrics().lineSpacing() * 24)
        self._results.setGeometry(QRect(corner.x(), corner.y(), self.width(), height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_results()
