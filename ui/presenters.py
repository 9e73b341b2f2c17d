"""All presenters of the open desk, each tied to its screen. What leads from screen to screen is ``ui.workday``."""

from __future__ import annotations

from ui.desk_access import DeskAccess
from ui.notes import NotesPresenter
from ui.rooms import Rooms
from ui.screens.counter.presenter import CounterPresenter
from ui.screens.ending.presenter import EndingPresenter
from ui.screens.papers.presenter import PapersPresenter
from ui.screens.point.presenter import PointPresenter
from ui.screens.point.where_presenter import WherePresenter
from ui.screens.service.presenter import ServicePresenter
from ui.screens.visit.presenter import VisitPresenter
from ui.search.presenter import SearchPresenter
from ui.theme.style import Theme
from ui.widgets.search_panel import SearchPanel


class Presenters:
    """One of each; the rooms own them."""

    def __init__(self, access: DeskAccess, rooms: Rooms, panel: SearchPanel, theme: Theme) -> None:
        self.counter = CounterPresenter(access, rooms.counter)
        self.visit = VisitPresenter(access, rooms.visit)
        self.papers = PapersPresenter(access, rooms.papers)
        self.service = ServicePresenter(access, rooms.service)
        self.point = PointPresenter(access, theme, rooms.point)
        self.where = WherePresenter(access, rooms.point)
        self.ending = EndingPresenter(access, rooms.ending)
        self.search = SearchPresenter(access, panel)
        self.notes = NotesPresenter(access, panel)
        self._tie_visit(rooms)
        self._tie_papers(rooms)
        self.counter.state_changed.connect(rooms.counter.render_state)
        self.service.state_changed.connect(rooms.service.render_state)
        rooms.service.notes.written.connect(self.notes.write)
        rooms.service.notes.withdrawn.connect(self.notes.withdraw)
        self.notes.refused.connect(rooms.service.refuse_note)
        self.notes.changed.connect(self.service.look_again)
        self.point.state_changed.connect(rooms.point.render_state)
        rooms.point.written.connect(self.point.write)
        self.where.state_changed.connect(rooms.point.where.render_state)
        rooms.point.where.municipality_picked.connect(self.where.pick)
        rooms.point.where.coordinates_written.connect(self.where.write)
        self.ending.state_changed.connect(rooms.ending.render_state)
        rooms.ending.end_requested.connect(self.ending.end)
        rooms.ending.code_requested.connect(self.ending.draw_code)
        rooms.ending.discard_requested.connect(self.ending.discard)
        panel.searched.connect(self.search.search)
        panel.chosen.connect(self.search.choose)
        panel.narrowed.connect(self.search.narrow)
        panel.facets_wanted.connect(self.search.count_facets)
        self.search.narrowing_changed.connect(panel.show_narrowing)
        self.search.lines_changed.connect(panel.show_lines)

    def reword(self) -> None:
        """Say everything that is shown in another language."""
        self.counter.refresh()
        self.visit.reword()
        self.service.reword()
        self.papers.reword()

    def forget(self) -> None:
        """Nothing of the visit stays with any of them."""
        self.visit.forget()
        self.papers.forget()
        self.service.forget()
        self.ending.forget()

    def _tie_visit(self, rooms: Rooms) -> None:
        visit, screen = self.visit, rooms.visit
        visit.state_changed.connect(screen.render_state)
        visit.effect_found.connect(screen.questions.show_effect)
        visit.effect_ended.connect(screen.questions.end_effect)
        screen.questions.answered.connect(visit.answer)
        screen.questions.change_confirmed.connect(visit.confirm)
        screen.questions.change_refused.connect(visit.refuse)
        screen.path.decided.connect(visit.decide)
        visit.text_refused.connect(screen.path.refuse_text)
        visit.lines_found.connect(screen.path.show_lines)
        screen.path.step_opened.connect(visit.look_up_lines)
        screen.path.noted.connect(visit.note)
        screen.path.note_written.connect(self.notes.write)
        screen.path.note_withdrawn.connect(self.notes.withdraw)
        self.notes.refused.connect(screen.path.refuse_note)
        self.notes.changed.connect(visit.reword)
        rooms.details.errand_added.connect(visit.add_errand)
        rooms.details.errand_removed.connect(visit.remove_errand)
        rooms.details.errand_switched.connect(visit.switch_errand)

    def _tie_papers(self, rooms: Rooms) -> None:
        papers, screen = self.papers, rooms.papers
        papers.state_changed.connect(screen.render_state)
        screen.choices.paper_picked.connect(papers.pick_paper)
        screen.choices.language_picked.connect(papers.pick_language)
        screen.choices.size_picked.connect(papers.pick_size)
        screen.print_requested.connect(papers.print_on)
