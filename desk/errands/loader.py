"""Reads all files of the content into definitions, words and examples, and collects everything that is wrong.

It is given paths and bytes; which file is what follows from the path alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from desk.errands import load_texts
from desk.errands.definition import Agency, Definitions, Errand, Fact, Hint, Parameter, PhraseCard, Withdrawal
from desk.errands.diagnostics import Diagnostic, Place
from desk.errands.easy import FILE_LANGUAGE
from desk.errands.fields import Fields, Report
from desk.errands.layers import goes_first
from desk.errands.load_cases import Case, read_case, read_cases
from desk.errands.load_errands import ErrandReading
from desk.errands.load_facts import (
    WrittenFact,
    member_fact,
    read_agency,
    read_fact,
    read_group,
    read_parameter,
    shape_of,
)
from desk.errands.load_hints import read_hint
from desk.errands.load_phrases import read_phrase_card
from desk.errands.load_texts import WordTables
from desk.errands.load_vernacular import joined, read_vernacular
from desk.errands.load_withdrawals import read_withdrawal
from desk.errands.members import Group
from desk.errands.vocabulary import FactShape, Vocabulary
from desk.errands.yaml_text import YamlFault, YNode, read_yaml
from desk.model.vernacular import NO_VERNACULAR, Vernacular

Files = Mapping[str, bytes]
"""Paths from the content's root, with ``/``, and what the files hold."""

MOST_COPIES = 1200
"""Facts that groups may come to, each member's counted."""

_ERRAND = re.compile(r"errands/([^/]+)/errand\.yaml")
_ERRAND_TEXTS = re.compile(rf"errands/([^/]+)/texts/({FILE_LANGUAGE})\.yaml")
_CASE = re.compile(r"errands/([^/]+)/cases/.+\.yaml")
_FACTS = re.compile(r"facts/[^/]+\.yaml")
_FACT_TEXTS = re.compile(rf"facts/texts/({FILE_LANGUAGE})(?:/[^/]+)?\.yaml")
_SHARED_TEXTS = re.compile(rf"texts/({FILE_LANGUAGE})(?:/[^/]+)?\.yaml")
_HINTS = re.compile(r"hints/[^/]+\.yaml")
_HINT_TEXTS = re.compile(rf"hints/texts/({FILE_LANGUAGE})(?:/[^/]+)?\.yaml")
_HINT_CASES = re.compile(r"hints/cases/.+\.yaml")
_WITHDRAWALS = re.compile(r"withdrawals(?:/[^/]+)?\.yaml")
_WITHDRAWAL_TEXTS = re.compile(r"withdrawals/texts/([a-z]+)(?:/[^/]+)?\.yaml")
_PHRASES = re.compile(r"phrases/[^/]+\.yaml")
_PHRASE_TEXTS = re.compile(r"phrases/texts/([a-z]+)(?:/[^/]+)?\.yaml")
_VERNACULAR = re.compile(r"synonyms(?:/[^/]+)?\.yaml")
_AGENCIES = re.compile(r"agencies(?:/\w+)?\.yaml")
_PARAMETERS = re.compile(r"parameters/.+\.yaml")


_READ_ELSEWHERE = re.compile(r"municipalities\.yaml|(?:plain_words|translated|starter_catalogue)/.+")


def is_read(path: str) -> bool:
    """Tell whether a file is one of those that the content is made of, by its name and folder."""
    patterns = (_ERRAND, _ERRAND_TEXTS, _CASE, _FACTS, _FACT_TEXTS, _SHARED_TEXTS, _HINTS, _HINT_TEXTS, _HINT_CASES)
    more = (_WITHDRAWALS, _WITHDRAWAL_TEXTS, _PHRASES, _PHRASE_TEXTS, _VERNACULAR, _AGENCIES, _PARAMETERS)
    return any(pattern.fullmatch(path) for pattern in (*patterns, *more, _READ_ELSEWHERE))


@dataclass(slots=True)
class Loaded:
    """Everything that could be read."""

    definitions: Definitions
    words: WordTables = field(default_factory=WordTables)
    cases: list[Case] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    vernacular: Vernacular = NO_VERNACULAR


Read = Callable[[str, bytes], YNode]
"""Makes a tree of a file; raises ``YamlFault``."""


def load(files: Files, read: Read = read_yaml) -> Loaded:
    """Read the content."""
    return _Loading(files, read).loaded()


class _Named(Protocol):
    @property
    def at(self) -> str: ...


Thing = TypeVar("Thing", bound=_Named)


class _Loading:
    """One run over the files."""

    def __init__(self, files: Files, read: Read) -> None:
        self._report = Report()
        self._read = read
        self._trees = {path: tree for path in sorted(files) if (tree := self._tree(path, files[path])) is not None}
        self._parameters = self._keyed(self._read_parameters(), lambda parameter: parameter.name)
        self._groups = self._keyed_groups()
        self._vocabulary = Vocabulary(self._shapes(), self._parameters, self._groups)

    def _tree(self, path: str, content: bytes) -> YNode | None:
        if not path.endswith(".yaml"):
            return None
        try:
            return self._read(path, content)
        except YamlFault as fault:
            self._report.found.append(fault.diagnostic)
            return None

    def _matching(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], YNode]]:
        for path, tree in self._trees.items():
            if match := pattern.fullmatch(path):
                yield match, tree

    def loaded(self) -> Loaded:
        agencies = self._keyed(self._read_agencies(), lambda agency: agency.id)
        facts = self._keyed(self._read_facts(), lambda fact: fact.name)
        cases = [read_case(tree, match[1], self._report) for match, tree in self._matching(_CASE)]
        errands = self._keyed(self._read_errands(cases), lambda errand: errand.id)
        hints = self._keyed(self._read_hints(), lambda hint: hint.id)
        withdrawals = self._keyed(self._read_withdrawals(), lambda withdrawal: withdrawal.id)
        phrases = self._keyed(self._read_phrases(), lambda card: card.id)
        definitions = Definitions(facts, self._parameters, agencies, errands, self._groups, hints, withdrawals, phrases)
        cases += [case for _, tree in self._matching(_HINT_CASES) for case in read_cases(tree, self._report)]
        vernacular = joined(read_vernacular(tree, path, self._report) for path, tree in self._vernacular_trees())
        return Loaded(definitions, self._read_words(), cases, self._report.found, vernacular)

    def _vernacular_trees(self) -> Iterator[tuple[str, YNode]]:
        return ((match[0], tree) for match, tree in self._matching(_VERNACULAR))

    def _keyed(self, things: Iterable[Thing], key: Callable[[Thing], str]) -> dict[str, Thing]:
        found: dict[str, Thing] = {}
        for thing in things:
            name, place = key(thing), place_of(thing.at)
            first = goes_first(place.file, place_of(found[name].at).file) if name in found else True
            if first is None:
                self._report.error(place, "E307", f"{name} is defined twice", f"see {found[name].at}")
            if first is not False:
                found[name] = thing
        return found

    # ── facts, parameters, agencies ──────────────────────────────────────────────────────────────

    def _fact_sets(self, report: Report) -> Iterator[tuple[str, Fields]]:
        for _, tree in self._matching(_FACTS):
            fields = Fields(tree, "a fact set", ("set", "facts", "groups"), report)
            yield fields.slug("set"), fields

    def _group_fields(self, fields: Fields, report: Report) -> Iterator[Fields]:
        for node in fields.items("groups"):
            yield Fields(node, "a group", ("group", "counted_by", "at_most", "facts"), report)

    def _keyed_groups(self) -> dict[str, Group]:
        groups: dict[str, Group] = {}
        for _, fact_set in self._fact_sets(Report()):
            for fields in self._group_fields(fact_set, self._report):
                if (group := read_group(fields, self._report)) is None:
                    continue
                if group.role in groups:
                    self._report.error(fields.place, "E307", f"the group {group.role} is defined twice", "keep one")
                groups[group.role] = group
        return groups

    def _written_facts(self, report: Report) -> Iterator[WrittenFact]:
        """Every fact, those of a group once for each member; what is wrong with them is told of the first."""
        copies = 0
        for fact_set, fields in self._fact_sets(report):
            for node in fields.items("facts", required=not fields.has("groups")):
                yield WrittenFact(fact_set, node, report)
            for grouped in self._group_fields(fields, Report()):
                for group, node in self._facts_of_members(grouped):
                    copies += group.most
                    if copies > MOST_COPIES:
                        wrong = f"the facts of all groups come to more than {MOST_COPIES}, with each member's"
                        report.error(node.place, "E330", wrong, "fewer members (at_most), or fewer facts of each")
                        return
                    written = WrittenFact(fact_set, node, report)
                    yield from (member_fact(written, group, number) for number in group.members)

    def _facts_of_members(self, grouped: Fields) -> Iterator[tuple[Group, YNode]]:
        group = self._groups.get(grouped.slug("group"))
        if group is not None:
            yield from ((group, node) for node in grouped.items("facts", required=True))

    def _shapes(self) -> dict[str, FactShape]:
        shapes = (shape_of(written.node) for written in self._written_facts(Report()))
        return dict(shape for shape in shapes if shape is not None)

    def _read_facts(self) -> Iterator[Fact]:
        for written in self._written_facts(self._report):
            yield read_fact(written, self._vocabulary)

    def _read_parameters(self) -> Iterator[Parameter]:
        for _, tree in self._matching(_PARAMETERS):
            fields = Fields(tree, "a file of parameters", ("parameters",), self._report)
            for node in fields.items("parameters", required=True):
                yield read_parameter(node, self._report)

    def _read_agencies(self) -> Iterator[Agency]:
        for _, tree in self._matching(_AGENCIES):
            fields = Fields(tree, "a file of agencies", ("agencies",), self._report)
            for node in fields.items("agencies", required=True):
                yield read_agency(node, self._report)

    def _read_hints(self) -> Iterator[Hint]:
        for _, tree in self._matching(_HINTS):
            fields = Fields(tree, "a file of hints", ("hints",), self._report)
            for node in fields.items("hints", required=True):
                yield read_hint(node, self._vocabulary, self._report)

    def _read_withdrawals(self) -> Iterator[Withdrawal]:
        for _, tree in self._matching(_WITHDRAWALS):
            fields = Fields(tree, "a file of withdrawals", ("withdrawals",), self._report)
            for node in fields.items("withdrawals", required=True):
                yield read_withdrawal(node, self._report)

    def _read_phrases(self) -> Iterator[PhraseCard]:
        for _, tree in self._matching(_PHRASES):
            fields = Fields(tree, "a file of phrase cards", ("cards",), self._report)
            for node in fields.items("cards", required=True):
                yield read_phrase_card(node, self._vocabulary, self._report)

    # ── errands and words ────────────────────────────────────────────────────────────────────────

    def _read_errands(self, cases: list[Case]) -> Iterator[Errand]:
        for match, tree in self._matching(_ERRAND):
            folder = match[1]
            beside = sum(1 for case in cases if case.place.file.startswith(f"errands/{folder}/"))
            errand = ErrandReading(tree, self._vocabulary, self._report).errand(beside)
            if errand.id != folder:
                self._report.error(
                    tree.place, "E308", f"the errand {errand.id} stands in the folder {folder}", "use one name"
                )
            yield errand

    def _read_words(self) -> WordTables:
        tables = WordTables()
        for match, tree in self._matching(_ERRAND_TEXTS):
            load_texts.read_errand_texts(tree, match[1], match[2], tables, self._report)
        for match, tree in self._matching(_FACT_TEXTS):
            load_texts.read_fact_texts(tree, match[1], tables, self._report)
        for match, tree in self._matching(_SHARED_TEXTS):
            load_texts.read_shared_texts(tree, match[1], tables, self._report)
        for match, tree in self._matching(_HINT_TEXTS):
            load_texts.read_hint_texts(tree, match[1], tables, self._report)
        for match, tree in self._matching(_WITHDRAWAL_TEXTS):
            load_texts.read_withdrawal_texts(tree, match[1], tables, self._report)
        for match, tree in self._matching(_PHRASE_TEXTS):
            load_texts.read_phrase_texts(tree, match[1], tables, self._report)
        if (municipalities := self._trees.get("municipalities.yaml")) is not None:
            load_texts.read_municipalities(municipalities, tables, self._report)
        return tables


def place_of(at: str) -> Place:
    """The place that a definition's ``at`` names."""
    file, line, column = at.rsplit(":", 2)
    return Place(file, int(line), int(column))
