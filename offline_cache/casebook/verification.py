"""Reads the whole journal, also beside a writer, and names the first link that does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from desk.errors import ChainBroken
from desk.events import VisitDiscarded, VisitEnded, decode, erased_by
from desk.ports import BrokenLink, ChainReport
from offline_cache.casebook.chain import Endings, Header, Link, first_break
from offline_cache.connection import StoreConnection, snapshot

_ENDS = (VisitEnded.__name__, VisitDiscarded.__name__)


def verify(connection: StoreConnection) -> ChainReport:
    """Walk every device's chain."""
    with snapshot(connection):
        events, erased = connection.execute("SELECT count(*), count(*) - count(payload) FROM event").fetchone()
        return ChainReport(events, erased, _first_break(connection))


def _first_break(connection: StoreConnection) -> BrokenLink | None:
    endings = _endings(connection)
    heads = dict(connection.execute("SELECT device, link FROM head").fetchall())
    devices = {row[0] for row in connection.execute("SELECT DISTINCT device FROM event").fetchall()}
    for device in sorted(devices | heads.keys()):
        broken = first_break(device, _links(connection, device), endings, heads.get(device))
        if broken is not None:
            return broken
    return None


def _links(connection: StoreConnection, device: str) -> Iterator[Link]:
    rows = connection.execute(
        "SELECT id, device, sequence, visit, kind, at, payload, salt, content_hash, previous, link "
        "FROM event WHERE device = ? ORDER BY position",
        (device,),
    )
    for row in rows:
        yield Link(Header(*row[:6]), *row[6:])


def _endings(connection: StoreConnection) -> Endings:
    rows = connection.execute(
        "SELECT visit, sequence, kind, payload FROM event WHERE kind IN (?, ?) ORDER BY position", _ENDS
    )
    return {(visit, erased): sequence for visit, sequence, kind, payload in rows for erased in _erases(kind, payload)}


def _erases(kind: str, payload: bytes | None) -> frozenset[str]:
    try:
        return erased_by(decode(kind, payload or b""))
    except ChainBroken:
        return frozenset()  # the walk along the chain will name it
