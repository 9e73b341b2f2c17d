"""The words of the generated catalogue: names in their inflected forms, and running text of a wanted length."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

HERE = Path(__file__).parent
ODD_WORDS: Final = 20_000
"""Made-up names in texts, the first ones often and the last ones hardly ever: the long tail of every catalogue."""
SHORT: Final = 160
FIRST_FITS: Final = 0.5
ROUNDED: Final = 0.8
"""Sentences are added while the text is shorter than this part of what is wanted, so that the mean is about right."""
LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True, slots=True)
class Matter:
    """What a service is about: its names, and the forms of the Finnish one."""

    fi: str
    genitive: str
    partitive: str
    elative: str
    sv: str
    en: str
    service_class: int

    def named(self, language: str) -> str:
        """The name with a capital letter."""
        text = {"fi": self.fi, "sv": self.sv, "en": self.en}[language]
        return text[0].upper() + text[1:]


def read(name: str) -> Any:
    """A data file of this folder."""
    return yaml.load((HERE / name).read_text(encoding="utf-8"), yaml.CSafeLoader)


class Vocabulary:
    """All words, read once."""

    def __init__(self) -> None:
        data = read("subjects.yaml")
        subjects, kinds = _rows(data["subjects"]), _rows(data["kinds"])
        self.matters = [_matter(subject, kind) for kind in kinds for subject in subjects]
        Random(len(self.matters)).shuffle(self.matters)
        self._weights = list(accumulate(1 / (rank + 20) for rank in range(len(self.matters))))
        self.place_kinds = [dict(zip(LANGUAGES, row, strict=True)) for row in _rows(data["place_kinds"])]
        names = read("names.yaml")
        self.names: dict[str, list[str]] = names
        self.areas: list[tuple[str, str]] = [
            (start + end.split()[0], start + end.split()[1])
            for start in names["area_starts"]
            for end in names["area_ends"]
        ]
        self._odd = [self._made_up(rank) for rank in range(1, ODD_WORDS + 1)]
        self._sentences: dict[str, list[str]] = read("sentences.yaml")

    def matter(self, random: Random) -> Matter:
        """What a service is about: some are common, most are rare."""
        return random.choices(self.matters, cum_weights=self._weights)[0]

    def odd(self, random: Random) -> str:
        """A made-up name; small numbers come most."""
        return self._odd[int(ODD_WORDS ** random.random()) - 1]

    def text(self, random: Random, language: str, about: Matter, length: int) -> str:
        """Sentences until the text is about as long as wanted, in paragraphs of a few; a short one names the matter."""
        sentences = self._sentences[language]
        slots = _Slots(self, random, language, about)
        written = [sentences[0 if length < SHORT and random.random() < FIRST_FITS else 1].format_map(slots)]
        letters = len(written[0])
        while letters < length * ROUNDED:
            sentence = random.choice(sentences).format_map(slots)
            written.append(sentence)
            letters += len(sentence) + 1
        return "\n\n".join(" ".join(written[at : at + 4]) for at in range(0, len(written), 4))

    def _made_up(self, rank: int) -> str:
        syllables = self.names["syllables"]
        parts = []
        while rank:
            rank, which = divmod(rank, len(syllables))
            parts.append(syllables[which])
        return "".join((*parts, "na")).capitalize()


class _Slots(dict[str, Any]):
    """What is filled into sentences, each worked out when a sentence wants it."""

    def __init__(self, words: Vocabulary, random: Random, language: str, about: Matter) -> None:
        super().__init__(gen=about.genitive, Gen=about.genitive.capitalize(), part=about.partitive, ela=about.elative)
        self._words: Vocabulary = words
        self._random: Random = random
        self._language: str = language
        self._about: Matter = about

    def __missing__(self, name: str) -> str | int:
        if name == "n":
            return self._random.randint(3, 28)
        if name == "place":
            return str(self._random.choice(self._words.areas)[0])
        if name == "other":
            return self._random.choice(self._words.matters).named(self._language).lower()
        if name in ("nom", "Nom"):
            named = self._about.named(self._language)
            return named if name == "Nom" else named.lower()
        return self._words.odd(self._random)


def _rows(text: str) -> list[list[str]]:
    return [row.split() for line in text.splitlines() for row in line.split(";") if row.strip()]


def _matter(subject: list[str], kind: list[str]) -> Matter:
    fi, sv, en, service_class = subject
    nominative, genitive, partitive, elative, kind_sv, kind_en = kind
    dashed = "-" if fi[-1] == nominative[0] and fi[-1] in "aeiouyäö" else ""
    start = fi + dashed
    return Matter(
        start + nominative,
        start + genitive,
        start + partitive,
        start + elative,
        sv + kind_sv,
        f"{en} {kind_en}".replace("-", " "),
        int(service_class),
    )
