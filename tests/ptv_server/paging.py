"""Pages as the API gives them: numbered from 1, and without a list where there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from tests.ptv_server.catalogue import Entry
from tests.ptv_server.kinds import NAMES
from tests.ptv_server.wire_objects import Wire

MOMENT = "%Y-%m-%dT%H:%M:%S"


class Malformed(Exception):
    """The question cannot be read; version 11 is not polite about it."""


def id_page(entries: Sequence[Entry], page: int, size: int) -> Wire:
    """One page of ids and names."""
    return _page([{"id": entry.id, "name": _name(entry)} for entry in _part(entries, page, size)], entries, page, size)


def object_page(entries: Sequence[Entry], page: int, size: int) -> Wire:
    """One page of whole objects."""
    return _page([entry.wire for entry in _part(entries, page, size)], entries, page, size)


def moment(text: str | None) -> datetime | None:
    """Read ``date``: to the second, UTC, and nothing else."""
    if text is None:
        return None
    try:
        return datetime.strptime(text, MOMENT).replace(tzinfo=UTC)
    except ValueError:
        raise Malformed(text) from None


def number(text: str | None) -> int:
    """Read ``page``."""
    if text is None:
        return 1
    if not text.isdecimal() or int(text) < 1:
        raise Malformed(text)
    return int(text)


def _part(entries: Sequence[Entry], page: int, size: int) -> Sequence[Entry]:
    return entries[(page - 1) * size : page * size]


def _page(items: list[Wire], entries: Sequence[Entry], page: int, size: int) -> Wire:
    return {"pageNumber": page, "pageSize": size, "pageCount": -(-len(entries) // size), "itemList": items or None}


def _name(entry: Entry) -> str | None:
    if entry.ghost:
        return None
    rows = entry.wire.get(NAMES[entry.kind]) or [{}]
    name = rows[0].get("value") if isinstance(rows, list) else None
    return str(name) if name else "nimetön"
