"""Show whoever asks what is kept of them, by which rule and until when, and what an erasure would leave.

What would go is not described, it is tried: the visit is folded as it would be after the erasure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desk.events import (
    ActedFor,
    DocumentReceived,
    DocumentSent,
    PersonNamed,
    Recorded,
    VisitDiscarded,
    VisitEvent,
    erased_by,
    visit_after,
)
from desk.model.hours import HELSINKI
from desk.model.ids import EventId, VisitId
from desk.model.keeping import Category, KeepingTimes, kept_of, kept_until
from desk.model.kept_data import ErasureAhead, Holding, KeptData, OtherVisit, Part, Rule
from desk.model.role import Function
from desk.model.visit import Visit
from desk.ports import Casebook, Clock
from desk.ports.keeping import CasebookKeeper
from desk.ports.person_finder import PersonFinder
from desk.usecases.duty import Duty
from desk.usecases.keeping_times import KeepingSettings
from desk.usecases.visit_journal import VisitJournal

PARTS: dict[Part, tuple[str, ...]] = {
    Part.PERSON: ("PersonNamed",),
    Part.ANSWERS: ("AnswerGiven", "AnswerWithdrawn", "AnswersReadBack", "FactsCarried"),
    Part.HELP: ("ProfileSet", "CapacityChecked", "NeedsMapped"),
    Part.STEPS: ("StepDecided", "HintDecided", "WayChosen", "StepKeptOff", "ErrandsDiffered", "CorrectionGiven"),
    Part.NOTES: ("StepNoted", "HandedOver", "TakenOver"),
    Part.PLAN: ("PlanAgreed", "PlanCodeGiven"),
    Part.FOLLOW_UP: (
        *("ProgressSet", "ResultTold", "CallBackPromised", "CallBackSettled", "ContactAgreed"),
        *("ExpertBooked", "ExpertCancelled"),
    ),
    Part.REFERRALS: ("Referred", "ReferralAnswered", "ReceiptGiven", "NoticeGiven"),
    Part.MANDATES: ("MandateDrawn", "MandateSigned", "LinesWithdrawn", "RegisterChecked"),
    Part.ACTS: (ActedFor.__name__,),
    Part.DOCUMENTS: (DocumentReceived.__name__, DocumentSent.__name__),
}
"""By the kinds of events in which they are written down; all other kinds are the log's."""
_PART_OF = {kind: part for part, kinds in PARTS.items() for kind in kinds}
_LASTING = (Part.MANDATES, Part.ACTS)


@dataclass(frozen=True, slots=True)
class KeptRooms:
    """What is asked."""

    casebook: Casebook
    keeper: CasebookKeeper
    persons: PersonFinder
    clock: Clock
    times: KeepingSettings


class ShowKeptData:
    """For who may give data. It reads no content out; the copy on paper does."""

    def __init__(self, rooms: KeptRooms, duty: Duty) -> None:
        self._rooms = rooms
        self._duty = duty
        self._journal = VisitJournal(rooms.casebook, rooms.clock)

    def __call__(self, visit: VisitId) -> KeptData:
        """Return what is kept of a visit; raises ``NotYourRole``, ``VisitUnknown``."""
        self._duty.require(Function.GIVE_DATA)
        state, times = self._journal.load(visit), self._rooms.times.read()
        recorded = self._rooms.casebook.events_of(visit)
        return KeptData(
            visit=visit,
            number=state.number,
            opened_at=state.opened_at,
            is_open=state.is_open,
            named=state.person is not None or bool(state.mandates),
            erased=state.erased,
            holdings=_holdings(state, _parts(recorded), times, self._draft_until(state)),
            counts=_counts(state),
            times=times,
            plan_time=times.plan(state.kept_as),
            others=tuple(self._others(state)),
        )

    def ahead(self, visit: VisitId) -> ErasureAhead:
        """Return what an erasure would take and leave; nothing is erased. Raises ``NotYourRole``, ``VisitUnknown``."""
        self._duty.require(Function.GIVE_DATA)
        rooms = self._rooms
        state, recorded = self._journal.load(visit), rooms.casebook.events_of(visit)
        after = self._after(recorded) if not state.erased else recorded
        left, kept = visit_after(after) or state, _parts(after)
        return ErasureAhead(
            goes=tuple(part for part in _parts(recorded) if part not in kept),
            stays=_holdings(left, kept, rooms.times.read()),
            copies=len(rooms.keeper.copies()) if state.kept and not state.erased else 0,
            lies_here=sum(held.sent is None for held in state.documents.values()),
        )

    def _after(self, recorded: tuple[Recorded, ...]) -> tuple[Recorded, ...]:
        """The events as they would be after the erasure."""
        wish: VisitEvent = VisitDiscarded()
        gone = erased_by(wish, acted=any(each.kind == ActedFor.__name__ for each in recorded))
        left = [replace(each, event=None) if each.kind in gone else each for each in recorded]
        ending = Recorded(EventId(""), recorded[0].visit, self._rooms.clock.now(), type(wish).__name__, wish)
        return (*left, ending)

    def _draft_until(self, state: Visit) -> date | None:
        summary = next((each for each in self._rooms.casebook.drafts() if each.id == state.id), None)
        if summary is None or summary.erase_on is None:
            return None
        return (summary.erase_on.astimezone(HELSINKI) - timedelta(seconds=1)).date()

    def _others(self, state: Visit) -> Iterator[OtherVisit]:
        if state.person is None or not self._duty.may(Function.FIND_PERSON):
            return
        for other in self._rooms.persons.visits_of(state.person.id):
            if other != state.id:
                found = self._journal.load(other)
                yield OtherVisit(found.id, found.number, found.opened_at)


def _parts(recorded: Iterable[Recorded]) -> tuple[Part, ...]:
    """What is written down and not erased, in the order in which it is told."""
    found = {_PART_OF.get(each.kind, Part.LOG) for each in recorded if each.event is not None}
    if any(isinstance(each.event, PersonNamed) and each.event.person.identity_code for each in recorded):
        found.add(Part.IDENTITY_CODE)
    return tuple(part for part in Part if part in found)


def _holdings(
    state: Visit, parts: tuple[Part, ...], times: KeepingTimes, draft_until: date | None = None
) -> tuple[Holding, ...]:
    """The parts by their rules; what is kept longest comes last."""
    days = {each.category: kept_until(each, times) for each in kept_of(state)}
    lasting = _LASTING if state.acts else ()
    own = {Part.DOCUMENTS, Part.LOG, *lasting}
    said = tuple(part for part in parts if part not in own)
    first = Holding(Rule.PLAN, said, days.get(Category.PLAN)) if state.kept else Holding(Rule.DRAFT, said, draft_until)
    every = (
        first,
        Holding(Rule.RECEIPT, tuple(part for part in parts if part is Part.DOCUMENTS), days.get(Category.RECEIPT)),
        Holding(Rule.MANDATE, tuple(part for part in parts if part in lasting), days.get(Category.MANDATE)),
        Holding(Rule.LOG, tuple(part for part in parts if part is Part.LOG)),
    )
    return tuple(holding for holding in every if holding.parts)


def _counts(state: Visit) -> Mapping[Part, int]:
    counted = {
        Part.ANSWERS: len(state.answers),
        Part.MANDATES: len(state.mandates),
        Part.ACTS: len(state.acts),
        Part.DOCUMENTS: len(state.documents),
    }
    return {part: count for part, count in counted.items() if count}
