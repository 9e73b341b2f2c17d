"""Meetings with an authority's expert by remote service at the point: under an agreement, booked or called off.

Act 223/2007 6 § 1 mom. 3: bookings, opening the connection and support in its use; 3 mom.: the link at the point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk.errands.wording import Wording
from desk.errors import MeetingRefused, NoRemoteService
from desk.events import ExpertBooked, ExpertCancelled
from desk.model.agreement import Agreement, HelpHere, Task, help_with
from desk.model.expert_meeting import Connection, ExpertMeeting
from desk.model.ids import AgencyId, HandingId, VisitId, uuid7
from desk.model.path import Mode
from desk.model.plan import Words
from desk.model.visit import Visit
from desk.ports import Clock
from desk.usecases.agreements import Agreements
from desk.usecases.kept_text import without_secret
from desk.usecases.visit_errands import VisitErrands, VisitRules
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.visit_path import path_of_visit
from desk.usecases.word_path import PathWords
from i18n.language import Language

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class ExpertOffer:
    """An authority of the citizen's path, and whether its expert can be met here."""

    agency: AgencyId
    name: str
    help: HelpHere
    bring: tuple[Words, ...]
    """What the citizen should have in hand: the documents of the authority's steps."""


@dataclass(frozen=True, slots=True)
class ExpertWish:
    """What was agreed with the citizen and the authority."""

    agency: AgencyId
    at: datetime
    room: str
    connection: Connection = Connection.VIDEO
    matter: str = ""


@dataclass(frozen=True, slots=True)
class ShownMeeting:
    """A meeting in words."""

    meeting: ExpertMeeting
    agency: str
    bring: tuple[Words, ...]
    called_off: bool = False


class Experts:
    """Asks the agreements of the day of the meeting, not of today."""

    def __init__(self, journal: VisitJournal, errands: VisitErrands, agreements: Agreements, clock: Clock) -> None:
        self._journal = journal
        self._errands = errands
        self._agreements = agreements
        self._clock = clock

    def offers(self, visit: VisitId, language: Language) -> tuple[ExpertOffer, ...]:
        """Return the authorities of the path, those whose experts can be met here first."""
        rules = self._errands.of(self._journal.load(visit))
        agreed, today = self._agreements.read(), self._clock.today()
        found = _Found(rules, language, today)
        offers = (
            ExpertOffer(agency, found.name(agency), _help(rules, agreed, agency, today), found.bring(agency))
            for agency in found.agencies()
        )
        return tuple(sorted(offers, key=lambda offer: not offer.help.is_handled))

    def book(self, visit: VisitId, wish: ExpertWish, moved: HandingId | None = None) -> Visit:
        """Book a meeting, or move one. Raises ``NoRemoteService``, ``MeetingRefused`` and ``SecretInText``."""
        state = self._journal.load_open(visit)
        if moved is not None and moved not in state.experts:
            raise MeetingRefused(kind="unknown")
        rules, now = self._errands.of(state), self._clock.now()
        at = wish.at.replace(tzinfo=now.tzinfo) if wish.at.tzinfo is None else wish.at
        if at <= now:
            raise MeetingRefused(kind="past", at=at.isoformat(timespec="minutes"))
        help = _help(rules, self._agreements.read(), wish.agency, at.date())
        if not help.is_handled:
            raise NoRemoteService(kind=help.guidance, agency=wish.agency, day=at.date())
        room, matter = _words(wish.room), _words(wish.matter)
        if not room:
            raise MeetingRefused(kind="room")
        id = moved or HandingId(uuid7(int(now.timestamp() * 1000)))
        meeting = ExpertMeeting(id, wish.agency, at, room, wish.connection, matter)
        return self._journal.record(visit, ExpertBooked(meeting))

    def cancel(self, visit: VisitId, id: HandingId) -> Visit:
        """Call a meeting off. Raises ``MeetingRefused`` when there is none."""
        state = self._journal.load_open(visit)
        if id not in state.experts:
            raise MeetingRefused(kind="unknown")
        return self._journal.record(visit, ExpertCancelled(id))

    def shown(self, visit: Visit, language: Language) -> tuple[ShownMeeting, ...]:
        """Return the meetings in words, the first one first; those that were called off come last."""
        found = _Found(self._errands.of(visit), language, self._clock.today())
        told = ((visit.experts, False), (visit.experts_off, True))
        return tuple(
            ShownMeeting(each, found.name(each.agency), found.bring(each.agency), called_off)
            for some, called_off in told
            for each in sorted(some.values(), key=lambda each: each.at)
        )


class _Found:
    """The authorities of one path in one language."""

    def __init__(self, rules: VisitRules, language: Language, today: date) -> None:
        self._rules = rules
        self._wording: Wording = rules.shelf.wording(language)
        self._path = path_of_visit(rules.bundle, rules.visit, today)
        words = PathWords(self._wording, rules.visit, self._path)
        worded = zip(self._path.shown, words.steps(self._path), strict=True)
        self._bring = [(step.agency, each.bring) for step, each in worded]

    def agencies(self) -> tuple[AgencyId, ...]:
        to_do = (step.agency for step in self._path.shown if step.mode is not Mode.AUTOMATIC)
        known = self._rules.bundle.definitions.agencies
        return tuple(dict.fromkeys(agency for agency in to_do if agency in known))

    def name(self, agency: AgencyId) -> str:
        return self._wording.agency(agency)

    def bring(self, agency: AgencyId) -> tuple[Words, ...]:
        return tuple(dict.fromkeys(each for of, bring in self._bring if of == agency for each in bring))


def _help(rules: VisitRules, agreed: Sequence[Agreement], agency: AgencyId, day: date) -> HelpHere:
    known = rules.bundle.definitions.agencies.get(agency)
    return help_with(agreed, agency, known.kind if known else "", Task.REMOTE_SERVICE, day)


def _words(text: str) -> str:
    return " ".join(without_secret(text).split())[:_LONGEST]
