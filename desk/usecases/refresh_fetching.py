"""Fetches what a refresh wants and puts it on the shelf, with what it names; what does not belong here is left out."""

from __future__ import annotations

from collections.abc import Sequence

from desk.model.catalogue import CatalogueObject
from desk.model.intake import IntakeProblem, ProblemKind
from desk.model.refresh import Fetched, ObjectKind, SyncArea
from desk.ports.catalogue_feeds import CatalogueReader
from desk.ports.catalogue_refresh import RefreshShelf
from desk.usecases.refresh_holdings import DeskHoldings
from desk.usecases.refresh_plan import BY_AREA, ORDER
from desk.usecases.refresh_scope import Scope
from desk.usecases.refresh_watch import RefreshWatch

NAMED = "named"
"""The step that is never over: objects go on naming others until nothing is wanted any more."""

AT_ONCE = {ObjectKind.COLLECTION: 10}
"""What is fetched one by one is kept every now and then."""


class Fetching:
    """The fetching of one run. ``problems`` are those met since it was begun or went on."""

    def __init__(self, reader: CatalogueReader, shelf: RefreshShelf, held: DeskHoldings, watch: RefreshWatch) -> None:
        self.problems: list[IntakeProblem] = []
        self._reader = reader
        self._shelf = shelf
        self._held = held
        self._watch = watch

    def pages_of(self, area: SyncArea, scope: Scope) -> None:
        """Fetch an area page by page; what moved from page to page meanwhile is fetched by its id afterwards."""
        for kind in BY_AREA:
            if not self._shelf.is_done(every := f"pages {kind} {area}"):
                self._pages_of_kind(kind, area, scope)
                self._shelf.want(kind, (), step=every)

    def _pages_of_kind(self, kind: ObjectKind, area: SyncArea, scope: Scope) -> None:
        number, pages = 1, 1
        while number <= pages:
            if self._shelf.is_done(step := f"page {kind} {area} {number}"):
                pages = max(pages, number + 1)  # how many there are, the first page that was not read yet will tell
            else:
                self._watch.fetching(kind)
                page = self._reader.objects_of_area(kind, area, number)
                pages = page.pages
                self._put(kind, Fetched(page.objects, (), page.problems), scope, step)
            number += 1

    def all_wanted(self, scope: Scope) -> None:
        """Fetch by id until nothing is wanted."""
        for kind in ORDER:
            at_once = min(self._reader.at_once, AT_ONCE.get(kind, self._reader.at_once))
            while wanted := self._shelf.wanted(kind, at_once):
                self._watch.fetching(kind)
                self._put(kind, self._fetched(kind, wanted), scope)

    def _fetched(self, kind: ObjectKind, wanted: Sequence[str]) -> Fetched:
        """What was asked for. What is missing is asked for once more: to let go of an object is no small thing."""
        came = self._reader.objects(kind, wanted)
        missing = _not_given(came, wanted)
        if not missing:
            return came
        self._watch.fetching(kind)
        again = self._reader.objects(kind, missing)
        return Fetched((*came.objects, *again.objects), _not_given(again, missing), (*came.problems, *again.problems))

    def _put(self, kind: ObjectKind, came: Fetched, scope: Scope, step: str | None = None) -> None:
        """Put on the shelf what belongs here. Its names are wanted first: cut off between, it comes and names again."""
        kept: list[CatalogueObject] = []
        strangers: list[str] = []
        for item in came.objects:
            if scope.keeps(item):
                kept.append(item)
            else:
                strangers.append(item.id)
        named: dict[ObjectKind, list[str]] = {}
        for item in kept:
            for other, identity in scope.names(item):
                named.setdefault(other, []).append(identity)
        for other, ids in named.items():
            self._shelf.want(other, self._held.lacking(other, ids), step=NAMED)
        ended = [each.id for each in came.problems if each.kind is ProblemKind.NOT_PUBLISHED and each.id]
        gone = (*came.missing, *strangers, *ended)
        broken = tuple(each for each in came.problems if each.kind is not ProblemKind.NOT_PUBLISHED)
        self._held.let_go(kind, gone)
        self._shelf.put(kind, Fetched(tuple(kept), gone, broken), step=step)
        self.problems += broken


def _not_given(came: Fetched, wanted: Sequence[str]) -> tuple[str, ...]:
    """What was asked for and is neither there nor broken, whatever the reader itself holds for missing."""
    known = {item.id for item in came.objects} | {problem.id for problem in came.problems}
    return tuple(identity for identity in wanted if identity not in known)
