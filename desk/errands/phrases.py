"""Which phrase cards fit a visit: those of its errands, and those whose rule surely holds."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from desk.errands.bundle import Bundle
from desk.errands.possible import TRUE
from desk.model.facts import Answers
from desk.model.ids import CardId, ErrandId


def fitting_cards(bundle: Bundle, errands: Collection[ErrandId], answers: Answers, as_of: date) -> tuple[CardId, ...]:
    """Return the cards that fit, in the order of the files. What is not known decides nothing."""
    engine = bundle.engine
    situation = engine.situation(answers, as_of)
    return tuple(
        CardId(card.id)
        for card in bundle.definitions.phrases.values()
        if not set(errands).isdisjoint(card.errands)
        or (card.when is not None and engine.compile(card.when.rule).mask(situation) == TRUE)
    )
