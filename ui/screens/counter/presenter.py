"""What happens at the counter: a visit begins, or one that was left open goes on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.model.ids import ErrandId, VisitId
from desk.model.role import Function
from desk.model.visit import Profile, Visit, VisitChannel, VisitState, VisitSummary
from desk.usecases.show_counter import CounterView
from desk.usecases.withdrawn_advice import AffectedVisit
from i18n.language import Language
from ui.desk_access import DeskAccess
from ui.screens.counter.state import CounterState, LeftOpen


class CounterPresenter(QObject):
    """Asks the use cases, gives out frozen states."""

    state_changed = Signal(object)
    """Another ``CounterState``."""
    visit_opened = Signal(object)
    """A visit is at hand (``Visit``)."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._newest: CounterState | None = None

    @Slot()
    def refresh(self) -> None:
        """Look again what can be begun and what is left open."""
        self._access.ask(self, partial(self._access.desk.show_counter, self._access.translator.language), self._shown)

    def begin(self, errands: tuple[ErrandId, ...], citizen_language: Language) -> None:
        """Open a visit about errands; it begins at the desk, and is helped as the last one was."""
        self._access.ask(self, partial(self._begun, errands, citizen_language), self._opened)

    def go_on(self, visit: VisitId) -> None:
        """Take up a draft or a kept plan."""
        self._access.ask(self, partial(self._resumed, visit), self._opened)

    def open_plan(self, typed: str) -> None:
        """Take up the kept plan of a code."""
        self._access.ask(self, partial(self._plan_of, typed), self._opened)

    def _begun(self, errands: tuple[ErrandId, ...], citizen_language: Language) -> Visit:
        desk = self._access.desk
        profile = Profile(desk.help_defaults.mode(), citizen_language)
        return desk.open_visit(VisitChannel.DESK, profile, errands)

    def _resumed(self, visit: VisitId) -> Visit:
        desk = self._access.desk
        state = desk.read_case(visit, "counter")
        if state.state is not VisitState.DRAFT:
            desk.close_visit.resume(visit)
        return desk.take_errands.at_opening(visit)

    def _plan_of(self, typed: str) -> Visit:
        return self._resumed(self._access.desk.open_plan(typed).id)

    def _shown(self, view: CounterView) -> None:
        state = self._newest = counter_state(view)
        self.state_changed.emit(state)
        follows = self._access.desk.duty.may(Function.FOLLOW_UP)
        if follows and (
            state.drafts or state.kept
        ):  # the tiles are there already; what was withdrawn is looked for after them
            self._access.ask_newest(self, "affected", self._access.desk.affected_visits, partial(self._mark, state))

    def _mark(self, state: CounterState, affected: tuple[AffectedVisit, ...]) -> None:
        wrong = {each.id for each in affected}
        if wrong and state is self._newest:  # what was erased meanwhile does not come back
            drafts, kept = (
                tuple(left._replace(withdrawn=left.visit in wrong) for left in some)
                for some in (state.drafts, state.kept)
            )
            self.state_changed.emit(state._replace(drafts=drafts, kept=kept))

    def _opened(self, visit: Visit) -> None:
        self.visit_opened.emit(visit)


def counter_state(view: CounterView) -> CounterState:
    """Put names to what the use case found."""
    titles = {errand.id: errand.title for errand in (*view.persons, *view.companies)}

    def left_open(summary: VisitSummary) -> LeftOpen:
        return LeftOpen(
            visit=summary.id,
            number=summary.number,
            errands=() if summary.id in view.quiet else tuple(titles.get(each, each) for each in summary.errands),
            opened_at=summary.opened_at,
            answers=summary.answers,
            parked=summary.state is VisitState.PARKED,
            erase_on=summary.erase_on,
            quiet=summary.id in view.quiet,
        )

    return CounterState(
        loaded=True,
        persons=view.persons,
        companies=view.companies,
        drafts=tuple(left_open(each) for each in view.drafts),
        kept=tuple(left_open(each) for each in view.kept_plans),
        has_more_kept=view.has_more_kept,
    )
