"""An errand as ``desk errands show --json`` gives it."""

from __future__ import annotations

from typing import Any

from desk.cli.given import wording_in
from desk.errands.bundle import Bundle
from desk.errands.definition import Expression, Fact, Step
from desk.errands.wording import Wording
from desk.model.ids import ErrandId, FactName, StepId
from i18n.language import Language
from services.clock import HelsinkiClock


def errand_document(bundle: Bundle, errand: ErrandId, language: Language) -> dict[str, Any]:
    """Return an errand as ``desk errands show --json`` gives it."""
    defined = bundle.definitions.errands[errand]
    wording = wording_in(bundle, language, HelsinkiClock().today())
    facts = [bundle.definitions.facts[name] for section in defined.sections for name in section.facts]
    return {
        "id": defined.id,
        "number": defined.number,
        "title": wording.errand_title(errand).text,
        "summary": wording.errand_summary(errand).text,
        "version": bundle.version,
        "source": defined.source,
        "checked": defined.checked,
        "facts": [_fact(fact, wording) for fact in facts],
        "steps": [_step(step, wording) for step in defined.steps],
    }


def _fact(fact: Fact, wording: Wording) -> dict[str, Any]:
    return {
        "fact": fact.name,
        "type": fact.type,
        "options": fact.options,
        "calculated": not fact.is_asked,
        "ask_when": _written(fact.ask_when),
        "question": wording.question(FactName(fact.name)).text,
        "sensitivity": fact.sensitivity,
        "reuse": fact.reuse,
        "shelf_life_days": fact.shelf_life or None,
        "binds": fact.binds,
        "about": fact.about,
    }


def _step(step: Step, wording: Wording) -> dict[str, Any]:
    return {
        "id": step.id,
        "title": wording.step_title(StepId(step.id)).text,
        "agency": step.agency,
        "mode": step.mode,
        "at_desk": step.at_desk,
        "task": step.desk_task if step.at_desk else None,
        "channels": [{"id": each.id, "kind": each.kind, "needs": each.needs} for each in step.channels],
        "applies": step.applies.text,
        "after": step.after,
        "source": step.source,
        "checked": step.checked,
        "verified": step.verified,
    }


def _written(expression: Expression | None) -> str | None:
    return expression.text if expression else None
