"""What an answer would change, found by comparing the visit as it is with the visit as it would be."""

from __future__ import annotations

from desk.model.ids import StepId
from desk.usecases.visit_view import StepView, VisitView
from ui.models.effect import Effect


def effect_of(before: VisitView, after: VisitView) -> Effect:
    """Titles of what comes, goes and becomes otherwise."""
    old, new = _by_id(before), _by_id(after)
    asked, would_be = ({question.fact for question in view.path.questions} for view in (before, after))
    return Effect(
        comes=tuple(_name(new[step]) for step in new if step not in old),
        goes=tuple(_name(old[step]) for step in old if step not in new),
        other=tuple(_name(new[step]) for step in new if step in old and _differs(old[step], new[step])),
        asks=len(would_be - asked),
        spares=len(asked - would_be),
    )


def fresh_steps(before: VisitView | None, after: VisitView) -> frozenset[StepId]:
    """The steps that were not there before, or only perhaps."""
    if before is None or before.visit.id != after.visit.id:
        return frozenset()
    old = _by_id(before)
    return frozenset(
        step for step, view in _by_id(after).items() if step not in old or old[step].step.group is not view.step.group
    )


def _name(view: StepView) -> str:
    """Its title, and before it whose it is."""
    step = view.step
    return f"{step.whose.text}: {step.title.text}" if step.whose is not None else step.title.text


def _differs(old: StepView, new: StepView) -> bool:
    old_day = old.step.deadline.day if old.step.deadline is not None else None
    new_day = new.step.deadline.day if new.step.deadline is not None else None
    return old.step.group is not new.step.group or old_day != new_day


def _by_id(view: VisitView) -> dict[StepId, StepView]:
    return {step.step.id: step for step in view.steps}
