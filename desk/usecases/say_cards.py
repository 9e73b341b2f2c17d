"""Before an e-service is used together, two things are said once: log in yourself, and your post may move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.events import CardSaid
from desk.model.e_service_cards import CARD_FACTS, Card
from desk.model.ids import ErrandId, VisitId
from desk.model.path import ChannelKind, Need, PathStep, Source
from desk.model.plan import PlanChannel, Words
from desk.model.visit import Visit
from desk.usecases.modes import is_side_by_side
from desk.usecases.shelf import Shelf
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal


@dataclass(frozen=True, slots=True)
class CardShown:
    """One card: the sentence for the citizen in their language, and its ground."""

    card: Card
    to_citizen: Words
    source: Source


class SayCards:
    """Shows the cards that were not said yet in a visit."""

    def __init__(self, journal: VisitJournal, errands: VisitErrands) -> None:
        self._journal = journal
        self._errands = errands

    def to_say(self, visit: VisitId) -> tuple[CardShown, ...]:
        """Return the cards that are still to be said; none where the citizen is not helped side by side."""
        state = self._journal.load(visit)
        return self.of(state)

    def of(self, visit: Visit) -> tuple[CardShown, ...]:
        """The same of a visit that is at hand."""
        return cards_left(self._errands.of(visit).shelf, visit)

    def said(self, visit: VisitId, card: Card) -> Visit:
        """Note that a card was said."""
        state = self._journal.load_open(visit)
        return state if card in state.cards_said else self._journal.record(visit, CardSaid(card))


def cards_left(shelf: Shelf, visit: Visit) -> tuple[CardShown, ...]:
    """Return what is still to be said before a log-in, in the citizen's language."""
    if not is_side_by_side(visit) or not visit.is_open:
        return ()
    wording = shelf.wording(visit.profile.citizen_language, easy=visit.profile.wants_easy_words)
    left = ((card, CARD_FACTS[card]) for card in Card if card not in visit.cards_said)
    shown = (CardShown(card, wording.warning(ErrandId(""), fact.warning), fact.source) for card, fact in left)
    return tuple(each for each in shown if each.to_citizen.text != CARD_FACTS[each.card].warning)  # errands without it


def cards_of(step: PathStep, way: PlanChannel | None, left: Sequence[CardShown]) -> tuple[CardShown, ...]:
    """Return what is to be said before a step is done in the way that is chosen or recommended.

    Official post may move at an authority's service alone: the errands name the steps at which it may.
    """
    if way is None or not _is_log_in(step, way):
        return ()
    warned = {warning for each in (step, *step.merged) for warning in each.warnings}
    return tuple(each for each in left if each.card is Card.LOOK_AWAY or CARD_FACTS[each.card].warning in warned)


def _is_log_in(step: PathStep, way: PlanChannel) -> bool:
    channels = (channel for channel in step.channels if channel.id == way.id)
    return way.kind is ChannelKind.E_SERVICE and any(Need.E_ID in channel.needs for channel in channels)
