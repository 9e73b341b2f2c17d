"""Organizations, general descriptions and collections of the generated catalogue."""

from __future__ import annotations

from typing import Any, Final

from tests.national_catalogue.drawing import Drawing, languages, modified, page, phone, typed
from tests.national_catalogue.places import Town

STATE, COUNTY, MUNICIPALITY, INSURER = "State", "RegionalOrganization", "Municipality", "Organization"
INSURERS: Final = 10
UNIVERSITY_HOSPITAL = "HUS-yhtymä"


class Organizations:
    """Who offers services: public bodies first, then as many made-up companies and associations as are wanted."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        names = drawing.words.names
        self._public = [
            *((STATE, name, None) for name in names["state"]),
            *((COUNTY, f"{name.split(' ', 1)[1]} hyvinvointialue", None) for name in names["counties"]),
            (COUNTY, UNIVERSITY_HOSPITAL, None),
            *((MUNICIPALITY, f"{town.genitive} kunta", town) for town in drawing.places.towns),
        ]
        self._first_county = len(names["state"])
        self._first_town = self._first_county + len(names["counties"]) + 1
        self._names: dict[int, str] = {}

    def kind_of(self, number: int) -> str:
        """The type of an organization."""
        if number < len(self._public):
            return self._public[number][0]
        return INSURER if number < len(self._public) + INSURERS else "Company"

    def name(self, number: int) -> str:
        """The Finnish name."""
        if number not in self._names:
            self._names[number] = self._name(number)
        return self._names[number]

    def _name(self, number: int) -> str:
        if number < len(self._public):
            return self._public[number][1]
        random = self._drawing.dice("name", number)
        made_up = self._drawing.words.odd(random)
        if number < len(self._public) + INSURERS:
            return f"Eläkevakuutusyhtiö {made_up}"
        return f"{made_up} {random.choice(self._drawing.words.names['company_ends'])}"

    def town_of(self, number: int) -> Town | None:
        """The municipality that an organization is."""
        return self._public[number][2] if number < len(self._public) else None

    def owner_of(self, block: int) -> int:
        """Who offers what is in a block of services: municipalities most of all."""
        random = self._drawing.dice("owner", block)
        drawn = random.random()
        if drawn < 0.62:
            return self._first_town + self._drawing.places.town(random).number
        if drawn < 0.76:
            return random.randrange(self._first_county, self._first_town)
        if drawn < 0.82:
            return random.randrange(self._first_county)
        return random.randrange(len(self._public), max(self._drawing.sizes.organizations, len(self._public) + 1))

    def one(self, number: int) -> dict[str, Any]:
        """One organization (the wire's version 10 model)."""
        random = self._drawing.dice("organization", number)
        name, town = self.name(number), self.town_of(number)
        about = self._drawing.words.matter(random)
        spoken = languages(random)
        told = {language: self._drawing.words.text(random, language, about, 600) for language in spoken}
        names = dict.fromkeys(spoken, name)
        place = town or self._drawing.places.town(random)
        return {
            "id": self._drawing.id("organization", number),
            "sourceId": None,
            "oid": "",
            "parentOrganizationId": None,
            "municipality": town.wire if town else None,
            "organizationType": self.kind_of(number),
            "businessCode": f"0000{number:03}-0",
            "businessName": name,
            "organizationNames": typed("Name", names),
            "displayNameType": [{"type": "Name", "language": language} for language in spoken],
            "areaType": None,
            "areas": None,
            "organizationDescriptions": typed("Description", told),
            "emails": [{"description": None, "value": "kirjaamo@esimerkki.example", "language": "fi"}],
            "phoneNumbers": [phone(random, note="vaihde")],
            "webPages": [page(random, name)],
            "addresses": [self._drawing.places.address(random, place, "Visiting", detailed=False)],
            "publishingStatus": "Published",
            "modified": modified(random),
        }


def general_description(drawing: Drawing, number: int) -> dict[str, Any]:
    """One general description (the wire's version 10 model)."""
    random = drawing.dice("general", number)
    about = drawing.words.matters[number % len(drawing.words.matters)]
    spoken = languages(random)
    texts = {"Summary": 140, "BackgroundDescription": 640, "UserInstruction": 190}
    return {
        "id": drawing.id("general", number),
        "names": typed("Name", {language: f"{about.named(language)} (yleinen)" for language in spoken}),
        "descriptions": [
            row
            for kind, length in texts.items()
            for row in typed(kind, {lang: drawing.words.text(random, lang, about, length) for lang in spoken})
        ],
        "languages": spoken,
        "serviceClasses": drawing.classes.service_classes(random, about),
        "ontologyTerms": drawing.classes.terms(random, about),
        "targetGroups": drawing.classes.target_groups(random),
        "lifeEvents": drawing.classes.life_events(random),
        "industrialClasses": [],
        "requirements": [{"language": "fi", "value": None}],
        "type": "Service",
        "serviceChargeType": "FreeOfCharge",
        "legislation": [
            {"names": [{"value": "Laki toiminnasta", "language": "fi"}], "webPages": [page(random, "Laki")]}
        ],
        "generalDescriptionType": "Municipality",
        "modified": modified(random),
        "publishingStatus": "Published",
    }


def collection(drawing: Drawing, number: int) -> dict[str, Any]:
    """One collection of services that are near each other."""
    random = drawing.dice("collection", number)
    about = drawing.words.matter(random)
    first = number * drawing.sizes.services // max(drawing.sizes.collections, 1)
    members = range(first, min(first + random.randint(2, 12), drawing.sizes.services))
    channels = [channel for service in members for channel in drawing.channels_of(service)[:1]]
    return {
        "id": drawing.id("collection", number),
        "sourceId": None,
        "organizationId": drawing.id("organization", random.randrange(drawing.sizes.organizations)),
        "serviceCollectionNames": [{"value": about.named("fi"), "language": "fi"}],
        "serviceCollectionDescriptions": [
            {"value": drawing.words.text(random, "fi", about, 300), "language": "fi"},
        ],
        "services": [
            {"id": drawing.id("service", each), "name": typed("Name", {"fi": drawing.matter_of(each).named("fi")})}
            for each in members
        ],
        "serviceChannels": [{"id": drawing.id("channel", each), "name": []} for each in dict.fromkeys(channels)],
        "publishingStatus": "Published",
        "modified": modified(random),
    }
