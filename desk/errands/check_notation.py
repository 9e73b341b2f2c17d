"""Holds dates, times, amounts and signs in citizen texts to how each language writes them.

Spaces that no line ends at are not asked for: the program puts them in itself (``i18n.gluing``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.errands.check_plain_words import citizen_texts
from desk.errands.definition import Parameter
from desk.errands.diagnostics import Place
from desk.errands.easy import base_of
from desk.errands.fields import Report
from desk.errands.loader import Files, Loaded, place_of
from desk.errands.notation_faults import FAULTS, MAY_HOLD, PHONE, NotationFault
from desk.errands.text_places import TextPlaces


class NotationCheck:
    """The checks of one run."""

    def __init__(self, loaded: Loaded, files: Files, report: Report) -> None:
        self._loaded = loaded
        self._places = TextPlaces(files)
        self._report = report

    def run(self) -> None:
        """Report what is written as another language, or nobody, writes it."""
        for words in self._loaded.words.words:
            for _, start, text in citizen_texts(self._loaded, words):
                for fault, found in faults_in(text, base_of(words)):
                    self._tell(self._places.of(start, text, found.start()), fault, found[0])
        for parameter in self._loaded.definitions.parameters.values():
            self._check_parameter(parameter)

    def _check_parameter(self, parameter: Parameter) -> None:
        for value in parameter.values:
            for written in value.value.values() if parameter.kind == "phone" else ():
                if not PHONE.fullmatch(written):
                    self._report.warn(
                        place_of(value.at),
                        "W719",
                        f"{written} is not how a phone number is written",
                        "write the prefix and groups of digits: 0295 333 200",
                    )
            for language, hours in value.hours.items():
                for fault, found in faults_in(hours, language):
                    self._tell(place_of(value.at), fault, found[0])

    def _tell(self, place: Place, fault: NotationFault, written: str) -> None:
        self._report.warn(place, fault.code, f"“{written.strip()}” {fault.says}", fault.instead)


def faults_in(text: str, language: str) -> Iterator[tuple[NotationFault, re.Match[str]]]:
    """What is wrong with how a text writes dates, times, amounts and signs."""
    if language in FAULTS and MAY_HOLD[language].search(text):
        for fault in FAULTS[language]:
            for found in fault.pattern.finditer(text):
                yield fault, found
