"""All that is done with mandates, in one room of the desk."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from desk.ports import Casebook, Clock, PaperMaker
from desk.ports.mandate_register import MandateRegister
from desk.usecases.act_for import ActFor
from desk.usecases.duty import Duty
from desk.usecases.give_mandate import CheckRegister, GiveMandate
from desk.usecases.mandate_giving import Giving
from desk.usecases.mandate_papers import MandatePapers, PaperWorld
from desk.usecases.mandate_policy import MandatePolicies
from desk.usecases.mandate_scope import MandateScopes
from desk.usecases.point_details import PointDetails
from desk.usecases.point_language import point_language
from desk.usecases.print_paper import WhoToAskIn
from desk.usecases.show_mandates import ShowMandates
from desk.usecases.verify_paper import VerifyPaper
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.withdraw_mandate import WithdrawMandate
from i18n.translator import Lexicon


class _World(Protocol):
    """What of the world mandates need."""

    @property
    def casebook(self) -> Casebook: ...

    @property
    def clock(self) -> Clock: ...

    @property
    def lexicon(self) -> Lexicon: ...

    @property
    def papers(self) -> PaperMaker: ...

    @property
    def register(self) -> MandateRegister: ...


class Visits(NamedTuple):
    """How visits are read and changed, and which errands they follow."""

    journal: VisitJournal
    errands: VisitErrands


class MandateRooms:
    """Each attribute is one thing that is done with mandates."""

    def __init__(self, world: _World, visits: Visits, point: PointDetails, duty: Duty, ask: WhoToAskIn) -> None:
        journal, errands = visits
        scopes = MandateScopes(errands)
        self.policies = MandatePolicies(world.casebook, duty)
        giving = Giving(
            journal=journal,
            scopes=scopes,
            policies=self.policies,
            register=world.register,
            clock=world.clock,
            holder=lambda language: details.name if (details := point.read(language)) is not None else "",
            point_language=lambda: point_language(world.casebook),
        )
        self.give = GiveMandate(giving, world.clock, duty)
        self.check_register = CheckRegister(giving, duty)
        self.withdraw = WithdrawMandate(journal)
        self.act = ActFor(journal, errands, world.clock, duty)
        self.show = ShowMandates(journal, scopes, world.clock)
        self.papers = MandatePapers(journal, PaperWorld(world.papers, world.lexicon, world.clock, self.policies, ask))
        self.verify = VerifyPaper(journal, world.casebook, world.clock, world.lexicon)
