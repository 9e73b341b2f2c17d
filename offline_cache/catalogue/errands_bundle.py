"""The errands that a pack brought, as they lie in the catalogue. Light: every opening desk asks for them."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from offline_cache.connection import StoreConnection

_NEWEST = "SELECT content_hash, dated, format, publisher, taken, body FROM errands_bundle ORDER BY dated DESC LIMIT 1"
_FORGET = "DELETE FROM errands_bundle"
_PUT = "INSERT INTO errands_bundle (content_hash, dated, format, publisher, taken, body) VALUES (?, ?, ?, ?, ?, ?)"


class BroughtErrands(NamedTuple):
    """A bundle, how new it is, and who brought it when."""

    content_hash: str
    dated: date
    format: int
    publisher: str
    taken: datetime
    body: bytes


def brought_errands(connection: StoreConnection) -> BroughtErrands | None:
    """Return the newest errands that a pack brought."""
    row = connection.execute(_NEWEST).fetchone()
    if row is None:
        return None
    content_hash, dated, number, publisher, taken, body = row
    return BroughtErrands(
        content_hash, date.fromisoformat(dated), number, publisher, datetime.fromisoformat(taken), bytes(body)
    )


def put_errands(connection: StoreConnection, brought: BroughtErrands) -> None:
    """Keep these in the place of older ones, inside a transaction of somebody else's."""
    connection.execute(_FORGET)
    content_hash, dated, number, publisher, taken, body = brought
    connection.execute(_PUT, (content_hash, dated.isoformat(), number, publisher, taken.isoformat(), body))
