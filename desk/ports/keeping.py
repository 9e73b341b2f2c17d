"""What keeps the casebook itself: its copies, its checks, and what of it is kept for how long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from desk.ports import BrokenLink

if TYPE_CHECKING:
    from desk.model.keeping import Kept


RENEW = "copies.renew"
"""Setting: since when copies hold something that was erased on a person's own request; empty: they do not."""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of one device's chain: how many events it has, and a short hash that anchors all of them."""

    device: str
    sequence: int
    code: bytes


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup: a whole casebook, encrypted with the same key."""

    name: str
    made: datetime
    size: int
    why: str
    """``daily``, ``asked``, ``whole`` (before a migration, with drafts) or ``aside`` (what was there before a
    restore)."""


@dataclass(frozen=True, slots=True)
class LostVisit:
    """A visit of which something cannot be read."""

    number: int
    opened_at: str


@dataclass(frozen=True, slots=True)
class StoreCheck:
    """What a look at the casebook's file and journal found."""

    events: int
    broken: BrokenLink | None = None
    damaged_pages: int = 0
    lost: tuple[LostVisit, ...] = ()
    lost_untold: bool = False
    """Something is lost, and not even which visits can be told."""

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing was found."""
        return self.broken is None and not self.damaged_pages


@dataclass(frozen=True, slots=True)
class Differing:
    """A table that screens read which is not what the journal says. What stands in its rows is never told."""

    table: str
    missing: int
    """Rows that should be there."""
    extra: int
    """Rows that should not."""
    visit: str = ""
    """Of which visit; empty for a table that is not made of visits."""
    number: int = 0
    """Of which visit; 0 when the journal does not have it."""
    opened_on: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What screens read, laid beside the journal."""

    visits: int
    differing: tuple[Differing, ...] = ()


class CasebookKeeper(Protocol):
    """The casebook as a whole."""

    def heads(self) -> tuple[Head, ...]:
        """Return the end of each device's chain."""
        ...

    def holds(self, sequence: int, code: bytes) -> bool:
        """Tell whether an event that was anchored is still in the journal as it was."""
        ...

    def keep_projections_current(self) -> None:
        """Read off the journal what an older program did not look for: of the visits that go on, once."""
        ...

    def kept(self) -> tuple[Kept, ...]:
        """Return all that is kept of visits that are over."""
        ...

    def log_to_forget(self, before: datetime, now: datetime) -> int:
        """Return how many events of the log still have content and are older than a moment."""
        ...

    def forget_log(self, before: datetime, now: datetime) -> int:
        """Erase the content of the log that is older than a moment; returns of how many events."""
        ...

    def last_links(self) -> BrokenLink | None:
        """Look at the end of the chain alone: milliseconds."""
        ...

    def check(self, stopped: Callable[[], bool]) -> StoreCheck:
        """Look at every page and every link; on a connection of its own."""
        ...

    def compare(self, stopped: Callable[[], bool], *, going_on: bool = False) -> Comparison:
        """Lay every projection beside what the journal makes of it; on a connection of its own.

        ``going_on``: of the visits that go on alone.
        """
        ...

    def rebuild(self) -> None:
        """Make every projection again from the journal."""
        ...

    def copies(self) -> tuple[Copy, ...]:
        """Return the backups, oldest first."""
        ...

    def begin_copy(self, now: datetime, why: str, stopped: Callable[[], bool]) -> str | None:
        """Write a copy beside whoever works, on a connection of its own; ``None`` when it was stopped."""
        ...

    def settle_copy(self, begun: str) -> Copy | None:
        """Let a copy count, unless what it holds was erased meanwhile; where the stores are used."""
        ...

    def drop_copies(self, but: Sequence[str] = ()) -> int:
        """Remove every copy but these."""
        ...

    def drop_copies_out_of_time(self, today: date, days: int) -> int:
        """Remove the copies that have lived for so many days."""
        ...
