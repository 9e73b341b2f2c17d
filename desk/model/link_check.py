"""Whether a link still works: what a probe found, and what of it is to be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class LinkOutcome(StrEnum):
    """What became of asking for an address."""

    FINE = "fine"
    NEEDS_LOGIN = "needs_login"
    """The page is there and asks who comes: as good as fine."""
    MOVED = "moved"
    """It works, and says for good that it lives elsewhere now: ``detail`` is where."""
    GONE = "gone"
    SERVER_ERROR = "server_error"
    CERTIFICATE = "certificate"
    """A browser would warn of it."""
    NO_ANSWER = "no_answer"
    UNSURE = "unsure"
    """The server would not tell a program; a person in a browser may well get in."""


FAILURES = frozenset(
    {LinkOutcome.GONE, LinkOutcome.SERVER_ERROR, LinkOutcome.CERTIFICATE, LinkOutcome.NO_ANSWER},
)


@dataclass(frozen=True, slots=True)
class LinkFinding:
    """What one probe found."""

    url: str
    outcome: LinkOutcome
    detail: str = ""

    @property
    def failed(self) -> bool:
        """Tell whether somebody who follows the link would get nowhere."""
        return self.outcome in FAILURES


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """What is known of one link. ``failed_days``: on how many days in a row it did not work."""

    url: str
    checked: datetime
    outcome: LinkOutcome
    detail: str = ""
    failed_days: int = 0
    failed_since: date | None = None

    @property
    def is_failing(self) -> bool:
        """Once may be an accident; twice, on different days, is told."""
        return self.failed_days > 1
