"""Show phrase cards: what a clerk may say when a talk is hard. They are for the clerk alone, and nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.errands.phrases import fitting_cards
from desk.model.ids import CardId, VisitId
from desk.model.plan import Words
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.visit_path import answers_of, path_of_visit
from i18n.language import Language

if TYPE_CHECKING:
    from desk.errands.wording import Wording


@dataclass(frozen=True, slots=True)
class CardView:
    """One card in the clerk's words: what to say, what not to, what to do if, and who helps."""

    id: CardId
    title: Words
    say: tuple[Words, ...]
    avoid: tuple[Words, ...]
    if_so: tuple[Words, ...]
    help: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class PhraseCards:
    """All cards; ``fitting`` stand first. In a discreet visit no card fits: the screen tells nobody anything."""

    cards: tuple[CardView, ...]
    fitting: frozenset[CardId] = frozenset()


class ShowPhrases:
    """Reads cards, and what is known of the visit; changes nothing."""

    def __init__(self, journal: VisitJournal, errands: VisitErrands) -> None:
        self._journal = journal
        self._errands = errands

    def __call__(self, visit: VisitId, language: Language) -> PhraseCards:
        """Return the cards for a visit, those that fit it first; raises ``VisitUnknown``."""
        rules = self._errands.of(self._journal.load(visit))
        shelf, today = rules.shelf, rules.shelf.clock.today()
        discreet = path_of_visit(rules.bundle, rules.visit, today).discreet
        answers = answers_of(rules.visit)
        fitting = () if discreet else fitting_cards(rules.bundle, rules.visit.errands, answers, today)
        return phrase_cards(shelf.wording(language), tuple(rules.bundle.definitions.phrases), fitting)


def phrase_cards(wording: Wording, cards: Sequence[str], fitting: Sequence[CardId] = ()) -> PhraseCards:
    """Return cards in words, those that fit first."""
    ordered = sorted(map(CardId, cards), key=lambda card: card not in fitting)
    return PhraseCards(tuple(_view(wording, card) for card in ordered), frozenset(fitting))


def _view(wording: Wording, card: CardId) -> CardView:
    return CardView(
        id=card,
        title=wording.phrase_title(card),
        say=wording.phrase_lines(card, "say"),
        avoid=wording.phrase_lines(card, "avoid"),
        if_so=wording.phrase_lines(card, "if_so"),
        help=wording.phrase_lines(card, "help"),
    )
