"""Ends a visit in one of its two ways, and says afterwards that nothing of it is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DayRefused, DeskError, SecretInText
from desk.model.follow_up import ContactPlan
from desk.model.ids import PlanCode, StepId, VisitId
from desk.model.person import ContactKind
from desk.model.plan_code import written
from desk.model.role import Function
from desk.model.visit import Outcome, Visit
from desk.usecases.visit_view import VisitView
from i18n.language import Language
from ui.desk_access import DeskAccess
from ui.screens.ending.state import Ending, EndingState


@dataclass(frozen=True, slots=True)
class Ended:
    """How a visit ended; the code only when the plan is kept."""

    number: int
    outcome: Outcome
    kept: bool
    plan_code: str = ""


class EndingPresenter(QObject):
    """Holds the visit that is about to end."""

    state_changed = Signal(object)
    """Another ``EndingState``."""
    ended = Signal(object)
    """The visit has ended (``Ended``)."""
    discarded = Signal()
    """The visit was thrown away."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._view: VisitView | None = None
        self._state = EndingState()

    def show(self, view: VisitView, *, paper_made: bool) -> None:
        """Look at what is still open."""
        self._view = view
        visit = view.visit
        self._state = EndingState(
            number=visit.number,
            paper_made=paper_made,
            can_discard=not visit.has_result,
            plan_code=written(visit.plan_code) if visit.plan_code is not None else "",
            discreet=view.path.discreet,
            contact=visit.contact or _of_person(visit),
            may_keep=self._access.desk.duty.may(Function.KEEP_PLAN),
        )
        self._access.ask(self, partial(self._access.desk.close_visit.open_steps, visit.id), self._open_steps_found)

    @Slot()
    def draw_code(self) -> None:
        """The plan shall be kept."""
        if self._view is not None:
            give = self._access.desk.close_visit.give_code
            self._access.ask(self, partial(give, self._view.visit.id), self._code_drawn)

    @Slot(object)
    def end(self, ending: Ending) -> None:
        """End the visit."""
        if self._view is not None:
            visit = self._view.visit
            work = partial(self._end, visit.id, visit.profile.citizen_language, ending)
            self._access.ask_or(self, work, self._has_ended, self._was_refused)

    @Slot()
    def discard(self) -> None:
        """Nothing came of it."""
        if self._view is not None:
            work = partial(self._access.desk.close_visit.discard, self._view.visit.id)
            self._access.ask(self, work, self._was_discarded)

    @Slot()
    def forget(self) -> None:
        """Nothing of the visit stays."""
        self._view = None
        self._state = EndingState()
        self.state_changed.emit(self._state)

    def _end(self, visit: VisitId, language: Language, ending: Ending) -> Visit:
        """On the store lane: a plan that is given, or kept, is first agreed as it stands."""
        if ending.keep or ending.outcome is Outcome.PLAN_GIVEN:
            self._access.desk.make_plan.agree(visit, language)
        if ending.keep and ending.contact is not None:
            self._access.desk.follow_up.agree_contact(visit, ending.contact)
        return self._access.desk.close_visit.end(visit, ending.outcome, ending.keep)

    def _was_refused(self, error: DeskError) -> None:
        """Nothing of what was typed is lost: the page stays."""
        if isinstance(error, SecretInText | DayRefused):
            self._state = replace(self._state, refused=error)
            self.state_changed.emit(self._state)
        else:
            self._access.messages.tell_error(error)

    def _open_steps_found(self, steps: tuple[StepId, ...]) -> None:
        view = self._view
        if view is None:
            return
        titles = {step.step.id: step.step.title.text for step in view.steps}
        self._state = replace(self._state, open_steps=tuple(titles.get(step, step) for step in steps))
        self.state_changed.emit(self._state)

    def _code_drawn(self, code: PlanCode) -> None:
        self._state = replace(self._state, plan_code=written(code))
        self.state_changed.emit(self._state)

    def _has_ended(self, visit: Visit) -> None:
        code = written(visit.plan_code) if visit.kept and visit.plan_code is not None else ""
        self.ended.emit(Ended(visit.number, visit.outcome or Outcome.PLAN_GIVEN, visit.kept, code))

    def _was_discarded(self, _visit: Visit) -> None:
        self.discarded.emit()


def _of_person(visit: Visit) -> ContactPlan | None:
    """What the citizen said already is not asked again."""
    contact = visit.person.contact if visit.person is not None else None
    if contact is None or contact.kind is ContactKind.COMES_BACK:
        return None
    return ContactPlan((contact,))
