"""Nothing of one citizen stays for the next: fields, what they could undo, lists that complete, the clipboard.

Screens forget what they were shown by themselves. This goes round after them, through whatever can be typed in, so
that a screen that is new, or forgot to, leaves nothing either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection, QClipboard.Mode.FindBuffer)


def wipe(of_the_desk: Iterable[QWidget | None]) -> None:
    """Empty every field but those on screens ``of_the_desk``, whose words are its own; none can be undone anywhere."""
    kept = [screen for screen in of_the_desk if screen is not None]
    for window in QApplication.topLevelWidgets():
        for field in _fields_in(window):
            _wipe_field(field, keeps=any(screen.isAncestorOf(field) for screen in kept))
    wipe_clipboard()


def wipe_clipboard() -> None:
    """The clipboard, and on X11 what is merely selected: a middle click would bring it back."""
    clipboard = QGuiApplication.clipboard()
    for mode in _MODES:
        if mode is QClipboard.Mode.Selection and not clipboard.supportsSelection():
            continue
        if mode is QClipboard.Mode.FindBuffer and not clipboard.supportsFindBuffer():
            continue
        clipboard.clear(mode)


def _fields_in(window: QWidget) -> Iterator[QLineEdit | QTextEdit | QPlainTextEdit]:
    yield from window.findChildren(QLineEdit)
    yield from window.findChildren(QTextEdit)
    yield from window.findChildren(QPlainTextEdit)


def _wipe_field(field: QLineEdit | QTextEdit | QPlainTextEdit, *, keeps: bool) -> None:
    if isinstance(field, QLineEdit):
        if isinstance(field.parentWidget(), QComboBox):
            return  # shows what its list offers
        field.setText(field.text() if keeps else "")  # unlike clear(), this leaves nothing to undo
        completer = field.completer()
        if completer is not None:
            completer.setCompletionPrefix("")
        return
    if keeps or field.isReadOnly():
        field.document().clearUndoRedoStacks()
    else:
        field.setPlainText("")
