"""The services of the generated catalogue."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.national_catalogue.drawing import (
    SERVICES_OF_A_BLOCK,
    Drawing,
    languages,
    modified,
    opening,
    page,
    phone,
    typed,
)
from tests.national_catalogue.organizations import COUNTY, STATE, Organizations
from tests.national_catalogue.vocabulary import Matter

WITH_GENERAL_DESCRIPTION = 0.35
LENGTHS = {"Summary": (80, 150), "Description": (350, 1_300), "UserInstruction": (100, 500)}
OTHER_TEXTS = {"ChargeTypeAdditionalInfo": (40, 200), "ProcessingTime": (40, 120), "DeadLine": (40, 120)}


class Services:
    """Makes one service after another."""

    def __init__(self, drawing: Drawing, organizations: Organizations) -> None:
        self._drawing = drawing
        self._organizations = organizations

    def name(self, number: int) -> str:
        """The Finnish name."""
        return self._drawing.matter_of(number).named("fi")

    def one(self, number: int) -> dict[str, Any]:
        """One service."""
        drawing = self._drawing
        random = drawing.dice("service", number)
        about = drawing.matter_of(number)
        spoken = languages(random)
        general = random.random() < WITH_GENERAL_DESCRIPTION and drawing.sizes.general_descriptions
        area_type, areas = self._area(random, number)
        return {
            "id": drawing.id("service", number),
            "sourceId": None,
            "generalDescriptionId": drawing.id("general", random.randrange(general)) if general else None,
            "subType": None,
            "type": "PermitOrObligation" if about.fi.endswith("lupa") else "Service",
            "fundingType": "PubliclyFunded",
            "serviceNames": self._names(random, about, spoken),
            "serviceChargeType": random.choice(("FreeOfCharge", "Chargeable", None)),
            "areaType": area_type,
            "areas": areas,
            "serviceDescriptions": self._texts(random, about, spoken),
            "languages": [*spoken, *random.sample(("ru", "et", "ar", "so", "uk", "se"), random.randrange(2))],
            "serviceClasses": drawing.classes.service_classes(random, about),
            "ontologyTerms": drawing.classes.terms(random, about),
            "targetGroups": drawing.classes.target_groups(random),
            "lifeEvents": drawing.classes.life_events(random),
            "industrialClasses": [],
            "legislation": [],
            "keywords": self._keywords(random, spoken),
            "requirements": [
                {"value": drawing.words.text(random, lang, about, 90), "language": lang} for lang in spoken
            ],
            "serviceChannels": [self._connection(random, each) for each in drawing.channels_of(number)],
            "organizations": self._offers(random, number),
            "serviceVouchersInUse": False,
            "serviceVouchers": [],
            "serviceCollections": [],
            "publishingStatus": "Published",
            "modified": modified(random),
            "responsibleSoteOrganization": None,
        }

    def _names(self, random: Random, about: Matter, spoken: list[str]) -> list[dict[str, Any]]:
        others = {"fi": f"{self._drawing.words.odd(random)}-{about.fi}"} if random.random() < 0.2 else {}
        return [*typed("AlternativeName", others), *typed("Name", {each: about.named(each) for each in spoken})]

    def _texts(self, random: Random, about: Matter, spoken: list[str]) -> list[dict[str, Any]]:
        wanted = LENGTHS | {kind: length for kind, length in OTHER_TEXTS.items() if random.random() < 0.15}
        return [
            row
            for kind, (least, most) in wanted.items()
            for row in typed(
                kind,
                {each: self._drawing.words.text(random, each, about, random.randint(least, most)) for each in spoken},
            )
        ]

    def _keywords(self, random: Random, spoken: list[str]) -> list[dict[str, Any]]:
        many = random.choices(self._drawing.words.matters, k=random.randrange(7))
        return [{"value": each.named(language).lower(), "language": language} for language in spoken for each in many]

    def _area(self, random: Random, number: int) -> tuple[str, list[dict[str, Any]]]:
        owner = self._organizations.owner_of(number // SERVICES_OF_A_BLOCK)
        kind, town = self._organizations.kind_of(owner), self._organizations.town_of(owner)
        if kind == STATE:
            return "Nationwide", []
        if kind == COUNTY:
            return "LimitedType", self._drawing.places.county(owner)
        drawn = random.random()
        if drawn < 0.05:
            return random.choice(("Nationwide", "NationwideExceptAlandIslands")), []
        if drawn < 0.12:
            return "LimitedType", self._drawing.places.region(random.randrange(19))
        return "LimitedType", self._drawing.places.area(town or self._drawing.places.town(random))

    def _offers(self, random: Random, number: int) -> list[dict[str, Any]]:
        owner = self._organizations.owner_of(number // SERVICES_OF_A_BLOCK)
        reference = {"id": self._drawing.id("organization", owner), "name": self._organizations.name(owner)}
        offers = [{"organization": reference, "roleType": "Responsible", "provisionType": None}]
        if random.random() < 0.6:
            offers.append({"organization": reference, "roleType": "Producer", "provisionType": "SelfProducedServices"})
        return [{**offer, "additionalInformation": []} for offer in offers]

    def _connection(self, random: Random, channel: int) -> dict[str, Any]:
        detailed = random.random() < 0.08
        contacts = {
            "emails": [],
            "phoneNumbers": [phone(random)],
            "webPages": [page(random, "Asiointi")],
            "addresses": [],
        }
        return {
            "serviceChannel": {"id": self._drawing.id("channel", channel), "name": None},
            "serviceChargeType": None,
            "description": typed("Description", {"fi": "Palvelua saa täältä ajanvarauksella."}) if detailed else [],
            "extraTypes": [],
            "serviceHours": opening(random) if detailed else [],
            "contactDetails": contacts if detailed else None,
            "digitalAuthorizations": [],
            "modified": modified(random),
        }
