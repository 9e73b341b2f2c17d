"""The search and its results, as one pair that moves between the counter and the header."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from i18n.translator import Translator
from ui.theme.tokens import Space
from ui.widgets.layouts import row
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from ui.models.narrowing import Narrowing
    from ui.models.results import ResultLine
    from ui.widgets.results import Results


class SearchHome(Protocol):
    """A place where the search can stand."""

    def take_search(self, field: SearchField) -> None:
        """Take the field in."""
        ...

    def take_results(self, results: Results) -> None:
        """Take the results in, unseen."""
        ...

    def show_results(self, shown: bool) -> None:
        """Make room for the results, or give it back."""
        ...


class SearchPanel(QObject):
    """Owns the field and the results, and moves them to where the clerk is."""

    searched = Signal(str)
    """The text is another one now; empty when the search is over."""
    chosen = Signal(object)
    """A result was picked (``ResultLine``)."""
    narrowed = Signal(object)
    """A facet was chosen, or taken away (``Facet``)."""
    facets_wanted = Signal()
    """Somebody is about to look at what results can be narrowed by."""
    left = Signal()
    """Escape: back to the work."""

    def __init__(self, translator: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(translator)
        self.results: Results | None = None
        self._is_behind = self._is_entered = False
        self._home: SearchHome | None = None
        self.field.searched.connect(self._searched)
        self.field.left.connect(self.left)

    def take_results(self, results: Results) -> None:
        """Have a place for what is found. It comes with the open desk: before, nothing can be."""
        self.results = results
        self.field.moved.connect(results.list.go)
        self.field.entered.connect(self._entered)
        results.list.chosen.connect(self.chosen)
        results.facets.toggled.connect(self.narrowed)
        results.facets.opened.connect(self.facets_wanted)
        if self._home is not None:
            self._home.take_results(results)
            self._home.show_results(False)

    def settle(self, home: SearchHome) -> None:
        """Stand somewhere else; what was typed goes with it only when it is empty."""
        if home is self._home:
            return
        if self._home is not None:
            self._home.show_results(False)
        self._home = home
        self.field.clear()
        home.take_search(self.field)
        if self.results is not None:
            home.take_results(self.results)
        self.field.show()  # a layout shows what it takes in later; the focus is wanted now
        home.show_results(False)

    def show_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show the results of what stands in the field."""
        if self.results is not None and self._home is not None:
            self.results.show_lines(lines)
            self._home.show_results(bool(self.field.text().strip()))
            self._is_behind = False
            if self._is_entered:
                self._entered()

    def show_narrowing(self, narrowing: Narrowing) -> None:
        """Show what the results can be narrowed by."""
        if self.results is not None:
            self.results.show_narrowing(narrowing)

    def take_focus(self) -> None:
        """Begin to search."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @Slot(str)
    def _searched(self, text: str) -> None:
        if not text and self._home is not None:
            self._home.show_results(False)
        self._is_behind, self._is_entered = bool(text), False
        self.searched.emit(text)

    @Slot()
    def _entered(self) -> None:
        """Pick of what was found for these very words: results of the first letters alone are not picked from."""
        self._is_entered = self._is_behind
        if not self._is_behind and self.results is not None:
            self.results.list.pick_current()


class HeaderSearch(QWidget):
    """The search in the header: its results lie over the work."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._results: Results | None = None
        self._row = row(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def take_search(self, field: SearchField) -> None:
        """Take the field in."""
        self._row.addWidget(field)

    def take_results(self, results: Results) -> None:
        """Take the results in: they lie over the window."""
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
