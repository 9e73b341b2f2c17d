"""From a path of the API to its answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from tests.ptv_server.catalogue import ARCHIVED, PUBLISHED, Entry, ServerCatalogue
from tests.ptv_server.kinds import ZERO_ID, Kind
from tests.ptv_server.paging import Malformed, id_page, moment, number, object_page

LISTED = f"(?P<kind>{'|'.join(Kind)})"
IN_AREA = "area/(?P<area>[^/]+)/code/(?P<code>[^/]+)"
MOST_GUIDS = 100
STATUSES = ("Published", "Archived", "Withdrawn")
AREA_TYPES = ("Municipality", "Region", "BusinessSubRegion", "HospitalDistrict", "WellbeingServiceCounties")
WITH_AREA = (Kind.SERVICE, Kind.CHANNEL, Kind.ORGANIZATION)

Query = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """A status and what becomes JSON."""

    status: int
    document: Any


@dataclass(slots=True)
class Sizes:
    """How long pages are. The real ones are 1000 and 100; small ones make many pages of few objects."""

    ids: int = 1000
    objects: int = 100


class Routes:
    """Answers as the API would, from one catalogue."""

    def __init__(self, catalogue: ServerCatalogue, sizes: Sizes) -> None:
        self._catalogue = catalogue
        self._sizes = sizes
        self.poison: set[str] = set()
        """Ids that make the server fall over whenever it is asked for them."""
        self._table: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Query], Reply]], ...] = (
            (re.compile(f"{LISTED}"), self._ids),
            (re.compile(f"{LISTED}/list/{IN_AREA}"), self._objects_of_area),
            (re.compile(f"{LISTED}/{IN_AREA}"), self._ids_of_area),
            (re.compile(f"{LISTED}/list"), self._list),
            (re.compile(f"{LISTED}/(?P<id>[^/]+)"), self._one),
            (re.compile("CodeList/GetAreaCodes/type/(?P<list>[^/]+)"), self._codes),
            (re.compile("CodeList/(?P<list>Get[^/]+Codes)"), self._codes),
        )

    def reply(self, path: str, query: Query) -> Reply:
        """Answer a path below the version's own."""
        for pattern, route in self._table:
            if found := pattern.fullmatch(path):
                try:
                    return route(found, query)
                except Malformed:
                    return Reply(HTTPStatus.INTERNAL_SERVER_ERROR, {"errorMessage": "An error occurred."})
        return Reply(HTTPStatus.NOT_FOUND, None)

    def _ids(self, found: re.Match[str], query: Query) -> Reply:
        kind = Kind(found["kind"])
        state = self._state(kind, query)
        after, before = moment(query.get("date")), moment(query.get("dateBefore"))
        entries = self._catalogue.entries(kind, lambda each: each.state == state and each.changed_in(after, before))
        return Reply(HTTPStatus.OK, id_page(entries, number(query.get("page")), self._sizes.ids))

    def _state(self, kind: Kind, query: Query) -> str:
        """Collections know only ``archived``, general descriptions neither; what is not known is not looked at."""
        if kind is Kind.COLLECTION:
            return ARCHIVED if query.get("archived", "false").lower() == "true" else PUBLISHED
        state = query.get("status", PUBLISHED) if kind is not Kind.GENERAL_DESCRIPTION else PUBLISHED
        if state not in STATUSES:
            raise Malformed(state)
        return state

    def _ids_of_area(self, found: re.Match[str], query: Query) -> Reply:
        entries = self._of_area(found, query)
        if entries is None:
            return Reply(HTTPStatus.NOT_FOUND, {"errorMessage": f"Area '{found['code']}' not found."})
        return Reply(HTTPStatus.OK, id_page(entries, number(query.get("page")), self._sizes.ids))

    def _objects_of_area(self, found: re.Match[str], query: Query) -> Reply:
        entries = self._of_area(found, query)
        if entries is None:
            return Reply(HTTPStatus.NOT_FOUND, {"errorMessage": f"Area '{found['code']}' not found."})
        fetchable = [each for each in entries if not each.ghost]
        page = object_page(fetchable, number(query.get("page")), self._sizes.objects)
        self._refuse([wire["id"] for wire in page["itemList"] or ()])
        return Reply(HTTPStatus.OK, page)

    def _of_area(self, found: re.Match[str], query: Query) -> tuple[Entry, ...] | None:
        """Organizations have no ``includeWholeCountry``: theirs are those of the area alone."""
        kind = Kind(found["kind"])
        if kind not in WITH_AREA or found["area"] not in AREA_TYPES:
            return None
        places = self._catalogue.municipalities_of(found["area"], found["code"])
        if places is None:
            return None
        whole = query.get("includeWholeCountry", "").lower() == "true" and kind is not Kind.ORGANIZATION
        return self._catalogue.entries(
            kind, lambda each: each.state == PUBLISHED and each.serves(places, whole_country=whole)
        )

    def _list(self, found: re.Match[str], query: Query) -> Reply:
        """Whole objects by id; what cannot be given is left out without a word. Collections have no such list."""
        kind = Kind(found["kind"])
        if kind is Kind.COLLECTION:
            return Reply(HTTPStatus.NOT_FOUND, None)
        asked = [each for each in query.get("guids", "").split(",") if each]
        if not asked or len(asked) > MOST_GUIDS:
            return Reply(HTTPStatus.BAD_REQUEST, {"guids": [f"The field guids must have 1 to {MOST_GUIDS} items."]})
        self._refuse(asked)
        found_entries = (self._catalogue.find(kind, each) for each in asked)
        return Reply(HTTPStatus.OK, [entry.wire for entry in found_entries if entry])

    def _one(self, found: re.Match[str], _query: Query) -> Reply:
        self._refuse([found["id"]])
        entry = self._catalogue.find(Kind(found["kind"]), found["id"])
        if entry is None:
            return Reply(HTTPStatus.NOT_FOUND, {"errorMessage": f"{found['kind']} with id '{found['id']}' not found."})
        return Reply(HTTPStatus.OK, entry.wire)

    def _refuse(self, asked: list[str]) -> None:
        if ZERO_ID in asked or self.poison & set(asked):
            raise Malformed

    def _codes(self, found: re.Match[str], _query: Query) -> Reply:
        codes = self._catalogue.codes.get(found["list"])
        if codes is None:
            return Reply(HTTPStatus.NOT_FOUND, {"errorMessage": "No such code list."})
        return Reply(HTTPStatus.OK, codes)
