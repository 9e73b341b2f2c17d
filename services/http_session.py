"""One polite way to ask the network: it says who it is, waits when it is told to, and gives up in bounded time.

No answer is ever trusted with more than it needs: no passwords (not even those of ``.netrc``), no cookies, no
redirect to an unencrypted address, no endless body. Whatever goes wrong is a ``NetworkError`` of the desk. This
module is imported late: ``requests`` is not for the start.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from http import HTTPStatus
from http.cookiejar import DefaultCookiePolicy
from importlib.metadata import PackageNotFoundError, version
from secrets import SystemRandom
from typing import Literal, TypeAlias
from urllib.parse import urljoin

import requests
import urllib3.exceptions
from requests.utils import get_environ_proxies

from desk.errors import ImportCancelled, SourceBusy, SourceRefused, SourceUnreadable
from services.http_answer import BodyBroken, BodyReader, BodyTooLong
from services.http_failures import Failed, failure, innermost, moment_of, parts_of, retry_after, source_of
from services.http_trust import SystemTrust

Params: TypeAlias = Mapping[str, str | int]
Stopped: TypeAlias = Callable[[], bool]
Waiter: TypeAlias = Callable[[float, Stopped], None]

PROGRAM = "Palvelutiski"
SLICE = 0.1
MOST_REDIRECTS = 5
THIS_MACHINE = ("127.0.0.1", "localhost", "::1")
LATER = (
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
)
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def never() -> bool:
    """Nobody stops it."""
    return False


def wait_in_slices(seconds: float, stopped: Stopped) -> None:
    """Sleep, and wake up when it is stopped."""
    until = time.monotonic() + seconds
    while not stopped() and (left := until - time.monotonic()) > 0:
        time.sleep(min(left, SLICE))


@dataclass(frozen=True, slots=True)
class Manners:
    """How patient the desk is, and how much it takes."""

    connect_seconds: float = 10.0
    read_seconds: float = 60.0
    whole_seconds: float = 600.0
    """One answer, from its first byte to its last."""
    tries: int = 5
    first_wait: float = 0.5
    longest_wait: float = 120.0
    longest_answer: int = 64 * 1024**2
    """Bytes, packed or unpacked."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: any status but those that say *later*."""

    status: int
    reason: str
    body: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Knock:
    """What one question without a body brought: a status, where we are sent on to, or why there is no answer."""

    status: int | None = None
    location: str | None = None
    reason: str | None = None
    certificate: bool = False
    """The other side could not prove who it is."""


class HttpSession:
    """Connections to others; one thread at a time. Whoever makes it closes it."""

    def __init__(
        self, *, stopped: Stopped = never, wait: Waiter = wait_in_slices, manners: Manners | None = None
    ) -> None:
        self._stopped = stopped
        self._wait = wait
        self._manners = manners or Manners()
        self._jitter = SystemRandom()
        self._bodies = BodyReader(stopped, self._manners.longest_answer, self._manners.whole_seconds)
        self._source_time: datetime | None = None
        self._session = requests.Session()
        self._session.trust_env = False  # it would send the passwords of .netrc; the proxies are asked for by ourselves
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.headers.update({"User-Agent": user_agent(), "Accept-Encoding": "gzip", "Accept": "*/*"})
        self._session.mount("https://", SystemTrust())

    @property
    def received(self) -> int:
        """Bytes of all bodies so far, as they came over the wire."""
        return self._bodies.received

    @property
    def source_time(self) -> datetime | None:
        """The clock of whoever answered first, in UTC."""
        return self._source_time

    def get_json_bytes(self, url: str, params: Params | None = None) -> bytes:
        """Return a JSON document; raises a ``NetworkError`` when it cannot be had, ``ImportCancelled`` when stopped."""
        answer = self._patiently(url, params or {})
        if answer.status == HTTPStatus.NOT_FOUND:
            raise SourceRefused(source=source_of(url), reason=_told(answer))
        return answer.body

    def find_json_bytes(
        self, url: str, params: Params | None = None, *, absent: bytes, tries: int | None = None
    ) -> bytes | None:
        """Return a JSON document, or nothing when the source itself says that it has none: 404, with these words."""
        answer = self._patiently(url, params or {}, tries)
        if answer.status != HTTPStatus.NOT_FOUND:
            return answer.body
        if not (_looks_like_json(answer.body) and absent in answer.body):
            raise SourceRefused(source=source_of(url), reason=_told(answer))
        return None

    def get_bytes(self, url: str) -> Answer:
        """Return a file of any kind; raises as ``get_json_bytes`` does."""
        return self._retried(partial(self._file_once, url), self._manners.tries)

    def knock(self, method: Literal["HEAD", "GET"], url: str) -> Knock:
        """Ask once, follow nothing, read no body; never raises a ``NetworkError``."""
        parts = parts_of(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return Knock(reason=parts.scheme or url)
        try:
            with self._asked(method, url, {}) as response:
                to = response.headers.get("Location")
                return Knock(response.status_code, urljoin(url, to) if to and response.is_redirect else None)
        except Failed as failed:
            reason = failed.error.details.get("reason", failed.error.id)
            return Knock(reason=reason, certificate=failed.certificate)

    def close(self) -> None:
        """Close all connections."""
        self._session.close()

    def _patiently(self, url: str, params: Params, tries: int | None = None) -> Answer:
        return self._retried(partial(self._json_once, url, params), tries or self._manners.tries)

    def _retried(self, ask: Callable[[], Answer], tries: int) -> Answer:
        for failures in range(1, tries + 1):
            if self._stopped():
                raise ImportCancelled
            try:
                return ask()
            except Failed as failed:
                if failures == tries or not failed.again or failed.wait > self._manners.longest_wait:
                    raise failed.error from failed.__cause__
                self._wait(max(failed.wait, self._back_off(failures)), self._stopped)
        raise AssertionError("at least one try")

    def _back_off(self, failures: int) -> float:
        longest = min(self._manners.first_wait * 2.0 ** (failures - 1), self._manners.longest_wait)
        return longest * self._jitter.uniform(0.5, 1.0)

    def _json_once(self, url: str, params: Params) -> Answer:
        had = _had(url, self._once(url, params), but=HTTPStatus.NOT_FOUND)
        answer = replace(had, body=had.body.removeprefix(BYTE_ORDER_MARK))
        if answer.status < HTTPStatus.BAD_REQUEST and not _looks_like_json(answer.body):
            kind = "page" if answer.content_type == "text/html" else ""
            raise Failed(SourceUnreadable(kind=kind, source=source_of(url), reason=_told(answer)))
        return answer

    def _file_once(self, url: str) -> Answer:
        return _had(url, self._once(url, {}))

    def _once(self, url: str, params: Params) -> Answer:
        """Ask once, wherever we are sent on to."""
        at = url
        for _ in range(MOST_REDIRECTS + 1):
            if not _may_go(url, at):
                raise Failed(_refused_way(url, at), again=False)
            with self._asked("GET", at, params if at == url else {}) as response:
                if not response.is_redirect:
                    return self._answer(response)
                at = urljoin(at, response.headers["Location"])
        raise Failed(SourceRefused(source=source_of(url), reason="->" * MOST_REDIRECTS), again=False)

    def _asked(self, method: str, url: str, params: Params) -> requests.Response:
        here = parts_of(url).hostname in THIS_MACHINE
        try:
            return self._session.request(
                method,
                url,
                params=dict(params),
                timeout=(self._manners.connect_seconds, self._manners.read_seconds),
                allow_redirects=False,
                stream=True,
                auth=_no_password,
                proxies={} if here else get_environ_proxies(url),
            )
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise failure(source_of(url), error) from error

    def _answer(self, response: requests.Response) -> Answer:
        source = source_of(response.url)
        if self._source_time is None:
            self._source_time = moment_of(response.headers.get("Date", ""))
        if response.status_code in LATER:
            raise Failed(SourceBusy(source=source, reason=str(response.status_code)), wait=retry_after(response))
        try:
            body = self._bodies.body_of(response)
        except BodyTooLong as error:
            raise Failed(SourceUnreadable(source=source, reason=error), again=False) from error
        except (BodyBroken, urllib3.exceptions.HTTPError, OSError) as error:
            raise Failed(SourceUnreadable(source=source, reason=innermost(error))) from error
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        return Answer(response.status_code, response.reason or "", body, kind)


def user_agent() -> str:
    """The program's name and version."""
    try:
        return f"{PROGRAM}/{version('palvelutiski')}"
    except PackageNotFoundError:
        return PROGRAM


def _no_password(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Nobody's password goes out, not even one that stands in the address itself."""
    request.headers.pop("Authorization", None)
    return request


def _refused_way(asked: str, to: str) -> SourceRefused:
    if asked == to:
        return SourceRefused(kind="unencrypted", source=source_of(asked), reason=parts_of(asked).scheme)
    return SourceRefused(kind="sent_on", source=source_of(asked), to=source_of(to), reason=f"-> {source_of(to)}")


def _may_go(asked: str, to: str) -> bool:
    """Encrypted always, unencrypted only from this machine to itself."""
    scheme, host = parts_of(to).scheme, parts_of(to).hostname
    if not host or scheme not in ("http", "https"):
        return False
    if scheme == "https":
        return True
    return parts_of(asked).scheme != "https" and host in THIS_MACHINE


def _had(url: str, answer: Answer, *, but: int | None = None) -> Answer:
    """The answer, if it is one; a refusal is final, a server that fell over may have got up again."""
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise Failed(SourceUnreadable(source=source_of(url), reason=_told(answer)))
    if answer.status >= HTTPStatus.BAD_REQUEST and answer.status != but:
        raise Failed(SourceRefused(source=source_of(url), reason=_told(answer)), again=False)
    return answer


def _looks_like_json(body: bytes) -> bool:
    text = body.strip()
    return (text[:1], text[-1:]) in ((b"{", b"}"), (b"[", b"]"))


def _told(answer: Answer) -> str:
    if answer.status >= HTTPStatus.BAD_REQUEST:
        return f"{answer.status} {answer.reason}".strip()
    return answer.content_type or "?"
