"""The named places in a text: ``{fact.name}`` and ``{parameter.name}``."""

from __future__ import annotations

import re
from collections.abc import Callable

_PLACE = re.compile(r"\{([^{}]*)\}")
_BRACE = re.compile(r"[{}]")


def places_in(text: str) -> tuple[str, ...]:
    """The names in braces, in order."""
    return tuple(_PLACE.findall(text))


def has_stray_brace(text: str) -> bool:
    """True when a brace has no partner."""
    return _BRACE.search(_PLACE.sub("", text)) is not None


def filled(text: str, value_of: Callable[[str], str | None]) -> str:
    """Fill the places of a text; a sentence with a place that has no value is left out."""
    if "{" not in text:
        return text
    sentences = re.split(r"(?<=[.!?])\s+(?=\S)", text)
    kept = [done for sentence in sentences if (done := _filled_sentence(sentence, value_of)) is not None]
    return " ".join(kept)


def _filled_sentence(sentence: str, value_of: Callable[[str], str | None]) -> str | None:
    values = {name: value_of(name) for name in places_in(sentence)}
    if any(value is None for value in values.values()):
        return None
    return _PLACE.sub(lambda match: values[match[1]] or "", sentence)
