"""Which days of a visit somebody has to look at: worked out from its state alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desk.model.due import Due, DueKind, Harm
from desk.model.follow_up import NEGATIVE, Progress
from desk.model.mandates_due import mandates_due
from desk.model.path import Nature
from desk.model.plan import Decision, Group, PlanStep
from desk.model.visit import Visit

_SETTLED = (Decision.HANDLED, Decision.DECLINED)
_OVER = (Progress.DONE, Progress.DECLINED, Progress.EXPIRED)
_HARM = {Nature.LAW: Harm.LAW, Nature.MONEY: Harm.MONEY}


def due_of(visit: Visit) -> tuple[Due, ...]:
    """Return what a visit puts on the day list; only documents when it is over and nothing else of it is kept."""
    if not visit.is_unfinished:
        return tuple(_documents(visit))
    quiet = is_quiet(visit)
    contact = visit.contact
    first = next((way.kind for way in contact.safe_ways), None) if contact is not None else None
    avoid = contact.unsafe if contact is not None else ()
    found = (replace(each, quiet=quiet, reach=first, avoid=avoid) for each in _found(visit))
    return tuple(sorted(found, key=lambda each: (each.day, each.kind, each.of)))


def is_quiet(visit: Visit) -> bool:
    """Tell whether a list may not say what a visit is about."""
    return visit.profile.is_discreet or (visit.plan is not None and visit.plan.discreet)


def _found(visit: Visit) -> Iterator[Due]:
    for step in visit.plan.steps if visit.plan is not None else ():
        yield from _of_step(visit, step)
    yield from _after_the_visit(visit)
    yield from mandates_due(visit)
    yield from _documents(visit)
    if visit.handed_to is not None and visit.is_open:
        to = visit.handed_to
        yield Due(visit.id, visit.number, DueKind.HAND_OVER, to.on, Harm.PROMISE, to.to or "")


def _documents(visit: Visit) -> Iterator[Due]:
    """What lies at the desk: it goes on, whatever became of the visit."""
    for id, held in visit.documents.items():
        if held.sent is None:
            harm = Harm.LAW if held.document.due_on is not None else Harm.PROMISE
            yield Due(visit.id, visit.number, DueKind.DOCUMENT, held.document.send_by, harm, id)


def _after_the_visit(visit: Visit) -> Iterator[Due]:
    """What was promised, and what can still be done about a refusal."""
    for id, call_back in visit.call_backs.items():
        yield Due(visit.id, visit.number, DueKind.CALL_BACK, call_back.day, Harm.PROMISE, id)
    if visit.contact is not None and visit.contact.come_back_on is not None:
        yield Due(visit.id, visit.number, DueKind.COMES_BACK, visit.contact.come_back_on, Harm.PROMISE)
    for step, told in visit.results.items():
        if told.result in NEGATIVE and told.act_by is not None and not told.act_done:
            yield Due(visit.id, visit.number, DueKind.APPEAL, told.act_by, Harm.LAW, step)


def _of_step(visit: Visit, step: PlanStep) -> Iterator[Due]:
    followed = visit.followed.get(step.id)
    decided = visit.steps.get(step.id)
    if step.decision in _SETTLED or (decided is not None and decided.decision in _SETTLED):
        return
    if step.id in visit.results or (followed is not None and followed.progress in _OVER):
        return
    if followed is not None and followed.progress is Progress.WAITING:
        if followed.expected_on is not None:
            yield Due(visit.id, visit.number, DueKind.SILENCE, followed.expected_on, Harm.PROMISE, step.id)
        return
    deadline = step.deadline
    if deadline is not None and deadline.day is not None:
        check = step.group is Group.ITSELF or deadline.nature is Nature.CHECK
        harm = _HARM.get(deadline.nature, Harm.ADVICE) if deadline.nature is not None else Harm.ADVICE
        yield Due(visit.id, visit.number, DueKind.CHECK if check else DueKind.DEADLINE, deadline.day, harm, step.id)
