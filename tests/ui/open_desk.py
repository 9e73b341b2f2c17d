"""A whole program on fakes: the real window, presenters and use cases, with a casebook in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk.bootstrap.screens import screens, shelves
from desk.errands.bundle import Bundle
from desk.errands.catalogue_entries import errand_entries
from desk.errors import DeskError
from desk.model.catalogue import ChannelId, ChannelKind, Contacts, Phone, ServiceId
from desk.model.libraries import LibrariesReport, Town
from desk.model.local_text import LocalText
from desk.model.own_errands import OwnErrandsState
from desk.model.search import (
    ANYWHERE,
    ErrandEntry,
    Facet,
    FacetCount,
    FacetKind,
    HitField,
    HitKind,
    SearchHit,
    SearchResult,
    ServicePointer,
    Why,
    Within,
)
from desk.model.service_hours import HoursKind, Opening as OpenFrom, ServiceHours
from desk.model.service_sheet import ServiceSheet, SheetChannel, SheetKind, SheetText
from desk.ports import PassphraseGiver
from desk.usecases.desk_rooms import Desk, World
from desk.usecases.fresh_ports import FreshPorts
from desk.usecases.pack_rooms import PackRooms
from i18n.language import Language
from i18n.translator import Lexicon
from printing import pdf
from printing.calendar_file import Calendars
from printing.paper_maker import Papers
from tests.fakes import FakeCasebook, FakeCatalogue, FakeClock, FakePrinters
from tests.form_fakes import FakeForms, FakeFormShelf
from tests.fresh_fakes import FakeLinkProber, fresh_fakes
from tests.keeping_fakes import FakeKeeper
from tests.mandate_fakes import FakeMandateRegister
from tests.pack_fakes import FakePackShelf, fake_pack_rooms
from tests.person_fakes import FakePersons
from tests.pin_fakes import FakePins
from tests.ui.fake_worker import AskedStart, FakeWorker
from tests.ui.inline_runner import InlineRunner
from ui.app import Day, Opening, Outside, Parts, Practice, Program
from ui.door import DoorParts, OpenDesk
from ui.idle_lock import Watch
from ui.new_day import new_day

FONTS = Path(__file__).parents[2] / "printing" / "fonts"
PENSION = "tiski-s-survivors-pension"
LINE = SheetChannel(
    ChannelId("line"),
    ChannelKind.PHONE,
    LocalText({"fi": "Eläkelinja", "en": "Pension line"}),
    contacts=Contacts(phones=(Phone("+358 20 692 202"), Phone("+358 20 692 222"))),
    hours=(ServiceHours(HoursKind.WEEKLY, (OpenFrom(time(9), time(16), 0, 4),)),),
)
"""The line that the step of the same service names, with hours that the desk can reckon with."""


KELA = Facet(FacetKind.AGENCY, "tiski-o-kela")
FACETS = (
    FacetCount(KELA, LocalText({"fi": "Kela", "sv": "FPA"}), 3),
    FacetCount(Facet(FacetKind.AGENCY, "tiski-o-vero"), LocalText({"fi": "Verohallinto", "en": "Tax"}), 1),
    FacetCount(Facet(FacetKind.LANGUAGE, "sv"), LocalText({}), 2),
    FacetCount(Facet(FacetKind.LANGUAGE, "fi"), LocalText({}), 4),
)


class ErrandCatalogue(FakeCatalogue):
    """Finds errands by any of their words, and knows one service."""

    def __init__(self) -> None:
        self.entries: tuple[ErrandEntry, ...] = ()
        self.asked: list[Within] = []
        self.channels: tuple[SheetChannel, ...] = ()
        """More ways to the one service."""
        self.places: dict[str, ServiceSheet] = {}

    def know_errands(self, errands: Callable[[], Sequence[ErrandEntry]], version: str) -> None:
        self.entries = tuple(errands())

    def search(self, query: str, language: str, limit: int = 20, within: Within = ANYWHERE) -> SearchResult:
        self.asked.append(within)
        asked = query.casefold().split()
        if within.chosen - {KELA}:
            return SearchResult(query, language, (), 0.1, facets=FACETS)
        hits = [_hit(entry, query, language) for entry in self.entries if _matches(entry, asked, language)]
        if "pension" in query:
            hits.append(SearchHit(HitKind.SERVICE, PENSION, "Survivor's pension", "Kela", "Money for a widow."))
        return SearchResult(query, language, tuple(hits), 0.1, facets=FACETS if within.counted else ())

    def sheet(self, identity: str, now: datetime) -> ServiceSheet:
        if identity in self.places:
            return self.places[identity]
        if identity != PENSION:
            return super().sheet(identity, now)
        name = LocalText({"fi": "Perhe-eläke", "sv": "Familjepension", "en": "Survivor's pension"})
        about = SheetText(LocalText({"fi": "Rahaa leskelle.", "en": "Money for a widow."}))
        return ServiceSheet(
            SheetKind.SERVICE, PENSION, name, summary=about.text, about=(about,), channels=(LINE, *self.channels)
        )

    def resolve(self, pointer: ServicePointer) -> tuple[ServiceId, ...]:
        return (ServiceId(PENSION),) if pointer.service == PENSION else ()


def _matches(entry: ErrandEntry, asked: list[str], language: str) -> bool:
    said = " ".join([*entry.titles.texts.values(), *entry.words.get(language, ())]).casefold()
    return all(word in said for word in asked)


def _hit(entry: ErrandEntry, query: str, language: str) -> SearchHit:
    why = (Why(query, HitField.WORDS),)
    summary = entry.summary.pick(language).text
    return SearchHit(HitKind.ERRAND, entry.id, entry.titles.pick(language).text, "", summary, why)


@dataclass
class FakeOpened:
    """An open data folder that lies in memory."""

    desk: Desk
    recovery_key: str | None = None
    closed: bool = False

    def close(self) -> None:
        self.closed = True


@dataclass
class DeskOnFakes:
    """What a test looks at besides the window."""

    bundle: Bundle
    clock: FakeClock = field(default_factory=FakeClock)
    casebook: FakeCasebook = field(default_factory=FakeCasebook)
    printers: FakePrinters = field(default_factory=lambda: FakePrinters("Counter printer"))
    catalogue: ErrandCatalogue = field(default_factory=ErrandCatalogue)
    fresh: FreshPorts = field(init=False)
    runner: InlineRunner = field(default_factory=InlineRunner)
    worker: FakeWorker = field(init=False)
    packs: FakePackShelf = field(default_factory=FakePackShelf)
    prober: FakeLinkProber = field(default_factory=FakeLinkProber)
    forms: FakeFormShelf = field(default_factory=FakeFormShelf)
    form_files: FakeForms = field(default_factory=FakeForms)
    towns: list[Town] = field(default_factory=list)
    """Whose libraries were asked for."""
    libraries_error: DeskError | None = None
    practice: Practice | None = None
    """The window is for practice."""
    own: OwnErrandsState | None = None
    practised: list[Language] = field(default_factory=list)
    """In which languages a window for practice was asked for."""
    can_practise: bool = True
    chosen_file: Path | None = None
    chosen_pack: Path | None = None
    recovery_key: str | None = None
    watch: Watch | None = None
    """Where the time comes from in which nobody was there."""
    wants: Callable[[PassphraseGiver], None] = lambda _giver: None
    """Called with the passphrase giver before the folder opens; may raise."""

    recovers: Callable[[str, PassphraseGiver], None] = lambda _key, _giver: None
    """Called with the recovery key and the new passphrase; may raise."""
    folder_exists: bool = False

    def __post_init__(self) -> None:
        self.fresh = fresh_fakes(self.casebook, self.forms)
        self.keeper = FakeKeeper(self.casebook)

    def world(self) -> World:
        lexicon = Lexicon()
        papers = Papers(lexicon, lambda: pdf)
        return World(
            self.casebook,
            self.catalogue,
            self.clock,
            self.bundle,
            lexicon,
            papers,
            self.printers,
            self.fresh,
            Calendars(lexicon),
            self.keeper,
            self.own,
            persons=FakePersons(self.casebook),
            register=FakeMandateRegister(),
            pins=FakePins,
        )

    def open(self, giver: PassphraseGiver) -> FakeOpened:
        self.wants(giver)
        self.catalogue.know_errands(lambda: errand_entries(self.bundle), self.bundle.content_hash)
        return FakeOpened(Desk(self.world()), self.recovery_key)

    def let_in_again(self, key: str, giver: PassphraseGiver) -> None:
        self.recovers(key, giver)

    def check(self, giver: PassphraseGiver) -> None:
        self.wants(giver)

    def program(self, app: QApplication, language: Language = Language.EN) -> Program:
        self.runner, self.worker = InlineRunner(), FakeWorker()
        door = DoorParts(Path("/desk"), lambda: self.folder_exists, self.open, self.check, self.let_in_again)
        papers = Papers(Lexicon(), lambda: pdf)
        parts = Parts(
            door=door,
            fonts=FONTS,
            lexicon=Lexicon(),
            clock=self.clock,
            recovery_sheet=papers.recovery_sheet,
            refresh_start=lambda _opened, ask: AskedStart(ask),
            packs=self._rooms,
            outside=Outside(
                self._libraries, lambda _stopped: self.prober, lambda opened, _stopped: self._rooms(opened)
            ),
            screens=screens,
            shelves=shelves,
            new_day=self._day,
            practise=self._practise,
            practice=self.practice,
        )
        program = Program(app, parts, self.runner)
        program.translator.switch(language)
        return program

    def _practise(self, language: Language) -> bool:
        self.practised.append(language)
        return self.can_practise

    def _rooms(self, opened: OpenDesk) -> AbstractContextManager[PackRooms]:
        return nullcontext(fake_pack_rooms(opened.desk, self.packs, self.forms, self.form_files))

    def _libraries(self, _opened: OpenDesk, towns: Sequence[Town], _stopped: Callable[[], bool]) -> LibrariesReport:
        if self.libraries_error is not None:
            raise self.libraries_error
        self.towns += towns
        return LibrariesReport("Kirjastot.fi", tuple(towns))

    def _day(self, opening: Opening) -> Day:
        return new_day(
            opening._replace(
                choose_file=lambda _name: self.chosen_file,
                choose_pack=lambda: self.chosen_pack,
                worker=self.worker,
                watch=self.watch,
            )
        )
