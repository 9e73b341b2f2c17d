"""Run a visit from a script through the very use cases that the window calls."""

from __future__ import annotations

from collections.abc import Callable

from desk.model.visit import Outcome, Visit, VisitChannel
from desk.usecases.desk_rooms import Desk
from desk.usecases.mandate_script import run_mandate_script
from desk.usecases.visit_script import Ending, VisitScript


class RunScript:
    """Each line that is told was acknowledged: it is on disk and survives whatever comes next."""

    def __init__(self, desk: Desk, told: Callable[[str], None]) -> None:
        self._desk = desk
        self._told = told

    def __call__(self, script: VisitScript) -> Visit:
        """Run the whole visit and return it as it ended."""
        visit = self._desk.open_visit(script.channel, script.profile, script.errands)
        self._told(f"opened {visit.id}")
        for fact, said in script.answers:
            self._desk.answer_question.give(visit.id, fact, said)
            self._told(f"answered {fact} {said if isinstance(said, str) else ','.join(said)}")
        if script.mandate is not None:
            run_mandate_script(self._desk.mandates, visit.id, script.mandate, self._told)
        self._steps(visit, script)
        for hint, choice in script.hints:
            self._desk.take_step.choose_hint(visit.id, hint, choice)
            self._told(f"{choice} {hint}")
        return self._end(visit, script)

    def _steps(self, visit: Visit, script: VisitScript) -> None:
        for step in script.steps:
            if step.decision is not None:
                self._desk.take_step.decide(visit.id, step.step, step.decision, step.reason)
                self._told(f"decided {step.step} {step.decision}")
            if step.off_paper:
                self._desk.take_step.keep_off(visit.id, step.step, step.off_paper)
                self._told(f"left off the paper {step.step}")
            if step.way is not None:
                self._desk.take_step.choose_way(visit.id, step.step, step.way)
                self._told(f"chose {step.way.channel} for {step.step}")
            if step.note:
                self._desk.take_step.note(visit.id, step.step, step.note)
                self._told(f"noted {step.step}")

    def _end(self, visit: Visit, script: VisitScript) -> Visit:
        close = self._desk.close_visit
        match script.end:
            case Ending.PARK:
                visit = close.park(visit.id)
            case Ending.DISCARD:
                visit = close.discard(visit.id)
            case Ending.HANDLED:
                visit = close.end(visit.id, Outcome.HANDLED, script.keep)
            case Ending.PLAN_GIVEN:
                if script.channel is VisitChannel.PHONE and script.answers:
                    self._desk.meeting.telephone.read_back(visit.id)
                    self._told("read the answers back")
                self._desk.make_plan.agree(visit.id, script.profile.citizen_language)
                self._told("agreed the plan")
                visit = close.end(visit.id, Outcome.PLAN_GIVEN, script.keep)
            case Ending.OPEN:
                visit = self._desk.journal.load(visit.id)
        self._told(f"ended {visit.state}")
        return visit
