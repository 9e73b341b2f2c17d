"""Reads the words of errands, facts and of everything shared into flat keys, one table for each language.

Keys: ``errand.<id>.title``, ``section.<errand>.<id>``, ``step.<id>.because``, ``step.<id>.channel.<id>``,
``fact.<name>.question``, ``fact.<name>.option.<o>``, ``document.<id>`` (shared) and ``document.<errand>/<id>``
(the errand's own), the same for ``warning``, ``channel_kind.<kind>``, ``person.<role>``, ``hint.<id>.title`` and
``withdrawal.<id>.reason``, ``phrase.<id>.say``.
A flat table decodes fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from desk.errands.definition import Text
from desk.errands.diagnostics import Place
from desk.errands.fields import Fields, Report
from desk.errands.layers import goes_first
from desk.errands.yaml_text import YList, YMap, YNode, YText
from i18n.gluing import glued

_ERRAND_KEYS = ("title", "summary", "triggers", "sections", "steps", "documents", "warnings")
_STEP_KEYS = ("title", "what", "how", "because", "not_because", "deadline", "late", "channels")
_HINT_KEYS = ("title", "what", "because")
WITHDRAWAL_TEXTS = ("reason", "instead")
_FACT_KEYS = ("question", "hint", "why", "short", "options")
_SHARED_KEYS = ("documents", "warnings", "channel_kinds", "persons")
_GROUPS = {"documents": "document", "warnings": "warning", "channel_kinds": "channel_kind", "persons": "person"}
PHRASE_LISTS = ("say", "avoid", "if_so", "help")
_LISTS = ("triggers", "how", *PHRASE_LISTS)
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class WordTables:
    """The words of all languages, with where each stands, and where each line of it does."""

    words: dict[str, dict[str, Text]] = field(default_factory=dict)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    line_places: dict[tuple[str, str], tuple[Place, ...]] = field(default_factory=dict)

    def put(self, language: str, key: str, node: YNode, report: Report) -> None:
        """Keep one text, or report that it is none."""
        text = _text_of(node, report, listed=key.rpartition(".")[2] in _LISTS)
        if text is None:
            return
        if (known := self.places.get((language, key))) is not None:
            first = goes_first(node.place.file, known.file)
            if first is False:
                return
            if first is None:
                report.error(node.place, "E306", f"the text {key} stands here for the second time", f"see {known}")
        self.words.setdefault(language, {})[key] = text
        self.places[language, key] = node.place
        self.line_places[language, key] = _line_places(node)

    def lines(self, language: str, key: str) -> Iterator[tuple[Place, str]]:
        """The lines of a text, each with where it begins."""
        text = self.words[language][key]
        lines = (text,) if isinstance(text, str) else text
        return zip(self.line_places[language, key], lines, strict=True)


def _line_places(node: YNode) -> tuple[Place, ...]:
    return tuple(item.place for item in node.items) if isinstance(node, YList) else (node.place,)


def _text_of(node: YNode, report: Report, *, listed: bool) -> Text | None:
    if isinstance(node, YText) and node.text.strip():
        text = _on_one_line(node)
        return (text,) if listed else text
    if isinstance(node, YList) and listed and all(isinstance(item, YText) for item in node.items):
        return tuple(_on_one_line(item) for item in node.items if isinstance(item, YText))
    report.error(node.place, "E313", "a text should stand here", "write a sentence, or leave the key out")
    return None


def _on_one_line(written: YText) -> str:
    return glued(" ".join(_SPACE.split(written.text.strip())))


def _group(node: YNode | None, what: str, report: Report) -> dict[str, YNode]:
    if node is None:
        return {}
    if not isinstance(node, YMap):
        report.error(node.place, "E310", f"{what} must be a list of key: text", "check the indentation")
        return {}
    return node.entries


def read_errand_texts(node: YNode, errand: str, language: str, tables: WordTables, report: Report) -> None:
    """Read ``errands/<id>/texts/<language>.yaml``."""
    fields = Fields(node, "the texts of an errand", _ERRAND_KEYS, report)
    for key in ("title", "summary", "triggers"):
        if (text := fields.node(key)) is not None:
            tables.put(language, f"errand.{errand}.{key}", text, report)
    for section, text in _group(fields.node("sections"), "sections", report).items():
        tables.put(language, f"section.{errand}.{section}", text, report)
    for step, texts in _group(fields.node("steps"), "steps", report).items():
        _read_step_texts(texts, step, language, tables, report)
    for group in ("documents", "warnings"):
        for name, text in _group(fields.node(group), group, report).items():
            tables.put(language, f"{_GROUPS[group]}.{errand}/{name}", text, report)


def _read_step_texts(node: YNode, step: str, language: str, tables: WordTables, report: Report) -> None:
    fields = Fields(node, f"the step {step}", _STEP_KEYS, report)
    for key in _STEP_KEYS[:-1]:
        if (text := fields.node(key)) is not None:
            tables.put(language, f"step.{step}.{key}", text, report)
    for channel, text in _group(fields.node("channels"), "channels", report).items():
        tables.put(language, f"step.{step}.channel.{channel}", text, report)


def read_fact_texts(node: YNode, language: str, tables: WordTables, report: Report) -> None:
    """Read ``facts/texts/<language>.yaml`` or ``facts/texts/<language>/<set>.yaml``."""
    for fact, texts in _group(node, "the texts of facts", report).items():
        fields = Fields(texts, f"the fact {fact}", _FACT_KEYS, report)
        for key in _FACT_KEYS[:-1]:
            if (text := fields.node(key)) is not None:
                tables.put(language, f"fact.{fact}.{key}", text, report)
        for option, text in _group(fields.node("options"), "options", report).items():
            tables.put(language, f"fact.{fact}.option.{option}", text, report)


def read_hint_texts(node: YNode, language: str, tables: WordTables, report: Report) -> None:
    """Read ``hints/texts/<language>.yaml`` or ``hints/texts/<language>/<any>.yaml``."""
    for hint, texts in _group(node, "the texts of hints", report).items():
        _read_named(Fields(texts, f"the hint {hint}", _HINT_KEYS, report), f"hint.{hint}", language, tables)


def read_withdrawal_texts(node: YNode, language: str, tables: WordTables, report: Report) -> None:
    """Read ``withdrawals/texts/<language>.yaml`` or ``withdrawals/texts/<language>/<any>.yaml``."""
    for withdrawal, texts in _group(node, "the texts of withdrawals", report).items():
        fields = Fields(texts, f"the withdrawal {withdrawal}", WITHDRAWAL_TEXTS, report)
        _read_named(fields, f"withdrawal.{withdrawal}", language, tables)


def read_phrase_texts(node: YNode, language: str, tables: WordTables, report: Report) -> None:
    """Read ``phrases/texts/<language>.yaml`` or ``phrases/texts/<language>/<any>.yaml``."""
    for card, texts in _group(node, "the texts of phrase cards", report).items():
        fields = Fields(texts, f"the phrase card {card}", ("title", *PHRASE_LISTS), report)
        _read_named(fields, f"phrase.{card}", language, tables)


def _read_named(fields: Fields, named: str, language: str, tables: WordTables) -> None:
    for key in fields.known:
        if (text := fields.node(key)) is not None:
            tables.put(language, f"{named}.{key}", text, fields.report)


def read_shared_texts(node: YNode, language: str, tables: WordTables, report: Report) -> None:
    """Read ``texts/<language>.yaml`` or ``texts/<language>/<any>.yaml``."""
    fields = Fields(node, "the shared texts", _SHARED_KEYS, report)
    for group in _SHARED_KEYS:
        for name, text in _group(fields.node(group), group, report).items():
            tables.put(language, f"{_GROUPS[group]}.{name}", text, report)


def read_municipalities(node: YNode, tables: WordTables, report: Report) -> None:
    """Read ``municipalities.yaml``: code → names by language, or one name."""
    for code, names in _group(node, "municipalities", report).items():
        by_language = names.entries if isinstance(names, YMap) else {"fi": names}
        for language, name in by_language.items():
            tables.put(language, f"municipality.{code}", name, report)
