"""What the screen of the visit shows, and what leaves it."""

from __future__ import annotations

from dataclasses import dataclass

from desk.model.ids import StepId
from desk.model.plan import Decision
from desk.usecases.visit_view import VisitView


@dataclass(frozen=True, slots=True)
class VisitScreenState:
    """The visit, or none; ``fresh`` steps came with the last answer."""

    view: VisitView | None = None
    fresh: frozenset[StepId] = frozenset()


@dataclass(frozen=True, slots=True)
class Decided:
    """What the clerk pressed: a decision, or ``None`` to open the step again, with the citizen's reason."""

    step: str
    decision: Decision | None
    reason: str = ""
