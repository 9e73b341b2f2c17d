"""The lines of a search, as Qt's lists want them. Each says its whole meaning to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

_Index = QModelIndex | QPersistentModelIndex


class ResultLine(NamedTuple):
    """One result in words. ``key`` is what the presenter gave it, and gets back."""

    key: str
    kind: str
    """The kind, in words: errand, service, place …"""
    title: str
    agency: str = ""
    why: str = ""
    summary: str = ""
    is_errand: bool = False

    def spoken(self) -> str:
        """Everything on the line, in the order in which it is read."""
        return ". ".join(part for part in (self.title, self.kind, self.agency, self.why) if part)


class ResultsModel(QAbstractListModel):
    """A list of result lines."""

    LINE = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ResultLine, ...] = ()

    def set_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, index: _Index) -> ResultLine | None:
        """The line at a place."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken()
        return line if role == self.LINE else None
