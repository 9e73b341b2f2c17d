"""Fetches official forms as files. Implements ``desk.ports.form_fetcher.FormFetcher``; imported late.

A login page, an error page or half a file is not a form: the first and the last bytes are looked at, no more.
"""

from __future__ import annotations

from desk.errors import FormRefused
from services.http_session import HttpSession

HEAD = 1024
TAIL = 2048
LARGEST_FORM = 32 * 1024**2
"""So that a form fits into one record of a pack."""


class HttpForms:
    """Fetches over the desk's session; whoever made that closes it."""

    def __init__(self, session: HttpSession) -> None:
        self._session = session

    def fetch(self, url: str) -> bytes:
        """A PDF from this address."""
        answer = self._session.get_bytes(url)
        return checked_form(url, answer.body, answer.content_type)


def checked_form(url: str, body: bytes, content_type: str = "") -> bytes:
    """Return the file when it is a whole PDF of a usual size; raises ``FormRefused``."""
    if len(body) > LARGEST_FORM:
        raise FormRefused(url=url, reason=f"> {LARGEST_FORM // 1024**2} MB")
    if b"%PDF-" not in body[:HEAD]:
        raise FormRefused(url=url, reason=content_type or "no %PDF")
    if b"%%EOF" not in body[-TAIL:]:
        raise FormRefused(url=url, reason="no %%EOF")
    return body
