"""What comes in when the catalogue is filled from outside, and what is said about it afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.model.catalogue import CatalogueObject
from desk.model.search import Counts


class ProblemKind(StrEnum):
    """Why something in a readable file was not taken in."""

    BROKEN = "broken"
    """A field holds what it cannot hold."""
    UNKNOWN = "unknown"
    """Not an object of the catalogue, as far as its keys tell."""
    IDS_ONLY = "ids_only"
    """A page of ids and names: nothing to take in."""
    NOT_PUBLISHED = "not_published"


@dataclass(frozen=True, slots=True)
class IntakeProblem:
    """One thing that was left out: where it was, which object, which field, and what the reader said."""

    kind: ProblemKind
    file: str
    id: str | None = None
    field: str | None = None
    reason: str | None = None
    modified: datetime | None = None
    """Of what is not published: when that was said."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An object that is no longer published, as a file says: an older copy of it goes."""

    id: str
    modified: datetime | None = None


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """What one file or answer of the API held, or a part of it: parts of one name follow one another.

    ``done`` and ``whole`` are bytes, for the progress bar.
    """

    name: str
    objects: tuple[CatalogueObject, ...] = ()
    problems: tuple[IntakeProblem, ...] = ()
    done: int = 0
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Intake:
    """One run: where the objects come from and when. Filling the starter catalogue makes nothing fresher."""

    source: str
    at: datetime
    starter: bool = False


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a store did with the objects of one run."""

    counts: Counts
    unchanged: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is. ``whole`` is 0 while nobody knows."""

    done: int
    whole: int
    objects: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. ``unchanged`` were there already, word for word; ``withdrawn`` were, and are no longer."""

    files: int
    taken_in: Counts
    unchanged: int
    problems: tuple[IntakeProblem, ...]
    seconds: float
    withdrawn: int = 0
