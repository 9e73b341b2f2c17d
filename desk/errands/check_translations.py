"""Finds translations whose Finnish has changed since somebody last said that they are right."""

from __future__ import annotations

from desk.errands.diagnostics import Place
from desk.errands.fields import Report
from desk.errands.loader import Files, Loaded
from desk.errands.translations import Recorded, hash_of, parts_of, records_in
from i18n.language import FALLBACK


class TranslationCheck:
    """The checks of one run."""

    def __init__(self, loaded: Loaded, files: Files, report: Report) -> None:
        self._words = loaded.words
        self._parts = parts_of(loaded)
        self._records = records_in(files, report)
        self._report = report

    def run(self) -> None:
        """Report what is stale, and what nobody has recorded."""
        for part, keys in self._parts.items():
            recorded = self._records.get(part)
            if recorded is None:
                self._report.note(
                    Place(self._words.places[FALLBACK, keys[0]].file),
                    "N522",
                    "it is not recorded which Finnish the translations were made from",
                    f"when they are right: desk errands translated {part}",
                )
                continue
            for language in sorted(self._words.words.keys() - {FALLBACK}):
                self._check_part(part, recorded, language)

    def _check_part(self, part: str, recorded: Recorded, language: str) -> None:
        hashes = recorded.hashes.get(language, {})
        finnish, translated = self._words.words[FALLBACK], self._words.words[language]
        for key in self._parts[part]:
            if key not in translated:
                continue
            remedy = f"translate it anew where it needs it, then: desk errands translated {part} {language}"
            place = self._words.places[language, key]
            if key not in hashes:
                self._report.warn(place, "W521", f"{key} is not recorded as translated", remedy)
            elif hashes[key] != hash_of(finnish[key]):
                at = self._words.places[FALLBACK, key]
                self._report.warn(place, "W520", f"the Finnish of {key} has changed since ({at})", remedy)
