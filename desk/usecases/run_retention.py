"""What is kept goes when its time is over: first it can be seen what would go, then it goes, and a receipt says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time

from desk.events import ActsForgotten, CasebookKept, KeepingEnded, VisitDiscarded, VisitEvent
from desk.model.hours import HELSINKI
from desk.model.keeping import Category, kept_until, months_after
from desk.model.keeping_receipt import Going, KeepingReceipt
from desk.model.role import Function
from desk.ports import Casebook, Clock
from desk.ports.keeping import CasebookKeeper
from desk.usecases.duty import Duty
from desk.usecases.head_codes import written
from desk.usecases.keep_copies import KeepCopies
from desk.usecases.keeping_times import KeepingSettings
from desk.usecases.point_details import PointDetails

LAST_RUN = "keeping.last_run"
"""Setting: the day of the last run."""
_ENDS: dict[Category, VisitEvent] = {
    Category.PLAN: VisitDiscarded(lapsed=True),
    Category.RECEIPT: KeepingEnded(Category.RECEIPT),
    Category.MANDATE: ActsForgotten(),
}


class RunRetention:
    """Erases by the times of this point. Run by itself once a day; by a person it is for who keeps the casebook."""

    def __init__(
        self, world: tuple[Casebook, CasebookKeeper, Clock], settings: KeepingSettings, copies: KeepCopies, duty: Duty
    ) -> None:
        self._casebook, self._keeper, self._clock = world
        self._settings = settings
        self._copies = copies
        self._duty = duty
        self._point = PointDetails(self._casebook, duty)

    def is_due(self) -> bool:
        """Tell whether it has not run today."""
        return self._casebook.setting(LAST_RUN) != self._clock.today().isoformat()

    def look(self) -> KeepingReceipt:
        """Return what would go today, and erase nothing."""
        self._duty.require(Function.KEEP_CASEBOOK)
        events = self._keeper.log_to_forget(*self._log_times())
        return self._receipt(self._going(), events, dry=True)

    def run(self) -> KeepingReceipt:
        """Erase what has had its time, and return the receipt."""
        self._duty.require(Function.KEEP_CASEBOOK)
        return self.run_by_itself()

    def run_by_itself(self) -> KeepingReceipt:
        """Do the same with nobody asking for it: the day has come."""
        before = self._heads()
        going = self._going()
        for each in going:
            self._casebook.append_and_erase(each.visit, [_ENDS[each.category]], self._clock.now())
        events = self._keeper.forget_log(*self._log_times())
        self._casebook.set_setting(LAST_RUN, self._clock.today().isoformat())
        if going or events:
            self._casebook.record_of_desk([CasebookKept("retention", len(going) + events)], self._clock.now())
        return self._receipt(going, events, before)

    def _going(self) -> tuple[Going, ...]:
        today, times = self._clock.today(), self._settings.read()
        kept = [(each, kept_until(each, times)) for each in self._keeper.kept()]
        return tuple(Going(each.visit, each.number, each.category, until) for each, until in kept if until < today)

    def _log_times(self) -> tuple[datetime, datetime]:
        now = self._clock.now()
        first = months_after(now.date(), -12 * self._settings.read().log_years)
        return datetime.combine(first, time.min, HELSINKI), now

    def _heads(self) -> tuple[str, ...]:
        return tuple(written(head) for head in self._keeper.heads())

    def _receipt(
        self, going: Sequence[Going], events: int, before: tuple[str, ...] | None = None, *, dry: bool = False
    ) -> KeepingReceipt:
        counts = Counter(each.category for each in going)
        if events:
            counts[Category.LOG] = events
        point = self._point.read()
        after = self._heads()
        return KeepingReceipt(
            at=self._clock.now(),
            times=self._settings.read(),
            going=tuple(going),
            log_events=events,
            head_before=after if before is None else before,
            head_after=after,
            last_copy_gone=self._copies.last_gone() if going and not dry else None,
            dry=dry,
            point=point.name if point is not None else "",
            counts=dict(counts),
        )
