"""Which texts a mandate has, in which order: templates are dated, and one that was ever used stays.

The texts themselves stand in ``i18n.mandate_words``. A mandate names its template, so it is always drawn as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desk.model.mandate import Lasting, Mandate, MandateForm
from i18n.mandate_words import MANDATE_2026_11


class Clause(StrEnum):
    """The parts of a mandate that have words of their own."""

    TITLE = "title"
    I_LET = "i_let"
    I_LET_BORN = "i_let_born"
    FOR_WHAT = "for_what"
    LINE = "line"
    THIS_VISIT = "this_visit"
    UNTIL_DAY = "until_day"
    UNTIL_CLOSED = "until_closed"
    OWN_WILL = "own_will"
    NO_GUARDIAN = "no_guardian"
    WITHDRAW = "withdraw"
    NOT_ALLOWED = "not_allowed"
    TOLD = "told"
    COME_MYSELF = "come_myself"
    SPOKEN = "spoken"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Template:
    """The words of mandates from a day on."""

    name: str
    texts: Mapping[str, tuple[str, str]]
    """Clause, or ``kind_`` and a kind of data → context and msgid."""


NEWEST = "mandate 2026-11"
TEMPLATES: Mapping[str, Template] = {NEWEST: Template(NEWEST, MANDATE_2026_11)}
"""By name. One that was ever used stays."""

RUNS_ON = frozenset(
    {Clause.SPOKEN, Clause.REGISTER, Clause.WITHDRAW, Clause.TOLD, Clause.COME_MYSELF, Clause.NO_GUARDIAN}
)
"""Clauses that stand in one paragraph with the one before."""

_LASTING = {
    Lasting.THIS_VISIT: Clause.THIS_VISIT,
    Lasting.UNTIL_DAY: Clause.UNTIL_DAY,
    Lasting.UNTIL_CLOSED: Clause.UNTIL_CLOSED,
}
_OF_FORM = {MandateForm.SPOKEN: Clause.SPOKEN, MandateForm.REGISTER: Clause.REGISTER}


def clauses_of(mandate: Mandate) -> Iterator[tuple[Clause, int]]:
    """Yield the clauses of a mandate in the order of the paper; a line with its number, all else with -1."""
    yield (Clause.I_LET_BORN if mandate.born is not None else Clause.I_LET), -1
    yield Clause.FOR_WHAT, -1
    for number in range(len(mandate.lines)):
        yield Clause.LINE, number
    yield _LASTING[mandate.lasting], -1
    if mandate.form in _OF_FORM:
        yield _OF_FORM[mandate.form], -1
    for clause in (Clause.WITHDRAW, Clause.NOT_ALLOWED, Clause.TOLD, Clause.COME_MYSELF, Clause.OWN_WILL):
        yield clause, -1
    yield Clause.NO_GUARDIAN, -1
