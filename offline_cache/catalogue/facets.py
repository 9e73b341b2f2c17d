"""What a service, channel or general description can be narrowed by, with the names that come with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from desk.model.catalogue import (
    Area,
    Channel,
    ChannelKind,
    Classification,
    Classifications,
    GeneralDescription,
    Role,
    Service,
)
from desk.model.local_text import NO_TEXT, LocalText
from desk.model.search import Facet, FacetKind
from offline_cache.catalogue.marks import EVERYWHERE

Named = tuple[Facet, LocalText]
OrganizationNames = Mapping[str, Mapping[str, str]]


def facets_of(item: Service | Channel | GeneralDescription, organizations: OrganizationNames) -> dict[Facet, LocalText]:
    """All its values, each once. The kinds of a service's channels are the channels' own: they may come later."""
    if isinstance(item, Service):
        return dict(_of_service(item, organizations))
    if isinstance(item, Channel):
        return dict(_of_channel(item, organizations))
    return {EVERYWHERE: NO_TEXT, **dict(_of_classes(item.classes))}


def _of_service(item: Service, organizations: OrganizationNames) -> Iterator[Named]:
    for offer in item.offers:
        if offer.role is not Role.PRODUCER:
            yield _agency(offer.organization, organizations, offer.name)
    yield from _of_classes(item.classes)
    yield from _of_areas(item.areas, everywhere=item.nationwide or item.source.starter)
    yield from _of_languages(item.languages)


def _of_channel(item: Channel, organizations: OrganizationNames) -> Iterator[Named]:
    if item.organization:
        yield _agency(item.organization, organizations, None)
    yield Facet(FacetKind.CHANNEL_KIND, item.kind.value), NO_TEXT
    yield from _of_languages(item.languages)
    doors = {
        each.municipality_code: each.municipality
        for each in item.contacts.addresses
        if each.municipality_code and not each.is_postal
    }
    if item.kind is ChannelKind.PLACE and doors:
        yield from ((Facet(FacetKind.AREA, code), name) for code, name in doors.items())
    else:
        yield from _of_areas(item.areas, everywhere=item.nationwide or item.source.starter)


def _of_classes(classes: Classifications) -> Iterator[Named]:
    yield from _classified(FacetKind.LIFE_EVENT, classes.life_events)
    yield from _classified(FacetKind.SERVICE_CLASS, classes.service_classes)
    yield from _classified(FacetKind.TARGET_GROUP, classes.target_groups)


def _classified(kind: FacetKind, concepts: Iterable[Classification]) -> Iterator[Named]:
    for concept in concepts:
        if value := concept.code or concept.uri:
            yield Facet(kind, value), concept.name


def _of_areas(areas: Sequence[Area], *, everywhere: bool) -> Iterator[Named]:
    """Municipalities only: a region names those it covers. What does not say where it is given may be given here."""
    found = any(area.municipalities for area in areas)
    if everywhere or not found:
        yield EVERYWHERE, NO_TEXT
        return
    for area in areas:
        for code in area.municipalities:
            yield Facet(FacetKind.AREA, code), area.name if len(area.municipalities) == 1 else NO_TEXT


def _of_languages(languages: Iterable[str]) -> Iterator[Named]:
    for language in languages:
        yield Facet(FacetKind.LANGUAGE, language), NO_TEXT


def _agency(identity: str, organizations: OrganizationNames, copied: str | None) -> Named:
    names = organizations.get(identity) or ({"fi": copied} if copied else {})
    return Facet(FacetKind.AGENCY, identity), LocalText(dict(names))
