"""How every use case reads and changes a visit: fold its events, append new ones, nothing else."""

from __future__ import annotations

from desk.errors import VisitEnded, VisitUnknown
from desk.events import VisitEvent, visit_after
from desk.model.ids import VisitId
from desk.model.role import Function
from desk.model.visit import Visit, VisitSummary
from desk.ports import Casebook, Clock
from desk.usecases.duty import Duty


class VisitJournal:
    """The visits of one desk, as their events tell them."""

    def __init__(self, casebook: Casebook, clock: Clock, duty: Duty | None = None) -> None:
        """Without ``duty`` whoever made it asks before they come here."""
        self._casebook = casebook
        self._clock = clock
        self._duty = duty

    def load(self, visit: VisitId) -> Visit:
        """Return the state of a visit; raises ``VisitUnknown``, and ``NotYourRole`` for who sees no visits."""
        self._ask()
        state = visit_after(self._casebook.events_of(visit))
        if state is None:
            raise VisitUnknown(visit=visit)
        return state

    def all(self) -> tuple[VisitSummary, ...]:
        """Return every visit in one line each, the newest first; raises ``NotYourRole``."""
        self._ask()
        return self._casebook.visits()

    def load_open(self, visit: VisitId) -> Visit:
        """Return a visit that can still be changed; raises ``VisitEnded`` when it cannot."""
        state = self.load(visit)
        if not state.is_open:
            raise VisitEnded(number=state.number)
        return state

    def load_unfinished(self, visit: VisitId) -> Visit:
        """Return a visit that is open, or whose plan is kept; raises ``VisitEnded`` when nothing of it is."""
        state = self.load(visit)
        if not state.is_unfinished:
            raise VisitEnded(number=state.number)
        return state

    def record(self, visit: VisitId, *events: VisitEvent) -> Visit:
        """Append events and return the visit after them. When this returns, they are on disk."""
        self._casebook.append(visit, events, self._clock.now())
        return self.load(visit)

    def record_and_erase(self, visit: VisitId, *events: VisitEvent) -> Visit:
        """Append events and, in the same transaction, erase what of the visit ends with them."""
        self._casebook.append_and_erase(visit, events, self._clock.now())
        return self.load(visit)

    def _ask(self) -> None:
        if self._duty is not None:
            self._duty.require(Function.HELP)
