"""Which days of a visit somebody has to look at: worked out from its state alone."""

from __future__ import annotations

from collections.abc import Iterator

from desk.model.due import Due, DueKind, Harm
from desk.model.follow_up import Progress
from desk.model.path import Nature
from desk.model.plan import Decision, Group, PlanStep
from desk.model.visit import Visit

_SETTLED = (Decision.HANDLED, Decision.DECLINED)
_OVER = (Progress.DONE, Progress.DECLINED, Progress.EXPIRED)
_HARM = {Nature.LAW: Harm.LAW, Nature.MONEY: Harm.MONEY}


def due_of(visit: Visit) -> tuple[Due, ...]:
    """Return what a visit puts on the day list; nothing when it is over and nothing of it is kept."""
    if not visit.is_unfinished:
        return ()
    return tuple(sorted(_found(visit), key=lambda each: (each.day, each.kind, each.of)))


def _found(visit: Visit) -> Iterator[Due]:
    for step in visit.plan.steps if visit.plan is not None else ():
        yield from _of_step(visit, step)
    for id, call_back in visit.call_backs.items():
        yield Due(visit.id, visit.number, DueKind.CALL_BACK, call_back.day, Harm.PROMISE, id)


def _of_step(visit: Visit, step: PlanStep) -> Iterator[Due]:
    followed = visit.followed.get(step.id)
    if step.decision in _SETTLED or (followed is not None and followed.progress in _OVER):
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
