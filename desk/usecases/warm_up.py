"""Do what the first search, visit and deadline would wait for, while the clerk still greets the citizen."""

from __future__ import annotations

from desk.errands.workdays import days_off
from desk.ports import CatalogueStore, Clock
from desk.usecases.visit_errands import VisitErrands


class WarmUp:
    """Changes nothing of anybody's; it may be left out, and then the first answers come later."""

    def __init__(self, store: CatalogueStore, clock: Clock, errands: VisitErrands) -> None:
        self._store = store
        self._clock = clock
        self._errands = errands

    def search(self) -> None:
        """Load the dictionaries."""
        self._store.warm_up()

    def visits(self) -> None:
        """Keep the errands that the next visit will follow, once after they changed; and the calendar."""
        self._errands.keep_newest()
        self.deadlines()

    def deadlines(self) -> None:
        """Load the calendar of the years that deadlines fall in: what happened last year counts into this one."""
        year = self._clock.today().year
        for each in (year - 1, year, year + 1):
            days_off(each)
