"""Which facts are asked, and in which order.

The order is fixed for a set of errands, so that it stays calm while answers come: the sections as their
author put them, inside a section facts that others wait for first, then those that most steps hang on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from msgspec import Struct

from desk.errands.definition import Definitions, Errand, Fact, Step
from desk.errands.dependencies import facts_behind, facts_of_step, with_facts_behind
from desk.model.ids import ErrandId, FactName, SectionId, StepId
from desk.model.path import Question


class QuestionPlace(Struct, frozen=True):
    """Where a fact is asked."""

    fact: FactName
    errand: ErrandId
    section: SectionId
    bit: int


def places_in_order(
    definitions: Definitions, errands: Sequence[str], numbers: dict[str, int]
) -> tuple[QuestionPlace, ...]:
    """Every fact that these errands may ask, in asking order. A fact of several errands is asked in the first."""
    weights = _weights(definitions, errands)
    places: dict[str, QuestionPlace] = {}
    for errand_id in errands:
        errand = definitions.errands[errand_id]
        for section, names in _sections(errand, definitions.facts):
            fresh = [name for name in names if name in numbers and name not in places]
            for name in _inside_section(fresh, definitions.facts, weights):
                places[name] = QuestionPlace(
                    FactName(name), ErrandId(errand_id), SectionId(section), 1 << numbers[name]
                )
    return tuple(places.values())


def _sections(errand: Errand, facts: dict[str, Fact]) -> Iterable[tuple[str, list[str]]]:
    """The sections of an errand; facts that stand in none come last, so that no question can be lost."""
    named = {name for section in errand.sections for name in section.facts}
    for section in errand.sections:
        yield section.id, [name for name in section.facts if name in facts and facts[name].is_asked]
    rest = [name for name in hanging_on(errand.steps, facts) if name not in named and facts[name].is_asked]
    if rest:
        yield (errand.sections[-1].id if errand.sections else errand.id), rest


def hanging_on(steps: Iterable[Step], facts: dict[str, Fact]) -> dict[str, int]:
    """How many steps hang on each fact, directly or through other facts."""
    weights: dict[str, int] = {}
    for step in steps:
        for name in sorted(facts_of_step(step, facts)):
            weights[name] = weights.get(name, 0) + 1
    return weights


def _weights(definitions: Definitions, errands: Sequence[str]) -> dict[str, int]:
    return hanging_on([step for errand in errands for step in definitions.errands[errand].steps], definitions.facts)


def _inside_section(names: list[str], facts: dict[str, Fact], weights: dict[str, int]) -> list[str]:
    """Heaviest first, the author's order between equals, and no fact before one that it waits for."""
    behind = {name: set(with_facts_behind(facts_behind(facts[name]), facts)) & set(names) for name in names}
    ready = [(-weights.get(name, 0), index, name) for index, name in enumerate(names) if not behind[name]]
    heapify(ready)
    ordered: list[str] = []
    while ready:
        name = heappop(ready)[2]
        ordered.append(name)
        for index, other in enumerate(names):
            if name in behind[other]:
                behind[other].discard(name)
                if not behind[other]:
                    heappush(ready, (-weights.get(other, 0), index, other))
    return ordered


def questions_from(
    places: Sequence[QuestionPlace], needs: Iterable[tuple[StepId, int]], discreet_needs: int
) -> tuple[Question, ...]:
    """The facts to ask now: those that some step needs, with the steps that need them."""
    wanted = discreet_needs
    needed_by: dict[int, list[StepId]] = {}
    for step, bits in needs:
        wanted |= bits
        while bits:
            lowest = bits & -bits
            needed_by.setdefault(lowest, []).append(step)
            bits ^= lowest
    return tuple(
        [
            Question(place.fact, place.errand, place.section, tuple(needed_by.get(place.bit, ())))
            for place in places
            if place.bit & wanted
        ]
    )
