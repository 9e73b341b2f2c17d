"""Pages of ids, the frames of pages, and code lists of the PTV v11 API. A page without items has no list at all."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from msgspec import Raw

from desk.errors import NotJson
from desk.model.refresh import Code
from services.wire import ptv_v11 as wire
from services.wire.ptv_v11_parts import local
from services.wire.unreadable import UNREADABLE

MOST_PAGES = 5_000
"""A count of pages above this is a mistake: there are not five million services in Finland."""
NO_ID = str(UUID(int=0))


class _Page(wire.Wire, kw_only=True):
    """``itemList`` may be null and must be there: an answer without it is no page, and above all no empty one."""

    page_size: Any = None
    page_count: Any = None
    item_list: list[Raw] | None


class _Listed(wire.Wire):
    id: str | None = None
    name: Raw = wire.ABSENT


class _Coded(wire.Wire):
    code: str | None = None
    names: list[wire.Text] | None = None


@dataclass(frozen=True, slots=True)
class PageFrame:
    """What a page says of itself; nothing where it says nonsense."""

    size: int | None
    pages: int | None

    def pages_after(self, page: int, found: int) -> int:
        """How many pages there are, when ``page`` had ``found`` items: a count that cannot be is not believed."""
        if not found:
            return min(self.pages or 0, page - 1)
        if self.pages is not None and page <= self.pages <= MOST_PAGES:
            return self.pages
        return page if self.size and found < self.size else page + 1


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a page. What is listed without an id, or without a name, cannot be fetched."""

    id: str
    fetchable: bool


def read_frame(name: str, content: bytes) -> PageFrame:
    """Read what a page says of itself; raises ``NotJson``."""
    return _frame(_decoded(name, content, _Page))


def read_id_page(name: str, content: bytes) -> tuple[PageFrame, tuple[Listed, ...]]:
    """Read a page of ids and names, whatever else its lines hold; raises ``NotJson``."""
    page = _decoded(name, content, _Page)
    return _frame(page), tuple(map(_line, page.item_list or ()))


def read_codes(name: str, content: bytes) -> tuple[Code, ...]:
    """Read a code list, each code once; a row that is none costs only itself. Raises ``NotJson``."""
    bare = content.lstrip()[:1] == b"["
    items = _decoded(name, content, list[Raw]) if bare else _decoded(name, content, _Page).item_list
    found: dict[str, Code] = {}
    for raw in items or ():
        with suppress(*UNREADABLE):
            item = msgspec.json.decode(raw, type=_Coded)
            if item.code:
                found.setdefault(item.code, Code(item.code, local(item.names)))
    return tuple(found.values())


def _decoded(name: str, content: bytes, form: type[Any]) -> Any:
    try:
        return msgspec.json.decode(content, type=form)
    except UNREADABLE as error:
        raise NotJson(path=name, reason=str(error)) from error


def _frame(page: _Page) -> PageFrame:
    return PageFrame(_count(page.page_size), _count(page.page_count))


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _line(raw: Raw) -> Listed:
    """A line, whatever it holds: what cannot be asked for has its place in the order of the pages all the same."""
    try:
        item = msgspec.json.decode(raw, type=_Listed)
    except UNREADABLE:
        return Listed("", fetchable=False)
    named = bytes(item.name) not in (b"null", b'""')
    return Listed(item.id or "", fetchable=named and bool(item.id) and item.id != NO_ID)
