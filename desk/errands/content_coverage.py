"""How complete the content is: what each errand asks and does, in which words, how sure it is, and who can do it.

Everything is counted from the content itself as it is on one day, so that the same content and day give the same
report for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desk.errands.bundle import Bundle
from desk.errands.case_tests import said_in_case
from desk.errands.check_content import is_for_everyone
from desk.errands.check_days import held_for
from desk.errands.check_easy import Ease, ease_of
from desk.errands.compiling import Compiled
from desk.errands.definition import DatedValue, Errand, Parameter, Step
from desk.errands.dependencies import facts_of, parameters_in_rules
from desk.errands.easy import easy_words, is_easy
from desk.errands.fields import Report
from desk.errands.load_cases import days_of
from desk.errands.loader import Files, Loaded
from desk.errands.placeholders import places_in
from desk.errands.plain_lists import PlainWords, plain_words_of
from desk.errands.proving import seen_of_errand
from desk.errands.witness_text import snapshot_of
from desk.model.path import Mode
from i18n.language import FALLBACK, Language

_LANGUAGES = (Language.SV, Language.EN, Language.SE)
"""Northern Sámi is counted where nothing is there too: what is missing is to be seen."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """How many there are, how many somebody saw true and somebody not, and how many of them in the examples alone."""

    all: int
    seen: int
    by_examples: int


@dataclass(frozen=True, slots=True)
class Texts:
    """How many texts citizens or clerks read, and how many of them there are in other words."""

    all: int
    by_language: Mapping[str, int]
    easy: Mapping[Ease, int]


@dataclass(frozen=True, slots=True)
class Sureness:
    """What an authority's page or the Statute Book was seen to say, and what is to be asked there."""

    rules: int
    rules_verified: int
    values: int
    values_verified: int
    old: tuple[str, ...]
    """Steps and values whose source was last seen longer ago than such a look holds."""
    to_check: tuple[str, ...]
    """Steps and values that are told with *check with the agency*."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How the steps are done, and by whom."""

    to_do: int
    for_everyone: int
    by_itself: int
    at_desk: int
    with_deadline: int
    merge_keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ErrandCoverage:
    """One errand."""

    id: str
    number: str
    title: str
    steps: int
    questions: int
    worked_out: int
    examples: int
    conditions: Conditions
    texts: Texts
    sure: Sureness
    ways: Ways


@dataclass(frozen=True, slots=True)
class ContentCoverage:
    """All errands, by number, and what is the same for all of them."""

    as_of: date
    languages: tuple[str, ...]
    errands: tuple[ErrandCoverage, ...]
    shared: Texts
    agencies: int
    agency_names: Mapping[str, int]
    questions: int
    """Each counted once, as many errands as ask it."""
    values: int
    values_verified: int
    hints: int


def coverage_of(compiled: Compiled, bundle: Bundle, files: Files, as_of: date) -> ContentCoverage:
    """Count everything."""
    return _Counting(compiled, bundle, files, as_of).coverage()


class _Counting:
    """One run over the content."""

    def __init__(self, compiled: Compiled, bundle: Bundle, files: Files, as_of: date) -> None:
        self._loaded: Loaded = compiled.loaded
        self._cases = compiled.cases
        self._bundle = bundle
        self._definitions = bundle.definitions
        self._as_of = as_of
        self._easy: PlainWords | None = plain_words_of(files, Report()).get(easy_words(FALLBACK))
        there = {name for name in self._loaded.words.words if not is_easy(name)}
        self._languages = tuple(name for name in _LANGUAGES if name in there or name == Language.SE)

    def coverage(self) -> ContentCoverage:
        """Count errand by errand, then what they share."""
        agencies = self._definitions.agencies.values()
        values = [value for each in self._definitions.parameters.values() if (value := each.on(self._as_of))]
        shared = [key for key, file in self._finnish() if not file.startswith(("errands/", "facts/", "municipalities"))]
        return ContentCoverage(
            as_of=self._as_of,
            languages=tuple(str(name) for name in self._languages),
            errands=tuple(self._errand(self._definitions.errands[name]) for name in self._bundle.errands),
            shared=self._texts(shared),
            agencies=len(agencies),
            agency_names={
                str(name): sum(name in agency.names for agency in agencies) for name in (FALLBACK, *self._languages)
            },
            questions=sum(fact.is_asked and fact.number < 2 for fact in self._definitions.facts.values()),
            values=len(values),
            values_verified=_verified(values),
            hints=len(self._definitions.hints),
        )

    def _finnish(self) -> Iterator[tuple[str, str]]:
        """Every Finnish text with the file that it stands in."""
        return ((key, place.file) for (name, key), place in self._loaded.words.places.items() if name == FALLBACK)

    def _errand(self, errand: Errand) -> ErrandCoverage:
        named = facts_of(errand, self._definitions.facts).union(*(section.facts for section in errand.sections))
        facts = [fact for name in named if (fact := self._definitions.facts[name]).number < 2]
        steps = [step for step in errand.steps if step.number < 2]
        names = {fact.words_name for fact in facts}
        keys = [
            key
            for key, file in self._finnish()
            if file.startswith(f"errands/{errand.id}/") or (key.startswith("fact.") and _fact_of(key) in names)
        ]
        title = self._loaded.words.words.get(FALLBACK, {}).get(f"errand.{errand.id}.title", errand.id)
        return ErrandCoverage(
            id=errand.id,
            number=errand.number,
            title=str(title),
            steps=len(steps),
            questions=sum(fact.is_asked for fact in facts),
            worked_out=sum(not fact.is_asked for fact in facts),
            examples=errand.cases,
            conditions=self._conditions(errand.id),
            texts=self._texts(keys),
            sure=self._sureness(errand, steps, keys),
            ways=_ways(steps),
        )

    def _conditions(self, errand: str) -> Conditions:
        """How its rules were seen, as the test looks at them."""
        mine = ((case, said_in_case(self._bundle, case)) for case in self._cases if errand in case.errands)
        snapshot = snapshot_of(self._definitions, errand, days=days_of(errand, self._cases))
        seen = seen_of_errand(self._definitions, snapshot, mine)
        return Conditions(len(seen), sum(each.is_seen for each in seen), sum(each.is_shown for each in seen))

    def _texts(self, keys: Sequence[str]) -> Texts:
        words = self._loaded.words.words
        by_language = {str(name): sum(key in words.get(name, ()) for key in keys) for name in self._languages}
        if self._easy is None:
            return Texts(len(keys), by_language, {})
        eases = [ease_of(self._loaded, self._easy, FALLBACK, key) for key in keys]
        return Texts(len(keys), by_language, {ease: eases.count(ease) for ease in Ease})

    # ── how sure it is ───────────────────────────────────────────────────────────────────────────

    def _sureness(self, errand: Errand, steps: Sequence[Step], keys: Iterable[str]) -> Sureness:
        values = [
            (parameter.name, value)
            for parameter in self._parameters(errand, keys)
            if (value := parameter.on(self._as_of)) is not None
        ]
        old = [step.id for step in steps if step.checked and self._is_old(step.source, step.checked)]
        old += [name for name, value in values if self._is_old(value.source, value.checked)]
        to_check = [step.id for step in steps if not step.verified]
        to_check += [name for name, value in values if not value.verified]
        return Sureness(
            rules=len(steps),
            rules_verified=sum(step.verified for step in steps),
            values=len(values),
            values_verified=_verified(value for _, value in values),
            old=tuple(old),
            to_check=tuple(to_check),
        )

    def _is_old(self, source: str, checked: date) -> bool:
        return self._as_of - checked > held_for(source)

    def _parameters(self, errand: Errand, keys: Iterable[str]) -> list[Parameter]:
        """The values that an errand tells or reckons with."""
        named = parameters_in_rules(errand, self._definitions.facts)
        for step in errand.steps:
            agency = self._definitions.agencies[step.agency]
            named |= {name for name in (step.fee, agency.phone, agency.url, agency.address) if name}
            named = named.union(*(way.parameters for way in step.channels))
        words = self._loaded.words.words.get(FALLBACK, {})
        for key in keys:
            text = words[key]
            named |= set(places_in(text if isinstance(text, str) else " ".join(text)))
        return [self._definitions.parameters[name] for name in sorted(named) if name in self._definitions.parameters]


def _verified(values: Iterable[DatedValue]) -> int:
    return sum(value.verified for value in values)


def _fact_of(key: str) -> str:
    """The fact that a text belongs to: ``fact.work.ended_on.option.yes`` is one of ``work.ended_on``."""
    return ".".join(key.split(".")[1:3])


def _ways(steps: Sequence[Step]) -> Ways:
    to_do = [step for step in steps if step.mode is not Mode.AUTOMATIC]
    return Ways(
        to_do=len(to_do),
        for_everyone=sum(any(is_for_everyone(way) for way in step.channels) for step in to_do),
        by_itself=len(steps) - len(to_do),
        at_desk=sum(step.at_desk for step in steps),
        with_deadline=sum(bool(step.deadlines) for step in steps),
        merge_keys=tuple(sorted({step.merge for step in steps if step.merge})),
    )
