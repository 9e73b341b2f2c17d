"""The national service catalogue over its open API, version 11.

Everything that version 11 does in its own way ends here: paths, the two spellings of archived, dates to the second,
pages without lists, lists that leave out what they lack. What goes through the port is the desk's own. The session is
given, and closed with the reader.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TypeVar
from urllib.parse import urlsplit

from desk.errors import NotJson, SourceRefused, SourceUnreadable
from desk.model.refresh import (
    AreaKind,
    Code,
    CodeListKind,
    Fetched,
    IdPage,
    ObjectKind,
    ObjectPage,
    ObjectState,
    SyncArea,
)
from services.http_session import HttpSession, Params
from services.ptv_v11_objects import AT_ONCE, MODEL, ObjectFetch
from services.wire.ptv_v11_lists import MOST_PAGES, Listed, PageFrame, read_codes, read_frame, read_id_page
from services.wire.ptv_v11_reading import read_answer

Answer = TypeVar("Answer")

FOLDERS = {
    ObjectKind.SERVICE: "Service",
    ObjectKind.CHANNEL: "ServiceChannel",
    ObjectKind.ORGANIZATION: "Organization",
    ObjectKind.GENERAL_DESCRIPTION: "GeneralDescription",
    ObjectKind.COLLECTION: "ServiceCollection",
}
WITH_AREA = (ObjectKind.SERVICE, ObjectKind.CHANNEL, ObjectKind.ORGANIZATION)
WITH_STATUS = WITH_AREA
AREA_SPELLINGS = ("area/{area.kind}/code/{area.code}", "area/{area.kind}/{area.code}")
"""As the source of the API has it, and as it is sometimes told: the first that works is kept."""
MOMENT = "%Y-%m-%dT%H:%M:%S"
OBJECT_PAGE = 100
ABSENT = b'"errorMessage"'
"""What the API says when it has no such thing; any other 404 is somebody else's, and nothing is gone because of it."""
CODE_LISTS = {
    CodeListKind.MUNICIPALITY: "CodeList/GetMunicipalityCodes",
    CodeListKind.REGION: f"CodeList/GetAreaCodes/type/{AreaKind.REGION}",
    CodeListKind.WELLBEING_COUNTY: f"CodeList/GetAreaCodes/type/{AreaKind.WELLBEING_COUNTY}",
    CodeListKind.LANGUAGE: "CodeList/GetLanguageCodes",
}
"""The classes, life events and target groups are not in this API."""


class PtvV11Reader:
    """Reads version 11, one question at a time."""

    def __init__(self, http: HttpSession, base: str) -> None:
        self._http = http
        self._base = base.rstrip("/")
        self._source = urlsplit(base).netloc
        self._spellings = list(AREA_SPELLINGS)
        self._object_page = OBJECT_PAGE

    @property
    def name(self) -> str:
        """The computer that the catalogue comes from."""
        return self._source

    @property
    def at_once(self) -> int:
        """A list takes a hundred ids."""
        return AT_ONCE

    @property
    def received(self) -> int:
        """Bytes so far, as they came over the wire."""
        return self._http.received

    @property
    def source_time(self) -> datetime | None:
        """The clock of the API at its first answer."""
        return self._http.source_time

    def ids(
        self,
        kind: ObjectKind,
        page: int,
        *,
        since: datetime | None = None,
        state: ObjectState = ObjectState.PUBLISHED,
        area: SyncArea | None = None,
    ) -> IdPage:
        """One page of ids. Areas know no date; what has no areas is given whole."""
        if area is not None and kind in WITH_AREA:
            frame, lines = self._ids_of_area(kind, area, page)
        else:
            params = _params_of_state(kind, state)
            if params is None:
                return IdPage((), 0)
            if since is not None:
                params["date"] = since.astimezone(UTC).strftime(MOMENT)
            content = self._http.get_json_bytes(f"{self._base}/{FOLDERS[kind]}", params | {"page": page})
            frame, lines = self._read(read_id_page, content)
        ids = dict.fromkeys(line.id for line in lines if line.fetchable)
        return IdPage(tuple(ids), self._pages(frame, page, len(lines)))

    def objects(self, kind: ObjectKind, ids: Sequence[str]) -> Fetched:
        """Whole objects: a hundred in one answer, collections one by one."""
        folder = f"{self._base}/{FOLDERS[kind]}"

        def ask(some: Sequence[str], tries: int | None) -> bytes | None:
            if kind is ObjectKind.COLLECTION:
                return self._http.find_json_bytes(f"{folder}/{some[0]}", absent=ABSENT, tries=tries)
            asked = {"guids": ",".join(some)}
            return self._http.find_json_bytes(f"{folder}/list", asked, absent=ABSENT, tries=tries)

        at_once = 1 if kind is ObjectKind.COLLECTION else AT_ONCE
        return ObjectFetch(kind, self._source, ask).fetched(ids, at_once)

    def objects_of_area(self, kind: ObjectKind, area: SyncArea, page: int) -> ObjectPage:
        """One page of whole objects; a page that cannot be had whole is put together from its ids."""
        try:
            content = self._in_area(f"{FOLDERS[kind]}/list", area, page)
        except SourceUnreadable:
            return self._page_by_ids(kind, area, page)
        frame = self._read(read_frame, content)
        self._object_page = frame.size or self._object_page
        document = self._read(read_answer, content)
        found = tuple(each for each in document.objects if isinstance(each, MODEL[kind]))
        pages = self._pages(frame, page, len(document.objects) + len(document.problems))
        return ObjectPage(found, document.problems, pages)

    def codes(self, which: CodeListKind) -> tuple[Code, ...]:
        """A code list, keyed on its codes; empty where this API has none."""
        path = CODE_LISTS.get(which)
        content = self._http.find_json_bytes(f"{self._base}/{path}", absent=ABSENT) if path else None
        return self._read(read_codes, content) if content is not None else ()

    def close(self) -> None:
        """Close the session."""
        self._http.close()

    def _ids_of_area(self, kind: ObjectKind, area: SyncArea, page: int) -> tuple[PageFrame, tuple[Listed, ...]]:
        return self._read(read_id_page, self._in_area(FOLDERS[kind], area, page))

    def _in_area(self, folder: str, area: SyncArea, page: int) -> bytes:
        """Ask for a page of an area, in the spelling that this source knows."""
        params: Params = {"includeWholeCountry": "true", "page": page}
        refused: SourceRefused | None = None
        for spelling in tuple(self._spellings):
            try:
                url = f"{self._base}/{folder}/{spelling.format(area=area)}"
                content = self._http.find_json_bytes(url, params, absent=ABSENT)
            except SourceRefused as error:
                refused = refused or error
                continue
            if content is not None:
                self._spellings.sort(key=lambda each: each != spelling)
                return content
            refused = SourceRefused(source=self._source, reason=f"404 {area}")
        raise refused or SourceRefused(source=self._source, reason=str(area))

    def _page_by_ids(self, kind: ObjectKind, area: SyncArea, page: int) -> ObjectPage:
        """The objects that the page would have held: both kinds of pages have the same order.

        One page more is fetched with it: what is listed without a name may count in one kind of pages only.
        """
        first, last = (page - 1) * self._object_page, (page + 1) * self._object_page
        frame, lines = self._ids_of_area(kind, area, 1)
        size, pages = frame.size or max(len(lines), 1), self._pages(frame, 1, len(lines))
        read = {1: lines}

        def lines_of(number: int) -> tuple[Listed, ...]:
            if number not in read:
                _, read[number] = self._ids_of_area(kind, area, number)
            return read[number]

        wanted: list[Listed] = []
        for number in range(first // size + 1, min((last - 1) // size + 1, pages) + 1):
            start = (number - 1) * size
            wanted += lines_of(number)[max(first - start, 0) : last - start]
        fetched = self.objects(kind, [line.id for line in wanted if line.fetchable])
        listed = (pages - 1) * size + len(lines_of(pages)) if pages else 0
        return ObjectPage(fetched.objects, fetched.problems, -(-listed // self._object_page))

    def _pages(self, frame: PageFrame, page: int, found: int) -> int:
        pages = frame.pages_after(page, found)
        if pages > MOST_PAGES:
            raise SourceUnreadable(source=self._source, reason=f"pageCount > {MOST_PAGES}")
        return pages

    def _read(self, read: Callable[[str, bytes], Answer], content: bytes) -> Answer:
        try:
            return read(self._source, content)
        except NotJson as error:
            raise SourceUnreadable(source=self._source, reason=error.details["reason"]) from error


def _params_of_state(kind: ObjectKind, state: ObjectState) -> dict[str, str | int] | None:
    """How a state is asked for; nothing when this API cannot tell it of that kind."""
    if kind in WITH_STATUS:
        return {"status": str(state)}
    if kind is ObjectKind.COLLECTION and state is not ObjectState.WITHDRAWN:
        return {"archived": "true" if state is ObjectState.ARCHIVED else "false"}
    return {} if kind is ObjectKind.GENERAL_DESCRIPTION and state is ObjectState.PUBLISHED else None
