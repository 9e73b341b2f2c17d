"""The use cases of one open desk, together: what the window, the command line and the scripts are handed."""

from __future__ import annotations

from dataclasses import dataclass

from desk.errands.bundle import Bundle
from desk.ports import Casebook, CatalogueStore, Clock, PaperMaker, PrintQueue
from desk.usecases.answer_question import AnswerQuestion
from desk.usecases.close_visit import CloseVisit, EraseLapsedDrafts, OpenPlan
from desk.usecases.find_service import FindService, ReadCatalogueStatus, SheetOfPointer
from desk.usecases.import_catalogue import ImportCatalogue
from desk.usecases.make_plan import MakePlan
from desk.usecases.open_visit import ChooseErrand, OpenVisit, SetProfile
from desk.usecases.point_details import PointDetails
from desk.usecases.point_place import PointPlace
from desk.usecases.print_paper import PrintPaper
from desk.usecases.refresh_settings import RefreshSettings
from desk.usecases.show_counter import ShowCounter
from desk.usecases.show_service import ShowService
from desk.usecases.show_visit import Shelf, ShowVisit
from desk.usecases.take_step import TakeStep
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.warm_up import WarmUp
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


class Desk:
    """Each attribute is one thing a clerk does."""

    def __init__(self, world: World) -> None:
        journal = VisitJournal(world.casebook, world.clock)
        shelf = Shelf(world.bundle, world.lexicon, world.clock)
        self.world = world
        self.journal = journal
        self.point_details = PointDetails(world.casebook)
        self.point_place = PointPlace(world.casebook, world.catalogue, world.clock, world.bundle)
        self.open_visit = OpenVisit(world.casebook, world.clock, world.bundle)
        self.set_profile = SetProfile(journal)
        self.choose_errand = ChooseErrand(journal, world.bundle)
        self.answer_question = AnswerQuestion(journal, world.bundle, world.clock)
        self.take_step = TakeStep(journal)
        self.show_visit = ShowVisit(journal, shelf)
        self.show_counter = ShowCounter(world.casebook, world.bundle, world.lexicon, world.clock)
        self.make_plan = MakePlan(journal, self.point_details, shelf)
        self.print_paper = PrintPaper(journal, world.papers, world.printers, self.make_plan.who_to_ask)
        self.close_visit = CloseVisit(journal, world.bundle, world.clock)
        self.open_plan = OpenPlan(journal, world.casebook)
        self.erase_lapsed_drafts = EraseLapsedDrafts(world.casebook, world.clock)
        self.find_service = FindService(world.catalogue)
        self.show_service = ShowService(world.catalogue, world.clock, self.point_place.read)
        self.sheet_of_pointer = SheetOfPointer(world.catalogue, world.clock)
        self.catalogue_status = ReadCatalogueStatus(world.catalogue, world.clock)
        self.import_catalogue = ImportCatalogue(world.catalogue, world.clock)
        self.refresh_settings = RefreshSettings(world.casebook, world.clock, world.bundle)
        self.warm_up = WarmUp(world.catalogue, world.clock)
