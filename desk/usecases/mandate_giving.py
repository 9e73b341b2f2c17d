"""What every use case of mandates works with, together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from desk.events import RegisterChecked
from desk.model.mandate import Mandate, RegisterResult
from desk.model.mandate_register import RegisterCheck
from desk.model.visit import Visit
from desk.ports import Clock
from desk.ports.mandate_register import MandateRegister
from desk.usecases.mandate_policy import MandatePolicies
from desk.usecases.mandate_scope import MandateScopes
from desk.usecases.visit_journal import VisitJournal
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class Giving:
    """The parts of this desk that mandates need."""

    journal: VisitJournal
    scopes: MandateScopes
    policies: MandatePolicies
    register: MandateRegister
    clock: Clock
    holder: Callable[[Language], str]
    """The name of the service point in a language; empty while it has not said who it is."""
    point_language: Callable[[], Language]

    def languages(self, visit: Visit) -> tuple[Language, ...]:
        """Return the languages of a paper: the citizen's first, and the point's beside it where it is another."""
        point = self.point_language()
        return tuple(dict.fromkeys((visit.profile.citizen_language, point)))

    def looked_up(self, mandate: Mandate, check_by: date | None = None) -> RegisterChecked:
        """Ask the register of a mandate; where it cannot be asked, somebody looks by a day, which never moves on."""
        agencies = tuple(dict.fromkeys(line.agency for line in mandate.lines))
        result = self.register.look_up(RegisterCheck(mandate.giver, mandate.born, mandate.holder, agencies))
        by = check_by or self.clock.today() + timedelta(days=self.policies.read().check_days)
        return RegisterChecked(mandate.id, result, by if result is RegisterResult.NOT_CHECKED else None)
