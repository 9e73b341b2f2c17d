"""Holds phrase cards to what may be said: numbers that were verified, errands that there are, a rule that can hold."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from desk.errands.check_reach import Search, being_true, tell_unreached
from desk.errands.definition import Definitions, PhraseCard
from desk.errands.dependencies import with_facts_behind
from desk.errands.diagnostics import Place, did_you_mean
from desk.errands.engine import Engine
from desk.errands.fields import Report
from desk.errands.loader import Loaded, place_of
from desk.errands.nodes import facts_in
from desk.errands.placeholders import places_in

_NUMBERS = "phone."


def check_phrases(loaded: Loaded, report: Report) -> None:
    """Report errands that there are not, and texts that speak of what nobody has verified."""
    content = loaded.definitions
    for card in content.phrases.values():
        for errand in card.errands:
            if errand not in content.errands:
                known = did_you_mean(errand, content.errands)
                report.error(place_of(card.at), "E811", f"there is no errand {errand}", known)
    for (language, key), place in loaded.words.places.items():
        if key.startswith("phrase."):
            for _, line in loaded.words.lines(language, key):
                for name in places_in(line):
                    _check_named(name, key, place, content, report)


def _check_named(name: str, key: str, place: Place, content: Definitions, report: Report) -> None:
    if name in content.facts:
        report.error(
            place, "E812", f"{key} tells the answer {name}", "a card speaks to the clerk of nobody in particular"
        )
    parameter = content.parameters.get(name)
    if name.startswith(_NUMBERS) and parameter is not None and not all(value.verified for value in parameter.values):
        report.error(place, "E813", f"{name} in {key} is not verified", "name who helps, without the number")


def check_phrase_rules(content: Definitions, report: Report, as_of: date) -> None:
    """Report cards whose rule holds for nobody."""
    for card in content.phrases.values():
        if card.when is not None:
            engine = Engine(_alone(card, content))
            found = Search(engine, as_of).look(being_true((engine.compile(card.when.rule),)))
            tell_unreached(found, card.at, f"the phrase card {card.id} never fits by its rule", report)


def _alone(card: PhraseCard, content: Definitions) -> Definitions:
    """A card's own facts, and no errands."""
    named = with_facts_behind(facts_in(card.when.rule) if card.when else (), content.facts)
    facts = {name: fact for name, fact in content.facts.items() if name in named}
    return replace(content, facts=facts, errands={}, hints={})
