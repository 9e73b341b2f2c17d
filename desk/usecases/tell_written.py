"""What else is written down of a person, for their copy: how they are helped, what was promised, what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from desk.errands.wording import Wording
from desk.model.hours import HELSINKI
from desk.model.ids import StepId
from desk.model.person_copy import Written
from desk.model.visit import Visit
from i18n.formats import Formats


def written_of(visit: Visit, wording: Wording) -> tuple[Written, ...]:
    """Return everything that is neither an answer, a decision nor a paper, and still is written down."""
    if visit.erased:
        return tuple(_of_mandates(visit, wording))
    return (
        *_of_help(visit),
        *_of_steps(visit, wording),
        *_of_promises(visit, wording),
        *_of_mandates(visit, wording),
        *_of_others(visit, wording),
    )


def _of_help(visit: Visit) -> Iterator[Written]:
    profile = visit.profile
    yield Written("language", words=(profile.citizen_language.endonym,))
    yield Written("mode", (profile.mode.value,))
    if profile.accommodations:
        yield Written("accommodations", tuple(sorted(each.value for each in profile.accommodations)))
    if visit.needs:
        yield Written("needs", tuple(need.value for need in visit.needs))
    if visit.capacity is not None:
        yield Written("capacity", (visit.capacity.value,), _said(visit.capacity_reason))


def _of_steps(visit: Visit, wording: Wording) -> Iterator[Written]:
    for step, state in visit.steps.items():
        if state.way is not None:
            yield Written("way", (state.way.why.value,), (_name(step, wording), *_said(state.way.words)))
    for step, followed in visit.followed.items():
        blocked = (f"blocked {followed.blocked.value}",) if followed.blocked is not None else ()
        words = (_name(step, wording), *_said(followed.reference))
        on = followed.expected_on or followed.sent_on
        yield Written("progress", (followed.progress.value, *blocked), words, on)
    for step, result in visit.results.items():
        yield Written("result", (result.result.value,), (_name(step, wording),), result.on)


def _of_promises(visit: Visit, wording: Wording) -> Iterator[Written]:
    for promised in visit.call_backs.values():
        yield Written("call_back", (), _said(promised.words), promised.day)
    if visit.contact is not None and visit.contact.come_back_on is not None:
        yield Written("come_back", on=visit.contact.come_back_on)
    for meeting in visit.experts.values():
        at = meeting.at.astimezone(HELSINKI)
        clock = Formats(wording.language).time_of_day(at.time())
        words = (wording.agency(meeting.agency), *_said(meeting.room), *_said(meeting.matter), clock)
        yield Written("meeting", (), words, at.date())


def _of_mandates(visit: Visit, wording: Wording) -> Iterator[Written]:
    for given in visit.mandates.values():
        if given.signing is not None:
            signing = given.signing
            yield Written(
                "signing", (), (given.mandate.code, *_said(signing.witness), *_said(signing.kept_where)), signing.on
            )
    for act in visit.acts:
        if act.reference:
            yield Written("act", (), (_name(act.step, wording), act.reference), act.at.astimezone(HELSINKI).date())


def _of_others(visit: Visit, wording: Wording) -> Iterator[Written]:
    for story in visit.referrals.values():
        if story.end is not None:
            yield Written("referral_end", (story.end.value,), (wording.agency(story.referral.agency),), story.ended_on)
    if visit.handed_to is not None and visit.handed_to.words:
        yield Written("colleague", (), (visit.handed_to.words,), visit.handed_to.on)


def _name(step: StepId, wording: Wording) -> str:
    return wording.step_name(step).text


def _said(words: str) -> tuple[str, ...]:
    return (words,) if words else ()
