"""Builds the use cases over an open data folder, and brings what they need up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from desk.bootstrap.installation import Installation
from desk.errors import BundleMissing
from i18n.translator import Lexicon

if TYPE_CHECKING:
    from pathlib import Path

    from desk.errands.bundle import Bundle
    from desk.errands.rule_catalogue import RuleCatalogue
    from desk.errands.table_sheets import Sheet
    from desk.model.own_errands import OwnErrandsState
    from desk.ports import Clock, PaperMaker, PrintQueue
    from desk.ports.calendars import CalendarMaker
    from desk.ports.catalogue_ties import CatalogueNews
    from desk.ports.packs import FormShelf
    from desk.ports.person_finder import PersonFinder
    from desk.ports.pins import PinLocks
    from desk.usecases.desk_rooms import Desk
    from desk.usecases.fresh_ports import FreshPorts
    from desk.usecases.own_errands import OwnErrands
    from offline_cache.catalogue.searching import Speller, WordAids
    from offline_cache.catalogue.words import Forms
    from offline_cache.store import DeskFolder
    from printing.paper_maker import Drawing


STARTER_VERSION = "starter.version"
"""Setting: the content that the starter catalogue in the store was made from."""


def content(installation: Installation | None = None) -> Bundle:
    """Return the compiled content; raises ``BundleMissing``."""
    from desk.errands.bundle import read_bundle

    path = (installation or Installation()).bundle
    try:
        return read_bundle(path.read_bytes())
    except FileNotFoundError:
        raise BundleMissing(path=path) from None


def rooms(folder: DeskFolder, clock: Clock, installation: Installation) -> Desk:
    """Return the use cases over an open data folder."""
    from desk.usecases.desk_rooms import Desk, World
    from offline_cache.casebook.journal import casebook_in
    from offline_cache.casebook.keeper import keeper_in
    from offline_cache.casebook.late_persons import LatePersons
    from offline_cache.catalogue.store import catalogue_in
    from printing.late import LateCalendars, LatePapers, LatePrinters
    from services.mandate_register import RegisterNotConnected

    bundle, own = _content_here(folder, clock, installation)
    catalogue = catalogue_in(folder, word_forms(installation), _word_aids(installation, bundle))
    return Desk(
        World(
            casebook=casebook_in(folder),
            catalogue=catalogue,
            clock=clock,
            bundle=bundle,
            lexicon=Lexicon(),
            papers=LatePapers(lambda: papers(practice=installation.is_practice)),
            printers=LatePrinters(_printers),
            fresh=_fresh(folder, catalogue),
            calendars=LateCalendars(lambda: calendars(practice=installation.is_practice)),
            keeper=keeper_in(folder),
            own=own,
            persons=LatePersons(lambda: _persons(folder)),
            register=RegisterNotConnected(),
            pins=pin_locks,
        )
    )


def _persons(folder: DeskFolder) -> PersonFinder:
    from offline_cache.casebook.person_search import persons_in

    return persons_in(folder)


def pin_locks() -> PinLocks:
    """Return what keeps PINs."""
    from services.pin_locks import Argon2Pins

    return Argon2Pins()


def _content_here(
    folder: DeskFolder, clock: Clock, installation: Installation
) -> tuple[Bundle, OwnErrandsState | None]:
    """Return what this desk works with: a region's own errands over the shipped ones come before all else."""
    from offline_cache.own_errands import OwnErrandsFile

    bundle, own = None, None
    place = installation.own_of or folder.path
    if OwnErrandsFile(place).read() is not None:
        bundle, own = own_errands(place, clock, installation).opened()
    return bundle or _newest_content(folder, clock, installation), own


def own_errands(data_dir: Path, clock: Clock | None = None, installation: Installation | None = None) -> OwnErrands:
    """Return what is done with a region's own errands on the desk of a data folder; it needs no key."""
    from desk.usecases.own_errands import OwnErrands, Shipped
    from offline_cache.own_errands import OwnErrandsFile
    from services.clock import HelsinkiClock
    from services.content_files import content_files

    here = installation or Installation()
    shipped = Shipped(
        bundle=content(here),
        files=lambda: content_files(here.content),
        starter=lambda: starter_files(here),
        base_form=lambda: finnish_base_form(here),
    )
    return OwnErrands(OwnErrandsFile(data_dir), shipped, clock or HelsinkiClock())


def _newest_content(folder: DeskFolder, clock: Clock, installation: Installation) -> Bundle:
    """Return the program's own errands, or newer ones that a pack brought and this program can work with."""
    from offline_cache.catalogue.errands_bundle import brought_errands

    brought = brought_errands(folder.catalogue)
    if brought is None:
        return content(installation)
    from desk.errands.brought_errands import newest_usable

    return newest_usable(content(installation), brought.body, starter_files(installation), clock.today())


def _fresh(folder: DeskFolder, news: CatalogueNews) -> FreshPorts:
    from desk.usecases.fresh_ports import FreshPorts
    from offline_cache.casebook.notes import notes_in
    from offline_cache.casebook.usage import usage_in
    from offline_cache.catalogue.link_checks import link_checks_in
    from offline_cache.catalogue.ties import ties_in

    def forms() -> FormShelf:
        from offline_cache.catalogue.form_files import SqlFormShelf

        return SqlFormShelf(folder.catalogue)

    return FreshPorts(notes_in(folder), usage_in(folder), ties_in(folder), news, link_checks_in(folder), forms)


def word_forms(installation: Installation) -> Callable[[], Forms]:
    """Return what knows inflection; its libraries and dictionaries come when words are first looked at."""

    def forms() -> Forms:
        from offline_cache.catalogue.language_forms import LanguageForms

        return LanguageForms(installation.dictionaries)

    return forms


def finnish_base_form(installation: Installation | None = None) -> Callable[[str], str | None] | None:
    """Return what finds the base form of a Finnish word; nothing where the dictionaries are missing."""
    from offline_cache.catalogue.language_forms import shipped_dictionaries

    dictionaries = shipped_dictionaries((installation or Installation()).dictionaries)
    return (lambda word: dictionaries.base_form(word, "fi")) if dictionaries else None


def _word_aids(installation: Installation, bundle: Bundle) -> WordAids:
    """Return what helps the search to understand people; heavy parts come when a word is mistyped."""
    from offline_cache.catalogue.said_words import SAID_PHRASES
    from offline_cache.catalogue.searching import WordAids

    def speller(words: Iterable[str]) -> Speller:
        from offline_cache.catalogue.spelling import Speller

        return Speller(words)

    def known_phrases() -> bytes:
        with suppress(OSError):
            return (installation.dictionaries / SAID_PHRASES).read_bytes()
        return b""

    return WordAids(bundle.vernacular, speller, known_phrases, _dictionaries_version(installation))


def _dictionaries_version(installation: Installation) -> str:
    """Return what set-up wrote of the dictionaries; nothing where they are missing, then words lose endings only."""
    with suppress(OSError):
        return (installation.dictionaries / "version").read_text()
    return ""


def drawing() -> Drawing:
    """Return what draws papers as PDF."""
    from printing import pdf

    return pdf


def _printers() -> PrintQueue:
    from printing.spool import system_print_queue

    return system_print_queue()


def papers(*, practice: bool = False) -> PaperMaker:
    """Return the maker of papers; in practice they say so."""
    from printing.paper_maker import Papers

    return Papers(Lexicon(), drawing, practice)


def calendars(*, practice: bool = False) -> CalendarMaker:
    """Return the maker of calendar files; in practice they say so."""
    from printing.calendar_file import Calendars

    return Calendars(Lexicon(), practice)


def read_workbook(name: str, content: bytes, fact: str) -> Sheet:
    """Return the sheet of a table from an XLSX workbook."""
    from desk.errands import table_workbook

    return table_workbook.read_workbook(name, content, fact)


def workbook_of(fact: str, rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as an XLSX workbook."""
    from desk.errands import table_workbook

    return table_workbook.workbook_of(fact, rows)


def drawn_rules(catalogue: RuleCatalogue) -> bytes:
    """Return the rule catalogue as a PDF."""
    from printing import pdf
    from printing.document import Missing
    from printing.papers.rules import rules_paper

    return pdf.draw(rules_paper(catalogue), Missing.MARK)


def is_up_to_date(desk: Desk) -> bool:
    """Tell whether the starter catalogue is there and is this version's."""
    version = desk.world.bundle.content_hash
    known = desk.world.casebook.setting(STARTER_VERSION) == version and desk.world.catalogue.index_is_current()
    return known and bool(desk.catalogue_status().starter.total)


def bring_up_to_date(desk: Desk, installation: Installation, own_starter: Callable[[], Mapping[str, bytes]]) -> None:
    """The search knows the errands, the starter catalogue is this version's, and lapsed drafts are gone.

    ``own_starter``: the starter catalogue with the services of the region's own errands.
    """
    from desk.errands.catalogue_entries import errand_entries

    world = desk.world
    world.catalogue.keep_index_current()
    world.catalogue.know_errands(lambda: errand_entries(world.bundle), world.bundle.content_hash)
    world.keeper.keep_projections_current()
    desk.erase_lapsed_drafts()
    version = world.bundle.content_hash
    if not is_up_to_date(desk):
        from desk.errands.starter_catalogue import filled_in
        from services.starter_documents import StarterDocuments

        files = own_starter() if world.own is not None and world.own.fits else starter_files(installation)
        filled = filled_in(files, world.bundle.definitions.parameters, world.clock.today())
        desk.import_catalogue(StarterDocuments(filled), starter=True)
        world.casebook.set_setting(STARTER_VERSION, version)


def starter_with_own(data_dir: Path, installation: Installation) -> Mapping[str, bytes]:
    """Return the starter catalogue with the services of a region's own errands."""
    rooms = own_errands(installation.own_of or data_dir, installation=installation)
    kept = rooms.kept()
    return rooms.starter(kept.files if kept is not None else {})


def starter_files(installation: Installation) -> dict[str, bytes]:
    """Return the files of the starter catalogue by their names."""
    files = sorted(installation.starter.rglob("*.json"))
    return {path.relative_to(installation.starter).as_posix(): path.read_bytes() for path in files}
