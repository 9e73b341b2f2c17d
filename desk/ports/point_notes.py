"""Where the service point's notes are kept, and what it uses most: in the casebook, as they cannot be fetched again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime

    from desk.model.freshness import Use
    from desk.model.point_note import NoteId, PointNote, Subject


class PointNotes(Protocol):
    """The point's own notes and marks. A note's words are never changed, and no note is ever removed."""

    def add(self, note: PointNote) -> None:
        """Keep a new note; the one that it replaces is closed at that moment, in the same transaction."""
        ...

    def close(self, note: NoteId, at: datetime, outcome: str) -> None:
        """Close a note with what came of it; raises ``NoteUnknown``, or ``NoteClosed`` when it was closed before."""
        ...

    def note(self, identity: NoteId) -> PointNote:
        """Return one note; raises ``NoteUnknown``."""
        ...

    def all(self) -> tuple[PointNote, ...]:
        """Return every note that was ever written, newest first."""
        ...

    def counting(self, day: date) -> tuple[PointNote, ...]:
        """Return the notes that count on a day, oldest first."""
        ...


class DeskUse(Protocol):
    """How often errands and services are used here, by the month. Nothing of it tells of a person."""

    def looked_at(self, subject: Subject, day: date) -> None:
        """Count that something was looked at; a desk that only reads counts nothing."""
        ...

    def since(self, moment: datetime, most: int) -> Use:
        """Return the errands of the visits since then, and what was looked at most in those months."""
        ...
