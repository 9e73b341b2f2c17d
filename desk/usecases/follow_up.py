"""After the visit: whose turn a step is, what came of it, when to be in touch, and how. The visit stays ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from desk.errors import DayRefused, ExpectedDayMissing, StepNotInPlan, VisitEnded
from desk.events import (
    CallBackPromised,
    CallBackSettled,
    CaseRead,
    ContactAgreed,
    ProgressSet,
    ResultTold,
    VisitEvent,
)
from desk.model.follow_up import (
    NEGATIVE,
    CallBack,
    CallBackEnd,
    ContactPlan,
    Progress,
    StepFollowed,
    StepOwner,
    StepResult,
)
from desk.model.ids import HandingId, StepId, VisitId, uuid7
from desk.model.person import ContactWay
from desk.model.role import Function
from desk.model.visit import Visit
from desk.ports import Casebook, Clock
from desk.usecases.asking_for_change import change_by
from desk.usecases.duty import Duty
from desk.usecases.kept_text import without_secret
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal


class FollowUp:
    """Changes what is kept of a plan, of a visit that has ended and of one that is still open."""

    def __init__(self, casebook: Casebook, clock: Clock, errands: VisitErrands, duty: Duty) -> None:
        self._casebook = casebook
        self._clock = clock
        self._errands = errands
        self._duty = duty
        self._journal = VisitJournal(casebook, clock)

    def open(self, visit: VisitId, why: str) -> Visit:
        """Return a kept plan that somebody wants to look at; the journal tells that they did.

        Raises ``VisitEnded`` when nothing of it is kept.
        """
        state = self._kept(visit)
        self._casebook.record_of_desk([CaseRead(why)], self._clock.now(), visit)
        return state

    def open_mandates(self, visit: VisitId, why: str) -> Visit:
        """The same, also of a visit without follow-up: the mandates that were used are left of it.

        Raises ``VisitEnded`` when not even those are.
        """
        self._duty.require(Function.FOLLOW_UP)
        state = self._journal.load(visit)
        if not state.is_unfinished and not state.mandates:
            raise VisitEnded(number=state.number)
        self._casebook.record_of_desk([CaseRead(why)], self._clock.now(), visit)
        return state

    def set_progress(self, visit: VisitId, step: StepId, followed: StepFollowed) -> Visit:
        """Store how a step stands.

        Raises ``StepNotInPlan``, ``SecretInText``, ``DayRefused``, and ``ExpectedDayMissing``: a step that waits for an
        agency and has no day on which to ask would be on nobody's list.
        """
        state = self._kept(visit)
        self._require_step(state, step)
        today = self._clock.today()
        followed = replace(followed, reference=without_secret(followed.reference))
        if followed.sent_on is not None and followed.sent_on > today:
            raise DayRefused(day=followed.sent_on, kind="sent_later")
        if followed.progress is Progress.WAITING:
            if followed.expected_on is None:
                raise ExpectedDayMissing()
            followed = replace(followed, owner=StepOwner.AGENCY)
        if _before(followed.expected_on, followed.sent_on):
            raise DayRefused(day=followed.expected_on, kind="expected_before_sent")
        return self._journal.record(visit, ProgressSet(step, followed))

    def tell_result(self, visit: VisitId, step: StepId, result: StepResult | None) -> Visit:
        """Store what was decided; the step is done with it. ``None``: it was told by mistake, and is open again.

        Of a refusal the last day to ask for a change is added, where the errands know it.
        """
        state = self._kept(visit)
        self._require_step(state, step)
        before = state.followed.get(step)
        if result is None:
            return self._journal.record(visit, *_taken_back(step, before))
        if result.on > self._clock.today():
            raise DayRefused(day=result.on, kind="decided_later")
        if before is not None and _before(result.on, before.sent_on):
            raise DayRefused(day=result.on, kind="decided_before_sent")
        if _before(result.act_by, result.on):
            raise DayRefused(day=result.act_by, kind="act_before_decided")
        if result.result in NEGATIVE and result.act_by is None and not result.act_done:
            bundle = self._errands.of(state).bundle
            result = replace(result, act_by=change_by(bundle, step, result.on))
        done = replace(before or StepFollowed(StepOwner.AGENCY, Progress.DONE), progress=Progress.DONE)
        return self._journal.record(visit, ResultTold(step, result), ProgressSet(step, done))

    def promise_call_back(self, visit: VisitId, day: date, words: str = "", step: StepId | None = None) -> Visit:
        """Promise to be in touch on a day. Raises ``DayRefused`` and ``SecretInText``."""
        state = self._kept(visit)
        if step is not None:
            self._require_step(state, step)
        if day < self._clock.today():
            raise DayRefused(day=day, kind="is_over")
        id = HandingId(uuid7(int(self._clock.now().timestamp() * 1000)))
        return self._journal.record(visit, CallBackPromised(CallBack(id, day, without_secret(words), step)))

    def settle_call_back(self, visit: VisitId, id: HandingId, end: CallBackEnd, again_on: date | None = None) -> Visit:
        """Store what came of a call-back; nobody was reached: ``again_on`` promises another day."""
        state = self._kept(visit)
        promised = state.call_backs.get(id)
        if promised is None:
            return state
        events: list[VisitEvent] = [CallBackSettled(id, end)]
        if again_on is not None:
            if again_on < self._clock.today():
                raise DayRefused(day=again_on, kind="is_over")
            anew = HandingId(uuid7(int(self._clock.now().timestamp() * 1000)))
            events.append(CallBackPromised(replace(promised, id=anew, day=again_on)))
        return self._journal.record(visit, *events)

    def agree_contact(self, visit: VisitId, contact: ContactPlan | None) -> Visit:
        """Store how the desk and the citizen find one another; an unsafe way is never the first."""
        self._kept(visit)
        if contact is not None:
            contact = replace(contact, ways=tuple(_checked(way) for way in contact.ways)).with_safe_first()
            if contact.come_back_on is not None and contact.come_back_on < self._clock.today():
                raise DayRefused(day=contact.come_back_on, kind="is_over")
            if contact == ContactPlan():
                contact = None
        return self._journal.record(visit, ContactAgreed(contact))

    def came_back(self, visit: VisitId) -> Visit:
        """The citizen came: the day is off the list, the ways stay."""
        state = self._kept(visit)
        if state.contact is None or state.contact.come_back_on is None:
            return state
        left = replace(state.contact, come_back_on=None)
        return self._journal.record(visit, ContactAgreed(left if left.ways else None))

    def _kept(self, visit: VisitId) -> Visit:
        self._duty.require(Function.FOLLOW_UP)
        return self._journal.load_unfinished(visit)

    def _require_step(self, visit: Visit, step: StepId) -> None:
        if visit.plan is not None and any(each.id == step for each in visit.plan.steps):
            return
        if visit.is_open and step in self._errands.path(visit).ids:
            return
        raise StepNotInPlan(step=step, number=visit.number)


def _taken_back(step: StepId, before: StepFollowed | None) -> Iterator[VisitEvent]:
    yield ResultTold(step, None)
    if before is not None and before.progress is Progress.DONE:
        now = Progress.TO_DO if before.expected_on is None else Progress.WAITING
        yield ProgressSet(step, replace(before, progress=now))


def _before(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day < other


def _checked(way: ContactWay) -> ContactWay:
    return replace(way, where=without_secret(way.where), when=without_secret(way.when))
