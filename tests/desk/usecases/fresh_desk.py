"""A desk over what ships, with a small catalogue in memory whose ages, channels and changes a test sets."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from desk.errors import ServiceUnknown
from desk.model.catalogue import ChannelId, ChannelKind, Contacts, ServiceId, Source, WebLink
from desk.model.freshness import ObjectAge, Surroundings
from desk.model.local_text import LocalText
from desk.model.search import ServicePointer
from desk.model.service_sheet import ServiceSheet, SheetChannel, SheetKind
from desk.usecases.desk_rooms import Desk
from tests.desk.usecases.rooms import desk_over, real_bundle
from tests.fakes import FakeCatalogue, FakeClock
from tests.fresh_fakes import FakeCatalogueNews, FakeCatalogueTies, fresh_fakes

NOTICE = "tiski-s-notice-of-death"
"""The service that the step of the same matter points at."""
OFFICE = "office"
STEP = "death_of_close_one/death_notice"
LINK = "https://office.example/serve"


class SmallCatalogue(FakeCatalogue):
    """Knows the sheets that a test gave it."""

    def __init__(self) -> None:
        """It knows nothing."""
        self.sheets: dict[str, ServiceSheet] = {}

    def sheet(self, identity: str, now: datetime) -> ServiceSheet:
        """The sheet."""
        if identity not in self.sheets:
            raise ServiceUnknown(service=identity)
        return self.sheets[identity]

    def resolve(self, pointer: ServicePointer) -> tuple[ServiceId, ...]:
        """The service by its id."""
        return (ServiceId(pointer.service),) if pointer.service in self.sheets else ()


@dataclass
class FreshDesk:
    """The desk, and what a test sets."""

    clock: FakeClock = field(default_factory=FakeClock)
    catalogue: SmallCatalogue = field(default_factory=SmallCatalogue)
    ties: FakeCatalogueTies = field(default_factory=FakeCatalogueTies)
    news: FakeCatalogueNews = field(default_factory=FakeCatalogueNews)
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        """One service with one office, fetched just now."""
        world = desk_over(real_bundle(), clock=self.clock).world
        fresh = replace(fresh_fakes(world.casebook), ties=self.ties, news=self.news)
        self.desk = Desk(replace(world, catalogue=self.catalogue, fresh=fresh))
        self.fetched_ago(timedelta())

    def fetched_ago(self, ago: timedelta, *, channel_ago: timedelta | None = None) -> None:
        """The service, and its office, came so long ago."""
        now = self.clock.now()
        office = SheetChannel(
            ChannelId(OFFICE),
            ChannelKind.PLACE,
            LocalText({"fi": "Toimisto", "en": "Office"}),
            contacts=Contacts(links=(WebLink(LINK),)),
            fetched=now - (ago if channel_ago is None else channel_ago),
        )
        self.catalogue.sheets[NOTICE] = ServiceSheet(
            SheetKind.SERVICE,
            NOTICE,
            LocalText({"fi": "Ilmoitus", "en": "Notice"}),
            channels=(office,),
            organizations=(LocalText({"fi": "Virasto", "en": "Agency"}),),
            fetched=now - ago,
        )
        self.catalogue.sheets[OFFICE] = ServiceSheet(
            SheetKind.CHANNEL, OFFICE, office.names, channels=(office,), fetched=office.fetched
        )
        self.ties.known = {NOTICE: ObjectAge(now - ago, Source()), OFFICE: ObjectAge(now - ago, Source())}
        self.ties.tied = {NOTICE: Surroundings(frozenset({OFFICE}))}

    def lose(self, identity: str) -> None:
        """It is no longer in the catalogue."""
        self.catalogue.sheets.pop(identity)
        self.ties.known.pop(identity)
        self.ties.tied.pop(identity, None)
