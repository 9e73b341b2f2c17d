"""Builds what is done with outreach packs and official forms. Imported when a pack or a form is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from functools import cache

from desk.errands.brought_errands import judged
from desk.usecases.desk_rooms import Desk
from desk.usecases.pack_rooms import Counter, PackRooms, PackWorld
from offline_cache.catalogue.form_files import SqlFormShelf
from offline_cache.catalogue.pack_shelf import SqlPackShelf
from offline_cache.catalogue.store import SqlCatalogue
from offline_cache.catalogue.words import Forms
from offline_cache.store import DeskFolder
from services.form_fetcher import HttpForms
from services.http_session import HttpSession
from services.pack_file import PackFilesOnDisk
from services.signing import Ed25519Keys


@contextmanager
def packs_of(
    desk: Desk,
    folder: DeskFolder,
    forms: Callable[[], Forms],
    starter: Callable[[], Mapping[str, bytes]],
    stopped: Callable[[], bool],
) -> Iterator[PackRooms]:
    """Hand over the rooms of an open desk, for one thread at a time, which need not be the store's.

    They have a connection of their own, so that the window's search goes on meanwhile; one to the network is made when
    a form is fetched.
    """
    world = desk.world

    def judge(bundle: bytes) -> None:
        judged(bundle, starter(), world.clock.today())

    with ExitStack() as stack:

        @cache
        def fetcher() -> HttpForms:
            return HttpForms(stack.enter_context(closing(HttpSession(stopped=stopped))))

        connection = folder.catalogue
        if folder.lock is not None:
            connection = stack.enter_context(closing(folder.another_catalogue()))
        catalogue = SqlCatalogue(connection, forms)
        yield PackRooms(
            Counter(world.casebook, catalogue, world.clock, world.bundle, desk.duty),
            PackWorld(
                files=PackFilesOnDisk(),
                keys=Ed25519Keys(),
                shelf=SqlPackShelf(connection, catalogue, judge),
                forms=SqlFormShelf(connection),
                fetcher=fetcher,
            ),
        )
