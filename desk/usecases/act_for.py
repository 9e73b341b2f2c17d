"""Something is done in the citizen's name: the scope is checked at that very moment, and the act is written down.

``may`` only looks, for a screen that shows beforehand what is allowed. What counts is the look that ``do`` takes.
"""

from __future__ import annotations

from collections.abc import Iterable

from desk.errors import MandateDoesNotAllow, NotActingFor, StepUnknown
from desk.events import ActedFor, StepDecided, VisitEvent
from desk.model.ids import StepId, VisitId
from desk.model.mandate import DataKind
from desk.model.mandate_rules import Allowed, Circumstances, Deed, Refused, allows
from desk.model.path import ChannelKind, PathStep
from desk.model.plan import Decision
from desk.model.role import Function
from desk.model.visit import HelpMode, Visit
from desk.ports import Clock
from desk.usecases.duty import Duty
from desk.usecases.give_mandate import mandate_of
from desk.usecases.kept_text import without_secret
from desk.usecases.mandate_scope import MandateScopes, kinds_of
from desk.usecases.mandate_themes import themes_of
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal
from i18n.language import Language


class ActFor:
    """Does a step for the citizen, or says which line is missing, what is too much, or what is over."""

    def __init__(self, journal: VisitJournal, errands: VisitErrands, clock: Clock, duty: Duty) -> None:
        self._journal = journal
        self._errands = errands
        self._scopes = MandateScopes(errands)
        self._clock = clock
        self._duty = duty

    def kinds_needed(self, visit: VisitId, step: StepId) -> frozenset[DataKind]:
        """Return which kinds of data the papers of a step give to its agency."""
        return kinds_of(self._step(self._journal.load(visit), step))

    def papers_unsaid(self, visit: VisitId, step: StepId, language: Language) -> tuple[str, ...]:
        """Return the papers of a step that could hold anything: what they give is chosen with the citizen."""
        state = self._journal.load(visit)
        return self._scopes.unsaid(state, self._step(state, step), language)

    def may(
        self,
        visit: VisitId,
        step: StepId,
        kinds: frozenset[DataKind] | None = None,
        by: ChannelKind | None = None,
    ) -> Allowed | Refused:
        """Tell which line would allow a step now, or why none does; with the data that it needs unless named."""
        state = self._journal.load(visit)
        return self._look(state, self._deed(state, self._step(state, step), kinds, by))

    def at_a_glance(self, visit: VisitId, steps: Iterable[StepId]) -> dict[StepId, Allowed | Refused]:
        """Return the same for several steps at once; nothing while the visit has no mandate to look into."""
        state = self._journal.load(visit)
        if state.profile.mode is not HelpMode.ACT_FOR or not state.mandates:
            return {}
        whole = {step: found for step in steps if (found := self._scopes.step(state, step)) is not None}
        now = self._circumstances(state)
        return {step: allows(state, self._deed(state, found, None, None), now) for step, found in whole.items()}

    def do(
        self,
        visit: VisitId,
        step: StepId,
        kinds: frozenset[DataKind],
        reference: str = "",
        by: ChannelKind | None = None,
    ) -> Visit:
        """Write an act down, and the step as handled, in one transaction.

        Raises ``MandateDoesNotAllow``, ``NotActingFor``, ``NotYourRole``, ``StepUnknown`` and ``SecretInText``: then
        nothing is written.
        """
        self._duty.require(Function.ACT_FOR)
        reference = without_secret(reference)
        state = self._journal.load_open(visit)
        if state.profile.mode is not HelpMode.ACT_FOR:
            raise NotActingFor(number=state.number)
        whole = self._step(state, step)
        found = self._look(state, self._deed(state, whole, kinds, by))
        if isinstance(found, Refused):
            raise refusal_of(found, step)
        return self._journal.record(visit, *self._events(state, whole, found, kinds, reference.strip()))

    def _events(
        self, visit: Visit, step: PathStep, found: Allowed, kinds: frozenset[DataKind], reference: str
    ) -> list[VisitEvent]:
        languages = mandate_of(visit, found.mandate).mandate.languages
        act = ActedFor(
            step=step.id,
            mandate=found.mandate,
            line=found.line,
            kinds=kinds,
            reference=reference,
            titles=self._scopes.titles(visit, step.id, languages),
            role=self._duty.role,
        )
        return [act, StepDecided(step.id, Decision.HANDLED)]

    def _look(self, visit: Visit, deed: Deed) -> Allowed | Refused:
        return allows(visit, deed, self._circumstances(visit))

    def _circumstances(self, visit: Visit) -> Circumstances:
        today = self._clock.today()
        return Circumstances(today, self._scopes.closed(visit), themes_of(self._errands.newest, today))

    def _deed(self, visit: Visit, step: PathStep, kinds: frozenset[DataKind] | None, by: ChannelKind | None) -> Deed:
        return self._scopes.deed(visit, step, kinds_of(step) if kinds is None else kinds, by)

    def _step(self, visit: Visit, step: StepId) -> PathStep:
        found = self._scopes.step(visit, step)
        if found is None:
            raise StepUnknown(step=step)
        return found


def refusal_of(refused: Refused, step: StepId) -> MandateDoesNotAllow:
    """Return a refusal as the error that stops the act."""
    return MandateDoesNotAllow(
        kind=refused.why,
        step=step,
        agency=refused.deed.agency,
        line=refused.line + 1 if refused.line is not None else "",
        day=refused.day or "",
        too_much=", ".join(sorted(refused.too_much)),
        works_by=", ".join(sorted(refused.theme.works_by)) if refused.theme is not None else "",
    )
