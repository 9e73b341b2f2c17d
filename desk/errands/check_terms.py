"""Holds steps and questions to explain a term where its reader meets it first.

Which step of a paper comes first depends on the citizen: each example is walked in the order of its path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from desk.errands.bundle import Bundle
from desk.errands.case_tests import said_in_case
from desk.errands.check_plain_words import texts_as_read
from desk.errands.diagnostics import Place
from desk.errands.easy import base_of
from desk.errands.fields import Report
from desk.errands.load_cases import Case
from desk.errands.loader import Files, Loaded
from desk.errands.narrowing import ErrandEngines
from desk.errands.official_names import OfficialNames
from desk.errands.path import PathFinder
from desk.errands.plain_lists import PlainWords, in_small_letters
from desk.errands.sentences import Sentence, sentences_of
from desk.errands.text_places import TextPlaces
from desk.model.ids import ErrandId

Terms = dict[str, "Use"]


@dataclass(frozen=True, slots=True)
class Use:
    """A term as a text uses it: where first, and how it could be explained."""

    place: Place
    word: str
    meaning: str


@dataclass(slots=True)
class _Unit:
    """The texts that are read together: a step or a question. ``last``: the terms of the sentence read last."""

    used: Terms = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    last: set[str] = field(default_factory=set)

    @property
    def untold(self) -> list[Use]:
        """The terms that are used here, and not explained."""
        return [use for meaning, use in self.used.items() if meaning not in self.told]


class TermsCheck:
    """The checks of one run. Without a bundle, there is no path to walk."""

    def __init__(self, loaded: Loaded, files: Files, lists: dict[str, PlainWords], report: Report) -> None:
        self._loaded = loaded
        self._lists = lists
        self._places = TextPlaces(files)
        self._report = report

    def run(self, bundle: Bundle, cases: Iterable[Case], engines: ErrandEngines) -> None:
        """Report each term that the first step which has it, in some example, does not explain."""
        units: dict[str, dict[str, _Unit]] = {}
        for language, plain in self._lists.items():
            units[language] = self._units(language, plain, units.get(base_of(language), {}))
        untold = {name for each in units.values() for name, unit in each.items() if unit.untold}
        asked = [case for case in cases if not untold.isdisjoint(_steps_of(bundle, case))]
        paths = list(_paths(bundle, asked, engines))
        for language in units:
            for path in paths:
                self._walk(path, units[language])
            for name, unit in units[language].items():
                if name.startswith(("fact.", "hint.")):
                    self._tell(unit.untold)

    def _walk(self, path: Iterable[str], units: Mapping[str, _Unit]) -> None:
        told: set[str] = set()
        for step in path:
            unit = units.get(f"step.{step}", _NONE)
            self._tell(use for use in unit.untold if use.meaning not in told)
            told |= unit.told | unit.used.keys()

    def _tell(self, uses: Iterable[Use]) -> None:
        for use in uses:
            self._report.warn(
                use.place, "W707", f"“{use.word}” is used before it is explained", f"say what it is: {use.meaning}"
            )

    def _units(self, language: str, plain: PlainWords, ordinary: Mapping[str, _Unit]) -> dict[str, _Unit]:
        """What is read together. Of easy words, what has none of its own is as in ordinary ones."""
        units: dict[str, _Unit] = {}
        names = OfficialNames(plain.names)
        easy = {_unit_of(key) for key in self._loaded.words.words.get(language, {})}
        for key, start, text in texts_as_read(self._loaded, language):
            if (name := _unit_of(key)) is not None and name in easy:
                unit = units.setdefault(name, _Unit())
                for sentence in sentences_of(text):
                    self._read(plain, names, unit, (start, text, sentence))
        return {**ordinary, **units}

    def _read(self, plain: PlainWords, names: OfficialNames, unit: _Unit, written: tuple[Place, str, Sentence]) -> None:
        start, text, sentence = written
        if plain.told_next.match(sentence.text):
            unit.told |= unit.last
        small, unit.last = in_small_letters(sentence.text), set()
        for match, tip in plain.terms.found_in(small):
            if names.has(small, match.start()):
                continue
            place = self._places.of(start, text, sentence.start + match.start())
            unit.used.setdefault(tip.instead, Use(place, sentence.text[match.start() : match.end()], tip.instead))
            unit.last.add(tip.instead)
            if plain.told_by.match(small, match.end()):
                unit.told.add(tip.instead)


_NONE = _Unit()


def _unit_of(key: str) -> str | None:
    """The step, hint or question that a text belongs to; why a step was ruled out stands by itself."""
    parts = key.split(".")
    if parts[0] == "step":
        return None if parts[-1] == "not_because" else f"step.{parts[1]}"
    if parts[0] == "hint":
        return f"hint.{parts[1]}"
    return ".".join(parts[:3]) if parts[0] == "fact" else None


def _steps_of(bundle: Bundle, case: Case) -> Iterator[str]:
    errands = bundle.definitions.errands
    return (f"step.{step.id}" for errand in case.errands if errand in errands for step in errands[errand].steps)


def _paths(bundle: Bundle, cases: Iterable[Case], engines: ErrandEngines) -> Iterator[tuple[str, ...]]:
    """The steps of each example, in order, each path once."""
    seen = set()
    finders = {errand: PathFinder(engines.of(errand), bundle.version) for errand in bundle.definitions.errands}
    for case in cases:
        errands = [ErrandId(errand) for errand in case.errands if errand in finders]
        said = said_in_case(bundle, case)
        if said is not None and errands:
            finder = finders[errands[0]] if len(errands) == 1 else bundle.finder
            found = finder.path(errands, said, case.as_of)
            seen.add(tuple(str(step.id) for step in (*found.steps, *(maybe.step for maybe in found.maybe))))
    yield from sorted(seen)
