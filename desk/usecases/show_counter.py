"""What the counter shows before anyone has said anything: errands by group, drafts, kept plans."""

from __future__ import annotations

from dataclasses import dataclass

from desk.errands.bundle import Bundle
from desk.errands.wording import Wording
from desk.model.ids import VisitId
from desk.model.role import Function
from desk.model.visit import VisitSummary
from desk.ports import Casebook, Clock
from desk.usecases.duty import Duty
from desk.usecases.visit_view import ErrandView
from desk.usecases.word_errands import errand_views
from i18n.language import Language
from i18n.translator import Lexicon

MOST_KEPT = 12
"""A casebook of years holds thousands: the counter is no list of them."""


@dataclass(frozen=True, slots=True)
class CounterView:
    """The counter: what can be begun, and what is left open."""

    persons: tuple[ErrandView, ...]
    companies: tuple[ErrandView, ...]
    drafts: tuple[VisitSummary, ...]
    kept_plans: tuple[VisitSummary, ...]
    """The newest; the others are found by their code, their person or their day."""
    has_more_kept: bool = False
    helps: bool = True
    """False for who holds no visits: then there is nothing to begin."""
    quiet: frozenset[VisitId] = frozenset()
    """The discreet ones among them: what they are about is not shown to whoever stands at the counter."""


class ShowCounter:
    """Gather the counter in the clerk's language."""

    def __init__(self, casebook: Casebook, bundle: Bundle, lexicon: Lexicon, clock: Clock, duty: Duty) -> None:
        self._casebook = casebook
        self._bundle = bundle
        self._lexicon = lexicon
        self._clock = clock
        self._duty = duty

    @property
    def _follows(self) -> bool:
        return self._duty.may(Function.FOLLOW_UP)

    def __call__(self, language: Language) -> CounterView:
        """Return the errands that exist and the visits that can be gone on with, newest first."""
        wording = Wording(self._bundle, self._lexicon.words(language), self._clock.today())
        helps = self._duty.may(Function.HELP)
        errands = errand_views(self._bundle, wording) if helps else ()
        drafts = self._casebook.drafts() if helps else ()
        kept = self._casebook.kept_plans(MOST_KEPT + 1) if self._follows else ()
        profiles = self._casebook.profiles([visit.id for visit in (*drafts, *kept)])
        return CounterView(
            persons=tuple(e for e in errands if e.group == "persons"),
            companies=tuple(e for e in errands if e.group == "companies"),
            drafts=drafts,
            kept_plans=kept[:MOST_KEPT],
            has_more_kept=len(kept) > MOST_KEPT,
            helps=helps,
            quiet=frozenset(visit for visit, profile in profiles.items() if profile.is_discreet),
        )
