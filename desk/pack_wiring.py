"""Builds what is done with outreach packs and official forms. Imported when a pack or a form is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache

from desk.errands.brought_errands import judged
from desk.usecases.desk_rooms import Desk
from desk.usecases.pack_rooms import Counter, PackRooms, PackWorld
from offline_cache.catalogue.form_files import SqlFormShelf
from offline_cache.catalogue.pack_shelf import SqlPackShelf
from offline_cache.catalogue.store import catalogue_in
from offline_cache.catalogue.words import Forms
from offline_cache.store import DeskFolder
from services.form_fetcher import HttpForms
from services.http_session import HttpSession
from services.pack_file import PackFilesOnDisk
from services.signing import Ed25519Keys


@contextmanager
def packs_of(
    desk: Desk, folder: DeskFolder, forms: Callable[[], Forms], starter: Callable[[], Mapping[str, bytes]]
) -> Iterator[PackRooms]:
    """Hand over the rooms of an open desk; a connection to the network is made when a form is fetched, and closed."""
    world = desk.world

    def judge(bundle: bytes) -> None:
        judged(bundle, starter(), world.clock.today())

    with ExitStack() as stack:

        @cache
        def fetcher() -> HttpForms:
            session = HttpSession()
            stack.callback(session.close)
            return HttpForms(session)

        yield PackRooms(
            Counter(world.casebook, world.catalogue, world.clock, world.bundle),
            PackWorld(
                files=PackFilesOnDisk(),
                keys=Ed25519Keys(),
                shelf=SqlPackShelf(folder.catalogue, catalogue_in(folder, forms), judge),
                forms=SqlFormShelf(folder.catalogue),
                fetcher=fetcher,
            ),
        )
