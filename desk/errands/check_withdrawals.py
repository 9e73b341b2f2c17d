"""Checks that what is withdrawn is, or was, there."""

from __future__ import annotations

from desk.errands.definition import Definitions
from desk.errands.diagnostics import did_you_mean
from desk.errands.fields import Report
from desk.errands.loader import place_of


def check_withdrawals(definitions: Definitions, report: Report) -> None:
    """Report withdrawals of what is not there, and of what was removed and is there."""
    steps = {name for step in definitions.steps().values() for name in (step.id, step.words_id)}
    for withdrawal in definitions.withdrawals.values():
        kind, name = ("step", withdrawal.step) if withdrawal.step else ("parameter", withdrawal.parameter)
        known = steps if kind == "step" else definitions.parameters.keys()
        if name is None:
            continue
        if withdrawal.removed and name in known:
            wrong = f"{withdrawal.id} says that the {kind} {name} was removed, and it is here"
            report.error(place_of(withdrawal.at), "E362", wrong, "removed: no")
        elif not withdrawal.removed and name not in known:
            remedy = f"{did_you_mean(name, known)}; removed: yes if it is no more"
            report.error(place_of(withdrawal.at), "E362", f"{withdrawal.id} names no {kind}: {name}", remedy)
