"""Asks whether links still work: a HEAD, a GET of nothing where that is not liked, and never two at once.

Nothing but the address goes out: no cookie, no password, no name but the program's. This module is imported late.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Literal

from desk.model.link_check import LinkFinding, LinkOutcome
from services.http_failures import parts_of
from services.http_session import HttpSession, Knock, Manners

PAUSE_SECONDS = 2.0
"""Between two questions to one host."""
MOST_REDIRECTS = 8
MANNERS = Manners(connect_seconds=8.0, read_seconds=15.0, tries=1)

_FOR_GOOD = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_ASKS_WHO = (HTTPStatus.UNAUTHORIZED, HTTPStatus.PROXY_AUTHENTICATION_REQUIRED)
_IS_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_LOG_IN = ("tunnistautu", "tunnistus", "login", "logon", "signin", "sign-in", "kirjaudu", "saml", "oauth", "openid")
"""Where a service sends those whom it does not know yet: such an address is where it should be."""


class HttpLinkProber:
    """The port ``desk.ports.link_prober.LinkProber`` over HTTP."""

    def __init__(
        self,
        session: HttpSession | None = None,
        *,
        pause: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._session = session or HttpSession(manners=MANNERS)
        self._pause = pause
        self._clock = clock
        self._asked: dict[str, float] = {}

    def probe(self, url: str) -> LinkFinding:
        """Ask for one address, and follow it wherever it leads."""
        found, at = self._follow("HEAD", url)
        if _is_worth_a_get(found):
            found, at = self._follow("GET", url)
        outcome, detail = _judged(found, at)
        if outcome is LinkOutcome.FINE and at.moved_for_good and _is_elsewhere(url, at.url):
            return LinkFinding(url, LinkOutcome.MOVED, at.url)
        return LinkFinding(url, outcome, detail)

    def close(self) -> None:
        """Close all connections."""
        self._session.close()

    def _follow(self, method: Literal["HEAD", "GET"], url: str) -> tuple[Knock, _Place]:
        place = _Place(url)
        for _ in range(MOST_REDIRECTS + 1):
            self._wait_for(parts_of(place.url).netloc)
            found = self._session.knock(method, place.url)
            if found.location is None:
                return found, place
            place.go(found.location, for_good=found.status in _FOR_GOOD)
            if _asks_for_log_in(place.url):
                return Knock(HTTPStatus.UNAUTHORIZED), place
        return Knock(reason=f"> {MOST_REDIRECTS} redirects"), place

    def _wait_for(self, host: str) -> None:
        """Leave a pause between two questions to one host."""
        last = self._asked.get(host)
        if last is not None and (left := last + PAUSE_SECONDS - self._clock()) > 0:
            self._pause(left)
        self._asked[host] = self._clock()


class _Place:
    """Where following a link has led so far; the part of a page is nothing that a server is asked for."""

    def __init__(self, url: str) -> None:
        self.url = url.partition("#")[0]
        self._turns: list[bool] = []

    @property
    def moved_for_good(self) -> bool:
        """Only what moved for good at every turn has a new address."""
        return bool(self._turns) and all(self._turns)

    def go(self, url: str, *, for_good: bool) -> None:
        """Go on."""
        self.url = url.partition("#")[0]
        self._turns.append(for_good)


def _is_worth_a_get(found: Knock) -> bool:
    """Many servers answer a HEAD with an error, and some with nothing at all."""
    if found.certificate:
        return False
    return found.status is None or (found.status >= HTTPStatus.BAD_REQUEST and found.status not in _ASKS_WHO)


def _judged(found: Knock, at: _Place) -> tuple[LinkOutcome, str]:
    if found.certificate:
        return LinkOutcome.CERTIFICATE, found.reason or parts_of(at.url).netloc
    status = found.status
    if status is None:
        return LinkOutcome.NO_ANSWER, found.reason or ""
    if status in _ASKS_WHO:
        return LinkOutcome.NEEDS_LOGIN, ""
    if status in _IS_GONE:
        return LinkOutcome.GONE, str(status)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return LinkOutcome.SERVER_ERROR, str(status)
    if status >= HTTPStatus.BAD_REQUEST:  # refused, asked too often, not liked: of the page itself it says nothing
        return LinkOutcome.UNSURE, str(status)
    return LinkOutcome.FINE, ""


def _asks_for_log_in(url: str) -> bool:
    parts = parts_of(url)
    place = f"{parts.netloc}{parts.path}".casefold()
    return any(word in place for word in _LOG_IN)


def _is_elsewhere(url: str, other: str) -> bool:
    """Whether a clerk should learn of it: a slash more, or the encrypted address of the same page, is no news."""
    return _bare(url) != _bare(other)


def _bare(url: str) -> str:
    parts = parts_of(url)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"
