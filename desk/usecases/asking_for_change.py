"""What the errands say of a refusal: which step tells how to ask for a change, and up to when. Nothing is made up."""

from __future__ import annotations

from datetime import date

from desk.errands.bundle import Bundle
from desk.errands.deadlines import count_from
from desk.errands.definition import Step
from desk.model.facts import FactType
from desk.model.ids import StepId
from desk.model.path import Nature


def change_step(bundle: Bundle, step: StepId) -> Step | None:
    """Return the step that says how to ask for a change when this one is refused, where the errands name one."""
    steps = bundle.definitions.steps()
    defined = steps.get(step)
    return steps.get(StepId(defined.if_refused)) if defined is not None and defined.if_refused is not None else None


def change_by(bundle: Bundle, step: StepId, decided_on: date) -> date | None:
    """Return the last day by the law that the errands count from the day of the decision; ``None`` where they do not.

    A day that they count from something else, or only when something is so, is not proposed.
    """
    asking = change_step(bundle, step)
    if asking is None or len(asking.deadlines) != 1:
        return None
    (rule,) = asking.deadlines
    base = bundle.definitions.facts.get(rule.base) if rule.base_is == "fact" else None
    asked = base is not None and base.type is FactType.DATE and base.value is None
    if not asked or rule.nature is not Nature.LAW or rule.when is not None or rule.direction != "after":
        return None
    counted = count_from(rule, decided_on)
    return counted.day if counted is not None else None
