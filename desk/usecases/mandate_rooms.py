"""All that is done with mandates, in one room of the desk."""

from __future__ import annotations

from typing import Protocol

from desk.ports import Casebook, Clock
from desk.ports.mandate_register import MandateRegister
from desk.usecases.act_for import ActFor
from desk.usecases.duty import Duty
from desk.usecases.give_mandate import CheckRegister, GiveMandate
from desk.usecases.handing_words import POINT_LANGUAGE
from desk.usecases.mandate_giving import Giving
from desk.usecases.mandate_policy import MandatePolicies
from desk.usecases.mandate_scope import MandateScopes
from desk.usecases.point_details import PointDetails
from desk.usecases.show_mandates import ShowMandates
from desk.usecases.verify_paper import VerifyPaper
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.withdraw_mandate import WithdrawMandate
from i18n.language import FALLBACK, Language
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
    def register(self) -> MandateRegister: ...


class MandateRooms:
    """Each attribute is one thing that is done with mandates."""

    def __init__(
        self, world: _World, journal: VisitJournal, errands: VisitErrands, point: PointDetails, duty: Duty
    ) -> None:
        scopes = MandateScopes(errands)
        self.policies = MandatePolicies(world.casebook)
        giving = Giving(
            journal=journal,
            scopes=scopes,
            policies=self.policies,
            register=world.register,
            clock=world.clock,
            holder=lambda: details.name if (details := point.read()) is not None else "",
            point_language=lambda: _language(world.casebook),
        )
        self.give = GiveMandate(giving, world.clock, duty)
        self.check_register = CheckRegister(giving, duty)
        self.withdraw = WithdrawMandate(journal)
        self.act = ActFor(journal, errands, world.clock, duty)
        self.show = ShowMandates(journal, scopes, world.clock)
        self.verify = VerifyPaper(journal, world.casebook, world.clock, world.lexicon)


def _language(casebook: Casebook) -> Language:
    told = casebook.setting(POINT_LANGUAGE)
    return Language(told) if told else FALLBACK
