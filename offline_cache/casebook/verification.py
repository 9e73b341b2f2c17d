"""Reads the journal, also beside a writer: the whole of it, its last links alone, or whether a head is still in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from desk.errors import ChainBroken
from desk.events import NEVER_FORGOTTEN, ActedFor, LogForgotten, VisitEvent, VisitOpened, decode, erased_by
from desk.ports import BrokenLink, ChainReport
from desk.ports.keeping import Head
from offline_cache.casebook.chain import Break, Erasures, Header, Link, break_of, first_break, first_link
from offline_cache.connection import StoreConnection, snapshot

LAST_LINKS = 64
"""How many are looked at when the desk opens."""
_COLUMNS = "id, device, sequence, visit, kind, at, payload, salt, content_hash, previous, link, position"
_ALL = f"SELECT {_COLUMNS} FROM event WHERE device = ? ORDER BY position"  # noqa: S608
_LAST = f"SELECT {_COLUMNS} FROM event WHERE device = ? AND sequence > ? ORDER BY sequence"  # noqa: S608
_LINK = "SELECT link FROM event WHERE device = ? AND sequence = ?"
_ENDS = tuple(sorted(NEVER_FORGOTTEN - {VisitOpened.__name__}))

_OF_ENDS = ", ".join("?" * len(_ENDS))
_ALL_ENDS = f"""
    SELECT position, device, sequence, visit, kind, payload FROM event WHERE kind IN ({_OF_ENDS}) ORDER BY position
"""  # noqa: S608


def verify(connection: StoreConnection) -> ChainReport:
    """Walk every device's chain."""
    with snapshot(connection):
        events, erased = connection.execute("SELECT count(*), count(*) - count(payload) FROM event").fetchone()
        return ChainReport(events, erased, _first_break(connection))


def heads_of(connection: StoreConnection) -> tuple[Head, ...]:
    """The last link of every device, as the journal itself holds it."""
    rows = connection.execute("SELECT device, sequence, link FROM head ORDER BY device").fetchall()
    return tuple(Head(device, sequence, _short(link)) for device, sequence, link in rows)


def holds(connection: StoreConnection, sequence: int, code: bytes) -> bool:
    """Whether the event of this number still has the link that somebody wrote down, in any device's chain."""
    rows = connection.execute("SELECT link FROM event WHERE sequence = ?", (sequence,)).fetchall()
    return any(_short(link) == code for (link,) in rows)


def last_break(connection: StoreConnection, device: str) -> BrokenLink | None:
    """The first of the last links of a device that does not hold; what takes no longer however long the journal is."""
    head = connection.execute("SELECT sequence, link FROM head WHERE device = ?", (device,)).fetchone()
    if head is None:
        return None
    last, newest = int(head[0]), head[1]
    start = max(0, last - LAST_LINKS)
    before = connection.execute(_LINK, (device, start)).fetchone() if start else (first_link(device),)
    if before is None:
        return BrokenLink(device, start, Break.OUT_OF_PLACE)
    previous, expected = before[0], start + 1
    for row in connection.execute(_LAST, (device, start)):
        link = _link(row)
        reason = break_of(link, previous, expected, Erasures())
        if reason is not None and reason is not Break.ERASED_WITHOUT_END:  # that is for the whole walk to judge
            return BrokenLink(device, expected, reason, link.header.at, link.header.kind)
        previous, expected = link.link, expected + 1
    return None if expected == last + 1 and previous == newest else BrokenLink(device, expected, Break.CUT_OFF)


def _first_break(connection: StoreConnection) -> BrokenLink | None:
    erasures = _erasures(connection)
    rows = connection.execute("SELECT device, sequence, link FROM head").fetchall()
    heads = {device: (sequence, link) for device, sequence, link in rows}
    devices = {row[0] for row in connection.execute("SELECT DISTINCT device FROM event").fetchall()}
    unexplained: BrokenLink | None = None
    for device in sorted(devices | heads.keys()):
        links = (_link(row) for row in connection.execute(_ALL, (device,)))
        broken = first_break(device, links, erasures, heads.get(device))
        if broken is not None and broken.reason is not Break.ERASED_WITHOUT_END:
            return broken
        unexplained = unexplained or broken  # the end that another device wrote may have been altered
    return unexplained


def _link(row: tuple[object, ...]) -> Link:
    return Link(Header(*row[:6]), *row[6:])  # type: ignore[arg-type]


def _erasures(connection: StoreConnection) -> Erasures:
    endings: dict[tuple[str, str], int] = {}
    forgotten: dict[str, int] = {}
    of_acts = connection.execute("SELECT DISTINCT visit FROM event WHERE kind = ?", (ActedFor.__name__,))
    acted = {visit for (visit,) in of_acts}
    for position, device, sequence, visit, event in _ends(connection):
        if isinstance(event, LogForgotten):
            forgotten[device] = max(forgotten.get(device, 0), min(event.until, sequence - 1))
        endings.update({(visit, kind): position for kind in erased_by(event, acted=visit in acted)})
    return Erasures(endings, forgotten, NEVER_FORGOTTEN)


def _ends(connection: StoreConnection) -> Iterator[tuple[int, str, int, str, VisitEvent]]:
    for position, device, sequence, visit, kind, payload in connection.execute(_ALL_ENDS, _ENDS):
        try:
            yield position, device, sequence, visit, decode(kind, payload or b"")
        except ChainBroken:
            continue  # the walk along the chain will name it


def _short(link: bytes) -> bytes:
    return hashlib.sha256(b"palvelutiski head" + link).digest()[:5]
