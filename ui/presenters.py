"""All presenters of the open desk, each tied to its screen. What leads from screen to screen is ``ui.workday``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.desk_access import DeskAccess
from ui.keeping_day import KeepingDay
from ui.late import Late
from ui.notes import NotesPresenter
from ui.rooms import Rooms
from ui.screens.counter.presenter import CounterPresenter
from ui.screens.ending.presenter import EndingPresenter
from ui.screens.papers.presenter import PapersPresenter
from ui.screens.point.agreements_presenter import AgreementsPresenter
from ui.screens.point.presenter import PointPresenter
from ui.screens.point.staff_presenter import StaffPresenter
from ui.screens.point.where_presenter import WherePresenter
from ui.screens.service.presenter import ServicePresenter
from ui.screens.visit.errands_presenter import ErrandsPresenter
from ui.screens.visit.phrases_presenter import PhrasesPresenter
from ui.screens.visit.presenter import VisitPresenter
from ui.search.presenter import SearchPresenter
from ui.theme.style import Theme
from ui.widgets.search_panel import SearchPanel

if TYPE_CHECKING:
    from ui.screens.details.view import DetailsScreen
    from ui.screens.ending.view import EndingScreen
    from ui.screens.papers.view import PapersScreen
    from ui.screens.point.view import PointScreen
    from ui.screens.service.view import ServiceScreen
    from ui.screens.visit.view import VisitScreen


class Presenters:
    """One of each; the rooms own them."""

    def __init__(self, access: DeskAccess, rooms: Rooms, panel: SearchPanel, theme: Theme) -> None:
        late = rooms.late
        self.counter = CounterPresenter(access, rooms.counter)
        self.visit = VisitPresenter(access, panel)
        self.errands = ErrandsPresenter(access, panel)
        self.phrases = PhrasesPresenter(access, panel)
        self.papers = PapersPresenter(access, panel)
        self.service = ServicePresenter(access, panel)
        self.point = PointPresenter(access, theme, panel)
        self.where = WherePresenter(access, panel)
        self.agreements = AgreementsPresenter(access, panel)
        self.staff = StaffPresenter(access, panel)
        self.keeping = KeepingDay(access, lambda: self.visit.visit is not None, panel)
        self.ending = EndingPresenter(access, panel)
        self.search = SearchPresenter(access, panel)
        self.notes = NotesPresenter(access, panel)
        late.visit.follow(self.visit.state_changed, lambda screen: screen.render_state)
        late.visit.tie(self._tie_visit)
        late.visit.follow(self.errands.news_found, lambda screen: screen.errands.show_news)
        self.visit.state_changed.connect(self.errands.visit_changed)
        self.errands.changed.connect(self.visit.reword)
        self.visit.state_changed.connect(self.phrases.visit_changed)
        self.notes.changed.connect(self.visit.reword)
        self.counter.state_changed.connect(rooms.counter.render_state)
        self.notes.changed.connect(self.service.look_again)
        late.papers.follow(self.papers.state_changed, lambda screen: screen.render_state)
        late.service.follow(self.service.state_changed, lambda screen: screen.render_state)
        self._follow_point(late.point)
        late.ending.follow(self.ending.state_changed, lambda screen: screen.render_state)
        late.papers.tie(self._tie_papers)
        late.service.tie(self._tie_service)
        late.point.tie(self._tie_point)
        late.ending.tie(self._tie_ending)
        late.details.tie(self._tie_details)
        self._tie_search(panel)

    def _follow_point(self, late: Late[PointScreen]) -> None:
        late.follow(self.point.state_changed, lambda screen: screen.render_state)
        late.follow(self.where.state_changed, lambda screen: screen.where.render_state)
        late.follow(self.agreements.state_changed, lambda screen: screen.agreements.render_state)
        late.follow(self.staff.state_changed, lambda screen: screen.staff.render_state)
        late.follow(self.keeping.state_changed, lambda screen: screen.keeping.render_state)
        self.agreements.changed.connect(self.visit.reword)
        self.keeping.erased.connect(self.counter.refresh)

    def _tie_search(self, panel: SearchPanel) -> None:
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
        self.where.reword()
        self.agreements.reword()

    def forget(self) -> None:
        """Nothing of the visit stays with any of them."""
        self.visit.forget()
        self.papers.forget()
        self.service.forget()
        self.ending.forget()

    def _tie_visit(self, screen: VisitScreen) -> None:
        visit = self.visit
        visit.effect_found.connect(screen.questions.show_effect)
        visit.effect_ended.connect(screen.questions.end_effect)
        screen.mode.picked.connect(visit.choose_mode)
        screen.questions.answered.connect(visit.answer)
        screen.questions.source_picked.connect(visit.tell_source)
        screen.questions.change_confirmed.connect(visit.confirm)
        screen.questions.change_refused.connect(visit.refuse)
        screen.errands.taken.connect(self.errands.take)
        screen.errands.stayed.connect(self.errands.stay)
        screen.path.decided.connect(visit.decide)
        visit.text_refused.connect(screen.path.refuse_text)
        visit.lines_found.connect(screen.path.show_lines)
        screen.path.step_opened.connect(visit.look_up_lines)
        screen.path.way_chosen.connect(visit.choose_way)
        screen.path.noted.connect(visit.note)
        screen.path.hints.chosen.connect(visit.choose_hint)
        screen.path.why_asked.connect(visit.explain_step)
        screen.path.kept_off.connect(visit.keep_off)
        visit.why_found.connect(screen.path.show_why)
        screen.questions.effects_asked.connect(visit.explain_question)
        visit.answers_found.connect(screen.questions.show_answers)
        screen.phrases_wanted.connect(self.phrases.look)
        screen.phrases_left.connect(self.phrases.leave)
        self.phrases.found.connect(screen.show_phrases)
        screen.path.note_written.connect(self.notes.write)
        screen.path.note_withdrawn.connect(self.notes.withdraw)
        self.notes.refused.connect(screen.path.refuse_note)

    def _tie_details(self, screen: DetailsScreen) -> None:
        screen.errand_added.connect(self.visit.add_errand)
        screen.errand_removed.connect(self.visit.remove_errand)
        screen.errand_switched.connect(self.visit.switch_errand)

    def _tie_service(self, screen: ServiceScreen) -> None:
        screen.notes.written.connect(self.notes.write)
        screen.notes.withdrawn.connect(self.notes.withdraw)
        self.notes.refused.connect(screen.refuse_note)

    def read_point(self) -> None:
        """Look up everything that the screen of the service point shows."""
        self.point.read()
        self.where.read()
        self.agreements.read()
        self.staff.read()
        self.keeping.read()

    def _tie_point(self, screen: PointScreen) -> None:
        screen.staff.form.written.connect(self.staff.write)
        screen.staff.form.pin_written.connect(self.staff.set_pin)
        screen.staff.retired.connect(self.staff.retire)
        screen.staff.minutes_picked.connect(self.staff.lock_after)
        screen.written.connect(self.point.write)
        screen.work_language_picked.connect(self.point.work_in)
        screen.where.municipality_picked.connect(self.where.pick)
        screen.where.coordinates_written.connect(self.where.write)
        screen.agreements.agreed.connect(self.agreements.agree)
        screen.agreements.withdrawn.connect(self.agreements.withdraw)
        screen.keeping.time_picked.connect(self.keeping.set_time)
        screen.keeping.copy_wanted.connect(self.keeping.copy_now)
        screen.keeping.check_wanted.connect(self.keeping.check_now)

    def _tie_ending(self, screen: EndingScreen) -> None:
        screen.end_requested.connect(self.ending.end)
        screen.code_requested.connect(self.ending.draw_code)
        screen.discard_requested.connect(self.ending.discard)

    def _tie_papers(self, screen: PapersScreen) -> None:
        papers = self.papers
        screen.choices.paper_picked.connect(papers.pick_paper)
        screen.choices.language_picked.connect(papers.pick_language)
        screen.choices.size_picked.connect(papers.pick_size)
        screen.print_requested.connect(papers.print_on)
        screen.calendar.named_changed.connect(papers.name_in_calendar)
