"""Every keyboard shortcut of the program, in one place, so that no two are the same."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QKeySequence


class Shortcut(Enum):
    """A key for each thing that a clerk does often."""

    SEARCH = "Ctrl+K"
    PRINT = "Ctrl+P"
    SAVE_PAPER = "Ctrl+S"
    SAVE_CALENDAR = "Ctrl+Shift+S"
    UNDO = "Ctrl+Z"
    REDO = "Ctrl+Shift+Z"
    NEXT_PERSON = "F9"
    PARK = "F8"
    END_VISIT = "Ctrl+E"
    ADD_ERRAND = "Ctrl+Shift+A"
    COUNTER = "Alt+1"
    VISIT = "Alt+2"
    PAPERS = "Alt+3"
    SERVICES = "Alt+4"
    CATALOGUE = "Alt+5"
    POINT = "Alt+6"
    DAYS = "Alt+7"
    NEXT_QUESTION = "Ctrl+Down"
    PREVIOUS_QUESTION = "Ctrl+Up"
    GO_TO_PATH = "F6"
    PHRASES = "F7"
    STILL_TRUE = "F2"
    WRONG_HERE = "Ctrl+Shift+W"
    OFF_PAPER = "Ctrl+Shift+O"
    CITIZEN_VIEW = "F11"
    LOCK = "F12"
    PRIVACY = "F10"
    PERSON = "Ctrl+I"
    KEPT_DATA = "Ctrl+Shift+I"
    MANDATE = "Ctrl+M"
    DOCUMENTS = "Ctrl+D"
    MEETING = "Ctrl+T"
    PRACTICE = "Ctrl+Shift+P"
    LARGER_TEXT = "Ctrl++"
    SMALLER_TEXT = "Ctrl+-"

    @property
    def keys(self) -> QKeySequence:
        """The keys, as Qt takes them."""
        return QKeySequence(self.value)

    @property
    def shown(self) -> str:
        """The keys as this computer writes them, for a label."""
        return self.keys.toString(QKeySequence.SequenceFormat.NativeText)
