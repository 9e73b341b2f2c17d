"""A keeper of the casebook in memory: its copies are names, and its chain cannot break."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from desk.errors import VisitUnknown
from desk.events import THE_DESK, CasebookKept, Recorded, visit_after
from desk.model.ids import VisitId
from desk.model.keeping import Kept, kept_of
from desk.model.visit import Visit
from desk.ports import BrokenLink, Casebook
from desk.ports.keeping import Comparison, Copy, Differing, Head, StoreCheck


class FakeKeeper:
    """Keeps a fake casebook."""

    def __init__(self, casebook: Casebook) -> None:
        self.casebook = casebook
        self.made: list[Copy] = []
        self.begun: dict[str, tuple[Copy, frozenset[VisitId]]] = {}
        self.found = StoreCheck(0)
        self.broken: BrokenLink | None = None
        self.differing: tuple[Differing, ...] = ()

    def heads(self) -> tuple[Head, ...]:
        """One device, with as many events as there are."""
        return (Head("device", self.casebook.verify().events, bytes(5)),)

    def holds(self, sequence: int, code: bytes) -> bool:
        """What was written down of this casebook."""
        return sequence <= self.casebook.verify().events and code == bytes(5)

    def keep_projections_current(self) -> None:
        """There are none: all is folded when it is asked for."""

    def kept(self) -> tuple[Kept, ...]:
        """All that is kept of visits that are over."""
        return tuple(sorted((k for v in self._visits() for k in kept_of(v)), key=lambda k: k.number))

    def log_to_forget(self, before: datetime, now: datetime) -> int:
        """Events of the desk itself that are older."""
        del now
        return sum(record.at < before and record.event is not None for record in self._log())

    def forget_log(self, before: datetime, now: datetime) -> int:
        """Forget none: the fake's journal is its tests' own."""
        return self.log_to_forget(before, now)

    def last_links(self) -> BrokenLink | None:
        """What the test says."""
        return self.broken

    def check(self, stopped: Callable[[], bool]) -> StoreCheck:
        """What the test says."""
        del stopped
        return self.found

    def compare(self, stopped: Callable[[], bool], *, going_on: bool = False) -> Comparison:
        """What the test says: all is folded when it is asked for, so nothing differs by itself."""
        del stopped, going_on
        return Comparison(len(self._visits()), self.differing)

    def rebuild(self) -> None:
        """There is nothing to make."""

    def copies(self) -> tuple[Copy, ...]:
        """Those that were made, oldest first."""
        return tuple(sorted(self.made, key=lambda copy: copy.made))

    def begin_copy(self, now: datetime, why: str, stopped: Callable[[], bool]) -> str | None:
        """Begin one, unless it is stopped."""
        if stopped():
            return None
        name = f"casebook-{now:%Y%m%dT%H%M%S}-{why}"
        self.begun[name] = (Copy(name, now, 1000, why), self._holding())
        return name

    def settle_copy(self, begun: str) -> Copy | None:
        """Let it count, unless something of it was erased meanwhile."""
        copy, holds = self.begun.pop(begun)
        if not holds <= self._holding():
            return None
        self.made.append(copy)
        return copy

    def drop_copies(self, but: Sequence[str] = ()) -> int:
        """Remove all but these."""
        return self._keep([copy for copy in self.made if copy.name in but])

    def drop_copies_out_of_time(self, today: date, days: int) -> int:
        """Remove those that have lived for so long."""
        return self._keep([copy for copy in self.made if copy.made.date() > today - timedelta(days=days)])

    def _keep(self, copies: list[Copy]) -> int:
        gone, self.made = len(self.made) - len(copies), copies
        return gone

    def _log(self) -> tuple[Recorded, ...]:
        try:
            told = self.casebook.events_of(THE_DESK)
        except VisitUnknown:
            return ()
        return tuple(record for record in told if record.kind != CasebookKept.__name__)

    def _visits(self) -> list[Visit]:
        found = (visit_after(self.casebook.events_of(summary.id)) for summary in self.casebook.visits())
        return [visit for visit in found if visit is not None]

    def _holding(self) -> frozenset[VisitId]:
        return frozenset(visit.id for visit in self._visits() if not visit.erased)
