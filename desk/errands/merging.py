"""One matter that several errands bring is one step: the tax card is changed once, whoever needs it.

Steps with the same ``merge`` key become one. The first in the order of the errands stays; it is due when the earliest
of them is (a day of the law or of money before one that is only advice), and holds the others whole: their
instructions, documents and warnings are shown with its own. What surely has to be done covers what may have to be done
of the same matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from desk.model.ids import StepId
from desk.model.path import MaybeStep, Nature, PathStep, When

MergeKeys = Mapping[StepId, str]
"""Of each step that may be merged, its key."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The steps of a path with those of one matter made one."""

    steps: Sequence[PathStep]
    maybe: Sequence[MaybeStep]
    instead: Mapping[StepId, StepId]
    """Of each step that became part of another, that one."""


Thing = TypeVar("Thing")
_LAST_DAY = date.max
_BINDING = (Nature.LAW, Nature.MONEY)
_ORDER_OF_WHEN = tuple(When)


def merged(steps: Sequence[PathStep], maybe: Sequence[MaybeStep], keys: MergeKeys) -> Merged:
    """Return the steps with those of one matter made one, and what waits for them waiting for the one that stayed."""
    sure = _by_key(steps, keys, _itself)
    unsure = _by_key(maybe, keys, _step_of)
    instead: dict[StepId, StepId] = {}
    joined: dict[StepId, PathStep] = {}
    joined_maybe: dict[StepId, MaybeStep] = {}
    for key in sure.keys() | unsure.keys():
        those, others = sure.get(key, []), unsure.get(key, [])
        if len(those) + len(others) == 1:
            continue
        stays = those[0].id if those else others[0].step.id
        if those:
            joined[stays] = _joined(those[0], those, [each.step for each in others])
        else:
            joined_maybe[stays] = _joined_maybe(others)
        instead |= dict.fromkeys([each.id for each in those] + [each.step.id for each in others], stays)
        del instead[stays]
    if not instead:
        return Merged(steps, maybe, instead)
    return Merged(
        [_waiting(joined.get(each.id, each), instead) for each in steps if each.id not in instead],
        [
            _waiting_maybe(joined_maybe.get(each.step.id, each), instead)
            for each in maybe
            if each.step.id not in instead
        ],
        instead,
    )


def _by_key(things: Iterable[Thing], keys: MergeKeys, step_of: Callable[[Thing], PathStep]) -> dict[str, list[Thing]]:
    found: dict[str, list[Thing]] = {}
    for each in things:
        key = keys.get(step_of(each).id)
        if key is not None:
            found.setdefault(key, []).append(each)
    return found


def _itself(step: PathStep) -> PathStep:
    return step


def _step_of(maybe: MaybeStep) -> PathStep:
    return maybe.step


def _joined(step: PathStep, sure: Sequence[PathStep], unsure: Sequence[PathStep]) -> PathStep:
    """The step with the others of its matter; those that may apply only bring its day forward."""
    others = [each for each in sure if each.id != step.id]
    first_due = min((step, *others, *unsure), key=_due)
    return replace(
        step,
        merged=tuple(others),
        covers=tuple(unsure),
        deadline=first_due.deadline,
        deadline_of=first_due.id,
        when=min((step.when, *(each.when for each in others)), key=_ORDER_OF_WHEN.index),
        at_desk=step.at_desk or any(each.at_desk for each in others),
        after=_once(each.after for each in (step, *others)),
        because=_once(each.because for each in (step, *others)),
    )


def _joined_maybe(group: Sequence[MaybeStep]) -> MaybeStep:
    step = _joined(group[0].step, [each.step for each in group], ())
    return MaybeStep(step, _once(each.open for each in group), _once(each.declined for each in group))


def _due(step: PathStep) -> tuple[bool, date]:
    """A day that binds first: an earlier day that is only advice would hide what is lost after it."""
    if step.deadline is None or step.deadline.day is None:
        return True, _LAST_DAY
    return step.deadline.nature not in _BINDING, step.deadline.day


def _once(groups: Iterable[Iterable[Thing]]) -> tuple[Thing, ...]:
    return tuple(dict.fromkeys(each for group in groups for each in group))


def _waiting_maybe(maybe: MaybeStep, instead: Mapping[StepId, StepId]) -> MaybeStep:
    step = _waiting(maybe.step, instead)
    return maybe if step is maybe.step else replace(maybe, step=step)


def _waiting(step: PathStep, instead: Mapping[StepId, StepId]) -> PathStep:
    """The step, waiting for what stayed of the steps that it waits for."""
    deadline, after = step.deadline, step.after
    if deadline is not None and deadline.after_step is not None and deadline.after_step in instead:
        deadline = replace(deadline, after_step=instead[deadline.after_step])
    if step.id in after or not instead.keys().isdisjoint(after):
        after = tuple(dict.fromkeys(instead.get(each, each) for each in after))
        after = tuple(each for each in after if each != step.id)
    if after is step.after and deadline is step.deadline:
        return step
    return replace(step, after=after, deadline=deadline)
