"""The use cases of one open desk, together: what the window, the command line and the scripts are handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from desk.errands.bundle import Bundle
from desk.errands.catalogue_entries import errand_entries
from desk.model.ids import VisitId
from desk.model.own_errands import OwnErrandsState
from desk.ports import Casebook, CatalogueStore, Clock, PaperMaker, PrintQueue
from desk.ports.calendars import CalendarMaker
from desk.ports.keeping import CasebookKeeper
from desk.ports.mandate_register import MandateRegister
from desk.ports.person_finder import PersonFinder
from desk.ports.pins import PinLocks
from desk.usecases.agreements import Agreements
from desk.usecases.answer_question import AnswerQuestion
from desk.usecases.carry_facts import CarryFacts
from desk.usecases.catalogue_policy import CataloguePolicy
from desk.usecases.check_casebook import CheckCasebook
from desk.usecases.check_links import CheckLinks, ListLinks
from desk.usecases.close_visit import CloseVisit, EraseLapsedDrafts, OpenPlan
from desk.usecases.correct_advice import CorrectAdvice
from desk.usecases.day_list import DayList, OwedCorrections
from desk.usecases.duty import Duty
from desk.usecases.errands_news import ShowErrandsNews
from desk.usecases.explain_visit import ExplainVisit
from desk.usecases.export_marks import ExportMarks
from desk.usecases.find_person import FindPerson
from desk.usecases.find_service import FindService, ReadCatalogueStatus, SheetOfPointer
from desk.usecases.follow_up import FollowUp
from desk.usecases.forgetful_casebook import ForgetfulCasebook
from desk.usecases.fresh_ports import FreshPorts
from desk.usecases.give_data import DataRooms, GiveData, ReadCase
from desk.usecases.give_form import GiveForm
from desk.usecases.handing_rooms import Handing, HandingNeeds
from desk.usecases.head_codes import FindAnchor
from desk.usecases.help_here import ShowHelpHere
from desk.usecases.idle_time import IdleTime
from desk.usecases.import_catalogue import ImportCatalogue
from desk.usecases.judge_freshness import Freshness
from desk.usecases.keep_copies import KeepCopies
from desk.usecases.keeping_times import KeepingSettings
from desk.usecases.kept_data import KeptRooms, ShowKeptData
from desk.usecases.make_calendar import MakeCalendar
from desk.usecases.make_plan import MakePlan
from desk.usecases.mandate_policy import MandatePolicies
from desk.usecases.mandate_rooms import MandateRooms, Visits
from desk.usecases.meeting_rooms import Meeting, MeetingNeeds
from desk.usecases.modes import HelpDefaults
from desk.usecases.name_person import NamePerson
from desk.usecases.note_subjects import NoteSubjects
from desk.usecases.notes_over import NotesOver
from desk.usecases.open_visit import ChooseErrand, OpenVisit, SetProfile
from desk.usecases.point_details import PointDetails
from desk.usecases.point_notes import ListNotes, NoteBook
from desk.usecases.point_place import PointPlace
from desk.usecases.point_printer import PointPrinters
from desk.usecases.print_paper import PrintPaper
from desk.usecases.refresh_libraries import LibraryTowns, ListLibraries
from desk.usecases.refresh_settings import RefreshSettings
from desk.usecases.run_retention import RunRetention
from desk.usecases.set_up import SetUp
from desk.usecases.sheet_remarks import SheetRemarks, ShowServiceHere
from desk.usecases.shelf import Shelf
from desk.usecases.shift import ShiftBook
from desk.usecases.show_counter import ShowCounter
from desk.usecases.show_follow_up import ShowFollowUp
from desk.usecases.show_phrases import ShowPhrases
from desk.usecases.show_service import ShowService
from desk.usecases.show_visit import ShowVisit
from desk.usecases.sign_in import SignIn
from desk.usecases.staff import StaffBook
from desk.usecases.step_remarks import StepRemarks
from desk.usecases.take_errands import TakeErrands
from desk.usecases.take_step import TakeStep
from desk.usecases.used_links import UsedLinks
from desk.usecases.verify_journal import VerifyJournal
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.warm_up import WarmUp
from desk.usecases.what_changed import WhatChanged
from desk.usecases.withdrawn_advice import AffectedVisits, WithdrawnAdvice
from i18n.translator import Lexicon


@dataclass(frozen=True, slots=True)
class World:
    """What the use cases need from the world."""

    casebook: Casebook
    catalogue: CatalogueStore
    clock: Clock
    bundle: Bundle
    lexicon: Lexicon
    papers: PaperMaker
    printers: PrintQueue
    fresh: FreshPorts
    calendars: CalendarMaker
    keeper: CasebookKeeper
    own: OwnErrandsState | None = None
    """A region's own errands, if there are any."""
    persons: PersonFinder = field(kw_only=True)
    register: MandateRegister = field(kw_only=True)
    pins: Callable[[], PinLocks] = field(kw_only=True)
    """What keeps PINs: it comes when the first one is made or asked for."""


class Desk:
    """Each attribute is one thing a clerk does."""

    def __init__(self, world: World) -> None:
        self.duty = Duty(world.casebook)
        under = world.casebook.under if isinstance(world.casebook, ForgetfulCasebook) else world.casebook
        self._casebook = ForgetfulCasebook(under, lambda: self.duty.stores_nothing)
        self._furnish(replace(world, casebook=self._casebook))

    def go_on_with(self, bundle: Bundle, visit: VisitId | None) -> None:
        """Work with other errands from now on, an open visit too: in practice, while somebody writes them."""
        self._furnish(replace(self.world, bundle=bundle))
        self.world.catalogue.know_errands(lambda: errand_entries(bundle), bundle.content_hash)
        if visit is not None:
            self.take_errands.take(visit)

    def _furnish(self, world: World) -> None:
        shelf = Shelf(world.bundle, world.lexicon, world.clock)
        self.world = world
        self.journal = VisitJournal(world.casebook, world.clock, self.duty)
        self._set_up(world)
        self.visit_errands = VisitErrands(world.casebook, shelf)
        self.withdrawn_advice = WithdrawnAdvice(self.visit_errands)
        self.affected_visits = AffectedVisits(world.casebook, self.journal, self.withdrawn_advice, self.duty)
        self._hold_visits(world)
        self._show_and_print(world, shelf)
        self._hand_on(world)
        self._stand_by(world)
        self.erase_lapsed_drafts = EraseLapsedDrafts(world.casebook, world.clock)
        self._find_and_refresh(world)
        self._keep(world)

    def _set_up(self, world: World) -> None:
        """Who works here, and what this desk is."""
        self.staff = StaffBook(world.casebook, world.clock, self.duty, world.pins)
        self.idle_time = IdleTime(world.casebook, self.duty)
        self.sign_in = SignIn(self._casebook, world.clock, self.duty, world.pins)
        self.point_details = PointDetails(world.casebook, self.duty)
        self.set_up = SetUp(world.casebook, self.duty, world.printers)
        self.printers = PointPrinters(world.printers, world.casebook)
        self.point_place = PointPlace(world.casebook, world.catalogue, world.clock, world.bundle, self.duty)
        self.agreements = Agreements(world.casebook, world.bundle, self.duty)

    def _hold_visits(self, world: World) -> None:
        """What begins a visit, and leads through it."""
        journal = self.journal
        self.help_defaults = HelpDefaults(world.casebook, self.duty)
        self.open_visit = OpenVisit(world.casebook, world.clock, self.visit_errands, self.help_defaults)
        self.set_profile = SetProfile(journal, self.visit_errands, self.help_defaults)
        self.choose_errand = ChooseErrand(journal, self.visit_errands)
        self.answer_question = AnswerQuestion(journal, self.visit_errands)
        self.take_step = TakeStep(journal, self.visit_errands)
        self.show_phrases = ShowPhrases(journal, self.visit_errands)
        self.explain_visit = ExplainVisit(journal, self.visit_errands)
        self.take_errands = TakeErrands(journal, self.visit_errands, self.withdrawn_advice)
        self.errands_news = ShowErrandsNews(self.visit_errands, self.take_errands, self.withdrawn_advice)

    def _show_and_print(self, world: World, shelf: Shelf) -> None:
        """What shows a visit and makes its plan, however it is met in."""
        journal = self.journal
        remarks = self._what_is_fresh(world, shelf)
        here = ShowHelpHere(self.agreements, world.bundle)
        self.show_visit = ShowVisit(journal, self.visit_errands, lambda view: here.on_view(remarks.on_view(view)))
        self.show_counter = ShowCounter(world.casebook, world.bundle, world.lexicon, world.clock, self.duty)
        self.make_plan = MakePlan(
            journal,
            self.point_details,
            self.visit_errands,
            lambda plan, path: here.on_plan(remarks.on_plan(plan, path), path),
        )
        self.correct_advice = CorrectAdvice(
            journal, self.visit_errands, self.withdrawn_advice, self.make_plan.who_to_ask
        )
        self.print_paper = PrintPaper(journal, world.papers, self.printers, self.make_plan.who_to_ask)
        self.meeting = Meeting(
            MeetingNeeds(
                world.casebook,
                journal,
                self.visit_errands,
                self.show_visit,
                self.make_plan,
                self.agreements,
                world.papers,
                self.printers,
                world.clock,
            )
        )
        self.make_calendar = MakeCalendar(journal, world.calendars, world.clock)

    def _stand_by(self, world: World) -> None:
        """What is done for one citizen by name, and over weeks."""
        journal = self.journal
        visits = Visits(journal, self.visit_errands)
        self.mandates = MandateRooms(world, visits, self.point_details, self.duty, self.make_plan.who_to_ask)
        self.close_visit = CloseVisit(journal, self.visit_errands, self.withdrawn_advice, self.duty)
        self.open_plan = OpenPlan(journal, world.casebook, self.duty)
        self.name_person = NamePerson(journal, world.casebook, world.clock, self.duty)
        self.carry_facts = CarryFacts(world.casebook, world.clock, world.persons, self.visit_errands)
        self.find_person = FindPerson(world.persons, world.clock, self.duty)
        self.follow_up = FollowUp(world.casebook, world.clock, self.visit_errands, self.duty)
        self.show_follow_up = ShowFollowUp(journal, self.visit_errands, self.withdrawn_advice)
        self.day_list = DayList(world.casebook, world.clock, self.visit_errands, self.duty)
        self.owed_corrections = OwedCorrections(self.affected_visits, self.visit_errands, world.clock, self.duty)

    def _keep(self, world: World) -> None:
        """What keeps the casebook itself."""
        casebook, keeper, clock = world.casebook, world.keeper, world.clock
        self.find_anchor = FindAnchor(keeper)
        self.check_casebook = CheckCasebook(casebook, keeper, clock)
        self.keeping_times = KeepingSettings(casebook, self.duty, MandatePolicies(casebook, self.duty))
        self.keep_copies = KeepCopies(casebook, keeper, clock, (self.duty, self.keeping_times))
        self.read_case = ReadCase(casebook, clock, self.journal)
        self.verify_journal = VerifyJournal(casebook, self.duty)
        rooms = DataRooms(
            casebook, keeper, clock, world.papers, self.visit_errands, self.keep_copies, self.keeping_times
        )
        self.give_data = GiveData(rooms, self.duty)
        kept = KeptRooms(casebook, keeper, world.persons, clock, self.keeping_times)
        self.kept_data = ShowKeptData(kept, self.duty)
        self.run_retention = RunRetention((casebook, keeper, clock), self.keeping_times, self.keep_copies, self.duty)

    def _hand_on(self, world: World) -> None:
        """What changes hands: documents, referrals, visits."""
        rooms = (self.journal, self.visit_errands, self.duty, self.agreements)
        self.handing = Handing(HandingNeeds(world.casebook, *rooms, world.papers, self.make_plan.who_to_ask))

    def _find_and_refresh(self, world: World) -> None:
        """What finds services, and what keeps them fresh."""
        self.find_service = FindService(world.catalogue)
        self.import_catalogue = ImportCatalogue(world.catalogue, world.clock, self.duty)
        self.refresh_settings = RefreshSettings(world.casebook, world.clock, world.bundle, self.duty)
        self.library_towns = LibraryTowns(self.point_place, self.refresh_settings)
        self.list_libraries = ListLibraries(world.catalogue.libraries, world.clock, self.point_place)
        self.warm_up = WarmUp(world.catalogue, world.clock, self.visit_errands)

    def _what_is_fresh(self, world: World, shelf: Shelf) -> StepRemarks:
        """What shows the catalogue with its age, the point's notes and its links; returns what remarks on steps."""
        fresh, catalogue, clock = world.fresh, world.catalogue, world.clock
        self.catalogue_policy = CataloguePolicy(world.casebook, self.duty)
        freshness = Freshness(self.catalogue_policy, fresh.ties, clock)
        self.note_subjects = NoteSubjects(catalogue, fresh.ties, shelf)
        book = NoteBook(fresh.notes, self.note_subjects, clock, self.duty)
        over = NotesOver(fresh.notes, fresh.ties, clock, book.kinds)
        show = ShowService(catalogue, clock, self.point_place.read)
        self.show_service = ShowServiceHere(show, SheetRemarks(fresh, freshness, over, clock))
        self.sheet_of_pointer = SheetOfPointer(catalogue, clock, freshness)
        self.catalogue_status = ReadCatalogueStatus(catalogue, clock, freshness)
        self.write_note, self.withdraw_note, self.note_kinds = book.write, book.withdraw, book.kinds
        self.mark_wrong, self.settle_mark = book.mark_wrong, book.settle
        self.list_notes = ListNotes(fresh.notes, self.note_subjects, clock)
        self.export_marks = ExportMarks(self.list_notes, world.lexicon)
        self.shift = ShiftBook(world.casebook, clock, world.bundle)
        self.what_changed = WhatChanged(fresh, catalogue, shelf, self.shift)
        self.give_form = GiveForm(fresh.forms)
        used = UsedLinks(catalogue, shelf)
        self.check_links = CheckLinks(used, fresh.links, clock)
        self.list_links = ListLinks(used, fresh.links, shelf)
        return StepRemarks(catalogue, fresh.ties, freshness, over, fresh.links)
