"""The way to documents and hand-over of the visit at hand, and to the papers that are made there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desk.model.handing_papers import Edges
from desk.model.ids import HandingId, VisitId
from desk.model.visit import Visit
from desk.ports import PaperOptions
from desk.usecases.handing_rooms import Handing
from i18n.translator import Words
from ui.desk_access import DeskAccess
from ui.main_window import MainWindow, Place
from ui.presenters import Presenters
from ui.rooms import Rooms
from ui.screens.handing.presenter import HandingPresenter
from ui.screens.papers.made import MadePaper
from ui.screens.papers.state import Paper
from ui.shortcuts import Shortcut
from ui.widgets.banner import Told
from ui.widgets.visit_menu import DOCUMENTS

if TYPE_CHECKING:
    from ui.screens.handing.view import HandingScreen


class HandingWays(QObject):
    """Shows the page, and hands its papers to the papers screen."""

    def __init__(self, window: MainWindow, rooms: Rooms, presenters: Presenters, access: DeskAccess) -> None:
        super().__init__(window)
        self._window, self._rooms, self._presenters, self._access = window, rooms, presenters, access
        self.presenter = HandingPresenter(access, self)
        self.show_paper: Callable[[MadePaper], None] = lambda _made: None
        self.followed: Callable[[], Visit | None] = lambda: None
        """A kept plan that is looked at."""
        late = rooms.late
        late.handing.tie(self._tie)
        late.handing.follow(self.presenter.state_changed, lambda screen: screen.render_state)
        late.handing.follow(self.presenter.place_found, lambda screen: screen.receive.show_place)
        late.handing.follow(self.presenter.asked_found, lambda screen: screen.refer.show_asked)
        self.presenter.visit_changed.connect(presenters.visit.reword)
        self.presenter.received.connect(partial(self._show_document, notice=False))
        self.presenter.referred.connect(partial(self._show_referral, copy=True))
        self.presenter.handed_over.connect(self._was_handed_over)
        late.visit.tie(lambda screen: screen.path.document_left.connect(self.receive))
        rooms.band.menu.add_entry(DOCUMENTS, self.show, Shortcut.DOCUMENTS)

    @Slot()
    def show(self) -> None:
        """Go to the page of the visit at hand, or of the kept plan that is looked at; without one there is none."""
        visit = self._presenters.visit.visit or self.followed()
        if visit is not None:
            self.show_of(visit.id)

    def show_of(self, visit: VisitId) -> None:
        """Go to the page of a visit, also of one that is over."""
        self.presenter.look(visit)
        self._window.show_page(self._rooms.handing)
        self._rooms.handing.take_focus()

    @Slot(str)
    def receive(self, step: str) -> None:
        """A step's document is left: go to its form."""
        view = self._presenters.visit.view
        found = next((each for each in view.path.shown if each.id == step), None) if view is not None else None
        if found is not None:
            self.show()
            self._rooms.handing.begin_document(found.agency, found.errand, found.documents[:1])

    def say_again(self) -> None:
        """The visit is another than before, or the clerk's language is."""
        if self._window.shown is not None and self._window.shown is self._rooms.late.handing.built:
            at_hand = self._presenters.visit.visit
            self.presenter.look(at_hand.id if at_hand is not None else self.presenter.page.visit)

    def forget(self) -> None:
        """Nothing of the visit stays."""
        self.presenter.forget()

    def _tie(self, screen: HandingScreen) -> None:
        presenter = self.presenter
        screen.receive.received.connect(presenter.receive)
        screen.receive.place_wanted.connect(presenter.where)
        screen.here.sent.connect(presenter.send)
        screen.here.transferred.connect(presenter.transfer)
        screen.here.paper_requested.connect(self._document_paper)
        screen.refer.referred.connect(presenter.refer)
        screen.refer.consent_wanted.connect(presenter.ask)
        screen.referrals.ended.connect(presenter.close_loop)
        screen.referrals.broke.connect(presenter.report_break)
        screen.referrals.paper_requested.connect(self._referral_paper)
        screen.hand_over.handed_over.connect(presenter.hand_over)
        screen.hand_over.taken.connect(presenter.take)
        screen.back_requested.connect(self._back)

    @Slot()
    def _back(self) -> None:
        self._window.place_requested.emit(Place.VISIT if self._presenters.visit.visit is not None else Place.DAYS)

    @Slot(str, bool)
    def _document_paper(self, document: str, notice: bool) -> None:
        self._show_document(document, notice=notice)

    @Slot(str, bool)
    def _referral_paper(self, referral: str, copy: bool) -> None:
        self._show_referral(referral, copy=copy)

    def _show_document(self, document: str, *, notice: bool) -> None:
        visit = self.presenter.page.state
        if visit is None:
            return
        draw = partial(_drawn_notice if notice else _drawn_receipt, self._access.desk.handing, visit, document)
        self._show(Paper.TRANSFER if notice else Paper.RECEIPT, visit, draw, _said_of_receipts)

    def _show_referral(self, referral: str, *, copy: bool) -> None:
        visit = self.presenter.page.state
        if visit is None:
            return
        draw = partial(_drawn_copy if copy else _drawn_letter, self._access.desk.handing, visit, referral)
        said = _said_of_copies if copy else _said_of_letters
        self._show(Paper.REFERRAL_COPY if copy else Paper.REFERRAL, visit, draw, said)

    def _show(
        self,
        paper: Paper,
        visit: Visit,
        draw: Callable[[PaperOptions], bytes],
        said: Callable[[Words], tuple[str, ...]],
    ) -> None:
        made = self._access.desk.print_paper.made
        self.show_paper(
            MadePaper(paper, visit, draw, given=partial(made, visit.id, paper.value), told=said, own_language=True)
        )

    @Slot(int)
    def _was_handed_over(self, number: int) -> None:
        self._window.shortcut_used.emit(Shortcut.NEXT_PERSON)
        self._access.messages.tell(partial(self._handed_over, number))

    def _handed_over(self, number: int) -> Told:
        words = self._access.translator.words
        return Told(words.text("Visit {number} waits for the one who takes it.", number=number))


def _drawn_receipt(handing: Handing, visit: Visit, document: str, options: PaperOptions) -> bytes:
    receipt = handing.send.receipt(visit.id, HandingId(document))
    return handing.papers.receipt(replace(receipt, edges=_sized(receipt.edges, options)))


def _drawn_notice(handing: Handing, visit: Visit, document: str, options: PaperOptions) -> bytes:
    notice = handing.send.notice(visit.id, HandingId(document))
    return handing.papers.notice(replace(notice, edges=_sized(notice.edges, options)))


def _drawn_letter(handing: Handing, visit: Visit, referral: str, _options: PaperOptions) -> bytes:
    return handing.papers.referral_letter(handing.refer.story(visit.id, HandingId(referral)).paper)


def _drawn_copy(handing: Handing, visit: Visit, referral: str, options: PaperOptions) -> bytes:
    paper = handing.refer.story(visit.id, HandingId(referral)).paper
    return handing.papers.referral_copy(replace(paper, edges=_sized(paper.edges, options)))


def _sized(edges: Edges, options: PaperOptions) -> Edges:
    return replace(edges, large=options.large)


def _said_of_receipts(words: Words) -> tuple[str, ...]:
    return (words.text("No identity code is on it. Printed again, it is the same."),)


def _said_of_letters(words: Words) -> tuple[str, ...]:
    return (words.text("This goes to the agency. It says what the citizen agreed to, and nothing else."),)


def _said_of_copies(words: Words) -> tuple[str, ...]:
    return (words.text("This is the citizen's copy. The letter to the agency is on the page of documents."),)
