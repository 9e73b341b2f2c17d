"""Load what the first search and the first deadline would wait for, while the clerk still greets the citizen."""

from __future__ import annotations

from desk.errands.workdays import days_off
from desk.ports import CatalogueStore, Clock


class WarmUp:
    """Changes nothing; it may be left out, and then the first answers come later."""

    def __init__(self, store: CatalogueStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def search(self) -> None:
        """Load the dictionaries."""
        self._store.warm_up()

    def deadlines(self) -> None:
        """Load the calendar of the years that deadlines fall in: what happened last year counts into this one."""
        year = self._clock.today().year
        for each in (year - 1, year, year + 1):
            days_off(each)
