"""Where the focus was, with its caret: who comes back to a covered screen goes on in the same field."""

from __future__ import annotations

from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


@dataclass(frozen=True, slots=True)
class KeptFocus:
    """A widget, and in a field the caret with what was marked."""

    widget: QWidget | None
    caret: int = 0
    anchor: int = 0
    text: str = ""
    """What stood in a line: a search is emptied while the desk is locked, for its results would lie over the door."""


def kept_focus() -> KeptFocus:
    """Where the focus is now."""
    widget = QApplication.focusWidget()
    kept = KeptFocus(widget)
    if isinstance(widget, QLineEdit):
        caret, start = widget.cursorPosition(), widget.selectionStart()
        anchor = caret if start < 0 else start + len(widget.selectedText()) if caret == start else start
        kept = KeptFocus(widget, caret, anchor, widget.text())
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        kept = KeptFocus(widget, widget.textCursor().position(), widget.textCursor().anchor())
    return kept


def give_back(kept: KeptFocus) -> bool:
    """Put the focus where it was; false when that is not there any more."""
    widget = kept.widget
    if widget is None or not shiboken6.isValid(widget) or not widget.isVisible():
        return False
    widget.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    if isinstance(widget, QLineEdit):
        if not widget.text() and kept.text:
            widget.setText(kept.text)
        if kept.anchor == kept.caret:
            widget.setCursorPosition(kept.caret)
        else:
            widget.setSelection(kept.anchor, kept.caret - kept.anchor)
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(kept.anchor)
        cursor.setPosition(kept.caret, cursor.MoveMode.KeepAnchor)
        widget.setTextCursor(cursor)
    return True
