"""Generates a large catalogue in the form of PTV v11, from a seed: for benchmarks and trials, never committed.

Run ``python -m tools.generate_catalogue OUT.json [SERVICES] [SEED]``. Words are put together from real
Finnish, Swedish and English parts, so that lengths, inflection and compounds are as in real catalogues.
"""

from __future__ import annotations

import random
import sys
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

FIRST_PARTS = {
    "fi": (
        "asumis koulutus perhe vanhus lapsi nuoriso terveys hammas mielenterveys päihde vammais maahanmuuttaja "
        "työllisyys yritys rakennus ympäristö jäte vesi tie liikenne kirjasto liikunta kulttuuri museo musiikki "
        "päivähoito esiopetus perusopetus lukio aikuis kotihoito kuntoutus kuljetus tulkki sosiaali talous velka "
        "eläke toimeentulo opinto matka passi ajoneuvo vene metsä maatalous kalastus metsästys eläin pysäköinti"
    ),
    "sv": (
        "bostads utbildnings familje äldre barn ungdoms hälso tand mental missbrukar handikapp invandrar "
        "sysselsättnings företags byggnads miljö avfalls vatten väg trafik biblioteks idrotts kultur museums musik "
        "dagvårds förskole skol gymnasie vuxen hemvårds rehabiliterings transport tolk social ekonomi skuld "
        "pensions utkomst studie rese pass fordons båt skogs jordbruks fiske jakt djur parkerings"
    ),
    "en": (
        "housing education family elderly children youth health dental mental substance disability immigrant "
        "employment business building environment waste water road traffic library sports culture museum music "
        "daycare preschool school secondary adult homecare rehabilitation transport interpreter social economy "
        "debt pension income study travel passport vehicle boat forest farming fishing hunting animal parking"
    ),
}
SECOND_PARTS = {
    "fi": "tuki neuvonta palvelu lupa ohjaus ilmoitus hakemus avustus kurssi vuokra maksu tarkastus todistus",
    "sv": "stöd rådgivning service tillstånd handledning anmälan ansökan bidrag kurs hyra avgift granskning",
    "en": "support advice service permit guidance notification application grant course rent fee inspection",
}
SENTENCES = {
    "fi": (
        "Palvelu on tarkoitettu kunnan asukkaille, jotka tarvitsevat apua arjessaan ja asioinnissaan.",
        "Hakemus käsitellään noin kolmessa viikossa, ja päätöksestä saa ilmoituksen kotiin postitse.",
        "Ota mukaasi henkilöllisyystodistus, tuloselvitys ja mahdolliset lääkärinlausunnot.",
        "Neuvomme puhelimessa arkisin ja ohjaamme tarvittaessa oikeaan toimipisteeseen.",
        "Maksuun vaikuttavat perheen koko ja tulot sekä palvelun määrä kuukaudessa.",
        "Voit hakea palvelua verkossa, lomakkeella tai käymällä palvelupisteessä.",
    ),
    "sv": (
        "Servicen är avsedd för kommunens invånare som behöver hjälp i vardagen och med sina ärenden.",
        "Ansökan behandlas på ungefär tre veckor och beslutet skickas hem per post.",
        "Ta med dig identitetsbevis, inkomstutredning och eventuella läkarutlåtanden.",
        "Vi ger råd per telefon på vardagar och hänvisar vid behov till rätt verksamhetsställe.",
    ),
    "en": (
        "The service is meant for residents of the municipality who need help in everyday life.",
        "The application is processed in about three weeks and the decision is sent to your home.",
        "Bring an identity document, an account of your income and any medical certificates.",
        "We give advice by phone on weekdays and direct you to the right office when needed.",
    ),
}
FIRST = {language: parts.split() for language, parts in FIRST_PARTS.items()}
SECOND = {language: parts.split() for language, parts in SECOND_PARTS.items()}
PLACES = ("Kuopio", "Oulu", "Turku", "Vaasa", "Lahti", "Kotka", "Salo", "Kajaani", "Rauma", "Inari", "Kemi", "Porvoo")
ORGANIZATIONS = 400
SERVICES_PER_PLACE = 3
CLASSES = 229
ONTOLOGY_TERMS = 3_000
LANGUAGES = ("fi", "sv", "en")


class Generator:
    """Everything follows from the seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._organizations = [
            {"id": self._uuid(), "name": f"{PLACES[n % len(PLACES)]}n yksikkö {n}"} for n in range(ORGANIZATIONS)
        ]

        self._classes = [{"code": f"P{number}", "name": _plain(self._names())} for number in range(1, CLASSES)]
        self._terms = [{"code": None, "name": _plain(self._names())} for _ in range(ONTOLOGY_TERMS)]

    def objects(self, services: int) -> Iterator[dict[str, Any]]:
        """Organizations, then services, with a channel for every third of them."""
        for each in self._organizations:
            yield {"id": each["id"], "organizationNames": _named(dict.fromkeys(LANGUAGES, each["name"]))}
        place: dict[str, Any] = {}
        for number in range(services):
            if number % SERVICES_PER_PLACE == 0:
                place = self._place()
                yield place
            yield self._service(place)

    def _uuid(self) -> str:
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def _names(self) -> dict[str, str]:
        first = self._random.randrange(len(FIRST["fi"]))
        second = self._random.randrange(len(SECOND["sv"]))
        joined = {language: f"{FIRST[language][first]}{SECOND[language][second]}" for language in ("fi", "sv")}
        joined["en"] = f"{FIRST['en'][first]} {SECOND['en'][second]}"
        place = self._random.choice(PLACES)
        return {
            language: f"{text.capitalize()} {place} {self._random.randrange(99)}" for language, text in joined.items()
        }

    def _texts(self, kind: str, count: int) -> list[dict[str, str]]:
        return [
            {"language": language, "type": kind, "value": " ".join(self._some(SENTENCES[language], count))}
            for language in LANGUAGES
        ]

    def _some(self, sentences: Sequence[str], count: int) -> list[str]:
        added = [f"{self._random.choice(FIRST['fi'])}{self._random.choice(SECOND['fi'])}." for _ in range(count)]
        return [*self._random.choices(sentences, k=count), *added]

    def _service(self, place: dict[str, Any]) -> dict[str, Any]:
        names = self._names()
        return {
            "id": self._uuid(),
            "type": "Service",
            "serviceNames": _named(names),
            "serviceChargeType": "FreeOfCharge",
            "areaType": self._random.choice(("Nationwide", "LimitedType", "LimitedType")),
            "areas": [{"type": "Municipality", "municipalities": [{"code": f"{self._random.randrange(999):03}"}]}],
            "serviceDescriptions": [
                *self._texts("Summary", 1),
                *self._texts("Description", 5),
                *self._texts("UserInstruction", 2),
            ],
            "languages": list(LANGUAGES),
            "keywords": [{"language": "fi", "value": self._names()["fi"].split()[0]} for _ in range(4)],
            "serviceClasses": [self._random.choice(self._classes)],
            "ontologyTerms": self._random.sample(self._terms, 3),
            "organizations": [{"organization": self._random.choice(self._organizations), "roleType": "Responsible"}],
            "serviceChannels": [{"serviceChannel": {"id": place["id"], "name": None}, "serviceHours": []}],
            "publishingStatus": "Published",
            "modified": "2026-10-01T08:00:00.123456",
        }

    def _place(self) -> dict[str, Any]:
        return {
            "id": self._uuid(),
            "serviceChannelType": "ServiceLocation",
            "organizationId": self._random.choice(self._organizations)["id"],
            "serviceChannelNames": _named(self._names()),
            "serviceChannelDescriptions": [*self._texts("Summary", 1), *self._texts("Description", 2)],
            "phoneNumbers": [{"number": "295 000 000", "prefixNumber": "+358", "language": "fi"}],
            "addresses": [{"type": "Location", "streetAddress": {"street": [{"language": "fi", "value": "Katu"}]}}],
            "serviceHours": [
                {
                    "serviceHourType": "DaysOfTheWeek",
                    "isAlwaysOpen": False,
                    "openingHour": [
                        {"dayFrom": day, "dayTo": "", "from": "08:00:00", "to": "16:00:00"}
                        for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
                    ],
                }
            ],
            "publishingStatus": "Published",
            "modified": "2026-10-01T08:00:00.123456",
        }


def _named(texts: dict[str, str]) -> list[dict[str, str]]:
    return [{"language": language, "value": text, "type": "Name"} for language, text in texts.items()]


def _plain(texts: dict[str, str]) -> list[dict[str, str]]:
    return [{"language": language, "value": text} for language, text in texts.items()]


def generate(services: int = 20_000, seed: int = 2026) -> bytes:
    """The JSON of one file with all objects."""
    return msgspec.json.encode(list(Generator(seed).objects(services)))


def main(arguments: Sequence[str]) -> None:
    """Write the file that the arguments name."""
    path, *numbers = arguments
    services, seed = (*map(int, numbers), *(20_000, 2026)[len(numbers) :])
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(generate(services, seed))


if __name__ == "__main__":
    main(sys.argv[1:])
