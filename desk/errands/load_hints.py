"""Reads hints: what may be worth a look besides the steps of a path."""

from __future__ import annotations

from desk.errands.definition import Calculation, Expression, Hint
from desk.errands.diagnostics import ExpressionFault
from desk.errands.fields import Fields, Report
from desk.errands.load_facts import read_rule
from desk.errands.nodes import Truth
from desk.errands.types import worth_of
from desk.errands.vocabulary import Vocabulary
from desk.errands.yaml_text import YNode
from desk.model.facts import FactType
from desk.model.path import Begins, HintKind

_KEYS = (
    *("id", "kind", "agency", "when", "on", "begins", "service", "phone", "url", "covered_by", "discreet"),
    *("source", "checked", "verified"),
)
_NEVER = Truth(False)


def read_hint(node: YNode, vocabulary: Vocabulary, report: Report) -> Hint:
    """Read one hint."""
    fields = Fields(node, "a hint", _KEYS, report)
    when = fields.scalar("when", required=True)
    return Hint(
        id=fields.slug("id"),
        kind=fields.one_of("kind", HintKind),
        agency=fields.slug("agency"),
        when=(read_rule(when, vocabulary, report) if when else None) or Expression("never", _NEVER, fields.at),
        on=_day(fields, vocabulary),
        begins=fields.one_of("begins", Begins, Begins.CITIZEN) if fields.has("begins") else None,
        service=fields.text("service"),
        phone=fields.text("phone"),
        url=fields.text("url"),
        covered_by=fields.words("covered_by"),
        discreet=fields.flag("discreet", default=False),
        source=fields.text("source", required=True) or "",
        checked=fields.day("checked", required=True),
        verified=fields.flag("verified", default=False),
        at=fields.at,
    )


def _day(fields: Fields, vocabulary: Vocabulary) -> Calculation | None:
    written = fields.scalar("on")
    if written is None:
        return None
    try:
        worth = worth_of(written.text, vocabulary, FactType.DATE)
    except ExpressionFault as fault:
        fields.report.error(written.place_at(fault.at), fault.code, fault.message, fault.remedy)
        return None
    return Calculation(written.text, str(written.place), worth=worth)
