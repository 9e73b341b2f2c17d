"""The clerk's day at the open desk: where one goes from where, and what the frame round the work says.

Built when the data folder is open; everything heavy that the screens need is imported with this module, not before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from desk.model.ids import ErrandId
from desk.model.visit import Visit
from desk.ports import Clock
from i18n.language import Language
from ui.catalogue_day import CatalogueDay, CatalogueParts, CatalogueScreens
from ui.citizen.presenter import CitizenParts, CitizenView
from ui.clerk_settings import ClerkSettings
from ui.desk_access import DeskAccess
from ui.duty_ways import DutyParts, DutyWays
from ui.ending_ways import EndingWays
from ui.follow_ways import DayWays, FollowWays
from ui.frame_news import FrameNews, FrameParts
from ui.idle import IdleWork
from ui.idle_lock import Watch
from ui.main_window import MainWindow, Place
from ui.paper_ways import ChooseFile, PaperWays
from ui.presenters import Presenters
from ui.role_ways import RoleWays
from ui.rooms import Rooms
from ui.screens.service.giving import GivingPresenter
from ui.screens.visit.state import VisitScreenState
from ui.shortcuts import Shortcut
from ui.theme.style import Theme
from ui.visit_keys import VisitKeys
from ui.visit_pages import VisitPages
from ui.visit_told import told_of_parking
from ui.wiping import wipe
from ui.wrong_here import WrongHere

if TYPE_CHECKING:
    from ui.screens.details.view import DetailsScreen
    from ui.screens.point.view import PointScreen
    from ui.screens.service.view import ServiceScreen
    from ui.screens.visit.view import VisitScreen


@dataclass(frozen=True, slots=True)
class DayParts:
    """What a day is made of besides the screens."""

    app: QApplication
    window: MainWindow
    access: DeskAccess
    theme: Theme
    clock: Clock
    choose_file: ChooseFile
    catalogue: CatalogueParts
    practise: Callable[[], None]
    watch: Watch | None = None
    """Where the time comes from in which nobody was there; tests bring another."""


class Workday(QObject):
    """Leads from screen to screen; everything about a visit itself is its presenter's."""

    lock_requested = Signal()
    """The clerk goes away."""
    begun = Signal()
    """The counter is shown for the first time."""

    def __init__(self, parts: DayParts, rooms: Rooms) -> None:
        super().__init__(parts.window)
        self._window, self._access = parts.window, parts.access
        self._clock, self._practise = parts.clock, parts.practise
        self._rooms = rooms
        self._citizen_language = Language.FI
        self._municipality: str | None = None
        self._awaited = False
        self._came_from = Place.COUNTER
        self.presenters = Presenters(parts.access, rooms, parts.window.search, parts.theme)
        self.papers = PaperWays(parts.window, rooms, self.presenters, parts.choose_file)
        self.papers.go_to = self.go_to
        self.pages = VisitPages(parts.window, rooms, self.presenters, parts.access)
        self.pages.begin(self.papers.show_made, parts.choose_file, self._wipe)
        self.follow = FollowWays(parts.window, rooms, self.presenters, parts.access)
        self.papers.followed = lambda: self.follow.visit
        self.pages.tie_follow(self.follow)
        self.follow.begin(DayWays(self._leave_visit, self.go_to, self.papers.show_plan, self.papers.show_correction))
        self._ending = EndingWays(parts.window, rooms, self.presenters, parts.access)
        self._ending.begin(self._begin_anew, lambda: self.papers.paper_made)
        self._visit_keys = VisitKeys(rooms, self.presenters)
        self.giving = GivingPresenter(parts.access, parts.choose_file, self)
        self._settings = ClerkSettings(parts.access, parts.theme, self)
        self._settings.language_remembered.connect(self._language_remembered)
        self._frame = FrameNews(FrameParts(parts.window, rooms.band, parts.clock), self)
        screens = CatalogueScreens(rooms.late.catalogue, rooms.changes)
        self.catalogue = CatalogueDay(parts.access, screens, parts.catalogue)
        beside = CitizenParts(parts.app, parts.window, rooms.late.visit, parts.theme)
        self.citizen = CitizenView(parts.access, beside, self)
        self._wrong = WrongHere(parts.window, rooms, parts.access)
        late = rooms.late
        self._idle = IdleWork((late.visit, late.service, late.papers, late.details, late.ending), self)
        here = DutyParts(parts.app, parts.window, late.sign_in, lambda: self._visit, parts.watch)
        self.duty = DutyWays(here, parts.access, self)
        self.come_back = self.duty.come_back
        self._role = RoleWays(parts.access, rooms.band.menu, lambda: self._frame.show_who(self.duty.who))
        self._keys = self._key_table()
        self._tie()

    def begin(self) -> None:
        """The desk is open: when somebody has signed in, where somebody must, show the counter."""
        self._settings.read()
        self.duty.begin(self._begin_work)

    def _begin_work(self) -> None:
        """Put the focus on the search."""
        self._role.show()
        self._window.allow(Place.VISIT, False)
        self._window.allow(Place.PAPERS, False)
        self.catalogue.begin()
        self.presenters.where.read()
        self.go_to(Place.COUNTER)
        self.begun.emit()
        self._idle.start()

    def close(self) -> None:
        """Stop the clock, and let go of every paper."""
        self.duty.close()
        self._idle.close()
        self._frame.close()
        self.catalogue.close()
        self.presenters.search.close()
        self.citizen.close()
        self.presenters.forget()

    def go_to(self, place: Place) -> None:
        """Go to a screen; the search goes along."""
        window, rooms = self._window, self._rooms
        if window.place is not None and window.place is not Place.SERVICES:
            self._came_from = window.place
        window.go_to(place)
        window.search.settle(rooms.counter if place is Place.COUNTER else window.header.search)
        self.follow.gone_to(place)
        match place:
            case Place.COUNTER:
                self.presenters.counter.refresh()
                window.search.take_focus()
            case Place.VISIT:
                rooms.visit.questions.focus_next()
            case Place.PAPERS:
                rooms.papers.take_focus()
            case Place.SERVICES:
                rooms.service.take_focus()
            case Place.CATALOGUE:
                self.catalogue.show()
            case Place.POINT:
                self.presenters.read_point()
                rooms.point.take_focus()

    def _tie(self) -> None:
        self._tie_frame()
        self._tie_screens()

    def _tie_frame(self) -> None:
        window, rooms, presenters = self._window, self._rooms, self.presenters
        window.place_requested.connect(self._place_requested)
        window.shortcut_used.connect(self._key_used)
        window.header.clerk_language_picked.connect(self._clerk_language_picked)
        window.header.citizen_language_picked.connect(self._citizen_language_picked)
        window.status.lock_requested.connect(self.duty.lock)
        self.duty.locked.connect(self.lock_requested)
        self.duty.handed_over.connect(self._begin_anew)
        self.duty.entered.connect(self._role.show)
        presenters.staff.changed.connect(self.duty.look_again)
        window.status.catalogue_requested.connect(partial(self._place_requested, Place.CATALOGUE))
        self.catalogue.freshness_changed.connect(self._frame.show_freshness)
        self.catalogue.refreshed.connect(presenters.service.look_again)
        self.catalogue.looked_different.connect(presenters.service.look_again)
        self.catalogue.note_withdrawn.connect(presenters.notes.withdraw)
        presenters.notes.changed.connect(self.catalogue.read_notes)
        window.search.left.connect(self._back_to_work)
        band = rooms.band
        band.profile_requested.connect(self.pages.details.show)
        band.undo_requested.connect(presenters.visit.undo)
        band.redo_requested.connect(presenters.visit.redo)
        band.next_person_requested.connect(self._next_person)
        band.end_requested.connect(self._ending.show)

    def _tie_screens(self) -> None:
        window, rooms, presenters = self._window, self._rooms, self.presenters
        presenters.counter.visit_opened.connect(self._visit_opened)
        presenters.visit.state_changed.connect(self._visit_changed)
        presenters.visit.state_changed.connect(self.citizen.visit_changed)
        self.lock_requested.connect(window.search.field.clear)  # its results would lie over the door
        self.lock_requested.connect(self.citizen.close)
        self.lock_requested.connect(self.catalogue.changes.end)
        rooms.changes.service_requested.connect(self._show_service)
        window.closed.connect(self.citizen.close)
        presenters.where.moved.connect(self._moved)
        search = presenters.search
        search.errand_chosen.connect(self._errand_chosen)
        search.service_chosen.connect(self._show_service)
        search.plan_code_chosen.connect(self.follow.plan.open_code)
        search.person_chosen.connect(self.follow.open_of_person)
        search.command_chosen.connect(self._key_used)
        rooms.counter.errand_requested.connect(self._errand_chosen)
        rooms.counter.visit_requested.connect(self.follow.open)
        self.giving.moved.connect(presenters.where.be_there)
        self.giving.moved.connect(presenters.service.look_again)
        rooms.late.visit.tie(self._tie_visit)
        rooms.late.service.tie(self._tie_service)
        rooms.late.point.tie(self._tie_point)
        rooms.late.details.tie(self._tie_details)
        rooms.late.ending.tie(lambda screen: screen.back_requested.connect(partial(self.go_to, Place.VISIT)))

    def _tie_visit(self, screen: VisitScreen) -> None:
        screen.errand_requested.connect(partial(self.go_to, Place.COUNTER))
        screen.path.service_requested.connect(self._show_service)

    def _tie_service(self, screen: ServiceScreen) -> None:
        screen.back_requested.connect(self._back_from_service)
        screen.form_saved.connect(self.giving.save)
        screen.form_printed.connect(self.giving.print)
        screen.place_taken.connect(self.giving.be_at)

    def _tie_point(self, screen: PointScreen) -> None:
        screen.look_picked.connect(self._settings.set_look)
        screen.scale_picked.connect(self._settings.set_scale)

    def _tie_details(self, screen: DetailsScreen) -> None:
        screen.citizen_view_requested.connect(self.citizen.toggle)
        screen.back_requested.connect(partial(self.go_to, Place.VISIT))

    def _key_table(self) -> dict[Shortcut, Callable[[], None]]:
        return {
            **self._visit_keys.keys(),
            **self._role.keys(self.pages.keys()),
            Shortcut.SEARCH: self._window.search.take_focus,
            Shortcut.PRINT: self.papers.print_key,
            Shortcut.SAVE_PAPER: self.papers.save,
            Shortcut.SAVE_CALENDAR: self.papers.save_calendar,
            Shortcut.NEXT_PERSON: self._next_person,
            Shortcut.PARK: self._next_person,
            Shortcut.END_VISIT: self._ending.show,
            Shortcut.COUNTER: partial(self._place_requested, Place.COUNTER),
            Shortcut.VISIT: partial(self._place_requested, Place.VISIT),
            Shortcut.PAPERS: partial(self._place_requested, Place.PAPERS),
            Shortcut.SERVICES: partial(self._place_requested, Place.SERVICES),
            Shortcut.CATALOGUE: partial(self._place_requested, Place.CATALOGUE),
            Shortcut.POINT: partial(self._place_requested, Place.POINT),
            Shortcut.DAYS: partial(self._place_requested, Place.DAYS),
            Shortcut.WRONG_HERE: self._wrong.begin,
            Shortcut.CITIZEN_VIEW: self.citizen.toggle,
            **self.duty.keys(),
            Shortcut.PRACTICE: self._practise,
            Shortcut.LARGER_TEXT: partial(self._settings.scale_text, 1),
            Shortcut.SMALLER_TEXT: partial(self._settings.scale_text, -1),
        }

    @property
    def _visit(self) -> Visit | None:
        return self.presenters.visit.visit

    @Slot(object)
    def _key_used(self, shortcut: Shortcut) -> None:
        if not self._window.is_covered:
            self._keys[shortcut]()

    @Slot(object)
    def _place_requested(self, place: Place) -> None:
        if place is Place.PAPERS and (self._visit or self.follow.visit) is not None:
            self.papers.show_plan()
        elif place is Place.VISIT and self._visit is None:
            self.follow.show()
        elif place not in (Place.VISIT, Place.PAPERS) or self._visit is not None:
            self.go_to(place)

    @Slot(object)
    def _moved(self, municipality: str | None) -> None:
        self._municipality = municipality
        self._look_for(self._citizen_language)

    def _look_for(self, citizen_language: Language) -> None:
        """What is given here, and in the citizen's language, is found first."""
        self._citizen_language = citizen_language
        self.papers.citizen_language = citizen_language
        self.presenters.search.look_in(self._municipality, citizen_language.value)

    @Slot()
    def _back_to_work(self) -> None:
        if self._visit is not None and self._window.place is not Place.COUNTER:
            self.go_to(self._window.place or Place.VISIT)

    @Slot(object)
    def _errand_chosen(self, errand: ErrandId) -> None:
        """At the counter the next person begins; elsewhere the visit at hand is about this too."""
        visit = self._visit
        if visit is not None and visit.is_open and self._window.place is not Place.COUNTER:
            self.presenters.visit.add_errand(errand)
            self._window.search.field.clear()
            self.go_to(Place.VISIT)
            return
        if visit is not None:
            self._leave_visit()
        self.presenters.counter.begin((errand,), self._citizen_language)

    @Slot(object)
    def _visit_opened(self, visit: Visit) -> None:
        at_hand = self._visit
        if at_hand is not None and at_hand.id != visit.id:
            self._leave_visit()
        self.papers.paper_made = False
        self.go_to(Place.VISIT)
        self._awaited = True
        self.presenters.visit.show(visit)

    @Slot()
    def _next_person(self) -> None:
        self._leave_visit()
        self.go_to(Place.COUNTER)

    @Slot()
    def _begin_anew(self) -> None:
        """Nothing of the visit before is on the screen: it has ended, or somebody else works here now."""
        self._wipe()
        self.go_to(Place.COUNTER)

    def _leave_visit(self) -> None:
        visit = self._visit
        if visit is None:
            return
        self.presenters.visit.leave()
        self._wipe()
        if visit.has_result and visit.is_open:
            self._access.messages.tell(partial(told_of_parking, self._access.translator, visit.number))

    def _wipe(self) -> None:
        """Nothing of the visit stays on the screen or in the clipboard."""
        self.presenters.forget()
        self.pages.forget()
        self.follow.forget()
        self.papers.paper_made = False
        self._look_for(Language.FI)
        self._access.messages.clear()
        wipe((self._rooms.late.point.built, self._rooms.late.catalogue.built))

    @Slot(object)
    def _visit_changed(self, state: VisitScreenState) -> None:
        visit = state.view.visit if state.view is not None else None
        self._frame.show_visit(visit)
        self._window.allow(Place.VISIT, visit is not None)
        self._window.allow(Place.PAPERS, visit is not None or self.presenters.service.service is not None)
        if visit is not None:
            self._look_for(visit.profile.citizen_language)
        self.pages.say_again()
        if visit is not None and self._awaited:
            self._awaited = False
            self._rooms.visit.begin(self._access.desk.help_defaults.modes)
        self._window.header.citizen_language.show_language(self._citizen_language)

    @Slot(str)
    def _show_service(self, service: str) -> None:
        self.presenters.service.show(service)
        self.go_to(Place.SERVICES)

    @Slot()
    def _back_from_service(self) -> None:
        self.go_to(self._came_from)

    @Slot(object)
    def _language_remembered(self, language: Language) -> None:
        self._access.translator.switch(language)
        self.presenters.reword()
        self.follow.say_again()
        self.catalogue.reword()
        self._frame.reword()

    @Slot(object)
    def _clerk_language_picked(self, language: Language) -> None:
        self._language_remembered(language)
        self._settings.keep_language(language)

    @Slot(object)
    def _citizen_language_picked(self, language: Language) -> None:
        self._look_for(language)
        visit = self._visit
        if visit is None or not visit.is_open:
            self._window.header.citizen_language.show_language(language)
            return
        profile = replace(visit.profile, citizen_language=language)
        self.presenters.visit.set_profile(profile, visit.channel)
        if self._window.place is Place.PAPERS:
            self.presenters.papers.pick_language(language)
