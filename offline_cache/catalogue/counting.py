"""Counts what the results could be narrowed by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from desk.model.local_text import LocalText
from desk.model.refresh import CodeListKind
from desk.model.search import Facet, FacetCount, FacetKind
from offline_cache.catalogue.found import Found
from offline_cache.catalogue.marks import MarkBook
from offline_cache.connection import StoreConnection

READ_CODES = "SELECT code, names FROM code WHERE list = ?"
READ_KINDS = """
    SELECT DISTINCT asked.value ->> 0, channel.marks FROM json_each(?) AS asked
    CROSS JOIN link ON link.service = asked.value ->> 1
    CROSS JOIN document AS channel ON channel.kind = 'channel' AND channel.id = link.channel
"""
LISTS = {
    FacetKind.AREA: CodeListKind.MUNICIPALITY,
    FacetKind.LANGUAGE: CodeListKind.LANGUAGE,
    FacetKind.SERVICE_CLASS: CodeListKind.SERVICE_CLASS,
    FacetKind.LIFE_EVENT: CodeListKind.LIFE_EVENT,
    FacetKind.TARGET_GROUP: CodeListKind.TARGET_GROUP,
}
MOST_OF_A_KIND = 40


class FacetCounter:
    """Counts over all that was found, shown or not."""

    def __init__(self, connection: StoreConnection, marks: MarkBook) -> None:
        self._connection = connection
        self._marks = marks

    def counted(self, found: Sequence[Found]) -> tuple[FacetCount, ...]:
        """Each value with how many have it, kind by kind, the most frequent first; names in all languages."""
        known = self._marks.facet_names()
        through = self._channel_marks(found, {m for m, (f, _) in known.items() if f.kind is FacetKind.CHANNEL_KIND})
        numbers = Counter(mark for each in found for mark in {*each.marks.split(), *through.get(each.number, ())})
        by_kind: dict[FacetKind, list[FacetCount]] = {}
        lists = self._names_of_codes()
        for mark, count in numbers.most_common():
            if mark not in known:  # written by somebody else this very moment
                continue
            facet, names = known[mark]
            of_kind = by_kind.setdefault(facet.kind, [])
            if len(of_kind) < MOST_OF_A_KIND:
                of_kind.append(FacetCount(facet, lists.get(facet) or names, count))
        return tuple(each for kind in FacetKind for each in by_kind.get(kind, ()))

    def _channel_marks(self, found: Iterable[Found], kinds: set[str]) -> dict[int, set[str]]:
        """The kinds of channels that each service is reached through."""
        asked = msgspec.json.encode([(each.number, each.id) for each in found]).decode()
        through: dict[int, set[str]] = {}
        for number, marks in self._connection.execute(READ_KINDS, (asked,)).fetchall():
            through.setdefault(number, set()).update(kinds.intersection(marks.split()))
        return through

    def _names_of_codes(self) -> Mapping[Facet, LocalText]:
        return {
            Facet(kind, code): LocalText(msgspec.json.decode(names))
            for kind, which in LISTS.items()
            for code, names in self._connection.execute(READ_CODES, (which,)).fetchall()
        }
