"""Why a question was not answered: from the words of requests and urllib3 to a known error of the desk."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, urlsplit

import requests
import urllib3.exceptions

from desk.errors import NetworkError, SourceRefused, SourceUnreachable, SourceUnreadable

INNER_WORDS = re.compile(r"^<?[\w.]+ object at 0x\w+>?: |^\w+\([^)]*\): ")


class Failed(Exception):
    """One try did not work: what to tell in the end, how long they asked to wait, and whether to try again."""

    def __init__(
        self, error: NetworkError, *, wait: float = 0.0, again: bool = True, certificate: bool = False
    ) -> None:
        super().__init__(error)
        self.certificate = certificate
        self.error = error
        self.wait = wait
        self.again = again


def parts_of(url: str) -> SplitResult:
    """The parts of an address; all of them empty when it is none."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def source_of(url: str) -> str:
    """The part of an address that a reader knows a source by."""
    return parts_of(url).netloc.rpartition("@")[2] or url


def moment_of(told: str) -> datetime | None:
    """A moment as headers tell it, in UTC; nothing when there is no such moment."""
    with suppress(ValueError, OverflowError):
        told_at = parsedate_to_datetime(told)
        return told_at.astimezone(UTC) if told_at.tzinfo else told_at.replace(tzinfo=UTC)
    return None


def retry_after(response: requests.Response) -> float:
    """Seconds that we are asked to wait, told as a number or as a moment."""
    told = response.headers.get("Retry-After", "").strip()
    if told.isdecimal():
        return float(told)
    until = moment_of(told)
    return max(0.0, (until - datetime.now(UTC)).total_seconds()) if until else 0.0


def failure(source: str, error: Exception) -> Failed:
    """Tell what kind of failure it is when there was no answer at all."""
    reason = innermost(error)
    if isinstance(error, requests.exceptions.SSLError):
        refused = "CERTIFICATE" in reason.upper()
        return Failed(SourceUnreachable(source=source, reason=reason), again=not refused, certificate=refused)
    if isinstance(error, ValueError):  # an address that is none
        return Failed(SourceRefused(source=source, reason=reason), again=False)
    inner = error.args[0] if error.args else None
    if isinstance(inner, urllib3.exceptions.ProtocolError):  # it took our question and hung up
        return Failed(SourceUnreadable(source=source, reason=reason))
    return Failed(SourceUnreachable(source=source, reason=reason))


def innermost(error: BaseException) -> str:
    """The words of whatever went wrong first, without the names of Python's objects."""
    inner: object = error
    while isinstance(inner, BaseException):
        deeper = getattr(inner, "reason", None) or (inner.args[-1] if inner.args else None)
        if not isinstance(deeper, BaseException):
            break
        inner = deeper
    words = getattr(inner, "strerror", None) or str(inner)
    return INNER_WORDS.sub("", words).strip() or type(error).__name__
