"""The service point's own notes and marks."""

from __future__ import annotations

from desk.errors.known import DeskError


class NoteError(DeskError):
    """A note does not allow what was asked."""

    id = "note"


class NoteUnknown(NoteError):
    id = "note.unknown"


class NoteClosed(NoteError):
    id = "note.closed"


class NoteTextLength(NoteError):
    id = "note.text_length"


class NoteDayOver(NoteError):
    id = "note.day_over"
