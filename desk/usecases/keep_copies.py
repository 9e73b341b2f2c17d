"""Backups of the casebook: one a day, one whenever somebody asks, and a new one when an erasure must reach the old."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from desk.errors import CopyDamaged, DeskError
from desk.events import CasebookKept
from desk.model.hours import HELSINKI
from desk.model.role import Function
from desk.ports import Casebook, Clock
from desk.ports.keeping import RENEW, CasebookKeeper, Copy
from desk.usecases.duty import Duty
from desk.usecases.keeping_times import KeepingSettings

DAILY, ASKED = "daily", "asked"
_TRIES = 3
"""An erasure while a copy is written makes it worthless: so often it is begun anew."""


class KeepCopies:
    """A copy is begun beside whoever works, and settled where the stores are used."""

    def __init__(
        self, casebook: Casebook, keeper: CasebookKeeper, clock: Clock, rules: tuple[Duty, KeepingSettings]
    ) -> None:
        self._casebook = casebook
        self._keeper = keeper
        self._clock = clock
        self._duty, self._settings = rules

    def all(self) -> tuple[Copy, ...]:
        """Return the backups, oldest first."""
        return self._keeper.copies()

    @property
    def must_be_renewed(self) -> bool:
        """Tell whether copies hold something that a person wanted erased."""
        return bool(self._casebook.setting(RENEW))

    def are_due(self) -> bool:
        """Tell whether a copy has to be made: there is none of today, or those there are must go."""
        today = self._clock.today()
        return self.must_be_renewed or not any(copy.made.date() == today for copy in self._keeper.copies())

    def begin(self, why: str = DAILY, stopped: Callable[[], bool] = lambda: False) -> str | None:
        """Write a copy; it does not count yet. ``None``: it was stopped.

        Raises ``NotYourRole`` for who asks and does not keep the casebook; the daily one is nobody's wish.
        """
        if why == ASKED:
            self._duty.require(Function.KEEP_CASEBOOK)
        return self._keeper.begin_copy(self._clock.now(), why, stopped)

    def settle(self, begun: str) -> Copy | None:
        """Let it count, and let those go whose time is over; ``None``: something of it was erased meanwhile."""
        renew = self._casebook.setting(RENEW)
        copy = self._keeper.settle_copy(begun)
        if copy is None:
            return None
        if renew:
            self._keeper.drop_copies(but=(copy.name,))
            self._casebook.set_setting(RENEW, "")
        self._keeper.drop_copies_out_of_time(self._clock.today(), self._settings.read().copy_days)
        self._casebook.record_of_desk([CasebookKept("backup", len(self._keeper.copies()))], self._clock.now())
        return copy

    def make(self, why: str = ASKED) -> Copy:
        """Make one now, and wait for it."""
        self._duty.require(Function.KEEP_CASEBOOK)
        return self._made(why)

    def renew(self) -> DeskError | None:
        """Make a new copy in the place of those that hold too much; return what kept a new one from being made.

        Where there is no room for a new one the old ones go all the same: what a person wanted erased weighs more.
        """
        if not self.must_be_renewed:
            return None
        try:
            self._made(DAILY)
        except DeskError as known:
            self.drop_for_want_of_room()
            return known
        return None

    def drop_for_want_of_room(self) -> bool:
        """A new copy could not be made: what had to go goes all the same. Return whether any did."""
        if not self.must_be_renewed:
            return False
        self._keeper.drop_copies()
        self._casebook.set_setting(RENEW, "")
        return True

    def last_gone(self) -> date | None:
        """Return the day on which the last of today's copies is gone by its age; ``None`` when there is none."""
        made = [copy.made.astimezone(HELSINKI).date() for copy in self._keeper.copies()]
        return max(made) + timedelta(days=self._settings.read().copy_days) if made else None

    def _made(self, why: str) -> Copy:
        for _ in range(_TRIES):
            begun = self.begin(why)
            settled = self.settle(begun) if begun is not None else None
            if settled is not None:
                return settled
        raise CopyDamaged(name=why, reason="changed while it was made")
