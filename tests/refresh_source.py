"""A national catalogue without a network, which lives while it is read. ``tests.fakes`` hands its reader on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from desk.errors import SourceUnreachable
from desk.model.catalogue import CatalogueObject, Channel, Organization, Service
from desk.model.intake import IntakeProblem, ProblemKind
from desk.model.local_text import LocalText
from desk.model.refresh import (
    KIND_OF,
    Code,
    CodeListKind,
    Fetched,
    IdPage,
    ObjectKind,
    ObjectPage,
    ObjectState,
    SyncArea,
)

FIRST_MOMENT = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Stood:
    """An object and how it stands; ``listed`` in pages, ``readable`` when it is fetched."""

    item: CatalogueObject
    modified: datetime
    state: ObjectState = ObjectState.PUBLISHED
    listed: bool = True
    readable: bool = True


@dataclass
class FakeSource:
    """The objects, and a clock that goes on a second with each change."""

    now: datetime = FIRST_MOMENT
    stood: dict[str, Stood] = field(default_factory=dict)
    codes: dict[CodeListKind, tuple[Code, ...]] = field(default_factory=dict)
    regions: dict[SyncArea, frozenset[str]] = field(default_factory=dict)
    """The municipalities of areas that are not one themselves. Only the source knows them."""

    def publish(self, *items: CatalogueObject) -> None:
        """Put objects in, or change them."""
        for item in items:
            self.stood[item.id] = Stood(item, self._tick())

    def end(self, identity: str, state: ObjectState = ObjectState.ARCHIVED) -> None:
        """An object ends."""
        self.stood[identity] = replace(self.stood[identity], state=state, modified=self._tick())

    def remove(self, *ids: str) -> None:
        """Objects vanish without a word."""
        for identity in ids:
            del self.stood[identity]

    def spoil(self, identity: str, readable: bool = False) -> None:
        """An object cannot be read, or can be again."""
        self.stood[identity] = replace(self.stood[identity], readable=readable)

    def published(self) -> dict[tuple[ObjectKind, str], CatalogueObject]:
        """What a fresh catalogue of the whole country holds."""
        return {
            (KIND_OF[type(each.item)], each.item.id): each.item
            for each in self.stood.values()
            if each.state is ObjectState.PUBLISHED
        }

    def _tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class FakeReader:
    """Reads a ``FakeSource``. ``before`` is called with each question, and may change the source or raise."""

    def __init__(self, source: FakeSource, *, name: str = "a source", page: int = 3, at_once: int = 2) -> None:
        """A reader of small pages."""
        self.source = source
        self.name = name
        self.at_once = at_once
        self.asked: list[str] = []
        self.before: Callable[[str], None] = lambda asked: None
        self.closed = 0
        self._page = page

    @property
    def received(self) -> int:
        """A hundred bytes for each answer."""
        return 100 * len(self.asked)

    @property
    def source_time(self) -> datetime | None:
        """The source's clock, once it was asked something."""
        return self.source.now if self.asked else None

    def ids(
        self,
        kind: ObjectKind,
        page: int,
        *,
        since: datetime | None = None,
        state: ObjectState = ObjectState.PUBLISHED,
        area: SyncArea | None = None,
    ) -> IdPage:
        """One page of ids."""
        self._ask(f"ids {kind} {page} {state} {area or ''} {'since' if since else ''}".strip())
        found = [
            each.item.id
            for each in self._of(kind, area)
            if each.state is state and each.listed and (since is None or each.modified > since)
        ]
        return IdPage(tuple(self._cut(found, page)), self._pages(found))

    def objects(self, kind: ObjectKind, ids: Sequence[str]) -> Fetched:
        """Objects by id."""
        self._ask(f"objects {kind} {' '.join(ids)}")
        assert len(ids) <= self.at_once
        here = {str(each.item.id): each for each in self._of(kind) if each.state is ObjectState.PUBLISHED}
        return Fetched(
            tuple(here[each].item for each in ids if each in here and here[each].readable),
            tuple(each for each in ids if each not in here),
            tuple(_problem(each) for each in ids if each in here and not here[each].readable),
        )

    def objects_of_area(self, kind: ObjectKind, area: SyncArea, page: int) -> ObjectPage:
        """One page of an area."""
        self._ask(f"area {kind} {page} {area}")
        found = [each for each in self._of(kind, area) if each.state is ObjectState.PUBLISHED]
        cut = self._cut(found, page)
        return ObjectPage(
            tuple(each.item for each in cut if each.readable),
            tuple(_problem(each.item.id) for each in cut if not each.readable),
            self._pages(found),
        )

    def codes(self, which: CodeListKind) -> tuple[Code, ...]:
        """A code list."""
        self._ask(f"codes {which}")
        return self.source.codes.get(which, ())

    def close(self) -> None:
        """Count it."""
        self.closed += 1

    def fail_at(self, number: int) -> None:
        """The network is gone from the numbered question on."""

        def fail(_asked: str) -> None:
            if len(self.asked) >= number:
                raise SourceUnreachable(source=self.name, reason="cut off")

        self.before = fail

    def _ask(self, asked: str) -> None:
        self.before(asked)
        self.asked.append(asked)

    def _of(self, kind: ObjectKind, area: SyncArea | None = None) -> list[Stood]:
        found = [each for each in self.source.stood.values() if KIND_OF[type(each.item)] is kind]
        return found if area is None else [each for each in found if self._serves(each.item, area)]

    def _serves(self, item: CatalogueObject, area: SyncArea) -> bool:
        places = self.source.regions.get(area, frozenset({area.code}))
        if isinstance(item, Organization):
            return item.municipality_code in places
        assert isinstance(item, Service | Channel)
        named = ((each.kind, each.code) == (area.kind, area.code) for each in item.areas)
        return item.nationwide or any(named) or any(not places.isdisjoint(each.municipalities) for each in item.areas)

    def _cut(self, found: list, page: int) -> list:
        return found[(page - 1) * self._page : page * self._page]

    def _pages(self, found: list) -> int:
        return -(-len(found) // self._page)


def _problem(identity: str) -> IntakeProblem:
    return IntakeProblem(ProblemKind.BROKEN, "a source", id=identity, field="names", reason="broken")


def names(text: str) -> LocalText:
    """A name in Finnish."""
    return LocalText({"fi": text})
