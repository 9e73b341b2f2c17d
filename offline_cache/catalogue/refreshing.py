"""A whole run into the catalogue, in one transaction: until it ends, every search sees the catalogue of before."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from desk.model.refresh import Code, CodeListKind, RefreshKind, RefreshRun, TakenInRun
from desk.ports.catalogue_refresh import RunContents
from offline_cache.catalogue.changes import ChangeLog
from offline_cache.catalogue.codes import CodeLists
from offline_cache.catalogue.entries import EntryWriter, Written, few_collections
from offline_cache.catalogue.run_memory import Remembered, read_memory, remember_run
from offline_cache.catalogue.taking_in import told_of
from offline_cache.catalogue.tombstones import Graveyard
from offline_cache.catalogue.words import Forms
from offline_cache.connection import StoreConnection, transaction

Beside = Callable[[StoreConnection], None]


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is taken in together: the shelf's objects, the source's code lists, and who wants to write beside."""

    shelf: RunContents
    run: RefreshRun
    codes: Iterable[tuple[CodeListKind, Code]] = ()
    beside: Beside | None = None
    """Called last, inside the transaction."""


class Refreshing:
    """Takes one run in. ``at`` is now: a change is dated by when the desk could first show it."""

    def __init__(self, connection: StoreConnection, forms: Forms, at: datetime) -> None:
        self._connection = connection
        self._forms = forms
        self._at = at
        self._codes = CodeLists(connection)
        self._log = ChangeLog(connection, at)

    def run(self, parcel: Parcel, told: Callable[[int], None]) -> TakenInRun:
        """Take everything in, or nothing; a run that was taken in already is answered as it was then."""
        with transaction(self._connection), few_collections():
            before = read_memory(self._connection)
            if before.memory.last_run == parcel.run.id:
                return before.taken
            taken = self._written(parcel, before, told)
            remember_run(self._connection, parcel.run, parcel.shelf.unread(), taken)
            if parcel.beside is not None:
                parcel.beside(self._connection)
            return taken

    def _written(self, parcel: Parcel, before: Remembered, told: Callable[[int], None]) -> TakenInRun:
        compares = before.memory.watermark is not None
        entries = EntryWriter(self._connection, self._forms, compares=compares)
        graveyard = Graveyard(self._connection, entries, self._at)
        fetched = parcel.run.started.isoformat()
        new = changed = unchanged = gone = done = 0
        for batch in parcel.shelf.batches():
            written = entries.put(batch, fetched)
            self._codes.learn(batch)
            graveyard.bring_back(entry.item.id for entry in written.new)
            if compares:
                self._note(written, first=parcel.run.kind is RefreshKind.FIRST)
            new, changed = new + len(written.new), changed + len(written.changed)
            unchanged, done = unchanged + written.unchanged, done + len(batch)
            told(done)
        marked = _is_published_no_more(parcel.run, before)
        for buried in graveyard.bury((identity for _, identity in parcel.shelf.gone()), marked=marked):
            gone += len(buried)
            if compares and marked:
                self._log.gone(buried)
        self._settle(parcel, entries)
        return TakenInRun(new, changed, unchanged, gone)

    def _note(self, written: Written, *, first: bool) -> None:
        """Another area's first load brings thousands of new services, which is no news to anybody."""
        if not first:
            self._log.new(written.new)
        self._log.changed((old, entry) for old, entry in written.changed if old is not None)

    def _settle(self, parcel: Parcel, entries: EntryWriter) -> None:
        entries.settle()
        self._codes.write(parcel.codes)
        self._log.prune()
        run = parcel.run
        told_of(self._connection, self._forms, source=run.source, as_of=run.started)


def _is_published_no_more(run: RefreshRun, before: Remembered) -> bool:
    """What a run of other areas than the last one lets go of lies outside of them, and may be published as ever."""
    return not run.areas or run.areas == before.memory.areas
