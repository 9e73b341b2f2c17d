"""The classifications of the generated catalogue: codes of the real form, names of our own."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.national_catalogue.vocabulary import Matter, Vocabulary

TARGET_GROUPS = {
    "KR1": ("Kansalaiset", "Medborgare", "Citizens"),
    "KR1.1": ("Ikäihmiset", "Äldre", "Older people"),
    "KR1.2": ("Lapset ja lapsiperheet", "Barn och barnfamiljer", "Children and families"),
    "KR1.3": ("Nuoret", "Unga", "Young people"),
    "KR1.4": ("Maahanmuuttajat", "Invandrare", "Immigrants"),
    "KR1.5": ("Vammaiset", "Personer med funktionsnedsättning", "People with disabilities"),
    "KR2": ("Yritykset ja yhteisöt", "Företag och samfund", "Companies and communities"),
    "KR3": ("Viranomaiset", "Myndigheter", "Authorities"),
}
LIFE_EVENTS = {
    "KE1": ("Muutto", "Flyttning", "Moving"),
    "KE2": ("Työttömyys", "Arbetslöshet", "Unemployment"),
    "KE3": ("Lapsen syntymä", "Ett barn föds", "Having a child"),
    "KE4": ("Opiskelun alku", "Studiestart", "Starting studies"),
    "KE5": ("Velkaantuminen", "Skuldsättning", "Getting into debt"),
    "KE6": ("Yrityksen perustaminen", "Starta företag", "Starting a business"),
    "KE7": ("Läheisen kuolema", "En närståendes död", "Death of a close one"),
    "KE8": ("Ero", "Skilsmässa", "Divorce"),
    "KE9": ("Parisuhde", "Parförhållande", "Relationship"),
    "KE10": ("Eläkkeelle jääminen", "Pensionering", "Retiring"),
    "KE11": ("Vakava sairaus", "Allvarlig sjukdom", "Serious illness"),
    "KE12": ("Kuntoutuminen", "Rehabilitering", "Rehabilitation"),
}
SUBCLASSES = 8
LONGEST_OF_TERMS = 3


class Classes:
    """Draws classifications that fit what a service is about."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words

    def service_classes(self, random: Random, matter: Matter) -> list[dict[str, Any]]:
        """One or two, the first by the matter."""
        numbers = [matter.service_class]
        if random.random() < 0.3:
            numbers.append(random.randint(1, 28))
        return [self._service_class(number, random.randint(0, SUBCLASSES)) for number in dict.fromkeys(numbers)]

    def _service_class(self, number: int, part: int) -> dict[str, Any]:
        code = f"P{number}.{part}" if part else f"P{number}"
        about = self._words.matters[(number * 37 + part * 11) % len(self._words.matters)]
        described = [
            {
                "value": f"Palveluluokkaan {code} kuuluvat {about.fi} ja siihen liittyvät palvelut. " * 3,
                "language": "fi",
            },
            {"value": f"Till serviceklassen {code} hör {about.sv} och liknande service. " * 3, "language": "sv"},
        ]
        uri = f"http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/{code}"
        names = (f"Luokka {about.fi}", f"Klass {about.sv}", f"Class {about.en}")
        return {**_concept(code, "ptvserclass", uri, names), "description": described}

    def target_groups(self, random: Random) -> list[dict[str, Any]]:
        """Citizens nearly always."""
        codes = {"KR1"} if random.random() < 0.9 else {"KR2"}
        codes |= set(random.sample(list(TARGET_GROUPS), random.randrange(3)))
        base = "http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/"
        return [_concept(code, "ptvkohderyhmat", base + code, TARGET_GROUPS[code]) for code in sorted(codes)]

    def life_events(self, random: Random) -> list[dict[str, Any]]:
        """Mostly none."""
        codes = random.sample(list(LIFE_EVENTS), 1) if random.random() < 0.25 else []
        base = "http://uri.suomi.fi/codelist/ptv/ptvelti/code/"
        return [_concept(code, "ptvelti", base + code, LIFE_EVENTS[code]) for code in codes]

    def terms(self, random: Random, matter: Matter) -> list[dict[str, Any]]:
        """Terms of an ontology: no code, and often only the Finnish name."""
        abouts = [matter, *random.choices(self._words.matters, k=random.randrange(LONGEST_OF_TERMS))]
        return [_term(about, random) for about in abouts]


def _concept(code: str | None, kind: str, uri: str, names: tuple[str, str, str]) -> dict[str, Any]:
    fi, sv, en = names
    return {
        "name": [{"value": sv, "language": "sv"}, {"value": en, "language": "en"}, {"value": fi, "language": "fi"}],
        "code": code,
        "ontologyType": kind,
        "uri": uri,
        "parentId": None,
        "parentUri": None,
    }


def _term(about: Matter, random: Random) -> dict[str, Any]:
    number = sum(map(ord, about.fi)) * 7 % 99_999
    names = (about.fi, about.sv, about.en)
    concept = _concept(None, "YSO", f"http://www.yso.fi/onto/koko/p{number}", names)
    if random.random() < 0.3:
        concept["name"] = [{"value": None, "language": "sv"}, {"value": about.fi, "language": "fi"}]
    return concept
