"""Takes a text apart as its reader does: into sentences, and these into words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_END = re.compile(r"[.!?…][”\"')]*\s+(?=\S)")
_WORD = re.compile(r"\{[^{}]*\}(?:-[^\W\d_]+)?|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SHORT_FORM = re.compile(
    r"\b(?:mm|esim|ym|yms|ks|ko|ns|klo|puh|nro|ts|t\.ex|bl\.a|kl|tfn|s\.k|dvs|kap|mom|milj|e\.g|i\.e|no)\.\Z",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\b\d{1,2}\.\Z")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and where in its text it begins."""

    text: str
    start: int

    @property
    def words(self) -> int:
        """How many words it has; digits are none, and a place that is filled in is one."""
        return len(_WORD.findall(self.text))


def sentences_of(text: str) -> Iterator[Sentence]:
    """The sentences of a text, in order."""
    start = 0
    for end in _END.finditer(text):
        piece = text[start : end.end()].rstrip()
        is_date = _ORDINAL.search(piece) and text[end.end()].islower()
        if is_date or _SHORT_FORM.search(piece):
            continue
        yield Sentence(piece, start)
        start = end.end()
    if text[start:].strip():
        yield Sentence(text[start:].rstrip(), start)


def words_of(text: str) -> list[str]:
    """The words of a text, without the places that are filled in."""
    return [word for word in _WORD.findall(text) if not word.startswith("{")]
