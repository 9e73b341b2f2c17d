"""Reads withdrawals: rules and values that were wrong, so that who was told them can be told what is right."""

from __future__ import annotations

from datetime import date

from desk.errands.definition import Withdrawal
from desk.errands.fields import Fields, Report
from desk.errands.yaml_text import YNode

_KEYS = ("id", "step", "parameter", "day", "source", "removed")


def read_withdrawal(node: YNode, report: Report) -> Withdrawal:
    """Read one withdrawal."""
    fields = Fields(node, "a withdrawal", _KEYS, report)
    step, parameter = fields.text("step"), fields.text("parameter")
    if (step is None) is (parameter is None):
        wrong = "a withdrawal is of one step or of one parameter"
        report.error(fields.place, "E361", wrong, "write step: … or parameter: …")
    return Withdrawal(
        id=fields.slug("id"),
        step=step,
        parameter=parameter,
        day=fields.day("day", required=True) or date.min,
        source=fields.text("source", required=True) or "",
        removed=fields.flag("removed", default=False),
        at=fields.at,
    )
