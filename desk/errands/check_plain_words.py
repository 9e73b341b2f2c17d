"""Holds the texts for citizens to plain words: short sentences, everyday words, no promises, nobody named by a problem.

The limits and words are data (``plain_words/<language>.yaml``); a language without such a file is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk.errands.diagnostics import Place
from desk.errands.easy import base_of, is_easy
from desk.errands.fields import Report
from desk.errands.loader import Files, Loaded
from desk.errands.official_names import OfficialNames, official_names
from desk.errands.plain_lists import PlainWords, in_small_letters
from desk.errands.sentences import sentences_of
from desk.errands.text_places import TextPlaces

_HEADINGS = ("title", "short")
_FAULTS = {
    "officialese": ("W703", "officialese"),
    "promises": ("W704", "a promise that we cannot make"),
    "people": ("W705", "no way to speak of a person"),
    "short_forms": ("W706", "a short form"),
}


class PlainWordsCheck:
    """The checks of every text of one run."""

    def __init__(self, loaded: Loaded, files: Files, lists: dict[str, PlainWords], report: Report) -> None:
        self._loaded = loaded
        self._lists = lists
        self._places = TextPlaces(files)
        self._report = report

    def run(self) -> None:
        """Report what is long, official, promised or short for something."""
        for language, plain in self._lists.items():
            names = official_names(self._loaded.definitions, base_of(language), plain.names)
            for key, start, text in citizen_texts(self._loaded, language):
                self._check_length(plain, names, key, (start, text))
                self._check_words(plain, names, start, text)

    def _check_length(self, plain: PlainWords, names: OfficialNames, key: str, written: tuple[Place, str]) -> None:
        start, text = written
        longest = plain.longest_title if key.endswith(_HEADINGS) else plain.long
        for sentence in sentences_of(text) if text.count(" ") >= longest else ():
            if sentence.words <= longest:
                continue
            words = next(sentences_of(names.as_one_word(in_small_letters(sentence.text)))).words
            place = self._places.of(start, text, sentence.start)
            if words > plain.too_long:
                self._report.error(
                    place, "E702", f"a sentence of {words} words, {plain.too_long} at most", "make two sentences of it"
                )
            elif words > longest:
                what = "heading" if longest == plain.longest_title else "sentence"
                self._report.warn(place, "W701", f"a {what} of {words} words, {longest} at most", "say it shorter")

    def _check_words(self, plain: PlainWords, names: OfficialNames, start: Place, text: str) -> None:
        small = in_small_letters(text)
        for match, tip in plain.advice.found_in(small):
            if not names.has(small, match.start()):
                code, kind = _FAULTS[tip.kind]
                place = self._places.of(start, text, match.start())
                self._report.warn(place, code, f"“{text[match.start() : match.end()]}” is {kind}", tip.instead)


def texts_as_read(loaded: Loaded, words: str) -> Iterator[tuple[str, Place, str]]:
    """Every line that a citizen meets: of easy words, also the ordinary ones for which there are none."""
    own = loaded.words.words.get(words, {})
    yield from citizen_texts(loaded, words)
    if is_easy(words):
        yield from (line for line in citizen_texts(loaded, base_of(words)) if line[0] not in own)


def citizen_texts(loaded: Loaded, language: str) -> Iterator[tuple[str, Place, str]]:
    """Every line that a citizen reads or hears, with its key and where it begins: no names, no words of the search."""
    for key in loaded.words.words.get(language, {}):
        if not key.startswith("municipality.") and not key.endswith(".triggers"):
            for start, text in loaded.words.lines(language, key):
                yield key, start, text
