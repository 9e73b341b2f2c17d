"""Says of each step for which there is help at this desk whether it is handled here, or advised on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from desk.errands.bundle import Bundle
from desk.model.agreement import Agreement, HelpHere, help_with
from desk.model.ids import AgencyId, StepId
from desk.model.path import Path, PathStep
from desk.model.plan import Group, Plan, PlanStep
from desk.usecases.agreements import Agreements
from desk.usecases.visit_view import VisitView


class ShowHelpHere:
    """Looks at the agreements of the day of the path."""

    def __init__(self, agreements: Agreements, bundle: Bundle) -> None:
        self._agreements = agreements
        self._bundle = bundle

    def on_view(self, view: VisitView) -> VisitView:
        """Return the visit as it is shown, with what this desk does about each step."""
        if not view.in_group(Group.HERE):
            return view
        found = self._found(view.path)
        return replace(view, steps=tuple(replace(each, step=_told(each.step, found)) for each in view.steps))

    def on_plan(self, plan: Plan, path: Path) -> Plan:
        """Return the plan with what this desk does about each step."""
        if not plan.in_group(Group.HERE):
            return plan
        found = self._found(path)
        return replace(plan, steps=tuple(_told(step, found) for step in plan.steps))

    def _found(self, path: Path) -> Mapping[StepId, HelpHere]:
        agreements = self._agreements.read()
        return {step.id: self._help(step, agreements, path.as_of) for step in path.steps if step.at_desk}

    def _help(self, step: PathStep, agreements: tuple[Agreement, ...], day: date) -> HelpHere:
        agency = self._bundle.definitions.agencies.get(step.agency)
        return help_with(agreements, AgencyId(step.agency), agency.kind if agency else "", step.task, day)


def _told(step: PlanStep, found: Mapping[StepId, HelpHere]) -> PlanStep:
    if step.group is not Group.HERE or step.id not in found:
        return step
    return replace(step, help=found[step.id])
