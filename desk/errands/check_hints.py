"""Holds hints to what a hint may be: it rests on answers, meets somebody, proposes, and decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from desk.errands.answers import bound_on
from desk.errands.check_reach import Judgement, Search, tell_unreached
from desk.errands.check_texts import HINT_TEXTS
from desk.errands.definition import Bound, Definitions, Fact, Hint
from desk.errands.dependencies import facts_of, facts_of_hint, with_facts_behind
from desk.errands.engine import Engine
from desk.errands.fields import Report
from desk.errands.functions import add_years
from desk.errands.hints import CompiledHint, CoveringSteps, compiled_hint
from desk.errands.loader import Loaded, place_of
from desk.errands.narrowing import of_hints
from desk.errands.nodes import facts_in
from desk.errands.plain_lists import PlainWords, in_small_letters
from desk.errands.possible import KNOWN, TRUE
from desk.errands.situation import Situation
from desk.model.facts import FactType, Said, Sensitivity
from desk.model.ids import FactName
from desk.model.path import HintKind

_LONGEST_LIFE = 110


def check_hint_words(loaded: Loaded, lists: Mapping[str, PlainWords], report: Report) -> None:
    """Report hints that decide, and benefits that are not proposed."""
    for language, plain in lists.items():
        words = loaded.words.words.get(language, {})
        for hint in loaded.definitions.hints.values():
            keys = [key for text in HINT_TEXTS if (key := f"hint.{hint.id}.{text}") in words]
            lines = [line for key in keys for line in loaded.words.lines(language, key)]
            for place, text in lines:
                for match, tip in plain.decisions.found_in(in_small_letters(text)):
                    word = text[match.start() : match.end()]
                    report.error(place, "E803", f"a hint decides nothing, and “{word}” does", tip.instead)
            proposed = any(plain.proposals.search(in_small_letters(text)) for _, text in lines)
            if hint.kind is HintKind.BENEFIT and lines and not proposed:
                report.warn(lines[0][0], "W804", f"{hint.id} proposes nothing in {language}", "say that it may be so")


class HintCheck:
    """The checks of rules and days. Without a bundle there is nothing to look at."""

    def __init__(self, definitions: Definitions, report: Report) -> None:
        self._definitions = definitions
        self._covering = CoveringSteps(definitions)
        self._report = report

    def run(self, as_of: date) -> None:
        """Look at every hint on one day."""
        engine = Engine(of_hints(self._definitions))
        for hint in self._definitions.hints.values():
            self._check_grounds(hint)
            self._check_reach(hint, engine, as_of)

    def _check_grounds(self, hint: Hint) -> None:
        facts = self._definitions.facts
        asked = [facts[name] for name in facts_of_hint(hint, facts) if facts[name].is_asked]
        if not asked:
            self._report.error(place_of(hint.at), "E801", f"{hint.id} rests on no answer", "name a fact in when")
        if hint.discreet and any(fact.sensitivity is Sensitivity.SENSITIVE for fact in asked):
            wrong = f"{hint.id} rests on a sensitive answer, and is shown on discreet papers"
            self._report.error(place_of(hint.at), "E802", wrong, "discreet: no")

    def _check_reach(self, hint: Hint, engine: Engine, as_of: date) -> None:
        compiled = compiled_hint(hint, engine, self._covering)
        search = Search(engine, as_of)
        for fact in _day_facts(hint, self._definitions.facts):
            search.also_try(FactName(fact.name), _yearly(fact, as_of))
        found = search.look(being_shown(compiled))
        tell_unreached(found, hint.at, f"the hint {hint.id} is never shown", self._report)
        if found.example is not None and not self._asked_beside(hint) >= found.example.keys():
            self._report.warn(
                place_of(hint.at),
                "W805",
                f"{hint.id} is never shown to: {found}",
                "those errands that ask this say the same in a step",
            )

    def _asked_beside(self, hint: Hint) -> set[str]:
        """What the errands ask none of whose steps says the same."""
        covering = self._covering.of(hint)
        errands = self._definitions.errands.values()
        beside = [each.id for each in errands if covering.isdisjoint(step.id for step in each.steps)]
        return set[str]().union(*(self._asked[errand] for errand in beside))

    @cached_property
    def _asked(self) -> dict[str, set[str]]:
        """What each errand asks, of the citizen's means too."""
        facts, found = self._definitions.facts, {}
        for errand in self._definitions.errands.values():
            listed = {name for section in errand.sections for name in section.facts}
            found[errand.id] = {name for name in listed | facts_of(errand, facts) if facts[name].is_asked}
        return found


def _day_facts(hint: Hint, facts: Mapping[str, Fact]) -> Iterator[Fact]:
    """The days that are asked and that the hint's own day is worked out from."""
    wanted = facts_in(hint.on.worth) if hint.on is not None and hint.on.worth is not None else ()
    for name in with_facts_behind(wanted, facts):
        if facts[name].is_asked and facts[name].type is FactType.DATE:
            yield facts[name]


def _yearly(fact: Fact, as_of: date) -> Iterator[Said]:
    """A day of each year that may be answered: one of them brings what comes within two years."""

    def limit(bound: Bound | None, otherwise: date) -> date:
        day = bound_on(bound, as_of) if bound is not None else otherwise
        return day if isinstance(day, date) else otherwise

    first = limit(fact.least, add_years(as_of, -_LONGEST_LIFE))
    last = limit(fact.greatest, add_years(as_of, _LONGEST_LIFE))
    yield from (add_years(first, years).isoformat() for years in range(last.year - first.year))
    yield last.isoformat()


def being_shown(compiled: CompiledHint) -> Judgement:
    """Looks for a hint being shown, by its rule and its day."""

    def judge(s: Situation) -> tuple[bool | None, int]:
        mask = compiled.when.mask(s)
        if not mask & TRUE:
            return False, 0
        needs = compiled.when.needs(s, TRUE) if mask != TRUE else 0
        if compiled.on is not None and compiled.day(s) is None:
            if compiled.on.get(s)[0] == KNOWN:
                return False, 0
            for number in compiled.on.facts:
                needs |= s.needs[number]
        return (None, needs) if needs or not compiled.holds(s) else (True, 0)

    return judge
