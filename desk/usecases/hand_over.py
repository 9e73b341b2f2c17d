"""Hand a visit over to a colleague, or to whoever is next; the one who takes it says so, and the giver sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desk.errors import NotHandedOver
from desk.events import HandedOver, TakenOver, VisitEvent, VisitParked, VisitResumed
from desk.model.due import DueKind
from desk.model.handing import HandOver
from desk.model.ids import MemberId, VisitId
from desk.model.role import Function
from desk.model.visit import Visit, VisitState
from desk.ports import Casebook, Clock
from desk.usecases.duty import Duty
from desk.usecases.handing_words import free_words
from desk.usecases.visit_journal import VisitJournal


@dataclass(frozen=True, slots=True)
class Waiting:
    """A visit that waits for somebody."""

    visit: VisitId
    number: int
    to: MemberId | None
    """Nobody: for whoever is next."""
    by: MemberId | None
    on: date
    quiet: bool
    """Nothing that it is about is shown at the counter."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A visit that somebody handed over, and that was taken."""

    visit: VisitId
    number: int
    by: MemberId | None
    at: datetime


class HandOverVisit:
    """State and answers go along as they are: a visit is its events, whoever goes on with it."""

    def __init__(self, casebook: Casebook, journal: VisitJournal, duty: Duty, clock: Clock) -> None:
        self._casebook = casebook
        self._journal = journal
        self._duty = duty
        self._clock = clock

    def give(self, visit: VisitId, to: MemberId | None, words: str = "") -> Visit:
        """Hand a visit over and set it aside. Its words die with the visit. Raises ``SecretInText``."""
        self._duty.require(Function.REFER)
        state = self._journal.load_open(visit)
        given = HandedOver(HandOver(to, self._duty.member, self._clock.today(), free_words(words)))
        aside: tuple[VisitEvent, ...] = () if state.state is VisitState.PARKED else (VisitParked(),)
        return self._journal.record(visit, given, *aside)

    def take(self, visit: VisitId, *, instead: bool = False) -> Visit:
        """Go on with a visit that was handed over to me, or to whoever is next; ``instead`` of somebody else.

        Raises ``NotHandedOver``. Who takes it stands in the journal, and the giver sees it.
        """
        self._duty.require(Function.HELP)
        state = self._journal.load_open(visit)
        given, me = state.handed_to, self._duty.member
        if given is None:
            raise NotHandedOver(number=state.number)
        may_take = instead or given.to is None or me is None or me in (given.to, given.by)
        if not may_take:
            raise NotHandedOver(kind="another", number=state.number, to=given.to)
        taken: tuple[VisitEvent, ...] = (TakenOver(me),)
        again: tuple[VisitEvent, ...] = (VisitResumed(),) if state.state is VisitState.PARKED else ()
        return self._journal.record(visit, *taken, *again)

    def handed(self) -> dict[VisitId, MemberId | None]:
        """Return every visit that waits for somebody, and for whom; without opening one of them."""
        dues = self._casebook.due(self._clock.today())
        return {due.visit: MemberId(due.of) if due.of else None for due in dues if due.kind is DueKind.HAND_OVER}

    def waiting(self) -> tuple[Waiting, ...]:
        """Return what waits for me, and what waits for whoever is next; all of it where nobody is signed in."""
        me = self._duty.member
        found = []
        for due in self._casebook.due(self._clock.today()):
            if due.kind is not DueKind.HAND_OVER or (me is not None and due.of not in (me, "")):
                continue
            state = self._journal.load(due.visit)
            if state.handed_to is not None:
                given = state.handed_to
                found.append(Waiting(due.visit, due.number, given.to, given.by, given.on, state.profile.is_discreet))
        return tuple(found)

    def taken(self) -> tuple[Taken, ...]:
        """Return what I handed over and somebody has taken since, as long as it is open."""
        me = self._duty.member
        drafts = (each for each in self._casebook.drafts() if each.state in (VisitState.DRAFT, VisitState.PARKED))
        stories = ((each, self._journal.load(each.id).taken_over) for each in drafts)
        return tuple(
            Taken(each.id, each.number, told.by, told.at)
            for each, told in stories
            if told is not None and told.given_by == me and told.by != me
        )
