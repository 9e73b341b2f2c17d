"""A refresh without a disk: the shelf and the catalogue that takes it in. ``tests.fakes`` hands them on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime

from desk.model.catalogue import CatalogueObject
from desk.model.changed_fields import changed_fields
from desk.model.intake import ProblemKind
from desk.model.refresh import (
    KIND_OF,
    CatalogueChange,
    ChangeKind,
    Code,
    CodeListKind,
    Fetched,
    ObjectKind,
    RefreshKind,
    RefreshMemory,
    RefreshRun,
    ShelfCount,
    TakenInRun,
)
from desk.ports.catalogue_refresh import RunContents

Key = tuple[ObjectKind, str]
WANTED, GONE, UNREAD = "wanted", "gone", "unread"


class FakeRefreshShelf:
    """A shelf in memory. ``batch`` is how many objects it hands over at once."""

    def __init__(self, batch: int = 2) -> None:
        """An empty shelf."""
        self._batch = batch
        self._run: RefreshRun | None = None
        self._steps: set[str] = set()
        self._things: dict[Key, CatalogueObject | str] = {}

    def run(self) -> RefreshRun | None:
        """The run that was begun and has not ended."""
        return self._run

    def begin(self, run: RefreshRun) -> None:
        """Begin on an empty shelf."""
        self.forget()
        self._run = run

    def want(self, kind: ObjectKind, ids: Iterable[str], *, step: str) -> int:
        """Note ids; what was gone may be back."""
        new = [key for key in dict.fromkeys((kind, each) for each in ids) if self._things.get(key, GONE) == GONE]
        for key in new:
            self._things[key] = WANTED
        self._steps.add(step)
        return len(new)

    def is_done(self, step: str) -> bool:
        """Whether the step was done."""
        return step in self._steps

    def wanted(self, kind: ObjectKind, limit: int) -> tuple[str, ...]:
        """Ids still to be fetched."""
        return tuple(self._ids(kind, WANTED))[:limit]

    def put(self, kind: ObjectKind, fetched: Fetched, *, step: str | None = None) -> None:
        """Keep objects; what is missing is gone, and what is no longer published too."""
        gone = {each.id for each in fetched.problems if each.kind is ProblemKind.NOT_PUBLISHED and each.id}
        self._things.update({(kind, each.id): UNREAD for each in fetched.problems if each.id and each.id not in gone})
        self.let_go(kind, (*fetched.missing, *gone))
        self._things.update({(kind, each.id): each for each in fetched.objects})
        if step is not None:
            self._steps.add(step)

    def let_go(self, kind: ObjectKind, ids: Iterable[str]) -> None:
        """Note what is no longer in the source."""
        self._things.update({(kind, each): GONE for each in ids})

    def count(self, kind: ObjectKind) -> ShelfCount:
        """How the kind stands."""
        here = sum(of is kind and not isinstance(thing, str) for (of, _), thing in self._things.items())
        wanted, gone, unread = (len(list(self._ids(kind, state))) for state in (WANTED, GONE, UNREAD))
        return ShelfCount(wanted, here, gone, unread)

    def holds(self, kind: ObjectKind, ids: Sequence[str]) -> frozenset[str]:
        """Which of these objects are here."""
        return frozenset(each for each in ids if not isinstance(self._things.get((kind, each), ""), str))

    def batches(self) -> Iterator[Sequence[CatalogueObject]]:
        """Everything that is here, kind by kind."""
        for kind in ObjectKind:
            here = [thing for (of, _), thing in self._things.items() if of is kind and not isinstance(thing, str)]
            for start in range(0, len(here), self._batch):
                yield here[start : start + self._batch]

    def gone(self) -> Iterator[tuple[ObjectKind, str]]:
        """What is no longer in the source."""
        return ((kind, each) for kind in ObjectKind for each in self._ids(kind, GONE))

    def unread(self) -> tuple[tuple[ObjectKind, str], ...]:
        """What could not be read."""
        return tuple((kind, each) for kind in ObjectKind for each in self._ids(kind, UNREAD))

    def forget(self) -> None:
        """Empty the shelf."""
        self._run = None
        self._steps.clear()
        self._things.clear()

    def _ids(self, kind: ObjectKind, state: str) -> Iterator[str]:
        return (each for (of, each), thing in self._things.items() if of is kind and thing == state)


class FakeRefreshedCatalogue:
    """A catalogue in memory that takes runs in. ``now`` is when changes are said to have come."""

    def __init__(self, now: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)) -> None:
        """An empty catalogue."""
        self.now = now
        self.objects: dict[Key, CatalogueObject] = {}
        self._memory = RefreshMemory()
        self._taken = TakenInRun()
        self._codes: dict[CodeListKind, dict[str, Code]] = {}
        self._changes: list[CatalogueChange] = []

    def memory(self) -> RefreshMemory:
        """What earlier runs left."""
        return self._memory

    def ids(self, kind: ObjectKind) -> frozenset[str]:
        """All ids of a kind."""
        return frozenset(each for of, each in self.objects if of is kind)

    def take_in_run(
        self,
        shelf: RunContents,
        run: RefreshRun,
        codes: Sequence[tuple[CodeListKind, Code]],
        told: Callable[[int], None],
    ) -> TakenInRun:
        """Take in the whole shelf, or nothing when ``told`` raises."""
        if self._memory.last_run == run.id:
            return self._taken
        after = dict(self.objects)
        changes: list[CatalogueChange] = []
        done = unchanged = 0
        for item in (item for batch in shelf.batches() for item in batch):
            kind = KIND_OF[type(item)]
            old = after.get((kind, item.id))
            unchanged += old == item
            changes += self._change(kind, old, item)
            after[kind, item.id] = item
            done += 1
            told(done)
        for key in shelf.gone():
            if (lost := after.pop(key, None)) is not None:
                changes.append(CatalogueChange(self.now, ChangeKind.GONE, *key, lost.names))
        new = len(after.keys() - self.objects.keys())
        gone = len(self.objects.keys() - after.keys())
        self._taken = TakenInRun(new, done - new - unchanged, unchanged, gone)
        if self._memory.watermark is not None:
            quiet = {ChangeKind.NEW} if run.kind is RefreshKind.FIRST else set()
            quiet |= {ChangeKind.GONE} if run.areas and run.areas != self._memory.areas else set()
            self._changes += [each for each in changes if each.change not in quiet]
        self.objects = after
        self._codes.update({which: {} for which, _ in codes})
        for which, code in codes:
            self._codes[which][code.code] = code
        swept = self._memory.swept if run.kind is RefreshKind.CHANGES else run.started
        self._memory = RefreshMemory(run.id, run.source, run.areas, run.watermark, swept, shelf.unread())
        return self._taken

    def codes(self, which: CodeListKind) -> tuple[Code, ...]:
        """A code list."""
        return tuple(sorted(self._codes.get(which, {}).values(), key=lambda each: each.code))

    def changes(self, since: datetime, ids: Sequence[str] | None = None) -> tuple[CatalogueChange, ...]:
        """What runs changed, newest first."""
        asked = [each for each in self._changes if each.at > since and (ids is None or each.id in ids)]
        return tuple(reversed(asked))

    def _change(self, kind: ObjectKind, old: CatalogueObject | None, new: CatalogueObject) -> list[CatalogueChange]:
        if old is None:
            return [CatalogueChange(self.now, ChangeKind.NEW, kind, new.id, new.names)]
        fields = changed_fields(old, new)
        return [CatalogueChange(self.now, ChangeKind.CHANGED, kind, new.id, new.names, fields)] if fields else []
