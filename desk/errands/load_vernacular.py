"""Reads ``synonyms.yaml`` and ``synonyms/*.yaml``: what people say, with the words that the catalogue uses today."""

from __future__ import annotations

from collections.abc import Iterable

from desk.errands.fields import Fields, Report
from desk.errands.yaml_text import YNode
from desk.model.vernacular import SaidWords, Vernacular

LANGUAGES = ("fi", "sv", "en", "se")


def joined(read: Iterable[Vernacular]) -> Vernacular:
    """What all files say, as one."""
    rows: list[SaidWords] = []
    fillers: dict[str, tuple[str, ...]] = {}
    for each in read:
        rows += each.rows
        for language, words in each.fillers.items():
            fillers[language] = (*fillers.get(language, ()), *words)
    return Vernacular(tuple(rows), fillers)


def read_vernacular(node: YNode, path: str, report: Report) -> Vernacular:
    """One whole file; a row without said or meant words is an error."""
    fields = Fields(node, path, ("source", "checked", "rows", "fillers"), report)
    fields.text("source", required=True)
    fields.day("checked", required=True)
    rows = tuple(_row(each, report) for each in fields.items("rows"))
    fillers = fields.node("fillers")
    return Vernacular(rows, _by_language(fillers, "fillers", report) if fillers else {})


def _row(node: YNode, report: Report) -> SaidWords:
    fields = Fields(node, "a row of synonyms", ("said", "means"), report)
    found = {}
    for key in ("said", "means"):
        part = fields.node(key)
        if part is None:
            report.error(node.place, "E312", f"a row of synonyms lacks {key}", f"add {key}: {{fi: [ … ]}}")
        found[key] = _by_language(part, key, report) if part else {}
    return SaidWords(found["said"], found["means"])


def _by_language(node: YNode, what: str, report: Report) -> dict[str, tuple[str, ...]]:
    fields = Fields(node, what, LANGUAGES, report)
    return {language: words for language in LANGUAGES if (words := fields.words(language))}
