"""Puts everything that is kept of a visit into plain words: codes are explained, nothing is left out, nothing added."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desk.errands.wording import Wording
from desk.errors import FactUnknown, VisitUnknown
from desk.events import THE_DESK, CaseExported, CaseRead, PaperMade, Recorded, SignedIn, SignedOut
from desk.model.ids import FactName
from desk.model.keeping import Category, KeepingTimes, kept_of, kept_until
from desk.model.person_copy import Happened, PersonCopy, Shared, Told
from desk.model.plan import WhoToAsk
from desk.model.visit import Visit
from desk.ports import Casebook
from desk.usecases.staff_list import members_of
from desk.usecases.tell_written import written_of
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class Telling:
    """What a copy is told with."""

    wording: Wording
    ask: WhoToAsk
    at: datetime
    times: KeepingTimes


def person_copy(visit: Visit, recorded: tuple[Recorded, ...], telling: Telling, watch: Watch) -> PersonCopy:
    """Return the copy of a visit."""
    wording, person = telling.wording, visit.person
    return PersonCopy(
        number=visit.number,
        language=Language(wording.language),
        made_at=telling.at,
        ask=telling.ask,
        opened_at=visit.opened_at,
        ended_at=visit.ended_at,
        channel=visit.channel,
        errands=tuple(wording.errand_title(errand).text for errand in visit.errands),
        erased=visit.erased,
        name=person.name if person is not None else "",
        birth_date=person.birth_date if person is not None else None,
        contact=tuple(_contact(visit)),
        has_identity_code=bool(person is not None and person.identity_code),
        answers=tuple(_answers(visit, wording)),
        steps=tuple(_steps(visit, wording)),
        plan=tuple(step.title.text for step in visit.plan.steps) if visit.plan is not None else (),
        plan_code=visit.plan_code or "",
        mandates=tuple(_mandates(visit, wording)),
        acts=tuple(_acts(visit, wording)),
        shared=tuple(_shared(visit, wording)),
        documents=tuple(_documents(visit, wording)),
        written=written_of(visit, wording),
        happened=tuple(_happened(record, watch) for record in recorded),
        kept_until=_until(visit, telling.times),
    )


class Watch:
    """Who was at work when, as the journal of the desk says it."""

    def __init__(self, casebook: Casebook) -> None:
        names = {member.id: member.name for member in members_of(casebook)}
        self._times: list[datetime] = []
        self._who: list[str] = []
        for record in _of_the_desk(casebook):
            match record.event:
                case SignedIn(member):
                    self._change(record.at, names.get(member, member))
                case SignedOut():
                    self._change(record.at, "")

    def at(self, moment: datetime) -> str:
        """Return who was signed in; nothing where nobody signs in."""
        place = bisect_right(self._times, moment)
        return self._who[place - 1] if place else ""

    def _change(self, at: datetime, who: str) -> None:
        self._times.append(max([at, *self._times[-1:]]))  # a clock that was set back does not undo the order
        self._who.append(who)


def _of_the_desk(casebook: Casebook) -> tuple[Recorded, ...]:
    try:
        return casebook.events_of(THE_DESK)
    except VisitUnknown:
        return ()


def _contact(visit: Visit) -> Iterator[tuple[str, str]]:
    ways = [visit.person.contact] if visit.person is not None and visit.person.contact is not None else []
    for way in (*ways, *(visit.contact.ways if visit.contact is not None else ())):
        yield way.kind.value, " ".join(part for part in (way.where, way.when) if part)


def _answers(visit: Visit, wording: Wording) -> Iterator[Told]:
    for fact, said in visit.answers.items():
        yield _answer(fact, said, wording)


def _answer(fact: FactName, said: object, wording: Wording) -> Told:
    try:
        return Told(wording.question(fact).text, wording.said(fact, said))  # type: ignore[arg-type]
    except FactUnknown:  # of errands that nobody has any longer: as it was written down
        return Told(fact, said if isinstance(said, str) else ", ".join(map(str, said)))  # type: ignore[call-overload]


def _steps(visit: Visit, wording: Wording) -> Iterator[Told]:
    for step, state in visit.steps.items():
        notes = [note for note in (state.reason, state.note) if note]
        decision = state.decision.value if state.decision is not None else ""
        yield Told(wording.step_name(step).text, decision, tuple(notes))


def _mandates(visit: Visit, wording: Wording) -> Iterator[Told]:
    for given in visit.mandates.values():
        lines = tuple(
            f"{wording.errand_title(line.errand).text} – {wording.agency(line.agency)}" for line in given.mandate.lines
        )
        yield Told(given.mandate.code, given.mandate.last_day.isoformat(), lines)


def _acts(visit: Visit, wording: Wording) -> Iterator[Told]:
    for act in visit.acts:
        title = act.titles.get(Language(wording.language)) or wording.step_name(act.step).text
        yield Told(title, act.at.date().isoformat(), tuple(sorted(act.kinds)))


def _shared(visit: Visit, wording: Wording) -> Iterator[Shared]:
    for story in visit.referrals.values():
        referral = story.referral
        kinds = tuple(sorted(referral.kinds))
        yield Shared(wording.agency(referral.agency), referral.on, kinds, referral.sentences)


def _documents(visit: Visit, wording: Wording) -> Iterator[Told]:
    for held in visit.documents.values():
        document, sent = held.document, held.sent
        days = [document.at.date(), *([sent.on] if sent is not None else [])]
        yield Told(document.number, wording.agency(document.agency), tuple(day.isoformat() for day in days))


def _happened(record: Recorded, watch: Watch) -> Happened:
    detail = ""
    match record.event:
        case PaperMade(paper):
            detail = paper
        case CaseRead(why):
            detail = why
        case CaseExported(form):
            detail = form
    return Happened(record.at, record.kind, detail, watch.at(record.at), gone=record.event is None)


def _until(visit: Visit, times: KeepingTimes) -> Mapping[Category, date]:
    return {each.category: kept_until(each, times) for each in kept_of(visit)}
