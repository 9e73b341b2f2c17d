"""The point's notes in the casebook store: beside the journal, so that a catalogue fetched anew does not lose them."""

from __future__ import annotations

from datetime import date, datetime

from desk.errors import NoteClosed, NoteUnknown
from desk.model.hours import HELSINKI
from desk.model.point_note import NoteId, NoteKind, PointNote, Subject, SubjectKind
from i18n.language import Language
from offline_cache.connection import StoreConnection, transaction
from offline_cache.store import DeskFolder

_COLUMNS = (
    "id, kind, about_kind, about_id, name, text, at, until, replaces, closed, outcome, keeper, language, on_paper"
)
_ADD = f"INSERT INTO note ({_COLUMNS}) VALUES ({', '.join('?' * 14)})"  # noqa: S608  put together from constants
_CLOSE = "UPDATE note SET closed = ?, outcome = ? WHERE id = ? AND closed IS NULL"
_ONE = f"SELECT {_COLUMNS} FROM note WHERE id = ?"  # noqa: S608
_ALL = f"SELECT {_COLUMNS} FROM note ORDER BY at DESC, id DESC"  # noqa: S608
_COUNTING = f"""
    SELECT {_COLUMNS} FROM note WHERE closed IS NULL AND (until IS NULL OR until >= ?) ORDER BY at, id
"""  # noqa: S608


def notes_in(folder: DeskFolder) -> SqlPointNotes:
    """The notes of an open data folder."""
    return SqlPointNotes(folder.casebook)


class SqlPointNotes:
    """The port ``desk.ports.point_notes.PointNotes``. One thread uses it at a time."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection

    def add(self, note: PointNote) -> None:
        """Keep a new note, and close the one that it replaces."""
        with transaction(self._connection):
            if note.replaces is not None:
                self._close(note.replaces, note.at, "")
            self._connection.execute(_ADD, _row(note))

    def close(self, note: NoteId, at: datetime, outcome: str) -> None:
        """Close a note with what came of it."""
        with transaction(self._connection):
            self._close(note, at, outcome)

    def note(self, identity: NoteId) -> PointNote:
        """One note."""
        row = self._connection.execute(_ONE, (identity,)).fetchone()
        if row is None:
            raise NoteUnknown(note=identity)
        return _note(row)

    def all(self) -> tuple[PointNote, ...]:
        """Every note, newest first."""
        return tuple(_note(row) for row in self._connection.execute(_ALL).fetchall())

    def counting(self, day: date) -> tuple[PointNote, ...]:
        """The notes that count on a day, oldest first."""
        return tuple(_note(row) for row in self._connection.execute(_COUNTING, (day.isoformat(),)).fetchall())

    def _close(self, note: NoteId, at: datetime, outcome: str) -> None:
        if self.note(note).closed is not None:
            raise NoteClosed(note=note)
        self._connection.execute(_CLOSE, (at.isoformat(), outcome, note))


def _row(note: PointNote) -> tuple[object, ...]:
    return (
        note.id,
        note.kind.value,
        note.about.kind.value,
        note.about.id,
        note.name,
        note.text,
        note.at.isoformat(),
        note.until.isoformat() if note.until else None,
        note.replaces,
        note.closed.isoformat() if note.closed else None,
        note.outcome,
        note.keeper,
        note.language.value,
        int(note.on_paper),
    )


def _note(row: tuple[str, ...]) -> PointNote:
    (identity, kind, about_kind, about, name, text, at, until, replaces, closed, outcome, keeper, language, paper) = row
    return PointNote(
        id=NoteId(identity),
        kind=NoteKind(kind),
        about=Subject(SubjectKind(about_kind), about),
        name=name,
        text=text,
        at=_moment(at),
        until=date.fromisoformat(until) if until else None,
        replaces=NoteId(replaces) if replaces else None,
        closed=_moment(closed) if closed else None,
        outcome=outcome,
        keeper=keeper,
        language=Language(language),
        on_paper=bool(paper),
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(HELSINKI)
