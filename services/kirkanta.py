"""The port ``desk.ports.library_directory.LibraryDirectory`` over Kirkanta v4, the directory of Kirjastot.fi.

It gives ten libraries at a time unless asked for more, and never more than 5,000 days in one answer: the rest is left
out without a word. This module is imported late, with the network.
"""

from __future__ import annotations

from urllib.parse import urljoin

from desk.errors import SourceUnreadable
from desk.model.intake import IntakeProblem
from desk.model.libraries import FetchedLibraries, Library, LibraryId, Town
from services.http_session import HttpSession
from services.wire.kirkanta_v4 import LibraryPage, read_page
from services.wire.unreadable import UNREADABLE

NAME = "Kirjastot.fi"
AT_ONCE = 100
"""Libraries in one answer: with six weeks of days they stay under the limit."""
MOST_ROWS = 5_000
FIRST_WEEK, LAST_WEEK = "0w", "5w"


class KirkantaDirectory:
    """Asks for the libraries of one municipality after another."""

    def __init__(self, session: HttpSession, url: str, *, at_once: int = AT_ONCE) -> None:
        self._session = session
        self._url = urljoin(url.rstrip("/") + "/", "library")
        self._at_once = at_once

    @property
    def name(self) -> str:
        """Return what the directory is called on sheets and papers."""
        return NAME

    def libraries(self, town: Town) -> FetchedLibraries:
        """Return the libraries of one municipality with their hours from this week's Monday on."""
        found: dict[LibraryId, Library] = {}
        problems: dict[IntakeProblem, None] = {}
        skip, limit = 0, self._at_once
        while True:
            page = self._page(town, skip, limit)
            if page.rows >= MOST_ROWS and limit > 1:
                limit = max(1, limit // 2)
                continue
            known = len(found) + len(problems)
            found.update((library.id, library) for library in page.libraries)
            problems.update(dict.fromkeys(page.problems))
            skip += page.items
            if len(found) + len(problems) == known or _is_last(page, skip, limit):
                return FetchedLibraries(tuple(found.values()), tuple(problems))

    def close(self) -> None:
        """Close all connections."""
        self._session.close()

    def _page(self, town: Town, skip: int, limit: int) -> LibraryPage:
        asked: dict[str, str | int] = {
            "city.name": town.name,
            "with": "schedules",
            "refs": "period",
            "period.start": FIRST_WEEK,
            "period.end": LAST_WEEK,
            "limit": limit,
            "skip": skip,
            "lang": "fi",
        }
        content = self._session.get_json_bytes(self._url, asked)
        try:
            return read_page(content, town, self._url)
        except UNREADABLE as error:
            raise SourceUnreadable(source=self._url, reason=str(error)) from error


def _is_last(page: LibraryPage, skip: int, limit: int) -> bool:
    """Whether nothing can follow; the directory does not always know how many there are."""
    return skip >= page.total if page.total is not None else page.items < limit
