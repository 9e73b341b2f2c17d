"""Acting in the citizen's name: at each step that is looked at, which line of a mandate allows it now, or why none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errands.wording import Wording
from desk.model.ids import AgencyId, ErrandId, StepId
from desk.model.mandate_rules import Allowed, Refusal, Refused
from desk.model.plan import Group
from desk.model.visit import HelpMode, Visit
from desk.usecases.show_mandates import MandatesView
from ui.desk_access import DeskAccess
from ui.screens.visit.acting_words import Acting, DoneInName, ScopeShown
from ui.screens.visit.state import VisitScreenState

_DONE = (Group.HERE, Group.YOU)
"""Groups of steps that somebody does; the others come by themselves or only may apply."""
_NOBODY_YET = (Refusal.NOT_GIVEN, Refusal.NO_LINE)
"""There is no line for it, and perhaps there can be none."""


class ActingPresenter(QObject):
    """Asks at each look: nothing that was allowed before is taken for allowed now."""

    found = Signal(str, object)
    """How it stands with acting at a step (``StepId``, ``Acting``)."""
    glanced = Signal(object)
    """Which line allows each step, or why none does: a mapping of ``StepId``, empty while nobody acts for anybody."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._visit: Visit | None = None
        self._looked_at: set[str] = set()
        self._steps: frozenset[str] = frozenset()

    @Slot(object)
    def visit_changed(self, state: VisitScreenState) -> None:
        """The visit is another than before: look again at the steps that are open."""
        visit = state.view.visit if state.view is not None else None
        if visit is None or self._visit is None or visit.id != self._visit.id:
            self._looked_at.clear()
        self._visit = visit
        steps = state.view.steps if state.view is not None else ()
        self._steps = frozenset(each.step.id for each in steps if each.step.group in _DONE and not each.step.past)
        for step in sorted(self._looked_at):
            self._ask(step)
        self._glance()

    @Slot(str)
    def look(self, step: str) -> None:
        """The clerk looks at a step."""
        self._looked_at.add(step)
        self._ask(step)

    def _ask(self, step: str) -> None:
        visit = self._visit
        if visit is not None and step in self._steps and (visit.profile.mode is HelpMode.ACT_FOR or visit.acts):
            work = partial(self._look, visit, StepId(step))
            self._access.ask_newest(self, f"acting {step}", work, partial(self._found, visit, step))

    def _glance(self) -> None:
        """At all steps at once; asks nothing of the desk in a visit that has no mandate."""
        visit = self._visit
        if visit is None or visit.profile.mode is not HelpMode.ACT_FOR or not visit.mandates:
            self.glanced.emit({})
            return
        glance = self._access.desk.mandates.act.at_a_glance
        work = partial(glance, visit.id, sorted(map(StepId, self._steps)))
        self._access.ask_newest(self, "acting at a glance", work, partial(self._glanced, visit))

    def _found(self, visit: Visit, step: str, acting: Acting) -> None:
        if self._visit is not None and self._visit.id == visit.id:  # it was on its way when the visit was left
            self.found.emit(step, acting)

    def _glanced(self, visit: Visit, found: Mapping[StepId, Allowed | Refused]) -> None:
        if self._visit is not None and self._visit.id == visit.id:
            self.glanced.emit(found)

    def _look(self, visit: Visit, step: StepId) -> Acting:
        """On the store lane."""
        desk, language = self._access.desk, self._access.translator.language
        now, view = desk.journal.load(visit.id), desk.mandates.show(visit.id, language)
        wording = Wording(desk.world.bundle, self._access.translator.words, desk.world.clock.today())
        found = desk.mandates.act.may(visit.id, step)
        line = _line(view, found, wording)
        errand, agency = _pair(view, found)
        refused = found if isinstance(found, Refused) else None
        acts = tuple(
            DoneInName(act.at, act.line, act.code, act.kinds, act.reference) for act in view.acts if act.step == step
        )
        return Acting(
            step=step,
            title=wording.step_title(step).text,
            errand=errand,
            agency=agency,
            agency_name=wording.agency(agency),
            asks=now.profile.mode is HelpMode.ACT_FOR and not acts,
            needed=desk.mandates.act.kinds_needed(visit.id, step),
            unsaid=desk.mandates.act.papers_unsaid(visit.id, step, language),
            line=line,
            refused=refused,
            done=acts,
            has_line=refused is None or refused.why not in _NOBODY_YET or self._could_have_one(visit, (errand, agency)),
        )

    def _could_have_one(self, visit: Visit, pair: tuple[ErrandId, AgencyId]) -> bool:
        """Whether a mandate could have a line for it."""
        proposed = self._access.desk.mandates.give.proposal(visit.id, self._access.translator.language)
        return any((each.line.errand, each.line.agency) == pair for each in proposed)


def _pair(view: MandatesView, found: Allowed | Refused) -> tuple[ErrandId, AgencyId]:
    """Which errand with which agency it is about."""
    if isinstance(found, Refused):
        return found.deed.errands[0], found.deed.agency
    line = next(each for each in view.mandates if each.id == found.mandate).given.mandate.lines[found.line]
    return line.errand, line.agency


def _line(view: MandatesView, found: Allowed | Refused, wording: Wording) -> ScopeShown | None:
    """The line that allows it or comes nearest, in the clerk's words."""
    for mandate in view.mandates:
        if mandate.id == found.mandate and found.line is not None:
            line = mandate.lines[found.line]
            scope, errand = line.line, wording.errand_title(line.line.errand).text
            return ScopeShown(line.number, errand, wording.agency(scope.agency), scope.kinds, mandate.code)
    return None
