"""The results of a search: three quiet lines each, moved through from the search field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtGui
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.models.results import ResultLine, ResultsModel
from ui.theme.tokens import Space

_Index = QModelIndex | QPersistentModelIndex


class ResultDelegate(QStyledItemDelegate):
    """Draws title and agency on the first line, the summary on the second, why it was found on the third."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: ResultLine | None = index.data(ResultsModel.LINE)
        if line is None:
            return
        painter.save()
        palette = option.palette
        current = self._view.currentIndex() == index
        if current:
            painter.fillRect(option.rect, palette.brush(QPalette.ColorRole.AlternateBase))
            edge = QRect(option.rect)
            edge.setWidth(Space.XS)
            if option.direction is Qt.LayoutDirection.RightToLeft:
                edge.moveRight(option.rect.right())
            painter.fillRect(edge, palette.brush(QPalette.ColorRole.Highlight))
        self._paint_words(painter, option, line)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line: ResultLine | None = index.data(ResultsModel.LINE)
        rows = 1 + sum(1 for words in _below(line) if words) if line is not None else 1
        return QSize(0, rows * option.fontMetrics.lineSpacing() + 2 * Space.S)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, line: ResultLine) -> None:
        palette, metrics = option.palette, option.fontMetrics
        room = option.rect.adjusted(Space.L, Space.S, -Space.L, -Space.S)
        row = QRect(room.left(), room.top(), room.width(), metrics.lineSpacing())
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        side = line.agency or line.kind
        taken = min(metrics.horizontalAdvance(side) + Space.L, room.width() // 2)
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        head = row.adjusted(taken, 0, 0, 0) if rtl else row.adjusted(0, 0, -taken, 0)
        tail = QRect(row.left() if rtl else row.right() - taken, row.top(), taken, row.height())
        painter.setFont(strong)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        _draw(painter, head, line.title, rtl=rtl)
        painter.setFont(option.font)
        painter.setPen(muted)
        _draw(painter, tail, side, rtl=not rtl)
        for words in _below(line):
            if words:
                row.translate(0, metrics.lineSpacing())
                _draw(painter, row, words, rtl=rtl)


def _below(line: ResultLine) -> tuple[str, str]:
    return line.summary, line.why


def _draw(painter: QPainter, place: QRect, words: str, *, rtl: bool) -> None:
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), cut)


class ResultList(QListView):
    """Keeps one line current; ``chosen`` when it is picked by Enter or a click."""

    chosen = Signal(object)
    """A line was picked (``ResultLine``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ResultsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(ResultDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(False)
        self.clicked.connect(self._picked)
        self.activated.connect(self._picked)

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return self._model.rowCount()

    def show_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show other lines; the first is current."""
        self._model.set_lines(lines)
        if lines:
            self.setCurrentIndex(self._model.index(0))

    def go(self, step: int) -> None:
        """Make a line further up or down the current one."""
        row = min(max(self.currentIndex().row() + step, 0), self.lines - 1)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))
            event = QtGui.QAccessibleEvent(self, QtGui.QAccessible.Event.Focus)
            event.setChild(row)
            QtGui.QAccessible.updateAccessibility(event)

    def pick_current(self) -> None:
        """Pick the current line, as Enter in the search field does."""
        self._picked(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _picked(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is not None:
            self.chosen.emit(line)
