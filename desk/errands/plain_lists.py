"""Reads ``plain_words/<language>.yaml``: how long a sentence may be, and which words to write otherwise or to explain.

A word ending in ``*`` stands for every word that begins so: Finnish and Swedish inflect. The list of easy words
(``fi-easy.yaml``) lies over that of its language: what it does not say itself stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from desk.errands.easy import FILE_LANGUAGE, base_of
from desk.errands.fields import Fields, Report
from desk.errands.loader import Files
from desk.errands.yaml_text import YamlFault, YList, YMap, YNode, YText, read_yaml

_FILE = re.compile(rf"plain_words/({FILE_LANGUAGE})\.yaml")
WORD_LISTS = ("officialese", "promises", "people", "short_forms")
"""The lists of words that are better written otherwise."""

_KEYS = ("sentence", "title", "wiio", *WORD_LISTS, "decisions", "proposals", "terms", "told_by", "names", "familiar")
_SPACE = "[ \\u00a0]"
_SIGNS = "(“”\"'"


class Tip(NamedTuple):
    """What to write instead of a word, or how to explain it, and why: the list that it stands on."""

    kind: str
    instead: str


class Advice:
    """Words to look for, and for each the tip on it. Keys may name several words, with commas.

    Small letters are looked for in small letters: to ignore case costs a search many times as much.
    """

    def __init__(self, advice: Mapping[str, Tip]) -> None:
        self._tips = tuple(advice.values())
        groups = [[word for word in words.lower().split(",") if word.strip()] for words in advice]
        whole = "|".join(f"({'|'.join(_pattern(word) for word in group)})" for group in groups)
        first = "|".join(_pattern(word.split()[0]) for group in groups for word in group)
        self._pattern = re.compile(rf"(?<![\w.-])(?:{whole or '(?!)'})(?!\w)")
        self._first = re.compile(first or "(?!)")
        self._begins: dict[str, bool] = {}

    def found_in(self, text: str) -> Iterator[tuple[re.Match[str], Tip]]:
        """Every such word of a text in small letters, with the tip on it."""
        if any(map(self._may_begin, text.split())):
            for match in self._pattern.finditer(text):
                yield match, self._tips[(match.lastindex or 1) - 1]

    def without(self, text: str) -> str:
        """The text in small letters without these words."""
        return self._pattern.sub("", text) if any(map(self._may_begin, text.split())) else text

    def _may_begin(self, word: str) -> bool:
        known = self._begins.get(word)
        if known is None:
            known = self._begins[word] = self._first.match(word.strip(_SIGNS)) is not None
        return known


def in_small_letters(text: str) -> str:
    """The text in small letters, each at its place: a capital whose small form is two signs stays."""
    small = text.lower()
    return (
        small if len(small) == len(text) else "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    )


@dataclass(frozen=True, slots=True)
class PlainWords:
    """What is known of plain words in one language. Words in a sentence: more than ``long`` is a warning."""

    long: int
    too_long: int
    longest_title: int
    greatest_wiio: int | None
    advice: Advice
    terms: Advice
    told_by: re.Pattern[str]
    """What stands behind a term that its own sentence explains."""
    told_next: re.Pattern[str]
    """How a sentence begins that explains the terms of the one before: it means …"""
    names: tuple[str, ...]
    familiar: Advice
    decisions: Advice
    """Words that decide, and what to write instead: a hint only proposes."""
    proposals: re.Pattern[str]
    """Words of which a hint has one that proposes a benefit."""


def plain_words_of(files: Files, report: Report) -> dict[str, PlainWords]:
    """The lists of each language that has one. A file that is no YAML is the loader's to report."""
    trees: dict[str, YNode] = {}
    for path in files:
        if match := _FILE.fullmatch(path):
            try:
                trees[match[1]] = read_yaml(path, files[path])
            except YamlFault:
                continue
    return {words: _read(_laid_over(trees.get(base_of(words)), tree), report) for words, tree in sorted(trees.items())}


def _laid_over(base: YNode | None, node: YNode) -> YNode:
    """Both lists in one: of single values the upper one counts."""
    if isinstance(base, YMap) and isinstance(node, YMap):
        both = {key: _laid_over(base.entries.get(key), entry) for key, entry in node.entries.items()}
        return YMap({**base.entries, **both}, {**base.keys, **node.keys}, node.place)
    if isinstance(base, YList) and isinstance(node, YList) and base is not node:
        return YList((*base.items, *node.items), node.place)
    return node


def _read(node: YNode, report: Report) -> PlainWords:
    fields = Fields(node, "a list of plain words", _KEYS, report)
    limits = Fields(fields.node("sentence") or node, "sentence", ("long", "too_long"), report)
    told_by = "|".join(_pattern(item.text) for item in fields.scalars("told_by"))
    return PlainWords(
        long=limits.whole("long"),
        too_long=limits.whole("too_long"),
        longest_title=fields.whole("title"),
        greatest_wiio=fields.whole("wiio") if fields.has("wiio") else None,
        advice=Advice({words: tip for kind in WORD_LISTS for words, tip in _tips(fields, kind)}),
        terms=Advice(dict(_tips(fields, "terms"))),
        told_by=re.compile(rf"(?:\W+[\w-]+){{0,3}}?\W+(?:{told_by or '(?!)'})(?!\w)|\s*\(", re.IGNORECASE),
        told_next=re.compile(rf"\w{{2,4}}\W+(?:{told_by or '(?!)'})(?!\w)", re.IGNORECASE),
        names=fields.words("names"),
        familiar=Advice({word: Tip("familiar", "") for word in fields.words("familiar")}),
        decisions=Advice(dict(_tips(fields, "decisions"))),
        proposals=re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, fields.words('proposals'))) or '(?!)'})(?!\w)"),
    )


def _tips(fields: Fields, key: str) -> Iterator[tuple[str, Tip]]:
    node = fields.node(key) or YMap({}, {}, fields.place)
    if not isinstance(node, YMap):
        fields.report.error(node.place, "E310", f"{key} must be a list of word: advice", "check the indentation")
        return
    for words, said in node.entries.items():
        if isinstance(said, YText) and said.text.strip() and words.strip(" ,*"):
            yield words, Tip(key, said.text)
        else:
            fields.report.error(said.place, "E313", f"{words} needs one line of advice", "write word: what to write")


def _pattern(word: str) -> str:
    parts = [re.escape(part.rstrip("*")) + ("\\w*" if part.endswith("*") else "") for part in word.split()]
    return _SPACE.join(parts)
