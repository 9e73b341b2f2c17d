"""What mandates put on the day list: one ends, a spoken one waits for a signature, the register is to be asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from desk.model.due import Due, DueKind, Harm
from desk.model.mandate import GivenMandate, Lasting, Mandate, MandateForm, RegisterResult
from desk.model.mandate_state import MandateState, closed_by_plan, state_on
from desk.model.visit import Visit

REMIND_BEFORE = (30, 7, 0)
"""Days before the end. The line comes into sight on the first of them that lies after the drawing, and stays."""
_COUNTS = (MandateState.IN_FORCE, MandateState.CHECK_OVERDUE)


def mandates_due(visit: Visit) -> Iterator[Due]:
    """Yield the days of the mandates of a visit that is not over. One that was renewed is looked at no longer."""
    if not visit.mandates:
        return
    renewed = {given.mandate.renews for given in visit.mandates.values()}
    closed = closed_by_plan(visit)
    for id, given in visit.mandates.items():
        mandate = given.mandate
        if id in renewed or state_on(given, mandate.drawn_on, closed) not in _COUNTS:
            continue
        seen = seen_from(mandate)
        if seen is not None:
            due = (DueKind.MANDATE_ENDS, mandate.last_day, Harm.PROMISE, id)
            yield Due(visit.id, visit.number, *due, seen=seen)
        if _is_to_be_looked_up(given) and given.check_by is not None:
            yield Due(visit.id, visit.number, DueKind.REGISTER_CHECK, given.check_by, Harm.PROMISE, id)


def seen_from(mandate: Mandate) -> date | None:
    """Return from when on the end of a mandate is on the day list; ``None``: it ends with its visit, unseen.

    A spoken one is there from the first day: it waits to be signed.
    """
    if mandate.lasting is Lasting.THIS_VISIT:
        return None
    if mandate.form is MandateForm.SPOKEN:
        return mandate.drawn_on
    days = (mandate.last_day - timedelta(days=before) for before in REMIND_BEFORE)
    return next((day for day in days if day > mandate.drawn_on), mandate.last_day)


def _is_to_be_looked_up(given: GivenMandate) -> bool:
    return given.mandate.form is MandateForm.REGISTER and given.register is RegisterResult.NOT_CHECKED
