"""The use cases of packs and forms, together: made when one of them is first wanted, for a start needs none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk.errands.bundle import Bundle
from desk.ports import Casebook, CatalogueStore, Clock
from desk.ports.form_fetcher import FormFetcher
from desk.ports.packs import FormShelf, PackFiles, PackShelf, PublisherKeys
from desk.usecases.duty import Duty
from desk.usecases.errands_version import errands_version
from desk.usecases.form_files import FormFiles
from desk.usecases.make_pack import MakePack, Making
from desk.usecases.open_pack import Opening, OpenPack
from desk.usecases.trust_publishers import TrustPublishers


@dataclass(frozen=True, slots=True)
class PackWorld:
    """What packs and forms need from the world, beside what the desk has anyway."""

    files: PackFiles
    keys: PublisherKeys
    shelf: PackShelf
    forms: FormShelf
    fetcher: Callable[[], FormFetcher]


@dataclass(frozen=True, slots=True)
class Counter:
    """What the desk has anyway."""

    casebook: Casebook
    catalogue: CatalogueStore
    clock: Clock
    bundle: Bundle
    duty: Duty


class PackRooms:
    """Each attribute is one thing that is done with packs and forms."""

    def __init__(self, counter: Counter, world: PackWorld) -> None:
        self.publishers = TrustPublishers(counter.casebook, world.keys, counter.clock, counter.duty)
        self.forms = FormFiles(counter.catalogue, world.forms, world.fetcher, counter.bundle, counter.clock)
        self.make_pack = MakePack(
            Making(world.files, world.shelf, self.publishers, self.forms, counter.clock, counter.bundle)
        )
        self.open_pack = OpenPack(
            Opening(
                world.files,
                world.shelf,
                self.publishers,
                counter.catalogue,
                counter.clock,
                errands_version(counter.bundle),
            )
        )
