"""What is said before anybody logs in to an e-service: what it rests on, when that was seen, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.model.path import Source


class Card(StrEnum):
    """Two cards, each said once in a visit."""

    LOOK_AWAY = "look_away"
    POST_MOVES = "post_moves"


@dataclass(frozen=True, slots=True)
class CardFact:
    """The text that the citizen hears, and its ground."""

    warning: str
    """The shared warning of the errands' content; it stands on the citizen's paper too."""
    source: Source
    in_force: date | None = None
    """Since when it holds for sure."""


CARD_FACTS = {
    Card.LOOK_AWAY: CardFact(
        "own_codes", Source("617/2009 23 §", date(2025, 2, 21), verified=True), in_force=date(2009, 9, 1)
    ),
    Card.POST_MOVES: CardFact("messages_trap", Source("HE 124/2025, HaVM 1/2026", date(2026, 2, 25), verified=False)),
}
