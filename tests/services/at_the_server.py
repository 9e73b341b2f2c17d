"""What the tests of the reader share: the two names of each kind, and reading page by page."""

from __future__ import annotations

from desk.model.refresh import AreaKind, ObjectKind, SyncArea
from desk.ports.catalogue_feeds import CatalogueReader
from services.http_session import Manners
from tests.ptv_server.kinds import Kind
from tests.ptv_server.sample import CHANNELS, COLLECTIONS, GENERAL, ORGANIZATIONS, SERVICES
from tests.ptv_server.server import PtvServer

KINDS = {
    ObjectKind.SERVICE: Kind.SERVICE,
    ObjectKind.CHANNEL: Kind.CHANNEL,
    ObjectKind.ORGANIZATION: Kind.ORGANIZATION,
    ObjectKind.GENERAL_DESCRIPTION: Kind.GENERAL_DESCRIPTION,
    ObjectKind.COLLECTION: Kind.COLLECTION,
}
FIRST = {
    ObjectKind.SERVICE: SERVICES,
    ObjectKind.CHANNEL: CHANNELS,
    ObjectKind.ORGANIZATION: ORGANIZATIONS,
    ObjectKind.GENERAL_DESCRIPTION: GENERAL,
    ObjectKind.COLLECTION: COLLECTIONS,
}
WITH_AREA = (ObjectKind.SERVICE, ObjectKind.CHANNEL, ObjectKind.ORGANIZATION)
KUOPIO = SyncArea(AreaKind.MUNICIPALITY, "297")
SMALL = Manners(connect_seconds=5, read_seconds=5, longest_answer=100_000)


def all_ids(reader: CatalogueReader, kind: ObjectKind, **asked: object) -> list[str]:
    """Page by page, as the port says."""
    found: list[str] = []
    page = pages = 1
    while page <= pages:
        answer = reader.ids(kind, page, **asked)  # type: ignore[arg-type]
        found += answer.ids
        pages, page = answer.pages, page + 1
    return found


def all_of_area(reader: CatalogueReader, kind: ObjectKind, area: SyncArea) -> list[str]:
    found: list[str] = []
    page = pages = 1
    while page <= pages:
        answer = reader.objects_of_area(kind, area, page)
        assert not answer.problems
        found += [each.id for each in answer.objects]
        pages, page = answer.pages, page + 1
    return found


def of_area(server: PtvServer, kind: ObjectKind, *codes: str) -> set[str]:
    whole = kind is not ObjectKind.ORGANIZATION
    found = server.catalogue.entries(KINDS[kind], lambda each: each.serves(frozenset(codes), whole_country=whole))
    return {each.id for each in found if not each.ghost}
