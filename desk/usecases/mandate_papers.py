"""The papers of mandates: two copies of the mandate, the certificate of a withdrawal, and what was done in a name.

No identity code is on any of them. Each is noted in the visit when it was handed over, while the visit is open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk.errors import BadMandate, NothingDoneInName
from desk.events import PaperMade
from desk.model.ids import MandateId, VisitId
from desk.model.mandate import Act, GivenMandate
from desk.model.mandate_code import written_code
from desk.model.mandate_papers import ActsPaper, Copy, MandatePaper, MandateText, ToldAct, WithdrawalPaper
from desk.model.mandate_state import MandateState, closed_by_plan, state_on
from desk.model.plan import WhoToAsk
from desk.model.visit import Visit
from desk.model.what_is_due import is_quiet
from desk.ports import Clock, PaperMaker, PaperOptions
from desk.usecases.give_mandate import mandate_of
from desk.usecases.mandate_policy import MandatePolicies
from desk.usecases.mandate_words import mandate_text
from desk.usecases.visit_journal import VisitJournal
from i18n.language import Language
from i18n.translator import Lexicon

MANDATE, WITHDRAWAL, ACTS = "mandate", "withdrawal", "acts"


@dataclass(frozen=True, slots=True)
class PaperWorld:
    """What the papers of mandates are made with."""

    papers: PaperMaker
    lexicon: Lexicon
    clock: Clock
    policies: MandatePolicies
    ask: Callable[[Language], WhoToAsk]


class MandatePapers:
    """Papers are bytes of PDF; nothing of them is kept by the desk."""

    def __init__(self, journal: VisitJournal, world: PaperWorld) -> None:
        self._journal = journal
        self._world = world

    def paper(self, visit: VisitId, mandate: MandateId, copy: Copy) -> MandatePaper:
        """Return a copy of a mandate as it would be given now. Raises ``MandateUnknown``."""
        state = self._journal.load(visit)
        given = mandate_of(state, mandate)
        texts = self._texts(given)
        return MandatePaper(
            given=given,
            code=written_code(given.mandate.code),
            texts=texts,
            copy=copy,
            ask=self._world.ask(texts[0].language),
            signed_on=given.signing.on if given.signing is not None else None,
            discreet=is_quiet(state),
        )

    def certificate(self, visit: VisitId, mandate: MandateId) -> WithdrawalPaper:
        """Return that lines of a mandate were withdrawn. Raises ``MandateUnknown``; ``BadMandate`` when none was."""
        state = self._journal.load(visit)
        given = mandate_of(state, mandate)
        if not given.withdrawn:
            raise BadMandate(kind="not_withdrawn")
        texts, today = self._texts(given), self._world.clock.today()
        return WithdrawalPaper(
            given=given,
            code=written_code(given.mandate.code),
            texts=texts,
            made_on=today,
            ask=self._world.ask(texts[0].language),
            in_force=state_on(given, today, closed_by_plan(state)) is MandateState.IN_FORCE,
            acts=sum(act.mandate == mandate for act in state.acts),
            kept_days=self._world.policies.read().kept_days,
            discreet=is_quiet(state),
        )

    def acts(self, visit: VisitId) -> ActsPaper:
        """Return what was done in the citizen's name. Raises ``NothingDoneInName``."""
        state = self._journal.load(visit)
        if not state.acts:
            raise NothingDoneInName(number=state.number)
        given = state.mandates[state.acts[-1].mandate]
        languages = tuple(text.language for text in self._texts(given))
        return ActsPaper(
            giver=given.mandate.giver,
            languages=languages,
            made_on=self._world.clock.today(),
            ask=self._world.ask(languages[0]),
            acts=tuple(_told(state, act) for act in state.acts),
            kept_days=self._world.policies.read().kept_days,
            discreet=is_quiet(state),
        )

    def draw_mandate(self, paper: MandatePaper, options: PaperOptions) -> bytes:
        """Return a copy of a mandate as a PDF; its languages are its own, whatever the options name."""
        return self._world.papers.mandate(paper, options)

    def draw_certificate(self, paper: WithdrawalPaper, options: PaperOptions) -> bytes:
        """Return the certificate of a withdrawal as a PDF."""
        return self._world.papers.mandate_withdrawal(paper, options)

    def draw_acts(self, paper: ActsPaper, options: PaperOptions) -> bytes:
        """Return what was done in the citizen's name as a PDF."""
        return self._world.papers.acts(paper, options)

    def made(self, visit: VisitId, paper: str, language: Language) -> Visit:
        """Note that a paper (``MANDATE``, ``WITHDRAWAL`` or ``ACTS``) was saved or printed."""
        self._journal.load(visit)
        return self._journal.record(visit, PaperMade(paper, language))

    def _texts(self, given: GivenMandate) -> tuple[MandateText, ...]:
        """One in each language of the paper that there are words in; a language without them stands for none."""
        texts = [mandate_text(given.mandate, each, self._world.lexicon) for each in given.mandate.languages]
        return tuple({text.language: text for text in texts}.values())


def _told(visit: Visit, act: Act) -> ToldAct:
    mandate = visit.mandates[act.mandate].mandate
    return ToldAct(
        at=act.at,
        titles=act.titles,
        agencies=mandate.names_of(act.line).agency,
        kinds=act.kinds,
        reference=act.reference,
        role=act.role,
        code=written_code(mandate.code),
        line=act.line + 1,
    )
