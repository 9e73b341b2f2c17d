"""From whole PTV objects to the desk's own model."""

from __future__ import annotations

from desk.model import catalogue as desk
from services.wire import ptv_v11 as wire
from services.wire.ptv_v11_contacts import addresses, connections, connections_of_channel
from services.wire.ptv_v11_parts import (
    areas,
    charge,
    concepts,
    day,
    emails,
    hours,
    laws,
    links,
    local,
    moment,
    names,
    phones,
    texts,
)

NATIONWIDE = ("Nationwide", "NationwideExceptAlandIslands")


def service(item: wire.Service) -> desk.Service:
    """A service with its connections."""
    return desk.Service(
        id=desk.ServiceId(item.id),
        names=names(item.service_names),
        source=_source(item),
        alternative_names=local(item.service_names, "AlternativeName"),
        texts=texts(item.service_descriptions),
        requirements=local(item.requirements),
        keywords=_keywords(item),
        charge=charge(item.service_charge_type),
        general_description=desk.GeneralDescriptionId(item.general_description_id)
        if item.general_description_id
        else None,
        kind=item.type or "Service",
        nationwide=item.area_type in NATIONWIDE,
        areas=areas(item.areas),
        languages=tuple(item.languages or ()),
        classes=_classes(item),
        offers=_offers(item),
        connections=connections(item.service_channels, item.id),
        laws=laws(item.legislation),
    )


def channel(item: wire.Channel) -> desk.Channel:
    """A channel of any type, with its side of the connections."""
    return desk.Channel(
        id=desk.ChannelId(item.id),
        kind=desk.ChannelKind(item.service_channel_type),
        names=names(item.service_channel_names),
        source=_source(item),
        alternative_names=local(item.service_channel_names, "AlternativeName"),
        organization=desk.OrganizationId(item.organization_id) if item.organization_id else None,
        texts=texts(item.service_channel_descriptions),
        nationwide=item.area_type in NATIONWIDE,
        areas=areas(item.areas),
        languages=tuple(item.languages or ()),
        contacts=_channel_contacts(item),
        hours=hours(item.service_hours),
        forms=tuple(
            desk.FormFile(form.value, None, form.type, form.language) for form in item.channel_urls or () if form.value
        ),
        form_identifier=local(item.form_identifier),
        attachments=tuple(
            desk.FormFile(each.url, each.name, each.type, each.language) for each in item.attachments or () if each.url
        ),
        requires_authentication=bool(item.requires_authentication),
        requires_signature=bool(item.requires_signature),
        web_accessibility=_web_accessibility(item),
        terms=concepts(item.ontology_terms),
        connections=connections_of_channel(item.services, item.id),
    )


def organization(item: wire.Organization) -> desk.Organization:
    """An organization."""
    parent = item.parent_organization_id
    return desk.Organization(
        id=desk.OrganizationId(item.id),
        names=names(item.organization_names),
        source=_source(item),
        alternative_names=local(item.organization_names, "AlternativeName"),
        texts=texts(item.organization_descriptions),
        kind=item.organization_type,
        business_code=item.business_code,
        municipality_code=item.municipality.code if item.municipality else None,
        parent=desk.OrganizationId(parent) if parent else None,
        contacts=desk.Contacts(
            phones(item.phone_numbers), emails(item.emails), links(item.web_pages), addresses(item.addresses)
        ),
    )


def general_description(item: wire.GeneralDescription) -> desk.GeneralDescription:
    """A general description."""
    return desk.GeneralDescription(
        id=desk.GeneralDescriptionId(item.id),
        names=names(item.names),
        source=_source(item),
        alternative_names=local(item.names, "AlternativeName"),
        texts=texts(item.descriptions),
        requirements=local(item.requirements),
        keywords=_keywords(item),
        charge=charge(item.service_charge_type),
        kind=item.type or "Service",
        classes=_classes(item),
        connections=connections(item.service_channels, item.id),
        laws=laws(item.legislation),
    )


def collection(item: wire.ServiceCollection) -> desk.ServiceCollection:
    """A service collection."""
    return desk.ServiceCollection(
        id=desk.CollectionId(item.id),
        names=names(item.service_collection_names),
        source=_source(item),
        texts=desk.Texts(description=local(item.service_collection_descriptions)),
        organization=desk.OrganizationId(item.organization_id) if item.organization_id else None,
        services=tuple(desk.ServiceId(each.id) for each in item.services or ()),
        channels=tuple(desk.ChannelId(each.id) for each in item.service_channels or ()),
    )


def _source(item: wire.Catalogued) -> desk.Source:
    replaces = item.replaces or ()
    return desk.Source(
        modified=moment(item.modified, "modified"),
        starter=item.id.startswith(desk.STARTER_NAMESPACE),
        address=item.source,
        checked=day(item.checked, "checked"),
        replaces=(replaces,) if isinstance(replaces, str) else tuple(replaces),
    )


def _keywords(item: wire.Service | wire.GeneralDescription) -> tuple[tuple[str, str], ...]:
    return tuple((word.language or "fi", word.value) for word in item.keywords or () if word.value)


def _classes(item: wire.Service | wire.GeneralDescription) -> desk.Classifications:
    return desk.Classifications(
        service_classes=concepts(item.service_classes),
        target_groups=concepts(item.target_groups),
        life_events=concepts(item.life_events),
        ontology_terms=concepts(item.ontology_terms),
        industrial_classes=concepts(item.industrial_classes),
    )


def _offers(item: wire.Service) -> tuple[desk.Offer, ...]:
    return tuple(
        desk.Offer(
            organization=desk.OrganizationId(each.organization.id),
            role=desk.Role(each.role_type or desk.Role.RESPONSIBLE),
            name=each.organization.name,
        )
        for each in item.organizations or ()
        if each.organization is not None
    )


def _channel_contacts(item: wire.Channel) -> desk.Contacts:
    return desk.Contacts(
        phones=phones([*(item.phone_numbers or ()), *(item.support_phones or ())]),
        emails=emails([*(item.emails or ()), *(item.support_emails or ())]),
        links=links(item.web_pages),
        addresses=addresses([*(item.addresses or ()), *(item.delivery_addresses or ())]),
    )


def _web_accessibility(item: wire.Channel) -> tuple[str, ...]:
    levels = (each.accessibility_classification_level for each in item.accessibility_classification or ())
    return tuple(dict.fromkeys(level for level in levels if level and level != "Unknown"))
