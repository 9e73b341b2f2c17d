"""Finds out which objects a refresh has to fetch and what is gone, step by step; each step is on disk when it is done.

Pages are cut from a catalogue that lives: when an object is taken out of it, all that stood behind it moves forward.
So pages are read from the last to the first, where a move shows an object twice rather than never; when their number
changed meanwhile they are read again; and an id that is missing from them is asked for before it is let go.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from desk.errors import SourceUnreadable
from desk.model.refresh import ObjectKind, ObjectState, RefreshMemory, RefreshRun, SyncArea
from desk.ports.catalogue_feeds import CatalogueReader
from desk.ports.catalogue_refresh import RefreshShelf
from desk.usecases.refresh_holdings import DeskHoldings
from desk.usecases.refresh_plan import BY_AREA, ENDINGS, ORDER, OVERLAP
from desk.usecases.refresh_watch import RefreshWatch

TRIES = 4
"""Times that pages are read whose number changes while they are read."""
MOST_PAGES = 5_000
"""Of a thousand ids each: no catalogue of Finland has more."""


class Asking:
    """The questions of one run."""

    def __init__(self, reader: CatalogueReader, shelf: RefreshShelf, held: DeskHoldings, watch: RefreshWatch) -> None:
        self._reader = reader
        self._shelf = shelf
        self._held = held
        self._watch = watch
        self._listed: dict[ObjectKind, dict[str, None]] = {}

    def what_there_is(self, run: RefreshRun) -> None:
        """Want all that is published: in the country, or in the areas; what these name comes with them."""
        for kind in ORDER:
            if run.areas and kind is ObjectKind.GENERAL_DESCRIPTION:
                continue
            if not self._shelf.is_done(step := f"ids {kind}"):
                self._shelf.want(kind, self._published(kind, run.areas), step=step)

    def what_changed(self, run: RefreshRun, memory: RefreshMemory) -> None:
        """Want what changed since a while before the last run, and what that run could not read; let go what ended."""
        since = (memory.watermark or run.watermark) - OVERLAP
        for kind in ORDER:
            if not self._shelf.is_done(step := f"changed {kind}"):
                unread = [identity for each, identity in memory.unread if each is kind]
                self._shelf.want(kind, (*self._ids(kind, since=since), *unread), step=step)
            for state in ENDINGS[kind]:
                if not self._shelf.is_done(step := f"{state} {kind}"):
                    self._held.let_go(kind, self._ids(kind, since=since, state=state))
                    self._shelf.want(kind, (), step=step)
        self._look_after_general_descriptions(run)

    def what_is_different(self, run: RefreshRun) -> None:
        """Compare all ids: want what is not on the desk, and what is on the desk and not among them."""
        for kind in ORDER:
            if kind is not ObjectKind.GENERAL_DESCRIPTION and not self._shelf.is_done(step := f"compared {kind}"):
                published = self._published(kind, run.areas)
                self._shelf.want(kind, self._held.in_catalogue(kind).symmetric_difference(published), step=step)

    def _look_after_general_descriptions(self, run: RefreshRun) -> None:
        """They are few, they change without a word in the services that use them, and nothing says when one ends.

        On a desk of some areas they are read again each time: the channels that they name are known from them alone.
        """
        kind, step = ObjectKind.GENERAL_DESCRIPTION, "compared general_description"
        if self._shelf.is_done(step):
            return
        here = self._held.in_catalogue(kind)
        self._shelf.want(kind, here if run.areas else here.symmetric_difference(self._ids(kind)), step=step)

    def _published(self, kind: ObjectKind, areas: tuple[SyncArea, ...]) -> dict[str, None]:
        if not areas or kind not in BY_AREA:
            return self._ids(kind)
        return self.listed(kind, areas)

    def listed(self, kind: ObjectKind, areas: tuple[SyncArea, ...]) -> dict[str, None]:
        """Return the ids that the source lists for the areas of the run; it is asked once for each kind."""
        if kind not in self._listed:
            self._listed[kind] = {identity: None for area in areas for identity in self._ids(kind, area=area)}
        return self._listed[kind]

    def _ids(
        self,
        kind: ObjectKind,
        *,
        since: datetime | None = None,
        state: ObjectState = ObjectState.PUBLISHED,
        area: SyncArea | None = None,
    ) -> dict[str, None]:
        """All ids, each once, in the order in which they came."""

        def pages_at(number: int) -> int:
            self._watch.asking(kind)
            page = self._reader.ids(kind, number, since=since, state=state, area=area)
            if page.pages > MOST_PAGES:
                raise SourceUnreadable(source=self._reader.name, reason=f"{page.pages} pages")
            found.update(dict.fromkeys(page.ids))
            return page.pages

        found: dict[str, None] = {}
        for _ in range(TRIES):
            if self._read_through(pages_at):
                break
        return found

    def _read_through(self, pages_at: Callable[[int], int]) -> bool:
        """Read the pages from the last to the first; tell whether their number was the same all the while."""
        counted, read = {pages_at(1)}, 1
        while read < (pages := max(counted)):
            counted.update(pages_at(number) for number in range(pages, read, -1))
            read = pages
        if pages > 1:
            counted.add(pages_at(1))
        return len(counted) == 1
