"""What happens at the counter: a visit begins, or one that was left open goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DeskError, NotHandedOver
from desk.model.ids import ErrandId, MemberId, VisitId
from desk.model.role import Function
from desk.model.visit import Profile, Visit, VisitChannel, VisitState, VisitSummary
from desk.usecases.show_counter import CounterView
from desk.usecases.withdrawn_advice import AffectedVisit
from i18n.language import Language
from i18n.translator import Translator
from ui.desk_access import DeskAccess
from ui.screens.counter.state import CounterState, LeftOpen
from ui.widgets.banner import Told


class CounterPresenter(QObject):
    """Asks the use cases, gives out frozen states."""

    state_changed = Signal(object)
    """Another ``CounterState``."""
    visit_opened = Signal(object)
    """A visit is at hand (``Visit``)."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._newest = CounterState()
        self._shown_times = 0

    @Slot()
    def refresh(self) -> None:
        """Look again what can be begun and what is left open."""
        self._access.ask(self, partial(self._access.desk.show_counter, self._access.translator.language), self._shown)

    def begin(self, errands: tuple[ErrandId, ...], citizen_language: Language) -> None:
        """Open a visit about errands; it begins at the desk, and is helped as the last one was."""
        self._access.ask(self, partial(self._begun, errands, citizen_language), self._opened)

    def go_on(self, visit: VisitId) -> None:
        """Take up a draft or a kept plan; one that was handed over is taken over by it, and that is written down."""
        self._access.ask_or(self, partial(self._resumed, visit), self._opened, partial(self._refused, visit))

    def go_on_instead(self, visit: VisitId) -> None:
        """Take a visit over that waits for somebody else."""
        self._access.ask(self, partial(self._resumed, visit, instead=True), self._opened)

    def open_plan(self, typed: str) -> None:
        """Take up the kept plan of a code."""
        self._access.ask(self, partial(self._plan_of, typed), self._opened)

    def _begun(self, errands: tuple[ErrandId, ...], citizen_language: Language) -> Visit:
        desk = self._access.desk
        profile = Profile(desk.help_defaults.mode(), citizen_language)
        return desk.open_visit(VisitChannel.DESK, profile, errands)

    def _resumed(self, visit: VisitId, *, instead: bool = False) -> Visit:
        desk = self._access.desk
        if desk.journal.load(visit).handed_to is not None:
            desk.handing.hand_over.take(visit, instead=instead)
        state = desk.read_case(visit, "counter")
        if state.state is not VisitState.DRAFT:
            desk.close_visit.resume(visit)
        return desk.take_errands.at_opening(visit)

    def _plan_of(self, typed: str) -> Visit:
        return self._resumed(self._access.desk.open_plan(typed).id)

    def _shown(self, view: CounterView) -> None:
        state = self._newest = counter_state(view)
        self._shown_times += 1
        self.state_changed.emit(state)
        self._look_after(state, self._shown_times)

    def _look_after(self, state: CounterState, shown: int) -> None:
        """The tiles are there already; what was handed over, and what was withdrawn, is looked for after them."""
        desk = self._access.desk
        if any(each.parked for each in state.drafts):
            self._access.ask_newest(self, "handed", self._handed, partial(self._mark_handed, shown))
        if desk.duty.may(Function.FOLLOW_UP) and (state.drafts or state.kept):
            self._access.ask_newest(self, "affected", desk.affected_visits, partial(self._mark_withdrawn, shown))

    def _handed(self) -> dict[VisitId, tuple[str, bool]]:
        """On the store lane."""
        handing, me = self._access.desk.handing, self._access.desk.duty.member
        handed = handing.hand_over.handed().items()
        return {visit: (handing.member_name(to), me is not None and to == me) for visit, to in handed}

    def _mark_handed(self, shown: int, handed: dict[VisitId, tuple[str, bool]]) -> None:
        def marked(left: LeftOpen) -> LeftOpen:
            name, for_me = handed.get(left.visit, (None, False))
            return left._replace(waits=name, for_me=for_me)

        if handed:
            self._mark(shown, marked)

    def _mark_withdrawn(self, shown: int, affected: tuple[AffectedVisit, ...]) -> None:
        wrong = {each.id for each in affected}
        if wrong:
            self._mark(shown, lambda left: left._replace(withdrawn=left.visit in wrong))

    def _mark(self, shown: int, marked: Callable[[LeftOpen], LeftOpen]) -> None:
        if shown == self._shown_times:  # what was erased meanwhile does not come back
            state = self._newest
            drafts, kept = (tuple(marked(left) for left in some) for some in (state.drafts, state.kept))
            self._newest = state._replace(drafts=drafts, kept=kept)
            self.state_changed.emit(self._newest)

    def _opened(self, visit: Visit) -> None:
        self.visit_opened.emit(visit)

    def _refused(self, visit: VisitId, error: DeskError) -> None:
        if not isinstance(error, NotHandedOver) or error.details.get("kind") != "another":
            self._access.messages.tell_error(error)
            return
        name = partial(self._access.desk.handing.member_name, MemberId(str(error.details["to"])))
        self._access.ask(self, name, partial(self._tell_who_has_it, visit, error.details["number"]))

    def _tell_who_has_it(self, visit: VisitId, number: object, name: str) -> None:
        say = partial(_waits_for, self._access.translator, number, name)
        self._access.messages.tell(say, partial(self.go_on_instead, visit))


def _waits_for(translator: Translator, number: object, name: str) -> Told:
    words = translator.words
    return Told(
        words.text("Visit {number} waits for {name}.", number=number, name=name),
        words.text("If you go on in their place, it is written down that you did."),
        action=words.text("Take it over"),
    )


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
        helps=view.helps,
    )
