"""The one place that knows everyone: builds the desk from its parts, and nothing else.

``window`` shows the program without a store; ``open_desk`` opens the data folder and hands over the use cases. Imports
inside functions are allowed here alone: what is heavy is imported when it is first needed, on the store lane.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desk.errors import BundleMissing, DeskBusy
from i18n.translator import Lexicon
from services.clock import HelsinkiClock

if TYPE_CHECKING:
    from desk.errands.bundle import Bundle
    from desk.model.libraries import LibrariesReport, Town
    from desk.model.refresh import RefreshMemory
    from desk.ports import Clock, Keyring, PaperMaker, PassphraseGiver, PrintQueue
    from desk.ports.catalogue_feeds import CatalogueReader
    from desk.ports.catalogue_ties import CatalogueNews
    from desk.ports.library_directory import LibraryDirectory
    from desk.ports.link_prober import LinkProber
    from desk.usecases.desk_rooms import Desk
    from desk.usecases.fresh_ports import FreshPorts
    from desk.usecases.pack_rooms import PackRooms
    from desk.usecases.refresh_catalogue import RefreshCatalogue
    from desk.usecases.refresh_lines import RefreshTask
    from desk.usecases.refresh_plan import RefreshAsk
    from offline_cache.catalogue.searching import Speller, WordAids
    from offline_cache.catalogue.words import Forms
    from offline_cache.folder import FolderTools, Migrations, PassphraseLocks
    from offline_cache.store import Access, DeskFolder
    from printing.paper_maker import Drawing
    from ui.app import Day, Opening, Parts
    from ui.door import OpenDesk

ROOT = Path(__file__).resolve().parent.parent
OBJECTS_BEFORE_A_LOOK = 20_000
"""New objects before Python looks for rubbish, in the window: what is made at the start stays, and is much."""
STARTER_VERSION = "starter.version"
"""Setting: the content that the starter catalogue in the store was made from."""


class Installation(NamedTuple):
    """Where the parts lie that set-up made and that are shipped."""

    bundle: Path = ROOT / "build" / "content.bundle"
    dictionaries: Path = ROOT / "build" / "dictionaries"
    starter: Path = ROOT / "desk" / "content" / "starter_catalogue"
    fonts: Path = ROOT / "printing" / "fonts"


class OpenedDesk(NamedTuple):
    """An open data folder with its use cases. Whoever opened it closes it."""

    desk: Desk
    recovery_key: str | None
    folder: DeskFolder

    def close(self) -> None:
        """Close the stores and let the next writer in."""
        self.folder.close()


class WorkerStart(NamedTuple):
    """How the refresh is started in a process of its own (``desk.usecases.refresh_lines``)."""

    argv: tuple[str, ...]
    """The program and its arguments; no secret is among them."""
    first_line: bytes
    """Written to its standard input first. It holds keys: it is never logged."""

    def __repr__(self) -> str:
        return f"WorkerStart(argv={self.argv})"


def default_data_dir() -> Path:
    """Return the data folder of this user on this machine."""
    import platformdirs

    return Path(platformdirs.user_data_dir("Palvelutiski", appauthor=False))


def content(installation: Installation | None = None) -> Bundle:
    """Return the compiled content; raises ``BundleMissing``."""
    from desk.errands.bundle import read_bundle

    path = (installation or Installation()).bundle
    try:
        return read_bundle(path.read_bytes())
    except FileNotFoundError:
        raise BundleMissing(path=path) from None


@contextmanager
def open_desk(data_dir: Path, passphrases: PassphraseGiver, access: Access | None = None) -> Iterator[OpenedDesk]:
    """Open the desk for as long as it is needed; a reader makes a folder that is not there yet, or not whole."""
    from offline_cache.store import Access

    if access is not Access.READ:
        opened, recovery_key = opened_desk(data_dir, passphrases), None
    else:
        opened, recovery_key = _opened_for_reading(data_dir, passphrases)
    try:
        yield opened._replace(recovery_key=opened.recovery_key or recovery_key)
    finally:
        opened.close()


def _opened_for_reading(data_dir: Path, passphrases: PassphraseGiver) -> tuple[OpenedDesk, str | None]:
    """Return the desk to read from, and the recovery key of a folder whose making was begun or ended just now.

    A program that was killed in its first start leaves a folder without description, or without the starter
    catalogue: reading commands finish what was begun, unless another desk is about to.
    """
    from offline_cache.folder import describe, is_new
    from offline_cache.store import Access

    recovery_key = None
    if is_new(data_dir) or not describe(data_dir).complete:
        recovery_key = _finished(data_dir, passphrases)
    opened = opened_desk(data_dir, passphrases, Access.READ)
    if _is_up_to_date(opened.desk):
        return opened, recovery_key
    opened.close()
    with suppress(DeskBusy):  # then the other desk brings everything up to date itself
        _finished(data_dir, passphrases)
    return opened_desk(data_dir, passphrases, Access.READ), recovery_key


def _finished(data_dir: Path, passphrases: PassphraseGiver) -> str | None:
    """Open the folder once for writing, which makes and fills what is missing; returns a new folder's recovery key."""
    opened = opened_desk(data_dir, passphrases)
    opened.close()
    return opened.recovery_key


def opened_desk(
    data_dir: Path, passphrases: PassphraseGiver, access: Access | None = None, clock: Clock | None = None
) -> OpenedDesk:
    """Open the data folder and build the use cases; the caller closes what it gets, and may bring another time."""
    from offline_cache.store import Access, open_folder

    access = access or Access.WRITE
    clock = clock or HelsinkiClock()
    folder = open_folder(data_dir, folder_tools(data_dir, passphrases), clock.now(), access)
    try:
        desk = _rooms(folder, clock, Installation())
        if access is Access.WRITE:
            _bring_up_to_date(desk, Installation())
    except BaseException:
        folder.close()
        raise
    return OpenedDesk(desk, folder.recovery_key, folder)


def folder_tools(data_dir: Path, passphrases: PassphraseGiver) -> FolderTools:
    """Return what a data folder is opened with."""
    from offline_cache.folder import FolderTools

    return FolderTools(
        keyring=_keyring_for(data_dir),
        passphrases=passphrases,
        locks=_passphrase_locks,
        migrations=_migrations,
    )


def _keyring_for(data_dir: Path) -> Callable[[], Keyring | None]:
    def keyring() -> Keyring | None:
        from services.secrets import system_keyring

        return system_keyring(data_dir)

    return keyring


def _passphrase_locks() -> PassphraseLocks:
    from offline_cache import passphrase

    return passphrase


def _migrations() -> Migrations:
    from offline_cache import migrate

    return migrate


def _drawing() -> Drawing:
    from printing import pdf

    return pdf


def _rooms(folder: DeskFolder, clock: Clock, installation: Installation) -> Desk:
    from desk.usecases.desk_rooms import Desk, World
    from offline_cache.casebook.journal import casebook_in
    from offline_cache.catalogue.store import catalogue_in
    from printing.late import LatePapers, LatePrinters

    bundle = _newest_content(folder, clock, installation)
    catalogue = catalogue_in(folder, _forms(installation), _word_aids(installation, bundle))
    return Desk(
        World(
            casebook=casebook_in(folder),
            catalogue=catalogue,
            clock=clock,
            bundle=bundle,
            lexicon=Lexicon(),
            papers=LatePapers(papers),
            printers=LatePrinters(_printers),
            fresh=_fresh(folder, catalogue),
        )
    )


def _newest_content(folder: DeskFolder, clock: Clock, installation: Installation) -> Bundle:
    """Return the program's own errands, or newer ones that a pack brought and this program can work with."""
    from offline_cache.catalogue.errands_bundle import brought_errands

    brought = brought_errands(folder.catalogue)
    if brought is None:
        return content(installation)
    from desk.errands.brought_errands import newest_usable

    return newest_usable(content(installation), brought.body, _starter_files(installation), clock.today())


def packs(opened: OpenedDesk) -> AbstractContextManager[PackRooms]:
    """Hand over what is done with outreach packs and official forms, for as long as it takes."""
    from desk.pack_wiring import packs_of

    installation = Installation()
    return packs_of(opened.desk, opened.folder, _forms(installation), lambda: _starter_files(installation))


def _fresh(folder: DeskFolder, news: CatalogueNews) -> FreshPorts:
    from desk.usecases.fresh_ports import FreshPorts
    from offline_cache.casebook.notes import notes_in
    from offline_cache.casebook.usage import usage_in
    from offline_cache.catalogue.link_checks import link_checks_in
    from offline_cache.catalogue.ties import ties_in

    return FreshPorts(notes_in(folder), usage_in(folder), ties_in(folder), news, link_checks_in(folder))


def link_prober() -> LinkProber:
    """Return what asks for links; whoever gets it closes it."""
    from services.link_prober import HttpLinkProber

    return HttpLinkProber()


def _forms(installation: Installation) -> Callable[[], Forms]:
    """Return what knows inflection; its libraries and dictionaries come when words are first looked at."""

    def forms() -> Forms:
        from offline_cache.catalogue.language_forms import LanguageForms

        return LanguageForms(installation.dictionaries)

    return forms


def _word_aids(installation: Installation, bundle: Bundle) -> WordAids:
    """Return what helps the search to understand people; heavy parts come when a word is mistyped."""
    from offline_cache.catalogue.searching import WordAids

    def speller(words: Iterable[str]) -> Speller:
        from offline_cache.catalogue.spelling import Speller

        return Speller(words)

    return WordAids(bundle.vernacular, speller, _dictionaries_version(installation))


def _dictionaries_version(installation: Installation) -> str:
    """Return what set-up wrote of the dictionaries; nothing where they are missing, then words lose endings only."""
    with suppress(OSError):
        return (installation.dictionaries / "version").read_text()
    return ""


def _printers() -> PrintQueue:
    from printing.spool import system_print_queue

    return system_print_queue()


def papers() -> PaperMaker:
    """Return the maker of papers."""
    from printing.paper_maker import Papers

    return Papers(Lexicon(), _drawing)


@contextmanager
def refreshing(opened: OpenedDesk) -> Iterator[RefreshCatalogue]:
    """Hand over the refresh of an open desk, for as long as it takes."""
    from desk.usecases.refresh_catalogue import RefreshCatalogue
    from offline_cache.catalogue.store import catalogue_in
    from offline_cache.worker_stores import shelf_in

    shelf = shelf_in(opened.folder)
    try:
        catalogue = catalogue_in(opened.folder, _forms(Installation()))
        yield RefreshCatalogue(_reader, shelf, catalogue, opened.desk.world.clock)
    finally:
        shelf.close()


@contextmanager
def refreshing_alone(task: RefreshTask) -> Iterator[RefreshCatalogue]:
    """Hand over the refresh to a process that has the keys of the catalogue and its shelf, and nothing else."""
    from desk.usecases.refresh_catalogue import RefreshCatalogue
    from offline_cache.catalogue.store import SqlCatalogue
    from offline_cache.keys import WorkerKeys
    from offline_cache.worker_stores import open_worker_stores

    stores = open_worker_stores(Path(task.path), WorkerKeys(task.catalogue_key, task.refresh_key))
    try:
        catalogue = SqlCatalogue(stores.catalogue, _forms(Installation()))
        yield RefreshCatalogue(_reader, stores.shelf, catalogue, HelsinkiClock())
    finally:
        stores.close()


def refresh_memory(opened: OpenedDesk) -> RefreshMemory:
    """Return what earlier refreshes left in the catalogue of an open desk."""
    from offline_cache.catalogue.run_memory import read_memory

    return read_memory(opened.folder.catalogue).memory


def _reader(url: str, stopped: Callable[[], bool]) -> CatalogueReader:
    from services.catalogue_readers import reader_for

    return reader_for(url, stopped=stopped)


def refresh_worker(opened: OpenedDesk, asked: RefreshAsk) -> WorkerStart:
    """Return how a process of its own is started that refreshes the catalogue of this open desk."""
    import sys

    from desk.usecases.refresh_lines import RefreshTask, task_line

    keys = opened.folder.keys
    task = RefreshTask(str(opened.folder.path.resolve()), keys.catalogue, keys.refresh, asked, os.getpid())
    return WorkerStart((sys.executable, "-m", "desk", "catalogue", "worker"), task_line(task))


def _refresh_start(opened: OpenDesk, asked: RefreshAsk) -> WorkerStart:
    return refresh_worker(_really_open(opened), asked)


def _really_open(opened: OpenDesk) -> OpenedDesk:
    if not isinstance(opened, OpenedDesk):
        raise TypeError(f"no data folder lies behind {opened!r}")
    return opened


def refresh_libraries(opened: OpenedDesk, towns: Sequence[Town], url: str | None = None) -> LibrariesReport:
    """Fetch and keep the libraries of these municipalities, on any thread: it has a connection of its own."""
    from contextlib import closing

    from desk.usecases.refresh_libraries import RefreshLibraries, directory_url
    from offline_cache.catalogue.libraries import SqlLibraries

    world = opened.desk.world
    address = url or directory_url(world.bundle, world.clock.today())
    with closing(library_directory(address)) as directory, closing(opened.folder.another_catalogue()) as connection:
        return RefreshLibraries(directory, SqlLibraries(connection), world.clock)(towns)


def library_directory(url: str) -> LibraryDirectory:
    """Return the library directory at an address; whoever takes it closes it."""
    from services.http_session import HttpSession
    from services.kirkanta import KirkantaDirectory

    return KirkantaDirectory(HttpSession(), url)


def _is_up_to_date(desk: Desk) -> bool:
    """Tell whether the starter catalogue is there and is this version's."""
    version = desk.world.bundle.content_hash
    known = desk.world.casebook.setting(STARTER_VERSION) == version and desk.world.catalogue.index_is_current()
    return known and bool(desk.catalogue_status().starter.total)


def _bring_up_to_date(desk: Desk, installation: Installation) -> None:
    """The search knows the errands, the starter catalogue is this version's, and lapsed drafts are gone."""
    from desk.errands.catalogue_entries import errand_entries

    world = desk.world
    world.catalogue.keep_index_current()
    world.catalogue.know_errands(lambda: errand_entries(world.bundle), world.bundle.content_hash)
    desk.erase_lapsed_drafts()
    version = world.bundle.content_hash
    if not _is_up_to_date(desk):
        from desk.errands.starter_catalogue import filled_in
        from services.starter_documents import StarterDocuments

        filled = filled_in(_starter_files(installation), world.bundle.definitions.parameters, world.clock.today())
        desk.import_catalogue(StarterDocuments(filled), starter=True)
        world.casebook.set_setting(STARTER_VERSION, version)


def _starter_files(installation: Installation) -> dict[str, bytes]:
    files = sorted(installation.starter.rglob("*.json"))
    return {path.relative_to(installation.starter).as_posix(): path.read_bytes() for path in files}


def window(data_dir: Path | None) -> int:
    """Open the window and return the exit code when it is closed."""
    parts = window_parts(data_dir or default_data_dir(), os.environ.get("DESK_PASSPHRASE"))
    from ui.app import run_window

    return run_window(parts)


def window_parts(data_dir: Path, passphrase: str | None) -> Parts:
    """Return what the window is made of. Nothing of it opens a store before the window asks for it."""
    from ui.binding import leave_imports_alone

    gc.set_threshold(OBJECTS_BEFORE_A_LOOK)
    leave_imports_alone()  # first: it makes every import after it cheaper
    from ui.app import Parts
    from ui.door import DoorParts

    return Parts(
        door=DoorParts(
            folder=data_dir,
            folder_exists=lambda: (data_dir / "folder.json").exists(),
            open_desk=lambda passphrases: opened_desk(data_dir, passphrases),
            check_key=lambda passphrases: check_key(data_dir, passphrases),
            let_in_again=lambda key, passphrases: let_in_again(data_dir, key, passphrases),
            given=passphrase,
        ),
        fonts=Installation().fonts,
        lexicon=Lexicon(),
        clock=HelsinkiClock(),
        recovery_sheet=lambda key, folder, language: papers().recovery_sheet(key, folder, language),
        refresh_start=_refresh_start,
        packs=lambda opened: packs(_really_open(opened)),
        new_day=_new_day,
    )


def check_key(data_dir: Path, passphrases: PassphraseGiver) -> None:
    """Raise ``WrongKey`` or its kin when the folder would not open with this: the clerk comes back to a locked desk."""
    from offline_cache.folder import describe, unlock

    unlock(data_dir, describe(data_dir), folder_tools(data_dir, passphrases))


def let_in_again(data_dir: Path, recovery_key: str, passphrases: PassphraseGiver) -> None:
    """Give a folder whose key was lost a new one, by its recovery sheet: a new passphrase, or the keyring once more."""
    from offline_cache.folder import describe, recover
    from offline_cache.keys import read_recovery_key
    from offline_cache.lock import take_writer_lock

    describe(data_dir)
    key = read_recovery_key(recovery_key)
    lock = take_writer_lock(data_dir, HelsinkiClock().now())
    try:
        recover(data_dir, key, folder_tools(data_dir, passphrases))
    finally:
        lock.close()


def _new_day(opening: Opening) -> Day:
    from ui.new_day import new_day

    return new_day(opening)
