"""The agreements of this service point: which principal has given it which tasks, and for which days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from desk.errands.bundle import Bundle
from desk.errands.definition import Agency
from desk.errors import BadAgreement
from desk.model.agreement import PRINCIPAL_KINDS, Agreement, Task
from desk.model.ids import AgencyId
from desk.model.role import Function
from desk.ports import Casebook
from desk.usecases.duty import Duty

SETTING = "point.agreements"


class Agreements:
    """What was agreed, in the desk's settings. Nothing written down: nothing agreed, and all is guidance."""

    def __init__(self, casebook: Casebook, bundle: Bundle, duty: Duty) -> None:
        self._casebook = casebook
        self._bundle = bundle
        self._duty = duty

    def read(self) -> tuple[Agreement, ...]:
        """Return all of them, also those that are over or to come."""
        stored = self._casebook.setting(SETTING)
        return msgspec.json.decode(stored, type=tuple[Agreement, ...]) if stored else ()

    def principals(self) -> tuple[Agency, ...]:
        """Return the authorities that an agreement can be made with."""
        agencies = self._bundle.definitions.agencies.values()
        return tuple(each for each in agencies if each.kind in PRINCIPAL_KINDS)

    def agree(self, agreement: Agreement) -> tuple[Agreement, ...]:
        """Write an agreement down. Raises ``BadAgreement``."""
        self._check(agreement)
        made = Agreement(agreement.principal, _in_order(agreement.tasks), agreement.first_day, agreement.last_day)
        others = tuple(each for each in self.read() if each != made)
        return self._keep((*others, made))

    def end(self, principal: AgencyId, last_day: date | None = None) -> tuple[Agreement, ...]:
        """Let the agreements with a principal end on a day; without a day they are taken away.

        Raises ``BadAgreement`` when there is none.
        """
        kept = self.read()
        if not any(each.principal == principal for each in kept):
            raise BadAgreement(kind="none", principal=principal)
        if last_day is None:
            return self._keep([each for each in kept if each.principal != principal])
        ended = [self._ended(each, last_day) if each.principal == principal else each for each in kept]
        return self._keep(ended)

    def withdraw(self, agreement: Agreement) -> tuple[Agreement, ...]:
        """Take one agreement away: it was written down by mistake."""
        return self._keep([each for each in self.read() if each != agreement])

    def _ended(self, agreement: Agreement, last_day: date) -> Agreement:
        if agreement.last_day is not None and agreement.last_day <= last_day:
            return agreement
        ended = Agreement(agreement.principal, agreement.tasks, agreement.first_day, last_day)
        self._check(ended)
        return ended

    def _check(self, agreement: Agreement) -> None:
        agencies = self._bundle.definitions.agencies
        known = agencies.get(agreement.principal)
        if known is None:
            known_ids = ", ".join(each.id for each in self.principals())
            raise BadAgreement(kind="unknown", principal=agreement.principal, known=known_ids)
        if known.kind not in PRINCIPAL_KINDS:
            raise BadAgreement(kind="no_authority", principal=agreement.principal)
        first, last = agreement.first_day, agreement.last_day
        if first is not None and last is not None and last < first:
            raise BadAgreement(kind="days", first=first, last=last)

    def _keep(self, agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
        self._duty.require(Function.SET_UP_POINT)
        kept = tuple(sorted(agreements, key=lambda each: (each.principal, each.first_day or date.min, each.tasks)))
        self._casebook.set_setting(SETTING, msgspec.json.encode(kept).decode() if kept else "")
        return kept


def _in_order(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Each task once, in the order of the act; all of them is the same as none named."""
    named = tuple(task for task in Task if task in tasks)
    return () if len(named) == len(Task) else named
