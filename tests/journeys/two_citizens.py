"""All that a window, its clipboard and its papers could tell of a citizen, and what tells one citizen apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtGui import QAction, QClipboard, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_MOST_UNDONE = 20


def plain(text: str) -> str:
    """A text in one way of writing."""
    return _SPACES.sub(" ", text).casefold()


class Marks:
    """What can be told of one citizen alone, in every form in which it could show."""

    def __init__(self, *words: str) -> None:
        self._words = tuple(plain(word) for word in words)

    def found_in(self, texts: dict[str, str]) -> dict[str, list[str]]:
        """Each mark with the places where it stands."""
        found: dict[str, list[str]] = {}
        for place, text in texts.items():
            told = plain(text)
            for mark in self._words:
                if mark in told:
                    found.setdefault(mark, []).append(place)
        return found


def all_texts() -> dict[str, str]:
    """Every word that any widget holds, shown or not, what can be undone in it, and the clipboard."""
    told: dict[str, str] = {}
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what was let go of is gone
    for number, widget in enumerate(each for each in QApplication.allWidgets() if isValid(each)):
        place = f"{number} {type(widget).__name__}"
        for parent in _parents(widget):
            place += f" < {type(parent).__name__}"
        told[place] = "\n".join(filter(None, _texts_of(widget)))
    clipboard = QGuiApplication.clipboard()
    for mode in clipboards():
        mime = clipboard.mimeData(mode)
        html = mime.html() if mime is not None else ""  # type: ignore[redundant-expr]  # offscreen there may be none
        told[f"clipboard {mode.name}"] = f"{clipboard.text(mode)}\n{html}"
    return told


def clipboards() -> list[QClipboard.Mode]:
    """The clipboard, and on X11 what is merely selected."""
    selects = QGuiApplication.clipboard().supportsSelection()
    return [QClipboard.Mode.Clipboard, *([QClipboard.Mode.Selection] if selects else [])]


def _parents(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.objectName(), widget.windowFilePath())
    for name in (bytes(each.data()).decode() for each in widget.dynamicPropertyNames()):
        with suppress(RuntimeError):  # Qt's own, which Python cannot read
            yield str(widget.property(name))
    for action in widget.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly):
        yield from (action.text(), action.toolTip(), action.statusTip(), action.iconText())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QGroupBox():
            yield widget.title()
        case QLineEdit():
            yield from (widget.placeholderText(), *_line_through_time(widget))
        case QTextEdit() | QPlainTextEdit():
            yield from _document_through_time(widget)
        case QComboBox():
            yield from (widget.currentText(), *_rows(widget.model()))
        case QAbstractItemView():
            yield from _rows(widget.model())


def _line_through_time(field: QLineEdit) -> Iterator[str]:
    """What it shows, and what Ctrl+Z and Ctrl+Shift+Z would bring back."""
    yield field.text()
    completer = field.completer()
    if completer is not None:
        yield completer.completionPrefix()
    before, blocked = field.text(), field.blockSignals(True)
    undone = 0
    while field.isUndoAvailable() and undone < _MOST_UNDONE:
        field.undo()
        undone += 1
        yield field.text()
    for _ in range(undone):
        field.redo()
    while field.isRedoAvailable() and undone < 2 * _MOST_UNDONE:
        field.redo()
        undone += 1
        yield field.text()
    if field.text() != before:
        field.setText(before)
    field.blockSignals(blocked)


def _document_through_time(field: QTextEdit | QPlainTextEdit) -> Iterator[str]:
    document = field.document()
    yield field.toPlainText()
    undone = 0
    while document.isUndoAvailable() and undone < _MOST_UNDONE:
        field.undo()
        undone += 1
        yield field.toPlainText()
    for _ in range(undone):
        field.redo()


def _rows(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    for row in range(model.rowCount(QModelIndex())):
        for column in range(model.columnCount(QModelIndex())):
            index = model.index(row, column, QModelIndex())
            for role in range(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole + 10):
                told = model.data(index, role)
                if isinstance(told, str):
                    yield told
                elif told is not None and type(told).__module__.startswith(("ui.", "desk.")):
                    yield repr(told)


def words_of_pdf(pdf: bytes) -> str:
    """The text, the title and all else that a PDF says of itself."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        return "\n".join([*pages, repr(document.get_metadata_dict())])
    finally:
        document.close()


def files_in(folder: Path) -> dict[str, str]:
    """Every file under a folder, by name and content."""
    return {
        f"file {path.name}": path.name + path.read_bytes().decode("utf-8", "replace")
        for path in folder.rglob("*")
        if path.is_file()
    }


def type_everywhere(window: QWidget, word: str, but: Sequence[QWidget | None]) -> int:
    """Type into every field that can be typed in, as a person would: it can be undone. Returns how many there were.

    Screens of the desk itself are left out: what is written there is stored, and is the desk's own.
    """
    typed = 0
    for field in window.findChildren(QLineEdit):
        if any(screen is not None and screen.isAncestorOf(field) for screen in but):
            continue
        if field.isEnabled() and field.isVisible() and not field.isReadOnly():
            field.selectAll()
            field.insert(word)
            typed += 1
    areas: list[QTextEdit | QPlainTextEdit] = [*window.findChildren(QTextEdit), *window.findChildren(QPlainTextEdit)]
    for area in areas:
        if area.isEnabled() and area.isVisible() and not area.isReadOnly():
            area.selectAll()
            area.textCursor().insertText(word)
            typed += 1
    return typed
