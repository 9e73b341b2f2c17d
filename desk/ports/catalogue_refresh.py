"""What a refresh needs of the disk: a shelf for what was fetched, and the catalogue that takes it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from desk.model.catalogue import CatalogueObject
    from desk.model.refresh import (
        CatalogueChange,
        Code,
        CodeListKind,
        Fetched,
        ObjectKind,
        RefreshMemory,
        RefreshRun,
        ShelfCount,
        TakenInRun,
    )


class RunContents(Protocol):
    """What is taken in together: a run's shelf, or an outreach pack."""

    def batches(self) -> Iterator[Sequence[CatalogueObject]]:
        """Return all objects, kind by kind in the order of ``ObjectKind``."""
        ...

    def gone(self) -> Iterator[tuple[ObjectKind, str]]:
        """Return what is no longer in the source; asked for after the last batch."""
        ...

    def unread(self) -> tuple[tuple[ObjectKind, str], ...]:
        """Return what could not be read: it is asked for again in the next run."""
        ...


class RefreshShelf(Protocol):
    """Where a run gathers what it fetched until all of it is here. No search ever sees it; every call is on disk when
    it returns, so that a run that was cut off anywhere goes on where it was."""

    def run(self) -> RefreshRun | None:
        """Return the run that was begun and has not ended."""
        ...

    def begin(self, run: RefreshRun) -> None:
        """Begin a run on an empty shelf."""
        ...

    def want(self, kind: ObjectKind, ids: Iterable[str], *, step: str) -> int:
        """Note ids to be fetched and that this step of the run is done, together; returns how many were new to it."""
        ...

    def is_done(self, step: str) -> bool:
        """Tell whether a step of the run was done, before or after it was cut off."""
        ...

    def wanted(self, kind: ObjectKind, limit: int) -> tuple[str, ...]:
        """Return ids still to be fetched, first noted first."""
        ...

    def put(self, kind: ObjectKind, fetched: Fetched, *, step: str | None = None) -> None:
        """Keep objects; these, what is missing and what cannot be read are no longer wanted."""
        ...

    def let_go(self, kind: ObjectKind, ids: Iterable[str]) -> None:
        """Note what is no longer in the source."""
        ...

    def count(self, kind: ObjectKind) -> ShelfCount:
        """Return how many are wanted, here, gone, and could not be read."""
        ...

    def holds(self, kind: ObjectKind, ids: Sequence[str]) -> frozenset[str]:
        """Return which of these are on the shelf."""
        ...

    def batches(self) -> Iterator[Sequence[CatalogueObject]]:
        """Return everything on the shelf, kind by kind in the order of ``ObjectKind``."""
        ...

    def gone(self) -> Iterator[tuple[ObjectKind, str]]:
        """Return what is no longer in the source."""
        ...

    def unread(self) -> tuple[tuple[ObjectKind, str], ...]:
        """Return what could not be read: it is asked for again in the next run."""
        ...

    def forget(self) -> None:
        """Empty the shelf, and give its space back."""
        ...


class RefreshedCatalogue(Protocol):
    """The catalogue as a refresh sees it."""

    def memory(self) -> RefreshMemory:
        """Return what earlier runs left: when, of what, and what could not be read."""
        ...

    def ids(self, kind: ObjectKind) -> frozenset[str]:
        """Return the ids of all real objects of a kind; starter objects are not the source's."""
        ...

    def take_in_run(
        self,
        shelf: RunContents,
        run: RefreshRun,
        codes: Sequence[tuple[CodeListKind, Code]],
        told: Callable[[int], None],
    ) -> TakenInRun:
        """Take in the whole shelf in one transaction: before it the last catalogue is there, after it this one.

        A run that was taken in already (``memory().last_run``) is not taken in again. ``told`` gets the number of
        objects so far, and may raise to stop: then nothing has changed.
        """
        ...

    def codes(self, which: CodeListKind) -> tuple[Code, ...]:
        """Return a code list, by code."""
        ...

    def changes(self, since: datetime, ids: Sequence[str] | None = None) -> tuple[CatalogueChange, ...]:
        """Return what runs changed since then, newest first; of these objects only, when they are named."""
        ...
