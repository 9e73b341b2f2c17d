"""Rules and values that were wrong: which steps of a version of the errands they touch."""

from __future__ import annotations

from collections.abc import Iterable

from desk.errands.bundle import Bundle
from desk.errands.definition import Step, Withdrawal
from desk.errands.dependencies import expressions_of, facts_of_step, parameters_behind
from desk.errands.nodes import parameters_in
from desk.errands.placeholders import places_in
from desk.model.ids import StepId
from i18n.language import FALLBACK


def touched(bundle: Bundle, withdrawal: Withdrawal) -> frozenset[StepId]:
    """Return the steps of this version that the withdrawal is about."""
    steps = bundle.definitions.steps().values()
    if withdrawal.step is not None:
        return frozenset(StepId(step.id) for step in steps if withdrawal.step in (step.id, step.words_id))
    return frozenset(StepId(step.id) for step in steps if withdrawal.parameter in _parameters_of(step, bundle))


def _parameters_of(step: Step, bundle: Bundle) -> frozenset[str]:
    """Every value that a step shows or reckons with, also in its texts and its agency's contact details."""
    definitions = bundle.definitions
    agency = definitions.agencies.get(step.agency)
    contacts = [agency.phone, agency.url, agency.address] if agency is not None else []
    found = {name for name in (*contacts, step.fee) if name}
    found.update(*(channel.parameters for channel in step.channels))
    found.update(*(parameters_in(rule.rule) for rule in expressions_of(step)))
    found.update(*(parameters_behind(definitions.facts[name]) for name in facts_of_step(step, definitions.facts)))
    return frozenset(found.union(*map(places_in, _texts_of(step, bundle))))


def _texts_of(step: Step, bundle: Bundle) -> Iterable[str]:
    begins = f"step.{step.words_id}."
    for key, text in bundle.words(FALLBACK).items():
        if key.startswith(begins):
            yield from (text,) if isinstance(text, str) else text
