"""The way to how the desk and the citizen meet: the channel, what is read aloud, letters, meetings with experts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from desk.errors import DeskError
from desk.model.e_service_cards import Card
from desk.model.ids import HandingId, VisitId
from desk.model.short_mapping import Need
from desk.model.visit import Visit, VisitChannel
from desk.ports import PaperOptions
from desk.usecases.channel_papers import LetterTyped
from desk.usecases.experts import ExpertWish
from i18n.translator import Words
from ui.desk_access import DeskAccess
from ui.main_window import MainWindow, Place
from ui.presenters import Presenters
from ui.rooms import Rooms
from ui.screens.meeting.state import MeetingState, TypedLetter
from ui.screens.papers.made import MadePaper
from ui.screens.papers.state import Paper
from ui.shortcuts import Shortcut
from ui.widgets.visit_menu import HOW_WE_MEET

if TYPE_CHECKING:
    from ui.screens.meeting.view import MeetingScreen

ANSWER = "message"
"""How it is noted in the journal that the answer to a message was copied."""


class MeetingWays(QObject):
    """Shows the page, and does what is wished for on it."""

    def __init__(self, window: MainWindow, rooms: Rooms, presenters: Presenters, access: DeskAccess) -> None:
        super().__init__(window)
        self._window, self._rooms, self._presenters, self._access = window, rooms, presenters, access
        self.show_paper: Callable[[MadePaper], None] = lambda _made: None
        rooms.late.meeting.tie(self._tie)
        rooms.late.visit.tie(lambda screen: screen.path.card_said.connect(self._card_said))
        rooms.band.menu.add_entry(HOW_WE_MEET, self.show, Shortcut.MEETING)

    @Slot()
    def show(self) -> None:
        """Go to the page; without a visit there is none."""
        if self._presenters.visit.visit is not None:
            self.look()
            self._window.show_page(self._rooms.meeting)
            self._rooms.meeting.take_focus()

    def say_again(self) -> None:
        """The visit is another than before, or the clerk's language is."""
        if self._window.shown is not None and self._window.shown is self._rooms.late.meeting.built:
            self.look()

    def look(self) -> None:
        """Show the visit as it is met."""
        visit = self._visit
        if visit is not None:
            self._access.ask_newest(self, "meeting", partial(self._state, visit), self._looked)

    def forget(self) -> None:
        """Nothing of the visit stays."""
        screen = self._rooms.late.meeting.built
        if screen is not None:
            screen.forget()

    @property
    def _visit(self) -> Visit | None:
        return self._presenters.visit.visit

    def _tie(self, screen: MeetingScreen) -> None:
        screen.channel_picked.connect(self._pick)
        screen.back_requested.connect(self._back)
        screen.telephone.questions_requested.connect(self._back)
        screen.telephone.correction_requested.connect(self._correct)
        screen.telephone.read_back.connect(self._read_back)
        screen.telephone.paper_requested.connect(self._show_script)
        screen.letter.letter_wanted.connect(self._show_letter)
        screen.message.copy_wanted.connect(self._copy_answer)
        screen.message.papers_requested.connect(self._to_papers)
        screen.expert.booked.connect(self._book)
        screen.expert.cancelled.connect(self._cancel)
        screen.expert.slip_requested.connect(self._show_slip)
        screen.needs.mapped.connect(self._map)

    def _state(self, visit: Visit) -> MeetingState:
        """On the store lane."""
        meeting, language = self._access.desk.meeting, self._access.translator.language
        on_phone = visit.channel is VisitChannel.PHONE
        return MeetingState(
            channel=visit.channel,
            script=meeting.telephone.script(visit.id) if on_phone else None,
            offers=meeting.experts.offers(visit.id, language),
            meetings=meeting.experts.shown(visit, language),
            needs=visit.needs,
        )

    def _looked(self, state: MeetingState) -> None:
        if self._visit is not None:  # it was on its way when the visit was left
            self._rooms.meeting.render_state(state)

    @Slot(object)
    def _pick(self, channel: VisitChannel) -> None:
        visit = self._visit
        if visit is not None and channel is not visit.channel:
            self._presenters.visit.set_profile(visit.profile, channel)

    @Slot()
    def _back(self) -> None:
        self._window.place_requested.emit(Place.VISIT)

    @Slot(str)
    def _correct(self, fact: str) -> None:
        self._back()
        self._rooms.visit.questions.correct(fact)

    @Slot()
    def _read_back(self) -> None:
        self._presenters.visit.change(self._access.desk.meeting.telephone.read_back)

    @Slot(object)
    def _card_said(self, card: Card) -> None:
        said = self._access.desk.meeting.cards.said
        self._presenters.visit.change(lambda visit: said(visit, card))

    @Slot(object, str)
    def _book(self, wish: ExpertWish, moved: str) -> None:
        book, id = self._access.desk.meeting.experts.book, HandingId(moved) if moved else None
        self._do(lambda visit: book(visit, wish, id), self._rooms.meeting.expert.refuse)

    @Slot(str)
    def _cancel(self, id: str) -> None:
        cancel = self._access.desk.meeting.experts.cancel
        self._presenters.visit.change(lambda visit: cancel(visit, HandingId(id)))

    @Slot(object)
    def _map(self, needs: tuple[Need, ...]) -> None:
        map_needs = self._access.desk.meeting.map_needs
        self._presenters.visit.change(lambda visit: map_needs(visit, needs))

    def _do(self, change: Callable[[VisitId], Visit], refused: Callable[[DeskError], None]) -> None:
        visit = self._visit
        if visit is not None:
            self._access.ask_or(self, partial(change, visit.id), self._done, refused)

    def _done(self, _visit: Visit) -> None:
        self._presenters.visit.reword()

    @Slot()
    def _show_script(self) -> None:
        papers = self._access.desk.meeting.papers
        self._show(Paper.SCRIPT, papers.script)

    @Slot(str)
    def _show_slip(self, id: str) -> None:
        papers = self._access.desk.meeting.papers
        self._show(Paper.MEETING, lambda visit, options: papers.slip(visit, HandingId(id), options))

    @Slot(object)
    def _show_letter(self, typed: TypedLetter) -> None:
        """It is drawn once before it is shown: what is wrong with it is told where it was typed."""
        papers, visit = self._access.desk.meeting.papers, self._visit
        if visit is None:
            return
        letter = LetterTyped(typed.address, typed.enclosed, typed.words)
        options = PaperOptions(visit.profile.citizen_language)

        def drawn(_pdf: bytes) -> None:
            self._show(Paper.LETTER, lambda visit, options: papers.letter(visit, letter, options), _not_kept)

        work = partial(papers.letter, visit.id, letter, options)
        self._access.ask_or(self, work, drawn, self._rooms.meeting.letter.refuse)

    @Slot(object)
    def _copy_answer(self, typed: TypedLetter) -> None:
        """Draw up the answer in the citizen's language; what is copied was given, as a paper is."""
        papers, visit = self._access.desk.meeting.papers, self._visit
        if visit is None:
            return
        options = PaperOptions(visit.profile.citizen_language)
        message = LetterTyped(enclosed=typed.enclosed, words=typed.words)

        def work() -> str:
            answer = papers.message(visit.id, message, options)
            papers.given(visit.id, ANSWER, options)
            return answer

        self._access.ask_or(self, work, partial(self._copied, visit.id), self._rooms.meeting.message.refuse)

    def _copied(self, of: VisitId, answer: str) -> None:
        if self._visit is not None and self._visit.id == of:  # it was on its way when the visit was left
            QGuiApplication.clipboard().setText(answer)
            self._rooms.meeting.message.show_answer(answer)

    @Slot()
    def _to_papers(self) -> None:
        self._window.place_requested.emit(Place.PAPERS)

    def _show(
        self,
        paper: Paper,
        draw: Callable[[VisitId, PaperOptions], bytes],
        told: Callable[[Words], tuple[str, ...]] | None = None,
    ) -> None:
        visit, papers = self._visit, self._access.desk.meeting.papers
        if visit is not None:
            self.show_paper(
                MadePaper(
                    paper,
                    visit,
                    draw=lambda options: draw(visit.id, options),
                    given=lambda options: papers.given(visit.id, paper.value, options),
                    told=told,
                )
            )


def _not_kept(words: Words) -> tuple[str, ...]:
    return (words.text("The address stands on this paper alone, and is stored nowhere."),)
