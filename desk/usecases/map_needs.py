"""A first talk away from the desk, in eight questions: what is heavy now becomes what the visit is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk.events import ErrandAdded, NeedsMapped, VisitEvent
from desk.model.ids import VisitId
from desk.model.short_mapping import LEADS_TO, Need
from desk.model.visit import Visit
from desk.usecases.keeping_discreet import kept_discreet
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal


class MapNeeds:
    """Adds errands, and takes none away: what was said once stays until somebody takes it away."""

    def __init__(self, journal: VisitJournal, errands: VisitErrands) -> None:
        self._journal = journal
        self._errands = errands

    def __call__(self, visit: VisitId, needs: Sequence[Need]) -> Visit:
        """Store what is heavy, and make the visit about the errands that go on from it."""
        state = self._journal.load_open(visit)
        told = tuple(need for need in Need if need in needs)
        known = self._errands.of(state).bundle.errands
        wanted = dict.fromkeys(LEADS_TO[need] for need in told)
        new = tuple(errand for errand in wanted if errand in known and errand not in state.errands)
        events: list[VisitEvent] = [] if told == state.needs else [NeedsMapped(told)]
        events += [ErrandAdded(errand) for errand in new]
        if not events:
            return state
        after = replace(state, errands=(*state.errands, *new))
        return self._journal.record(visit, *events, *kept_discreet(self._errands, state, after))
