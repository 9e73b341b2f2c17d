"""Takes the fields of one YAML mapping one by one, and says what is missing, unknown or of a wrong kind.

Nothing is thrown: a wrong field is reported and a stand-in returned, so that one run shows all errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from desk.errands.diagnostics import Diagnostic, Place, Severity, did_you_mean
from desk.errands.yaml_text import YList, YMap, YNode, YText

AnyEnum = TypeVar("AnyEnum", bound=StrEnum)

SLUG = re.compile(r"[a-z][a-z0-9_]*\Z")
_DAY = re.compile(r"(?:1[89]|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}")
_LONG_AGO = date(1900, 1, 1)


def day_in(text: str) -> date | None:
    """The day of the years 1800 to 2199 that a text names: nearer to the calendar's ends no days can be counted."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class Report:
    """Collects findings."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def error(self, place: Place, code: str, message: str, remedy: str = "") -> None:
        """Add an error."""
        self.found.append(Diagnostic(place, code, message, remedy))

    def warn(self, place: Place, code: str, message: str, remedy: str = "") -> None:
        """Add a warning."""
        self.found.append(Diagnostic(place, code, message, remedy, Severity.WARNING))

    def note(self, place: Place, code: str, message: str, remedy: str = "") -> None:
        """Add a note."""
        self.found.append(Diagnostic(place, code, message, remedy, Severity.NOTE))


class Fields:
    """The fields of one mapping; ``what`` is its name in messages."""

    def __init__(self, node: YNode, what: str, known: Iterable[str], report: Report) -> None:
        self.report = report
        self.what = what
        self.place = node.place
        self._map = node if isinstance(node, YMap) else YMap({}, {}, node.place)
        if not isinstance(node, YMap):
            report.error(node.place, "E310", f"{what} must be a list of key: value", "check the indentation")
        names = self.known = tuple(known)
        for key, written in self._map.keys.items():
            if key not in names:
                report.error(written.place, "E311", f"{what} has no key {key}", did_you_mean(key, names))

    @property
    def at(self) -> str:
        """Where the mapping stands."""
        return str(self.place)

    def has(self, key: str) -> bool:
        """True when the key was written."""
        return key in self._map.entries

    def node(self, key: str) -> YNode | None:
        """What stands under the key, as it is."""
        return self._map.entries.get(key)

    def scalar(self, key: str, *, required: bool = False) -> YText | None:
        """The one text under the key."""
        node = self._map.entries.get(key)
        if node is None:
            if required:
                self.report.error(self.place, "E312", f"{self.what} lacks {key}", f"add {key}: …")
            return None
        if not isinstance(node, YText) or not node.text.strip():
            self.report.error(node.place, "E313", f"{key} must be one value", f"write {key}: value")
            return None
        return node

    def text(self, key: str, *, required: bool = False) -> str | None:
        """The text under the key."""
        scalar = self.scalar(key, required=required)
        return scalar.text if scalar else None

    def slug(self, key: str, *, dots: bool = False) -> str:
        """A required id: lower-case ASCII letters, digits and ``_``; with dots between such words when allowed."""
        scalar = self.scalar(key, required=True)
        if scalar is None:
            return ""
        words = scalar.text.split(".") if dots else [scalar.text]
        if not all(SLUG.match(word) for word in words) or (dots and len(words) < 2):
            form = "role.name in lower-case letters" if dots else "lower-case letters a–z, digits and _"
            self.report.error(scalar.place, "E314", f"{scalar.text} is no {key} name", f"write {form}")
        return scalar.text

    def one_of(self, key: str, kinds: type[AnyEnum], default: AnyEnum | None = None) -> AnyEnum:
        """One of the names of an enum."""
        scalar = self.scalar(key, required=default is None)
        stand_in = default if default is not None else next(iter(kinds))
        if scalar is None:
            return stand_in
        try:
            return kinds(scalar.text)
        except ValueError:
            self.report.error(
                scalar.place,
                "E315",
                f"{scalar.text} is no {key}",
                did_you_mean(scalar.text, [kind.value for kind in kinds]),
            )
            return stand_in

    def word_of(self, key: str, words: Iterable[str], default: str | None = None) -> str:
        """One of a few words."""
        scalar = self.scalar(key, required=default is None)
        choices = tuple(words)
        if scalar is None:
            return default or choices[0]
        if scalar.text not in choices:
            self.report.error(scalar.place, "E315", f"{scalar.text} is no {key}", did_you_mean(scalar.text, choices))
            return default or choices[0]
        return scalar.text

    def flag(self, key: str, *, default: bool) -> bool:
        """``yes`` or ``no``."""
        return self.word_of(key, ("yes", "no"), "yes" if default else "no") == "yes"

    def whole(self, key: str, default: int | None = None) -> int:
        """A whole number."""
        scalar = self.scalar(key, required=default is None)
        if scalar is None:
            return default or 0
        if not re.fullmatch(r"-?[0-9]{1,9}", scalar.text):
            self.report.error(scalar.place, "E316", f"{key} must be a whole number, not {scalar.text}", "write digits")
            return default or 0
        return int(scalar.text)

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A date as 2026-05-01."""
        scalar = self.scalar(key, required=required)
        if scalar is None:
            return _LONG_AGO if required else None
        day = day_in(scalar.text)
        if day is None:
            self.report.error(scalar.place, "E317", f"{scalar.text} is no date", "write it as 2026-05-01")
        return day or _LONG_AGO

    def items(self, key: str, *, required: bool = False) -> tuple[YNode, ...]:
        """The nodes of a list."""
        node = self._map.entries.get(key)
        if node is None:
            if required:
                self.report.error(self.place, "E312", f"{self.what} lacks {key}", f"add {key}: [ … ]")
            return ()
        if not isinstance(node, YList):
            self.report.error(node.place, "E318", f"{key} must be a list", f"write {key}: [a, b]")
            return ()
        return node.items

    def scalars(self, key: str) -> tuple[YText, ...]:
        """The texts of a list."""
        found = []
        for item in self.items(key):
            if isinstance(item, YText):
                found.append(item)
            else:
                self.report.error(item.place, "E313", f"{key} must list plain words", "write [a, b]")
        return tuple(found)

    def words(self, key: str) -> tuple[str, ...]:
        """The texts of a list, without their places; each once."""
        found: dict[str, None] = {}
        for item in self.scalars(key):
            if item.text in found:
                self.report.error(item.place, "E319", f"{item.text} stands twice in {key}", "keep one")
            found[item.text] = None
        return tuple(found)

    def by_language(self, key: str, *, required: bool = False) -> dict[str, str]:
        """A text for all languages (key ``""``), or one for each."""
        node = self._map.entries.get(key)
        if isinstance(node, YMap):
            return {language: part.text for language, part in node.entries.items() if isinstance(part, YText)}
        text = self.text(key, required=required)
        return {"": text} if text else {}
