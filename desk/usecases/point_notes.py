"""The point's own notes over the national texts, and marks that something was wrong at the counter.

A note is never rewritten: a new one takes its place, and the old one stays with its dates.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk.errors import NoteClosed, NoteDayOver, NoteTextLength, NoteUnknown
from desk.model.ids import uuid7
from desk.model.point_note import NoteId, NoteKind, PointNote, Subject
from desk.model.role import Function
from desk.ports import Clock
from desk.ports.point_notes import PointNotes
from desk.usecases.duty import Duty
from desk.usecases.kept_text import without_secret
from desk.usecases.note_subjects import NoteSubjects
from i18n.language import Language

SHORTEST, LONGEST = 2, 500


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """What a clerk wants to write down."""

    about: Subject
    text: str
    until: date | None = None
    on_paper: bool = False


class NoteBook:
    """Writes notes of both kinds, with the name of what they are about as it is today."""

    def __init__(self, notes: PointNotes, subjects: NoteSubjects, clock: Clock, duty: Duty) -> None:
        self._notes = notes
        self._subjects = subjects
        self._clock = clock
        self._duty = duty

    def write(self, draft: NoteDraft, language: Language, replaces: NoteId | None = None) -> PointNote:
        """Keep an own note, in place of an older one if it is named.

        Raises ``SecretInText``, ``NoteTextLength``, ``NoteDayOver``, and what the subject or the old note raises.
        """
        self._duty.require(Function.KEEP_CONTENT)
        if draft.until is not None and draft.until < self._clock.today():
            raise NoteDayOver(day=draft.until)
        return self._kept(NoteKind.OWN, draft, language, replaces)

    def kinds(self) -> frozenset[NoteKind]:
        """Return what the one at the desk may write: own notes, what was wrong, or neither."""
        keeps = self._duty.may(Function.KEEP_CONTENT)
        marks = keeps or self._meets_citizens
        return frozenset(kind for kind, may in ((NoteKind.OWN, keeps), (NoteKind.WRONG, marks)) if may)

    @property
    def _meets_citizens(self) -> bool:
        return self._duty.may(Function.HELP) and not self._duty.stores_nothing

    def mark_wrong(self, about: Subject, text: str, language: Language) -> PointNote:
        """Keep that something was wrong at the counter; raises as ``write`` does.

        Whoever meets citizens may, unless they store nothing: these are words that somebody writes freely.
        """
        self._duty.require(Function.HELP if self._meets_citizens else Function.KEEP_CONTENT)
        return self._kept(NoteKind.WRONG, NoteDraft(about, text), language, None)

    def settle(self, mark: NoteId, outcome: str) -> None:
        """Close a mark with what came of it; raises ``NoteUnknown``, ``NoteClosed``, ``SecretInText``."""
        self._duty.require(Function.KEEP_CONTENT)
        if self._notes.note(mark).kind is not NoteKind.WRONG:
            raise NoteUnknown(note=mark)
        self._notes.close(mark, self._clock.now(), written(outcome))

    def withdraw(self, note: NoteId) -> None:
        """Take an own note away: it stays in the list of closed ones. Raises ``NoteUnknown``, ``NoteClosed``."""
        self._duty.require(Function.KEEP_CONTENT)
        if self._notes.note(note).kind is not NoteKind.OWN:
            raise NoteUnknown(note=note)
        self._notes.close(note, self._clock.now(), "")

    def _kept(self, kind: NoteKind, draft: NoteDraft, language: Language, replaces: NoteId | None) -> PointNote:
        text = written(draft.text)
        old = self._notes.note(replaces) if replaces is not None else None
        if old is not None and (old.kind is not kind or old.about != draft.about):
            raise NoteUnknown(note=old.id)
        if old is not None and old.closed is not None:
            raise NoteClosed(note=old.id)
        described = self._subjects.describe(draft.about, language)
        now = self._clock.now()
        note = PointNote(
            id=NoteId(uuid7(int(now.timestamp() * 1000))),
            kind=kind,
            about=draft.about,
            name=described.name,
            text=text,
            at=now,
            until=draft.until,
            replaces=replaces,
            keeper=described.keeper,
            language=language,
            on_paper=draft.on_paper,
        )
        self._notes.add(note)
        return note


def written(text: str) -> str:
    """The text as it is kept; raises ``NoteTextLength`` and ``SecretInText``."""
    lines = ("".join(map(_as_it_shows, line)).strip() for line in text.splitlines())
    kept = "\n".join(lines).strip()
    if not SHORTEST <= len(kept) <= LONGEST:
        raise NoteTextLength(least=SHORTEST, most=LONGEST, given=len(kept))
    return without_secret(kept)


def _as_it_shows(letter: str) -> str:
    """What is copied from a page has tabs and spaces that do not break: words stay apart there."""
    if letter.isprintable():
        return letter
    return " " if letter.isspace() else ""


@dataclass(frozen=True, slots=True)
class ListedNote:
    """One line of the list. ``name`` is what the subject is called today, or was called when it was still there."""

    note: PointNote
    name: str
    is_gone: bool
    counts: bool


class ListNotes:
    """The point's notes, newest first."""

    def __init__(self, notes: PointNotes, subjects: NoteSubjects, clock: Clock) -> None:
        self._notes = notes
        self._subjects = subjects
        self._clock = clock

    def __call__(self, language: Language, *, closed: bool = False) -> tuple[ListedNote, ...]:
        """Return the notes that are open, or with ``closed`` every one that was ever written."""
        notes = [note for note in self._notes.all() if closed or note.closed is None]
        gone = self._subjects.gone(note.about for note in notes)
        today = self._clock.today()
        return tuple(
            ListedNote(note, self._name(note, gone, language), note.about in gone, note.counts_on(today))
            for note in notes
        )

    def _name(self, note: PointNote, gone: frozenset[Subject], language: Language) -> str:
        return note.name if note.about in gone else self._subjects.describe(note.about, language).name
