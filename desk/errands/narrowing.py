"""The definitions of a few errands, or of the hints, alone.

Whoever looks at thousands of situations settles no facts of the others.
"""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from desk.errands.definition import Definitions
from desk.errands.dependencies import PROFILE, facts_of, facts_of_hint, with_facts_behind
from desk.errands.engine import Engine


def narrowed(definitions: Definitions, errands: Collection[str]) -> Definitions:
    """These errands, and the facts that they hang on or ask; what a citizen has is always among them."""
    chosen = {name: errand for name, errand in definitions.errands.items() if name in errands}
    named = {name for errand in chosen.values() for section in errand.sections for name in section.facts}
    named |= {name for errand in chosen.values() for name in facts_of(errand, definitions.facts)}
    kept = with_facts_behind(named | set(PROFILE.values()), definitions.facts)
    facts = {name: fact for name, fact in definitions.facts.items() if name in kept}
    return replace(definitions, facts=facts, errands=chosen, hints={})


def of_hints(definitions: Definitions) -> Definitions:
    """The hints, and the facts that they hang on; no errands."""
    facts = definitions.facts
    named = {name for hint in definitions.hints.values() for name in facts_of_hint(hint, facts)}
    return replace(definitions, facts={name: facts[name] for name in facts if name in named}, errands={})


class ErrandEngines:
    """The compiled rules of each errand alone, made when first asked for."""

    def __init__(self, definitions: Definitions) -> None:
        self.definitions = definitions
        self._made: dict[str, Engine] = {}

    def of(self, errand: str) -> Engine:
        """The rules of one errand."""
        if errand not in self._made:
            self._made[errand] = Engine(narrowed(self.definitions, [errand]))
        return self._made[errand]
