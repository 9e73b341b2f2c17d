"""The casebook as a role sees it that stores nothing about anyone: what a citizen says stays in memory, and goes.

It lies over the real one for every role, and passes everything on while the role may store. In a role that may not:
a visit that is opened is marked as not kept; of it only what says nothing of anybody (number, times, channel, errands,
how it ended) is written to the journal; the visits of others are not there. When the visit ends, the member leaves or
the program falls, the rest is gone: there is nothing that would have to be erased.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import get_args

from desk.errors import NotYourRole
from desk.events import (
    THE_DESK,
    DeskEvent,
    DocumentReceived,
    FollowUpEvent,
    HandingEvent,
    MandateEvent,
    PersonEvent,
    Recorded,
    VisitDiscarded,
    VisitEnded,
    VisitEvent,
    VisitOpened,
    visit_after,
)
from desk.model.due import Due
from desk.model.ids import EventId, HandingId, MandateCode, PlanCode, VisitId, uuid7
from desk.model.role import Function
from desk.model.visit import Profile, VisitSummary
from desk.ports import Casebook, ChainReport


def _kinds(family: object) -> tuple[type, ...]:
    """The classes of a family of events, be it one or many."""
    return get_args(family) or (family,)


_REFUSED: dict[type, Function] = {
    **dict.fromkeys(_kinds(PersonEvent), Function.NAME_PERSON),
    **dict.fromkeys(_kinds(MandateEvent), Function.ACT_FOR),
    **dict.fromkeys(_kinds(FollowUpEvent), Function.FOLLOW_UP),
    **dict.fromkeys(_kinds(HandingEvent), Function.REFER),
    DocumentReceived: Function.RECEIVE_DOCUMENTS,
}


class ForgetfulCasebook:
    """The port ``desk.ports.Casebook`` over another one. ``stores_nothing`` is asked anew each time."""

    def __init__(self, under: Casebook, stores_nothing: Callable[[], bool]) -> None:
        self._under = under
        self._stores_nothing = stores_nothing
        self._held: dict[VisitId, list[Recorded]] = {}

    @property
    def under(self) -> Casebook:
        """The casebook that it lies over."""
        return self._under

    def forget(self, at: datetime) -> int:
        """Let go of every visit that is held in memory, and return how many there were."""
        held = list(self._held)
        for visit in held:
            self.append_and_erase(visit, [VisitDiscarded()], at)
        return len(held)

    def holds(self, visit: VisitId) -> bool:
        """Tell whether this visit is in memory alone."""
        return visit in self._held

    def next_number(self) -> int:
        """Return the number that the next visit gets."""
        return self._under.next_number()

    def append(self, visit: VisitId, events: Sequence[VisitEvent], at: datetime) -> tuple[Recorded, ...]:
        """Add events to a visit; those that would tell of somebody are not written down in a role that may not."""
        if visit in self._held:
            return self._add(visit, events, at)
        if not self._stores_nothing():
            return self._under.append(visit, events, at)
        if any(isinstance(event, VisitOpened) for event in events):
            return self._begin(visit, events, at)
        _refuse_to_store(events)
        return self._under.append(visit, events, at)

    def append_and_erase(self, visit: VisitId, events: Sequence[VisitEvent], at: datetime) -> tuple[Recorded, ...]:
        """Add events and erase what ends with them: of a visit in memory everything goes at once."""
        if visit in self._held:
            recorded = self._add(visit, events, at)
            del self._held[visit]
            return tuple(replace(each, event=None) if each.event and each.event.personal else each for each in recorded)
        if self._stores_nothing():
            _refuse_to_store(events)
        return self._under.append_and_erase(visit, events, at)

    def events_of(self, visit: VisitId) -> tuple[Recorded, ...]:
        """Return the events of a visit; a role that stores nothing does not see what others stored."""
        if visit in self._held:
            return tuple(self._held[visit])
        found = self._under.events_of(visit)
        if self._stores_nothing() and any(each.event is not None and each.event.personal for each in found):
            raise NotYourRole(kind=Function.FOLLOW_UP)
        return found

    def visits(self) -> tuple[VisitSummary, ...]:
        """Return every visit, newest first; in a role that stores nothing those of its own."""
        return self._seen(self._under.visits())

    def record_of_desk(self, events: Sequence[DeskEvent], at: datetime, visit: VisitId = THE_DESK) -> None:
        """Add what happened at the desk: it tells of the staff alone."""
        self._under.record_of_desk(events, at, visit)

    def due(self, until: date) -> tuple[Due, ...]:
        """Return what has to be looked at; nothing in a role that promises nothing."""
        return () if self._stores_nothing() else self._under.due(until)

    def documents(self, day: date) -> tuple[tuple[VisitId, HandingId], ...]:
        """Return the documents of a day; none in a role that receives none."""
        return () if self._stores_nothing() else self._under.documents(day)

    def document_numbered(self, number: str) -> tuple[VisitId, HandingId] | None:
        """Return the document with this number."""
        return None if self._stores_nothing() else self._under.document_numbered(number)

    def drafts(self) -> tuple[VisitSummary, ...]:
        """Return the visits that have not ended; in a role that stores nothing its own."""
        return self._seen(self._under.drafts())

    def kept_plans(self, most: int) -> tuple[VisitSummary, ...]:
        """Return the newest kept plans; none in a role that keeps none."""
        return () if self._stores_nothing() else self._under.kept_plans(most)

    def profiles(self, visits: Collection[VisitId]) -> Mapping[VisitId, Profile]:
        """Return the profile of each of these that may be seen."""
        stories = {visit: visit_after(held) for visit, held in self._held.items()}
        held = {visit: story.profile for visit, story in stories.items() if story is not None}
        own = {visit: profile for visit, profile in held.items() if visit in visits}
        return own if self._stores_nothing() else {**self._under.profiles(visits), **own}

    def visit_of_plan(self, code: PlanCode) -> VisitId | None:
        """Return the visit whose kept plan carries this code."""
        return None if self._stores_nothing() else self._under.visit_of_plan(code)

    def visit_of_mandate(self, code: MandateCode) -> VisitId | None:
        """Return the visit of a mandate; none in a role that acts for nobody."""
        return None if self._stores_nothing() else self._under.visit_of_mandate(code)

    def lapsed_drafts(self, now: datetime) -> tuple[VisitId, ...]:
        """Return the drafts whose time is over: one that is not kept lives as long as it is in memory."""
        return tuple(visit for visit in self._under.lapsed_drafts(now) if visit not in self._held)

    def verify(self) -> ChainReport:
        """Read the whole journal and name the first broken link."""
        return self._under.verify()

    def keep_errands(self, content: str, body: Callable[[], bytes]) -> None:
        """Keep a version of the errands."""
        self._under.keep_errands(content, body)

    def kept_errands(self, content: str) -> bytes | None:
        """Return a version of the errands as it was kept."""
        return self._under.kept_errands(content)

    def following(self) -> Mapping[VisitId, str]:
        """Return every unfinished visit with the version of the errands that it follows."""
        found = self._under.following()
        return {visit: content for visit, content in found.items() if visit in self._held or not self._stores_nothing()}

    def setting(self, name: str) -> str | None:
        """Return a setting of this desk."""
        return self._under.setting(name)

    def set_setting(self, name: str, value: str) -> None:
        """Store a setting of this desk."""
        self._under.set_setting(name, value)

    def _begin(self, visit: VisitId, events: Sequence[VisitEvent], at: datetime) -> tuple[Recorded, ...]:
        marked = [replace(event, unkept=True) if isinstance(event, VisitOpened) else event for event in events]
        self._held[visit] = []
        try:
            return self._add(visit, marked, at)
        except BaseException:
            del self._held[visit]
            raise

    def _add(self, visit: VisitId, events: Sequence[VisitEvent], at: datetime) -> tuple[Recorded, ...]:
        """Write down what tells of nobody, then hold all of it in its order."""
        _refuse_to_keep(events)
        told = [event for event in events if not event.personal]
        written = iter(self._under.append(visit, told, at) if told else ())
        recorded = tuple(_in_memory(visit, event, at) if event.personal else next(written) for event in events)
        self._held[visit] += recorded
        return recorded

    def _seen(self, found: tuple[VisitSummary, ...]) -> tuple[VisitSummary, ...]:
        ours = {visit: visit_after(held) for visit, held in self._held.items()}
        seen = [each for each in found if not self._stores_nothing() or each.id in ours]
        return tuple(
            replace(each, answers=len(state.answers)) if (state := ours.get(each.id)) is not None else each
            for each in seen
        )


def _in_memory(visit: VisitId, event: VisitEvent, at: datetime) -> Recorded:
    return Recorded(EventId(uuid7(int(at.timestamp() * 1000))), visit, at, type(event).__name__, event)


def _refuse_to_keep(events: Sequence[VisitEvent]) -> None:
    """What would be kept past the visit, or says who somebody is, is refused and not only forgotten."""
    for event in events:
        if isinstance(event, VisitEnded) and event.kept:
            raise NotYourRole(kind=Function.KEEP_PLAN)
        refused = _REFUSED.get(type(event))
        if refused is not None:
            raise NotYourRole(kind=refused)


def _refuse_to_store(events: Sequence[VisitEvent]) -> None:
    _refuse_to_keep(events)
    if any(event.personal for event in events):
        raise NotYourRole(kind=Function.KEEP_PLAN)
