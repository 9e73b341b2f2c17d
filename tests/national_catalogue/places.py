"""Municipalities, regions and addresses of the generated catalogue.

Names and codes of municipalities are real; where they lie, their postal codes and which region they belong to are
made up, always the same for a municipality, and inside the country's box of EPSG:3067 coordinates.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.national_catalogue.vocabulary import Vocabulary

MUNICIPALITIES = Path(__file__).resolve().parents[2] / "desk" / "content" / "municipalities.yaml"
ENDINGS = {
    **{"joki": "joen", "järvi": "järven", "mäki": "mäen", "koski": "kosken", "lahti": "lahden", "salmi": "salmen"},
    **{"niemi": "niemen", "lampi": "lammen", "vesi": "veden", "saari": "saaren", "ranta": "rannan"},
    **{"linna": "linnan", "nen": "sen", "vuori": "vuoren"},
}
CITIES = {
    "091",
    "049",
    "092",
    "837",
    "564",
    "853",
    "297",
    "398",
    "179",
    "609",
    "740",
    "167",
    "405",
    "905",
    "205",
    "638",
}


@dataclass(frozen=True)
class Town:
    """A municipality."""

    number: int
    code: str
    names: dict[str, str]
    region: int
    northing: int
    easting: int

    @property
    def genitive(self) -> str:
        """The Finnish name as an owner, by rule."""
        name = self.names["fi"]
        for ending, owning in ENDINGS.items():
            if name.lower().endswith(ending):
                return name[: -len(ending)] + owning
        return name + ("n" if name[-1] in "aeiouyäöå" else "in")

    @cached_property
    def wire(self) -> dict[str, Any]:
        """The municipality as it stands in areas and addresses."""
        return {
            "code": self.code,
            "name": [{"value": name, "language": language} for language, name in self.names.items()],
        }


class Places:
    """Where things are."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        read: dict[str, dict[str, str]] = yaml.load(MUNICIPALITIES.read_text(encoding="utf-8"), yaml.CSafeLoader)
        self._regions = words.names["regions"]
        self.towns = [
            _town(number, code, names, len(self._regions)) for number, (code, names) in enumerate(read.items())
        ]
        large = [5.0 if town.code in CITIES else 1.0 for town in self.towns]
        self._weights = [sum(large[: at + 1]) for at in range(len(large))]
        self._in_region = [
            [town for town in self.towns if town.region == region] for region in range(len(self._regions))
        ]

    def town(self, random: Random) -> Town:
        """A municipality; the large ones more often."""
        return random.choices(self.towns, cum_weights=self._weights)[0]

    def area(self, town: Town) -> list[dict[str, Any]]:
        """One municipality as an area."""
        return [{"type": "Municipality", "code": None, "name": None, "municipalities": [town.wire]}]

    def region(self, number: int) -> list[dict[str, Any]]:
        """A region with all its municipalities."""
        code, name = self._regions[number % len(self._regions)].split(" ", 1)
        members = self._in_region[number % len(self._regions)]
        names = [{"value": name, "language": "fi"}]
        return [{"type": "Region", "code": code, "name": names, "municipalities": [town.wire for town in members]}]

    def county(self, number: int) -> list[dict[str, Any]]:
        """The area of a wellbeing services county."""
        counties = self._words.names["counties"]
        code, owner = counties[number % len(counties)].split(" ", 1)
        members = self._in_region[number % len(self._regions)]
        names = [{"value": f"{owner} hyvinvointialue", "language": "fi"}]
        area = {"type": "WellbeingServiceCounties", "code": code, "name": names}
        return [{**area, "municipalities": [town.wire for town in members]}]

    def address(self, random: Random, town: Town, kind: str = "Location", detailed: bool = True) -> dict[str, Any]:
        """A street address in the municipality, with its point on the map."""
        place, owner = random.choice(self._words.areas)
        fi, sv = random.choice(self._words.names["streets"]).split()
        northing = town.northing + random.randint(-9_000, 9_000)
        easting = town.easting + random.randint(-9_000, 9_000)
        street = {
            "street": [{"value": owner + fi, "language": "fi"}, {"value": f"{place}{sv}", "language": "sv"}],
            "streetNumber": str(random.randint(1, 140)),
            "postalCode": f"{(int(town.code) * 107) % 99 + 1:02}{random.randrange(1, 99) * 10:03}",
            "postOffice": [{"value": town.names["fi"].upper(), "language": "fi"}],
            "municipality": town.wire,
            "additionalInformation": [{"value": f"{place}, käynti pihan puolelta", "language": "fi"}],
            "latitude": str(northing),
            "longitude": str(easting),
            "coordinateState": "Ok",
        }
        entrances = [_entrance(random, northing, easting)] if detailed and random.random() < ENTRANCES else []
        return {
            "type": kind,
            "subType": "Single" if kind == "Location" else "Street",
            "postOfficeBoxAddress": None,
            "streetAddress": street,
            "otherAddress": None,
            "locationAbroad": None,
            "entrances": entrances,
            "country": "FI",
        }


ENTRANCES = 0.3
ACCESSIBILITY = {
    "Reitti pääsisäänkäynnille": (
        "Liikkumisesteisten autopaikka on ulkona alle 30 metrin päässä sisäänkäynnistä.",
        "Saattoliikenteen pysähtymispaikka on sisäänkäynnin vieressä.",
        "Reitti on tasainen, riittävän leveä ja valaistu.",
    ),
    "Pääsisäänkäynti": (
        "Sisäänkäynti erottuu selkeästi ja on katettu.",
        "Sisäänkäynnin edessä on kaksi porrasta ja kaiteet molemmin puolin.",
        "Ovi on raskas avata käsin.",
        "Ovi avautuu automaattisesti liiketunnistimesta.",
    ),
    "Sisätiloissa": (
        "Palvelupisteessä on induktiosilmukka.",
        "Palvelukerroksessa on esteetön wc.",
        "Hissiin mahtuu pyörätuolin ja avustajan kanssa.",
    ),
}


def _entrance(random: Random, northing: int, easting: int) -> dict[str, Any]:
    groups = [
        {
            "sentenceGroup": [{"value": heading, "language": "fi"}],
            "sentences": [
                {"sentence": [{"value": sentence, "language": "fi"}]}
                for sentence in random.sample(sentences, random.randint(1, len(sentences)))
            ],
        }
        for heading, sentences in ACCESSIBILITY.items()
    ]
    return {
        "name": [],
        "isMainEntrance": True,
        "coordinates": {"latitude": f"{northing}.027", "longitude": f"{easting}.049"},
        "contactInfo": {"phone": None, "email": None, "url": None},
        "accessibilitySentences": groups,
    }


def _town(number: int, code: str, names: dict[str, str], regions: int) -> Town:
    lot = int.from_bytes(hashlib.blake2b(code.encode(), digest_size=8).digest(), "big")
    return Town(number, code, names, lot % regions, 6_640_000 + lot % 1_090_000, 110_000 + (lot >> 32) % 600_000)
