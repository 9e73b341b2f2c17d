"""The channels of the generated catalogue: places, online services, pages, phones and forms."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.national_catalogue.drawing import (
    CHANNELS_OF_A_BLOCK,
    Drawing,
    languages,
    modified,
    opening,
    page,
    phone,
    typed,
)
from tests.national_catalogue.organizations import Organizations
from tests.national_catalogue.services import Services
from tests.national_catalogue.vocabulary import Matter

PLACE, ONLINE, WEB, PHONE, FORM = "ServiceLocation", "EChannel", "WebPage", "Phone", "PrintableForm"
KINDS = (PLACE, PLACE, PLACE, PLACE, PLACE, PLACE, PHONE, ONLINE, ONLINE, WEB, PHONE, FORM)


def kind_of(number: int) -> str:
    """What kind a channel is: 38 of 72 are places."""
    block, of_block = divmod(number, CHANNELS_OF_A_BLOCK)
    return PLACE if of_block == 6 and block % 3 == 0 else KINDS[of_block]


class Channels:
    """Makes one channel after another."""

    def __init__(self, drawing: Drawing, organizations: Organizations, services: Services) -> None:
        self._drawing = drawing
        self._organizations = organizations
        self._services = services

    def one(self, number: int) -> dict[str, Any]:
        """One channel."""
        random = self._drawing.dice("channel", number)
        owner = self._organizations.owner_of(number // CHANNELS_OF_A_BLOCK)
        members = self._drawing.services_of(number)
        about = self._drawing.matter_of(members[0]) if members else self._drawing.words.matter(random)
        spoken = languages(random)
        kind = kind_of(number)
        town = self._organizations.town_of(owner) or self._drawing.places.town(random)
        texts = {"Summary": 120, "Description": 420}
        return {
            "id": self._drawing.id("channel", number),
            "sourceId": None,
            "serviceChannelType": kind,
            "organizationId": self._drawing.id("organization", owner),
            "serviceChannelNames": typed("Name", self._names(random, about, spoken, kind)),
            "serviceChannelDescriptions": [
                row
                for told, length in texts.items()
                for row in typed(told, {each: self._drawing.words.text(random, each, about, length) for each in spoken})
            ],
            "areaType": "LimitedType",
            "areas": self._drawing.places.area(town),
            "languages": spoken,
            "serviceHours": opening(random) if kind in (PLACE, PHONE) else [],
            **self._of_its_kind(random, kind, town, number),
            "services": [self._connection(random, each) for each in members],
            "serviceCollections": [],
            "publishingStatus": "Published",
            "modified": modified(random),
            "responsibleSoteOrganization": None,
            "ontologyTerms": self._drawing.classes.terms(random, about) if random.random() < 0.3 else [],
        }

    def _names(self, random: Random, about: Matter, spoken: list[str], kind: str) -> dict[str, str]:
        if kind == PLACE:
            area = random.choice(self._drawing.words.areas)
            what = random.choice(self._drawing.words.place_kinds)
            named = {"fi": f"{area[1]} {what['fi']}", "sv": f"{area[0]} {what['sv']}"}
            named["en"] = f"{area[0]} {what['en'].replace('-', ' ')}"
            return {each: named[each] for each in spoken}
        ends = {
            ONLINE: {"fi": "verkkoasiointi", "sv": "e-tjänst", "en": "online service"},
            WEB: {"fi": "verkkosivu", "sv": "webbsida", "en": "website"},
            PHONE: {"fi": "puhelinneuvonta", "sv": "telefonrådgivning", "en": "telephone service"},
            FORM: {"fi": "lomake", "sv": "blankett", "en": "form"},
        }[kind]
        return {each: f"{about.named(each)}, {ends[each]}" for each in spoken}

    def _of_its_kind(self, random: Random, kind: str, town: Any, number: int) -> dict[str, Any]:
        if kind == PLACE:
            return {
                "oid": None,
                "displayNameType": [{"type": "Name", "language": "fi"}],
                "phoneNumbers": [phone(random) for _ in range(random.randrange(3))],
                "emails": [{"value": "palvelu@esimerkki.example", "language": "fi"}],
                "webPages": [page(random, "Kotisivu")],
                "addresses": [self._drawing.places.address(random, town)],
            }
        pages = [page(random, "Asiointi")]
        support = {"supportPhones": [phone(random)] if random.random() < 0.3 else [], "supportEmails": []}
        if kind == PHONE:
            return {"phoneNumbers": [phone(random, note="asiakaspalvelu")], "supportEmails": [], "webPages": pages}
        if kind == FORM:
            urls = [{"language": "fi", "value": f"https://www.esimerkki.example/lomake{number}.pdf", "type": "PDF"}]
            codes = [{"language": "fi", "value": f"L{number % 9_000}"}]
            return {**support, "formIdentifier": codes, "channelUrls": urls, "deliveryAddresses": [], "webPages": []}
        signed = {"signatureQuantity": 0, "requiresSignature": False, "requiresAuthentication": random.random() < 0.5}
        level = {"accessibilityClassificationLevel": "PartiallyCompliant", "wcagLevel": "LevelAA", "language": "fi"}
        return {
            **support,
            **(signed if kind == ONLINE else {}),
            "webPages": pages,
            "accessibilityClassification": [level],
        }

    def _connection(self, random: Random, service: int) -> dict[str, Any]:
        return {
            "service": {"id": self._drawing.id("service", service), "name": self._services.name(service)},
            "serviceChargeType": None,
            "description": [],
            "extraTypes": [],
            "serviceHours": [],
            "contactDetails": None,
            "digitalAuthorizations": [],
            "modified": modified(random),
        }
