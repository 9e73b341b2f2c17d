"""The way to the mandates of the visit at hand, and to a paper that is verified without any visit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desk.model.ids import VisitId
from desk.model.visit import HelpMode, Visit
from ui.desk_access import DeskAccess
from ui.main_window import MainWindow, Place
from ui.mandate_papers import MandatePapers
from ui.presenters import Presenters
from ui.rooms import Rooms
from ui.screens.mandate.presenter import MandatePresenter
from ui.screens.papers.made import MadePaper
from ui.screens.visit.acting_presenter import ActingPresenter
from ui.screens.visit.state import VisitScreenState
from ui.shortcuts import Shortcut
from ui.widgets.banner import Told
from ui.widgets.visit_menu import MANDATE

if TYPE_CHECKING:
    from ui.screens.mandate.view import MandateScreen
    from ui.screens.visit.view import VisitScreen


class MandateWays(QObject):
    """Shows the page, offers it when the visit begins to act for the citizen, and ties acting to the steps."""

    person_requested = Signal()
    """Write down who the citizen is."""
    mode_requested = Signal()
    """Help in another way."""
    visit_wanted = Signal(object)
    """Somebody brought a paper of this visit (``VerifiedPaper``)."""
    kept_data_wanted = Signal()
    """Somebody asks what is kept of them."""

    def __init__(self, window: MainWindow, rooms: Rooms, presenters: Presenters, access: DeskAccess) -> None:
        super().__init__(window)
        self._window, self._rooms, self._presenters, self._access = window, rooms, presenters, access
        self.presenter = MandatePresenter(access, self)
        self.acting = ActingPresenter(access, self)
        self._papers = MandatePapers(access)
        self.followed: Callable[[], Visit | None] = lambda: None
        """The visit whose kept plan is looked at, when no visit is at hand."""
        self.show_paper: Callable[[MadePaper], None] = lambda _made: None
        self._told_of: tuple[VisitId | None, HelpMode | None] = (None, None)
        late = rooms.late
        late.mandate.tie(self._tie_page)
        late.mandate.follow(self.presenter.state_changed, lambda screen: screen.render_state)
        late.mandate.follow(self.presenter.check_changed, lambda screen: screen.show_check)
        late.visit.tie(self._tie_visit)
        presenters.visit.state_changed.connect(self._visit_changed)
        presenters.search.mandate_code_chosen.connect(self.verify)
        self.presenter.visit_changed.connect(presenters.visit.reword)
        self.presenter.drawn.connect(self._drawn)
        self.presenter.withdrawn.connect(self._withdrawn)
        rooms.band.menu.add_entry(MANDATE, self.show, Shortcut.MANDATE)

    @Slot()
    def show(self) -> None:
        """Go to the mandates of the visit; without a visit, to verifying a paper."""
        self._open()
        self._rooms.mandate.take_focus()

    @Slot(str, str)
    def propose(self, errand: str, agency: str) -> None:
        """A step has no line: draw up a mandate that has one."""
        self._open()
        self._rooms.mandate.propose(errand, agency)

    @Slot(str)
    def verify(self, typed: str) -> None:
        """Show what the paper of a code must say."""
        self._open()
        self._window.search.field.clear()
        self.presenter.verify(typed)
        self._rooms.mandate.checking.take_focus()

    def say_again(self) -> None:
        """The visit is another than before, or the clerk's language is."""
        if self._window.shown is not None and self._window.shown is self._rooms.late.mandate.built:
            self.presenter.look(self._at_hand)

    def forget(self) -> None:
        """Nothing of the visit stays."""
        self._told_of = (None, None)
        self.presenter.forget()

    @property
    def _at_hand(self) -> Visit | None:
        return self._presenters.visit.visit or self.followed()

    @Slot()
    def _go_on(self) -> None:
        visit = self._at_hand
        if visit is not None:
            self._presenters.counter.go_on(visit.id)

    def _open(self) -> None:
        self._access.messages.clear()
        self.presenter.forget_check()
        self.presenter.look(self._at_hand)
        self._window.show_page(self._rooms.mandate)

    def _tie_page(self, screen: MandateScreen) -> None:
        presenter = self.presenter
        screen.capacity_checked.connect(presenter.check_capacity)
        screen.drawn.connect(presenter.draw)
        screen.withdrawn.connect(presenter.withdraw)
        screen.signed.connect(presenter.sign)
        screen.renewed.connect(presenter.renew)
        screen.looked_up.connect(presenter.look_up)
        screen.checking.asked.connect(presenter.verify)
        screen.checking.forgotten.connect(presenter.forget_check)
        screen.checking.visit_wanted.connect(self.visit_wanted)
        screen.kept_data_requested.connect(self.kept_data_wanted)
        screen.paper_requested.connect(self._show_copies)
        screen.certificate_requested.connect(self._show_certificate)
        screen.acts_requested.connect(self._show_acts)
        screen.person_requested.connect(self.person_requested)
        screen.mode_requested.connect(self.mode_requested)
        screen.go_on_requested.connect(self._go_on)
        screen.back_requested.connect(self._back)

    def _tie_visit(self, screen: VisitScreen) -> None:
        path = screen.path
        path.step_opened.connect(self.acting.look)
        self.acting.found.connect(path.show_acting)
        self.acting.glanced.connect(path.show_allowances)
        path.acted.connect(self._presenters.visit.act)
        path.mandate_requested.connect(self.propose)

    @Slot(object)
    def _visit_changed(self, state: VisitScreenState) -> None:
        self.presenter.visit_shown(state)
        self.acting.visit_changed(state)
        visit = state.view.visit if state.view is not None else None
        now = (visit.id, visit.profile.mode) if visit is not None else (None, None)
        before, self._told_of = self._told_of, now
        if visit is not None and now != before and visit.profile.mode is HelpMode.ACT_FOR and not visit.mandates:
            self._access.messages.tell(self._offer, self.show)

    def _offer(self) -> Told:
        words = self._access.translator.words
        return Told(
            words.text("To act for the citizen, you need a mandate."),
            words.text("First answer the questions: then the page knows the steps that it is for."),
            action=words.text("To the mandate {keys}", keys=Shortcut.MANDATE.shown),
        )

    @Slot()
    def _drawn(self) -> None:
        self._rooms.mandate.take_focus()

    @Slot(str)
    def _withdrawn(self, mandate: str) -> None:
        self._rooms.mandate.focus_withdrawn(mandate)

    @Slot()
    def _back(self) -> None:
        self._window.place_requested.emit(Place.VISIT)

    @Slot(str)
    def _show_copies(self, mandate: str) -> None:
        self._show_made(lambda: self._papers.copies(self._at_hand, mandate))

    @Slot(str)
    def _show_certificate(self, mandate: str) -> None:
        self._show_made(lambda: self._papers.certificate(self._at_hand, mandate))

    @Slot()
    def _show_acts(self) -> None:
        self._show_made(lambda: self._papers.acts(self._at_hand))

    def _show_made(self, made: Callable[[], MadePaper | None]) -> None:
        paper = made()
        if paper is not None:
            self.show_paper(paper)
