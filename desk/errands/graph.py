"""An errand as a Mermaid flowchart, for those who write and check it: steps, what comes first, and when."""

from __future__ import annotations

from desk.errands.bundle import Bundle
from desk.errands.definition import DeadlineRule, Errand, Step
from desk.errands.nodes import Truth
from desk.errors import ErrandUnknown

_LANGUAGE = "fi"


def mermaid(bundle: Bundle, errand: str, language: str = _LANGUAGE) -> str:
    """The steps of an errand under their agencies, with the rule of each and arrows for ``after``."""
    definition = bundle.definitions.errands.get(errand)
    if definition is None:
        raise ErrandUnknown(errand=errand)
    lines = ["flowchart TD"]
    for agency, steps in _by_agency(definition).items():
        names = bundle.definitions.agencies[agency].names
        lines.append(f'  subgraph {agency}["{_quoted(names.get(language) or names.get(_LANGUAGE) or agency)}"]')
        lines += [f'    {step.id}["{_label(bundle, step, language)}"]' for step in steps]
        lines.append("  end")
    lines += [f"  {name} --> {step.id}" for step in definition.steps for name in step.after]
    lines += [f"  {rule.base} -. {_span(rule.count, rule.unit)} .-> {step.id}" for step, rule in _relative(definition)]
    return "\n".join(lines) + "\n"


def _by_agency(errand: Errand) -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = {}
    for step in errand.steps:
        found.setdefault(step.agency, []).append(step)
    return found


def _label(bundle: Bundle, step: Step, language: str) -> str:
    key = f"step.{step.id}.title"
    title = bundle.words(language).get(key) or bundle.words(_LANGUAGE).get(key) or step.id
    when = "" if isinstance(step.applies.rule, Truth) else f"<br/>{_quoted(' '.join(step.applies.text.split()))}"
    return f"{_quoted(str(title))}{when}"


def _quoted(text: str) -> str:
    """Text that cannot end the label it stands in."""
    return text.replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")


def _relative(errand: Errand) -> list[tuple[Step, DeadlineRule]]:
    return [(step, rule) for step in errand.steps for rule in step.deadlines if rule.base_is == "step"]


def _span(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
