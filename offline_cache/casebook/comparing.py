"""Compares what screens read with the journal: each visit is folded again, and its rows are laid beside the live ones.

Nothing is written: the rows are made in a store in memory, of the same tables. A few visits are read at a time, in one
state, so that a clerk who works meanwhile is never taken for a difference, and the log is not held for long. Told are
tables and visits, never what stands in a row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing

from desk.errors import WorkInterrupted
from desk.events import THE_DESK, visit_after
from desk.model.ids import DeviceId, VisitId
from desk.model.name_keys import sound
from desk.ports.keeping import Comparison, Differing
from offline_cache.casebook import projections
from offline_cache.casebook.due import unfinished
from offline_cache.casebook.journal import SqlCasebook
from offline_cache.casebook.retention import WORKING_DAYS, WORKING_DAYS_BY_DEFAULT
from offline_cache.connection import StoreConnection, in_memory, snapshot

OF_VISITS = {
    "visit": "id",
    "plan": "visit",
    "follows": "visit",
    "due": "visit",
    "keeping": "visit",
    "document": "visit",
    "person": "visit",
    "person_word": "visit",
    "mandate": "visit",
}
"""Each table that is made of visits, and where it says of which."""
OF_WORDS = "name_word"
"""Made of the table ``person_word``: each word of a name once."""
_AT_ONCE = 100
_BESIDE = ("errands",)
"""Tables that the projections look into: in memory they are empty."""
_MADE_OF = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index') AND tbl_name = ?"
_VISITS = "SELECT DISTINCT visit FROM event WHERE visit <> ? ORDER BY visit"
_WORDS = "SELECT word, count(*) FROM person_word GROUP BY word"


def compare(connection: StoreConnection, stopped: Callable[[], bool], *, going_on: bool = False) -> Comparison:
    """Look at every visit of the journal, and for rows of visits that it does not have.

    ``going_on``: at the visits that go on, and at no other.
    """
    with closing(in_memory(connection.path)) as beside:
        comparing = _Comparing(connection, beside)
        return comparing.going_on(stopped) if going_on else comparing.whole(stopped)


class _Comparing:
    def __init__(self, live: StoreConnection, beside: StoreConnection) -> None:
        self._live = live
        self._beside = beside
        self._casebook = SqlCasebook(live, DeviceId(""), lambda: None)

    def going_on(self, stopped: Callable[[], bool]) -> Comparison:
        visits = unfinished(self._live)
        return _told(visits, self._of(visits, stopped))

    def whole(self, stopped: Callable[[], bool]) -> Comparison:
        visits = [VisitId(row[0]) for row in self._live.execute(_VISITS, (THE_DESK,)).fetchall()]
        found = self._of(visits, stopped)
        with snapshot(self._live):
            found += [*self._of_nobody(), *self._words()]
        return _told(visits, found)

    def _of(self, visits: Sequence[VisitId], stopped: Callable[[], bool]) -> list[Differing]:
        self._lay_out()
        found: list[Differing] = []
        for start in range(0, len(visits), _AT_ONCE):
            if stopped():
                raise WorkInterrupted(path=self._live.path)
            with snapshot(self._live):
                found += self._differing(visits[start : start + _AT_ONCE])
        return found

    def _lay_out(self) -> None:
        for table in (*OF_VISITS, OF_WORDS, *_BESIDE):
            for (made,) in self._live.execute(_MADE_OF, (table,)).fetchall():
                self._beside.execute(made)

    def _differing(self, visits: Sequence[VisitId]) -> Iterator[Differing]:
        days = int(self._casebook.setting(WORKING_DAYS) or WORKING_DAYS_BY_DEFAULT)
        for visit in visits:
            recorded = self._casebook.events_of(visit)
            projections.project(self._beside, recorded, days)
            for table, column in OF_VISITS.items():
                there = _rows(self._live, table, column, visit)
                wanted = _rows(self._beside, table, column, visit)
                if there != wanted:
                    missing, extra = (wanted - there).total(), (there - wanted).total()
                    state = visit_after(recorded)
                    number, day = (state.number, state.opened_at.date().isoformat()) if state is not None else (0, "")
                    yield Differing(table, missing, extra, visit, number, day)
        for table in (*OF_VISITS, OF_WORDS):
            self._beside.execute(f"DELETE FROM {table}")  # noqa: S608

    def _of_nobody(self) -> Iterator[Differing]:
        """Rows of visits that the journal does not have."""
        for table, column in OF_VISITS.items():
            counted = self._live.execute(
                f"SELECT {column}, count(*) FROM {table} "  # noqa: S608
                f"WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.visit = {table}.{column}) GROUP BY {column}"
            )
            yield from (Differing(table, 0, int(count), VisitId(visit)) for visit, count in counted.fetchall())

    def _words(self) -> Iterator[Differing]:
        """The words of names are those of the persons' own rows, each with its sound and its number."""
        wanted = Counter((word, sound(word), int(times)) for word, times in self._live.execute(_WORDS).fetchall())
        there = Counter(self._live.execute("SELECT word, sound, times FROM name_word").fetchall())
        if there != wanted:
            yield Differing(OF_WORDS, (wanted - there).total(), (there - wanted).total())


def _told(visits: Sequence[VisitId], found: list[Differing]) -> Comparison:
    return Comparison(len(visits), tuple(sorted(found, key=lambda each: (each.number, each.table))))


def _rows(connection: StoreConnection, table: str, column: str, visit: VisitId) -> Counter[tuple[object, ...]]:
    return Counter(connection.execute(f"SELECT * FROM {table} WHERE {column} = ?", (visit,)).fetchall())  # noqa: S608
