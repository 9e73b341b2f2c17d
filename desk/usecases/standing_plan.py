"""A kept plan with how its steps stand: what the citizen gets on a new paper, and what the follow-up page shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from desk.errands.wording import Wording
from desk.model.follow_up import NEGATIVE, ContactPlan, Progress, StepFollowed, StepOwner, lead_days
from desk.model.ids import AgencyId, StepId
from desk.model.path import Nature
from desk.model.plan import Contact, Decision, Group, Plan, PlanMeeting, PlanStand, PlanStep, Words
from desk.model.plan_code import written
from desk.model.visit import Visit
from desk.usecases.asking_for_change import change_step
from desk.usecases.visit_errands import VisitRules
from desk.usecases.visit_path import answers_of

_DECISIONS = {Progress.DONE: Decision.HANDLED, Progress.DECLINED: Decision.DECLINED}
_PROGRESS = {Decision.HANDLED: Progress.DONE, Decision.DECLINED: Progress.DECLINED}


def is_followed(visit: Visit) -> bool:
    """Tell whether anything of a visit's plan is otherwise than it was agreed."""
    return bool(visit.followed or visit.results or visit.call_backs or visit.contact is not None)


def standing(plan: Plan, visit: Visit, rules: Callable[[], VisitRules], today: date) -> Plan:
    """Return a plan as it stands now, in its own language; the very same where nothing was said of it since.

    What is not safe is in none of it: no way on which another may hear or read.
    """
    if not is_followed(visit):
        return plan
    found = rules()
    stands = Stands(visit, found, found.shelf.wording(plan.language))
    contact = visit.contact
    return replace(
        plan,
        steps=tuple(stands.on(step) for step in plan.steps),
        plan_code=written(visit.plan_code) if visit.kept and visit.plan_code and not plan.discreet else plan.plan_code,
        stands_on=today,
        meetings=tuple(each for each in _meetings(visit, plan) if each.day >= today),
        reached_by=()
        if contact is None or plan.discreet
        else tuple(dict.fromkeys(way.kind for way in contact.safe_ways)),
    )


def _meetings(visit: Visit, plan: Plan) -> tuple[PlanMeeting, ...]:
    contact = visit.contact or ContactPlan()
    watched = bool(contact.ways) and not contact.safe_ways  # then nobody is in touch
    calls = () if plan.discreet or watched else {each.day for each in visit.call_backs.values()}
    found = [PlanMeeting(day, calls=True) for day in calls]
    found += [meeting for meeting in plan.meetings if meeting.expert is not None]
    if contact.come_back_on is not None:
        found.append(PlanMeeting(contact.come_back_on, calls=False))
    return tuple(sorted(found, key=lambda each: (each.day, each.calls)))


class Stands:
    """Works out how each step of one visit stands, with whom to ask, in one language."""

    def __init__(self, visit: Visit, rules: VisitRules, wording: Wording) -> None:
        self._visit = visit
        self._rules = rules
        self._wording = wording
        self._agencies: Mapping[StepId, str] = {
            StepId(id): step.agency for id, step in rules.bundle.definitions.steps().items()
        }

    def on(self, step: PlanStep) -> PlanStep:
        """Return a step with how it stands; one of which nobody said anything stays as it was agreed."""
        stand = self.of(step)
        if stand is None:
            return step
        return replace(step, stand=stand, decision=_DECISIONS.get(stand.progress, step.decision))

    def of(self, step: PlanStep) -> PlanStand | None:
        """Return how a step stands; ``None`` when nobody said."""
        followed, told = self._visit.followed.get(step.id), self._visit.results.get(step.id)
        if followed is None and told is None:
            return None
        followed = followed or StepFollowed(StepOwner.AGENCY, Progress.DONE)
        refused = told is not None and told.result in NEGATIVE
        phone, url = self._contacts(step)
        return PlanStand(
            owner=followed.owner,
            progress=followed.progress,
            reference=followed.reference,
            sent_on=followed.sent_on,
            expected_on=followed.expected_on,
            blocked=followed.blocked,
            result=told.result if told is not None else None,
            decided_on=told.on if told is not None else None,
            act_by=told.act_by if told is not None and refused else None,
            act_done=told.act_done if told is not None else False,
            lead_days=lead_days(followed, told),
            phone=phone,
            url=url,
            late=_when_nothing_came(step, followed.progress),
            change=self._change(step) if refused else None,
        )

    def _change(self, step: PlanStep) -> Words | None:
        asking = change_step(self._rules.bundle, step.id)
        return (
            self._wording.step_text(StepId(asking.id), "what", answers_of(self._visit)) if asking is not None else None
        )

    def _contacts(self, step: PlanStep) -> tuple[Contact | None, Contact | None]:
        """Of the step's own ways, else the agency's own."""
        ways = [way for way in (step.best_way, *step.channels) if way is not None and way.is_offered]
        phone = next((way.phone for way in ways if way.phone is not None), None)
        url = next((way.url for way in ways if way.url is not None), None)
        agency = self._wording.agency_definition(AgencyId(self._agencies.get(step.id, "")))
        if agency is not None:
            phone = phone or self._wording.contact(agency.phone)
            url = url or self._wording.contact(agency.url)
        return phone, url


def _when_nothing_came(step: PlanStep, progress: Progress) -> Words | None:
    """What the errands say then. Of a step that the citizen did, the words for *too late* would be wrong."""
    deadline = step.deadline
    if deadline is None:
        return None
    checks = step.group is Group.ITSELF or deadline.nature is Nature.CHECK
    return deadline.late if checks or progress is Progress.EXPIRED else None


def progress_of(step: PlanStep) -> Progress:
    """Return how far a step is: as somebody said, else as it was agreed."""
    if step.stand is not None:
        return step.stand.progress
    return _PROGRESS.get(step.decision, Progress.TO_DO) if step.decision is not None else Progress.TO_DO


def proposed_day(step: PlanStep, today: date) -> date | None:
    """Return when an answer is to be expected by the usual waiting time of its way; nothing where none is known."""
    way = step.best_way
    if way is None or way.wait is None:
        return None
    return date.fromordinal(today.toordinal() + way.wait.number)
