"""What a service point writes beside the national texts: its own notes, and marks that something was wrong.

A note is never changed: a new one takes its place, and the old one stays with its dates. Notes are about services,
channels and steps, never about a citizen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from desk.model.ids import ErrandId, StepId
from i18n.language import Language

NoteId = NewType("NoteId", str)


class NoteKind(StrEnum):
    """Why it was written."""

    OWN = "own"
    """The point's own knowledge, laid over the national text: “the door is at the back”."""
    WRONG = "wrong"
    """This was wrong at the counter: to be told to whoever keeps the text."""


ALL_KINDS = frozenset(NoteKind)


class SubjectKind(StrEnum):
    """What a note can be about."""

    SERVICE = "service"
    CHANNEL = "channel"
    GENERAL_DESCRIPTION = "general_description"
    STEP = "step"


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """A thing of the catalogue by its id, or a step as ``errand/step``."""

    kind: SubjectKind
    id: str


def step_subject(errand: ErrandId | str, step: StepId | str) -> Subject:
    """The subject that a step is."""
    return Subject(SubjectKind.STEP, f"{errand}/{step}")


@dataclass(frozen=True, slots=True)
class PointNote:
    """One note. ``name``: what the subject was called then, and ``keeper`` who keeps its text. ``until``: the last
    day it counts, if it has one. ``language``: what it is written in. ``on_paper``: citizens get it on paper too.

    ``replaces`` is the note that it stands in for; ``closed`` is when it was taken away or settled, and ``outcome``
    what came of it.
    """

    id: NoteId
    kind: NoteKind
    about: Subject
    name: str
    text: str
    at: datetime
    until: date | None = None
    replaces: NoteId | None = None
    closed: datetime | None = None
    outcome: str = ""
    keeper: str = ""
    language: Language = Language.FI
    on_paper: bool = False

    def counts_on(self, day: date) -> bool:
        """Tell whether it is to be shown on a day."""
        return self.closed is None and (self.until is None or day <= self.until)
