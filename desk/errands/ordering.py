"""The order of the steps of a path.

No step comes before one that it waits for. Among those that may come next, the one that is due first
does; a step counts as due no later than what waits for it. Then what can be done here at the desk, then
one agency's steps together, so that one visit or call serves several.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from heapq import heapify, heappop, heappush

from desk.model.ids import StepId
from desk.model.path import PathStep, When

_Due = tuple[date, date]

_DAYS_UNTIL = {When.NOW: 0, When.SOON: 21, When.LATER: 365}
"""Where a step without a date stands among those with one."""


def in_order(steps: Sequence[PathStep], as_of: date) -> tuple[PathStep, ...]:
    """Put steps in order; ``after`` may only name steps that are among them and must not go round."""
    by_id = {step.id: step for step in steps}
    before: dict[StepId, set[StepId]] = {step.id: {name for name in step.after if name in by_id} for step in steps}
    followers: dict[StepId, list[StepId]] = {step.id: [] for step in steps}
    for step_id, names in before.items():
        for name in names:
            followers[name].append(step_id)
    due = _due_days(steps, followers, as_of)
    agencies = {agency: index for index, agency in enumerate(dict.fromkeys(step.agency for step in steps))}

    def rank(index: int, step: PathStep) -> tuple[_Due, bool, int, int, StepId]:
        return due[step.id], not step.at_desk, agencies[step.agency], index, step.id

    ranks = {step.id: rank(index, step) for index, step in enumerate(steps)}
    ready = [ranks[step_id] for step_id, names in before.items() if not names]
    heapify(ready)
    ordered: list[PathStep] = []
    while ready:
        step_id = heappop(ready)[-1]
        ordered.append(by_id[step_id])
        for follower in followers[step_id]:
            before[follower].discard(step_id)
            if not before[follower]:
                heappush(ready, ranks[follower])
    return tuple(ordered)


def _own_due(step: PathStep, as_of: date) -> _Due:
    """When a step stands in line, and its own last day, which orders those that stand in line together.

    What its author wants done *now* is not put off because its deadline is far, and a day that has passed is today: it
    comes before no other thing of today, such as a place that is safe.
    """
    wished = as_of + timedelta(days=_DAYS_UNTIL[step.when])
    day = step.deadline.day if step.deadline is not None else None
    if day is None:
        return wished, wished
    day = max(day, as_of)
    return (min(day, wished) if step.when is When.NOW else day), day


def _due_days(steps: Sequence[PathStep], followers: dict[StepId, list[StepId]], as_of: date) -> dict[StepId, _Due]:
    own = {step.id: _own_due(step, as_of) for step in steps}
    due: dict[StepId, _Due] = {}
    for step_id in reversed(_each_after_those_before_it(followers)):
        due[step_id] = min([own[step_id], *[due[follower] for follower in followers[step_id]]])
    return due


def _each_after_those_before_it(followers: Mapping[StepId, Sequence[StepId]]) -> list[StepId]:
    """All steps, each after those that it waits for; without calls inside calls, for a chain may be long."""
    waits = dict.fromkeys(followers, 0)
    for names in followers.values():
        for name in names:
            waits[name] += 1
    found = [step_id for step_id, count in waits.items() if not count]
    for step_id in found:
        for follower in followers[step_id]:
            waits[follower] -= 1
            if not waits[follower]:
                found.append(follower)
    return found
