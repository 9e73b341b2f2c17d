"""Advice that was wrong: what a citizen was told, what is right now, and the paper that says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk.model.ids import StepId
from desk.model.plan import PlanStep, WhoToAsk, Words
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class WrongAdvice:
    """A step of one visit that rested on something that was withdrawn since. ``told``: as the citizen was told it."""

    withdrawal: str
    step: StepId
    told: PlanStep | None
    """Nothing, when the step should have been there and was not."""
    language: Language


@dataclass(frozen=True, slots=True)
class Corrected:
    """One step put right. ``right`` is nothing when the step does not concern the citizen after all."""

    title: Words
    told: PlanStep | None
    right: PlanStep | None
    reason: Words
    """What was wrong, in a sentence or two."""
    instead: Words
    """What to do now."""
    day: date
    """When it was put right."""
    source: str


@dataclass(frozen=True, slots=True)
class Correction:
    """The whole paper."""

    language: Language
    made_on: date
    told_on: date
    """The day of the plan, or of the visit."""
    content_version: str
    items: tuple[Corrected, ...]
    ask: WhoToAsk
    discreet: bool = False
    plan_code: str | None = None
