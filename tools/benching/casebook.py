"""A desk after years: a visit opened, the day list, somebody found, and a start, each beside the bare question."""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial

from desk import bootstrap
from desk.model.ids import VisitId
from desk.usecases.desk_rooms import Desk
from i18n.language import Language
from services.passphrases import GivenPassphrase
from tools.benching import window
from tools.benching.figures import Figure, percentile, timed_ms
from tools.benching.long_casebook import LAST_DAY, VISITS, LongCasebook, long_casebook
from tools.benching.window_child import SECRET, with_given_keyring

ROUNDS = 100
STARTS = 7
P95 = 0.95


def figures(visits: int = VISITS) -> list[Figure]:
    """All of them, over a casebook with so many visits."""
    long = long_casebook(visits)
    os.environ[SECRET] = long.secret
    with_given_keyring()
    with bootstrap.open_desk(long.folder, GivenPassphrase(None)) as opened:
        connection = opened.folder.casebook
        found = [*_reading(opened.desk, connection, visits), *_finding(opened.desk, connection, visits)]
    return [*found, *_starts(long, visits)]


def _reading(desk: Desk, connection: sqlite3.Connection, visits: int) -> Iterator[Figure]:
    kept = [VisitId(row[0]) for row in connection.execute("SELECT id FROM visit WHERE kept AND NOT erased")]
    chosen = random.Random(7).sample(kept, ROUNDS)
    desk.show_visit(chosen[0], Language.FI)

    def shown(visit: VisitId) -> None:
        desk.world.bundle.finder.forget()  # as for the next citizen
        desk.show_visit(visit, Language.FI)

    yield _figure(
        f"a kept visit opened, of {visits:,}, p95",
        [partial(shown, visit) for visit in chosen],
        [
            partial(_bare, connection, "SELECT payload FROM event WHERE visit = ? ORDER BY position", visit)
            for visit in chosen
        ],
        ("the bare question for its events", 30.0),
    )
    day = (LAST_DAY + timedelta(days=6)).date()
    yield _figure(
        f"the day list of the point, of {visits:,} visits, p95",
        [partial(desk.day_list, Language.FI, day)] * ROUNDS,
        [partial(_bare, connection, "SELECT * FROM due WHERE seen <= ? ORDER BY day", day.isoformat())] * ROUNDS,
        ("the bare question for what is due", 50.0),
    )


def _finding(desk: Desk, connection: sqlite3.Connection, visits: int) -> Iterator[Figure]:
    draw = random.Random(11)
    people = connection.execute("SELECT name, birth FROM person").fetchall()
    chosen = [draw.choice(people) for _ in range(ROUNDS)]
    bare = [partial(_bare, connection, "SELECT * FROM person WHERE name = ?", name) for name, _ in chosen]
    yield _figure(
        f"a misspelt name found, of {visits:,} visits, p95",
        [partial(desk.find_person, misspelt(name, draw)) for name, _ in chosen],
        bare,
        ("the bare question for the name as it is written", 50.0),
    )
    born = [partial(_bare, connection, "SELECT * FROM person WHERE birth = ?", birth) for _, birth in chosen]
    yield _figure(
        f"a birth date found, of {visits:,} visits, p95",
        [partial(desk.find_person, birth) for _, birth in chosen],
        born,
        ("the bare question for the day", 50.0),
    )


def misspelt(name: str, draw: random.Random) -> str:
    """The name as somebody heard it: a letter doubled, lost, or another."""
    at = draw.randrange(1, len(name) - 1)
    return draw.choice([name[:at] + name[at] + name[at:], name[:at] + name[at + 1 :], name[:at] + "e" + name[at + 1 :]])


def _bare(connection: sqlite3.Connection, question: str, value: str) -> None:
    connection.execute(question, (value,)).fetchall()


def _figure(
    name: str, works: Sequence[Callable[[], object]], floors: Sequence[Callable[[], object]], told: tuple[str, float]
) -> Figure:
    floor_is, aim = told
    works[0]()
    taken = percentile([timed_ms(work) for work in works], P95)
    floor = percentile([timed_ms(floor) for floor in floors], P95)
    return Figure(name, taken, "ms", floor, floor_is, aim, aim_is_absolute=True)


# ── starts ───────────────────────────────────────────────────────────────────────────────────────


def _start(casebook: LongCasebook) -> dict[str, float]:
    return window.start("house", str(casebook.folder), secret=casebook.secret)


def _starts(long: LongCasebook, visits: int) -> Iterator[Figure]:
    """A start of the window over the long casebook, against one over an empty one, in turn."""
    empty = long_casebook(0)
    starts = [(_start(long), _start(empty)) for _ in range(STARTS + 1)][1:]
    for what, name in (("painted", "first paint"), ("usable", "counter usable")):
        yield Figure(
            f"{name}, over {visits:,} visits",
            statistics.median(full[what] for full, _ in starts),
            "ms",
            statistics.median(bare[what] for _, bare in starts),
            "the same start over an empty casebook",
            1.1,
        )
