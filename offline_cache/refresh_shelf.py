"""Where a refresh gathers what it fetched: a store file of its own, which may be lost without loss.

Everything on it can be fetched again, so it is never migrated, copied or mended: a shelf of another format, one that
was begun and not finished, or a damaged one is simply begun anew. What a call wrote survives a killed program.
One process has it open at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from desk.errors import DeskError, StoreDamaged, StoreMissing
from desk.model.catalogue import CatalogueObject
from desk.model.intake import IntakeProblem, ProblemKind
from desk.model.refresh import Fetched, ObjectKind, RefreshRun, ShelfCount
from offline_cache.catalogue.rows import entry_of, listed, object_of
from offline_cache.connection import StoreConnection, StoreKind, connect, create_file, logs_of, transaction
from offline_cache.files import in_our_words

FILE_NAME = "refresh.db"
FORMAT = 1
"""Another number for every other meaning of what lies here, the objects' JSON included."""
WANTED, HERE, GONE, UNREAD = range(4)
AT_ONCE = 200
PLACES = {kind: place for place, kind in enumerate(ObjectKind)}

DDL = (
    "CREATE TABLE run (only INTEGER PRIMARY KEY, told BLOB NOT NULL)",
    "CREATE TABLE step (name TEXT PRIMARY KEY) WITHOUT ROWID",
    """
    CREATE TABLE item (
        position INTEGER PRIMARY KEY, kind INTEGER NOT NULL, id TEXT NOT NULL, state INTEGER NOT NULL, body BLOB,
        UNIQUE (kind, id)
    )
    """,
    "CREATE INDEX item_by_state ON item (kind, state, position)",
)
WANT = """
    INSERT INTO item (kind, id, state) VALUES (?, ?, 0)
    ON CONFLICT (kind, id) DO UPDATE SET state = 0 WHERE state = 2
"""
SET = """
    INSERT INTO item (kind, id, state, body) VALUES (?, ?, ?, ?)
    ON CONFLICT (kind, id) DO UPDATE SET state = excluded.state, body = excluded.body
"""
IDS = "SELECT id FROM item WHERE kind = ? AND state = ? ORDER BY position LIMIT ?"
ALL = -1
NEXT_OBJECTS = """
    SELECT position, body FROM item WHERE kind = ? AND state = 1 AND position > ? ORDER BY position LIMIT ?
"""
HOLDS = """
    SELECT item.id FROM json_each(?) AS asked CROSS JOIN item ON item.kind = ? AND item.id = asked.value AND state = 1
"""
DONE = "INSERT OR IGNORE INTO step (name) VALUES (?)"


class SqlRefreshShelf:
    """The port ``desk.ports.catalogue_refresh.RefreshShelf`` on disk. Nothing is made before a run begins."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._connection: StoreConnection | None = None

    def run(self) -> RefreshRun | None:
        """The run that was begun; a shelf that cannot be used holds none, and is taken away."""
        try:
            return self._begun()
        except StoreDamaged:
            return None

    def begin(self, run: RefreshRun) -> None:
        """Begin a run on an empty shelf."""
        self.forget()
        create_file(self._path)
        try:
            with self._sound() as connection, transaction(connection):
                for statement in DDL:
                    connection.execute(statement)
                connection.execute("INSERT INTO run (told) VALUES (?)", (msgspec.json.encode(run),))
                connection.execute(f"PRAGMA user_version = {FORMAT}")
        except DeskError:
            self.forget()
            raise

    def want(self, kind: ObjectKind, ids: Iterable[str], *, step: str) -> int:
        """Note ids and that the step is done, together."""
        with self._sound() as connection, transaction(connection):
            before = connection.total_changes
            connection.executemany(WANT, [(PLACES[kind], each) for each in ids])
            new = connection.total_changes - before
            connection.execute(DONE, (step,))
            return new

    def is_done(self, step: str) -> bool:
        """Whether the step was done."""
        return bool(self._rows("SELECT 1 FROM step WHERE name = ?", step))

    def wanted(self, kind: ObjectKind, limit: int) -> tuple[str, ...]:
        """Ids still to be fetched, first noted first."""
        return self._ids(kind, WANTED, limit)

    def put(self, kind: ObjectKind, fetched: Fetched, *, step: str | None = None) -> None:
        """Keep objects; what is missing or no longer published is gone, what cannot be read is noted as such."""
        place = PLACES[kind]
        found = [(place, each.id, HERE, entry_of(each).body) for each in fetched.objects]
        unread = [(place, each.id, _state(each), None) for each in fetched.problems if each.id]
        with self._sound() as connection, transaction(connection):
            connection.executemany(SET, unread)
            connection.executemany(SET, [(place, each, GONE, None) for each in fetched.missing])
            connection.executemany(SET, found)
            if step is not None:
                connection.execute(DONE, (step,))

    def let_go(self, kind: ObjectKind, ids: Iterable[str]) -> None:
        """Note what is no longer in the source."""
        with self._sound() as connection, transaction(connection):
            connection.executemany(SET, [(PLACES[kind], each, GONE, None) for each in ids])

    def count(self, kind: ObjectKind) -> ShelfCount:
        """How the kind stands."""
        counted = dict(self._rows("SELECT state, count(*) FROM item WHERE kind = ? GROUP BY state", PLACES[kind]))
        return ShelfCount(*(counted.get(state, 0) for state in (WANTED, HERE, GONE, UNREAD)))

    def holds(self, kind: ObjectKind, ids: Sequence[str]) -> frozenset[str]:
        """Which of these objects are here."""
        return frozenset(key for (key,) in self._rows(HOLDS, listed(ids), PLACES[kind]))

    def batches(self) -> Iterator[Sequence[CatalogueObject]]:
        """Everything that is here, kind by kind, a few hundred at a time."""
        for kind in ObjectKind:
            last = 0
            while found := self._objects(kind, last):
                yield [item for _, item in found]
                last = found[-1][0]

    def gone(self) -> Iterator[tuple[ObjectKind, str]]:
        """What is no longer in the source."""
        for kind in ObjectKind:
            yield from ((kind, key) for key in self._ids(kind, GONE, ALL))

    def unread(self) -> tuple[tuple[ObjectKind, str], ...]:
        """What could not be read."""
        return tuple((kind, key) for kind in ObjectKind for key in self._ids(kind, UNREAD, ALL))

    def forget(self) -> None:
        """Take the file away; the next run begins another one."""
        self.close()
        for file in (*logs_of(self._path), self._path):
            with in_our_words(file):
                file.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file and keep what is in it."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _begun(self) -> RefreshRun | None:
        if not self._path.exists():
            return None
        fresh = self._connection is None
        with self._sound() as connection:
            if fresh and not _is_usable(connection):
                raise StoreDamaged(path=self._path, kind=self._path.stem)
            (told,) = connection.execute("SELECT told FROM run").fetchone()
            return msgspec.json.decode(told, type=RefreshRun)

    def _ids(self, kind: ObjectKind, state: int, limit: int) -> tuple[str, ...]:
        return tuple(key for (key,) in self._rows(IDS, PLACES[kind], state, limit))

    def _objects(self, kind: ObjectKind, after: int) -> list[tuple[int, CatalogueObject]]:
        found = self._rows(NEXT_OBJECTS, PLACES[kind], after, AT_ONCE)
        if not found:
            return []
        with self._sound():
            return [(position, object_of(kind.value, body)) for position, body in found]

    def _rows(self, asked: str, *parameters: object) -> list[Any]:
        """The answer of the shelf; a shelf that no run has begun answers nothing."""
        if self._connection is None and not self._path.exists():
            return []
        with self._sound() as connection:
            return connection.execute(asked, parameters).fetchall()

    @contextmanager
    def _sound(self) -> Iterator[StoreConnection]:
        """The open shelf. One that is damaged or not understood is taken away at once, or no run could ever end."""
        try:
            if self._connection is None:
                self._connection = connect(self._path, self._key, kind=StoreKind.CATALOGUE)
            yield self._connection
        except (StoreDamaged, StoreMissing, msgspec.MsgspecError) as error:
            self.forget()
            raise StoreDamaged(path=self._path, kind=self._path.stem) from error


def _state(problem: IntakeProblem) -> int:
    return GONE if problem.kind is ProblemKind.NOT_PUBLISHED else UNREAD


def _is_usable(connection: StoreConnection) -> bool:
    """Whether it is whole and of this format: looked at once, when a run is taken up again."""
    (made_as,) = connection.execute("PRAGMA user_version").fetchone()
    return bool(made_as == FORMAT and connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
