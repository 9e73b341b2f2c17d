"""Looks whether the casebook is whole: its end at each opening, all of it in a quiet minute. Nothing is repaired.

But what screens read of the journal can be made again from it, when somebody asks for that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import msgspec

from desk.errors import ProjectionsDiffer
from desk.events import CasebookKept
from desk.ports import BrokenLink, Casebook, Clock
from desk.ports.keeping import CasebookKeeper, Comparison, StoreCheck

LAST_CHECK = "keeping.last_check"
"""Setting: the last whole look, as JSON."""
DAYS_BETWEEN = 7
"""A whole look takes a while, and what it would find does not come in a day."""
_MOST_NUMBERS = 10


@dataclass(frozen=True, slots=True)
class PastCheck:
    """When everything was looked at, and what was found."""

    day: date
    found: StoreCheck


class CheckCasebook:
    """The short look says only what it looked at; the whole one says all that can be seen from inside.

    Neither asks whether what screens read is what the journal says: ``going_on`` does it of the visits that go on, and
    ``thoroughly`` of all, which takes longer.
    """

    def __init__(self, casebook: Casebook, keeper: CasebookKeeper, clock: Clock) -> None:
        self._casebook = casebook
        self._keeper = keeper
        self._clock = clock

    def shortly(self) -> BrokenLink | None:
        """Look at the last links of this device alone: milliseconds, however long the journal is."""
        return self._keeper.last_links()

    def is_due(self) -> bool:
        """Tell whether everything should be looked at again; also when the clock was set back."""
        last = self.last()
        return last is None or not 0 <= (self._clock.today() - last.day).days < DAYS_BETWEEN

    def wholly(self, stopped: Callable[[], bool] = lambda: False) -> StoreCheck:
        """Look at every page and every link, on a connection of its own; raises ``WorkInterrupted`` when stopped."""
        return self._keeper.check(stopped)

    def going_on(self, stopped: Callable[[], bool] = lambda: False) -> Comparison:
        """Compare what screens read of the visits that go on: all that a clerk works with.

        Visits that ended under an older program may lack what that one did not look for: no fault, and not told here.
        Raises ``WorkInterrupted`` when stopped.
        """
        return self._keeper.compare(stopped, going_on=True)

    def thoroughly(self, stopped: Callable[[], bool] = lambda: False) -> Comparison:
        """Fold every visit again and compare all that screens read; raises ``WorkInterrupted`` when stopped."""
        return self._keeper.compare(stopped)

    def rebuild(self) -> None:
        """Make all that screens read again from the journal; what is in the journal stays as it is."""
        self._keeper.rebuild()
        self._casebook.record_of_desk([CasebookKept("rebuilt")], self._clock.now())

    def note(self, found: StoreCheck) -> None:
        """Write down that it was looked at, where the stores are used."""
        past = PastCheck(self._clock.today(), found)
        self._casebook.set_setting(LAST_CHECK, msgspec.json.encode(past).decode())
        self._casebook.record_of_desk([CasebookKept("check", found.events)], self._clock.now())

    def last(self) -> PastCheck | None:
        """Return when everything was looked at last."""
        stored = self._casebook.setting(LAST_CHECK)
        return msgspec.json.decode(stored, type=PastCheck) if stored else None


def error_of(compared: Comparison) -> ProjectionsDiffer | None:
    """What there is to say of a comparison: in which tables, and of which visits; nothing when all agrees."""
    if not compared.differing:
        return None
    numbers = sorted({each.number for each in compared.differing if each.number})
    told = ", ".join(str(number) for number in numbers[:_MOST_NUMBERS])
    return ProjectionsDiffer(
        tables=", ".join(sorted({each.table for each in compared.differing})),
        visits=told + ("…" if numbers[_MOST_NUMBERS:] else "") or "-",
    )
