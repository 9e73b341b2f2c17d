"""Open a visit, set how it is helped and in which words, and choose what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk.errands.bundle import Bundle
from desk.errors import ErrandUnknown
from desk.events import ChannelChanged, ErrandAdded, ErrandRemoved, ProfileSet, VisitEvent, VisitOpened
from desk.model.ids import ErrandId, VisitId, uuid7
from desk.model.visit import Profile, Visit, VisitChannel
from desk.ports import Casebook, Clock
from desk.usecases.keeping_discreet import kept_discreet, kept_when
from desk.usecases.modes import HelpDefaults
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal


class OpenVisit:
    """Begin a visit. Anonymous: it has a number and nothing else that says whose it is."""

    def __init__(self, casebook: Casebook, clock: Clock, errands: VisitErrands, help: HelpDefaults) -> None:
        self._help = help
        self._casebook = casebook
        self._clock = clock
        self._errands = errands

    def __call__(self, channel: VisitChannel, profile: Profile, errands: Sequence[ErrandId] = ()) -> Visit:
        """Open a visit over some errands; raises ``ErrandUnknown`` and ``NotYourRole``."""
        self._help.require(profile)
        bundle = self._errands.newest
        events: list[VisitEvent] = [
            VisitOpened(self._casebook.next_number(), channel, bundle.content_hash),
            ProfileSet(profile),
        ]
        events += [ErrandAdded(_known(bundle, errand)) for errand in errands]
        self._errands.keep_newest()
        visit = VisitId(uuid7(int(self._clock.now().timestamp() * 1000)))
        return VisitJournal(self._casebook, self._clock).record(visit, *events)


class SetProfile:
    """Change how the visit is helped: mode, citizen's language, accommodations, channel."""

    def __init__(self, journal: VisitJournal, errands: VisitErrands, help: HelpDefaults) -> None:
        self._journal = journal
        self._errands = errands
        self._help = help

    def __call__(self, visit: VisitId, profile: Profile, channel: VisitChannel | None = None) -> Visit:
        """Store the profile, and the channel when it changed; nothing is asked again. Raises ``NotYourRole``."""
        self._help.require(profile)
        state = self._journal.load_open(visit)
        events: list[VisitEvent] = []
        if profile != state.profile:
            events.append(ProfileSet(profile))
            after = replace(state, profile=profile)
            events += kept_when(profile, discreet=self._errands.path(after).discreet)
        if channel is not None and channel is not state.channel:
            events.append(ChannelChanged(channel))
        return self._journal.record(visit, *events) if events else state


class ChooseErrand:
    """Add an errand, take one away, or switch a wrong one; shared answers stay."""

    def __init__(self, journal: VisitJournal, errands: VisitErrands) -> None:
        self._journal = journal
        self._errands = errands

    def add(self, visit: VisitId, errand: ErrandId) -> Visit:
        """Make an errand part of the visit; raises ``ErrandUnknown``."""
        state = self._journal.load_open(visit)
        _known(self._errands.of(state).bundle, errand)
        return state if errand in state.errands else self._record(state, ErrandAdded(errand))

    def remove(self, visit: VisitId, errand: ErrandId) -> Visit:
        """Take an errand out of the visit."""
        state = self._journal.load_open(visit)
        return self._record(state, ErrandRemoved(errand)) if errand in state.errands else state

    def switch(self, visit: VisitId, wrong: ErrandId, right: ErrandId) -> Visit:
        """Put the right errand in the place of a wrong one, in one transaction."""
        state = self._journal.load_open(visit)
        bundle = self._errands.of(state).bundle
        return self._record(state, ErrandRemoved(wrong), ErrandAdded(_known(bundle, right)))

    def _record(self, state: Visit, *changes: ErrandAdded | ErrandRemoved) -> Visit:
        after = state.errands
        for change in changes:
            after = tuple(errand for errand in after if errand != change.errand)
            after += (change.errand,) if isinstance(change, ErrandAdded) else ()
        kept = kept_discreet(self._errands, state, replace(state, errands=after))
        return self._journal.record(state.id, *changes, *kept)


def _known(bundle: Bundle, errand: ErrandId) -> ErrandId:
    if errand not in bundle.errands:
        raise ErrandUnknown(errand=errand)
    return errand
