"""Holds easy wordings to what makes them easy, and tells which texts still lack one.

Length and words are checked as those of every text (``check_plain_words``), by the limits of
``plain_words/fi-easy.yaml``. A text that is easy as it stands needs no wording of its own.
"""

from __future__ import annotations

from enum import StrEnum

from desk.errands.check_plain_words import citizen_texts
from desk.errands.diagnostics import Place
from desk.errands.easy import base_of, easy_words, is_easy
from desk.errands.easy_structures import structures_in
from desk.errands.fields import Report
from desk.errands.loader import Files, Loaded
from desk.errands.official_names import OfficialNames, official_names
from desk.errands.plain_lists import PlainWords, in_small_letters
from desk.errands.sentences import sentences_of
from desk.errands.text_places import TextPlaces
from desk.errands.translations import parts_of


class Ease(StrEnum):
    """How easy a text is."""

    OWN_WORDING = "own_wording"
    AS_IT_STANDS = "as_it_stands"
    NOT_YET = "not_yet"
    NOT_READ = "not_read"
    """No citizen reads it as a sentence."""


_NOT_READ = ("not_because", "triggers", "short", "why")
"""For the clerk (why not, why it is asked), for the search, and for lists."""
_CLERKS = "phrase."
"""What only the clerk sees."""


class EasyCheck:
    """The checks of one run. A language without a list of easy words has no easy wordings."""

    def __init__(self, loaded: Loaded, files: Files, lists: dict[str, PlainWords], report: Report) -> None:
        self._loaded = loaded
        self._lists = {words: plain for words, plain in lists.items() if is_easy(words)}
        self._places = TextPlaces(files)
        self._report = report

    def run(self) -> None:
        """Report hard structures in easy texts, and how many texts of each file are still to be made easy."""
        for words, plain in self._lists.items():
            language = base_of(words)
            names = official_names(self._loaded.definitions, language, plain.names)
            for _, start, text in citizen_texts(self._loaded, words):
                self._check(language, names, start, text)
            if words in self._loaded.words.words:
                self._tell_missing(language, plain)

    def _check(self, language: str, names: OfficialNames, start: Place, text: str) -> None:
        for sentence in sentences_of(text):
            for structure, at, met in structures_in(sentence, language):
                if not names.has(in_small_letters(sentence.text), at + len(met) - 1):
                    place = self._places.of(start, text, sentence.start + at)
                    self._report.warn(place, structure.code, f"“{met}” is {structure.kind}", structure.instead)

    def _tell_missing(self, language: str, plain: PlainWords) -> None:
        for part, keys in parts_of(self._loaded).items():
            lacking = [key for key in keys if ease_of(self._loaded, plain, language, key) is Ease.NOT_YET]
            if lacking:
                self._report.note(
                    self._loaded.words.places[language, lacking[0]],
                    "N725",
                    f"{_texts(len(lacking))} of {part} without an easy wording that it needs, first {lacking[0]}",
                    f"write it in {easy_words(language)}.yaml; until then the ordinary words stand",
                )


def _texts(count: int) -> str:
    return "1 text" if count == 1 else f"{count} texts"


def ease_of(loaded: Loaded, plain: PlainWords, language: str, key: str) -> Ease:
    """How easy what a citizen meets of this text is. ``plain``: the list of easy words."""
    tables = loaded.words
    if key.endswith(_NOT_READ) or key.startswith(_CLERKS):
        return Ease.NOT_READ
    if key in tables.words.get(easy_words(language), {}):
        return Ease.OWN_WORDING
    enough = all(_is_easy(line, language, plain) for _, line in tables.lines(language, key))
    return Ease.AS_IT_STANDS if enough else Ease.NOT_YET


def _is_easy(text: str, language: str, plain: PlainWords) -> bool:
    sentences = list(sentences_of(text))
    if any(sentence.words > plain.too_long for sentence in sentences):
        return False
    hard = any(True for sentence in sentences for _ in structures_in(sentence, language))
    return not hard and not any(plain.advice.found_in(in_small_letters(text)))
