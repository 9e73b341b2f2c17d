"""The named places in a text: ``{fact.name}`` and ``{parameter.name}``."""

from __future__ import annotations

import re

_PLACE = re.compile(r"\{([^{}]*)\}")
NUMBER = "person.number"
"""In the words for a person: which member of a group it is."""
_BRACE = re.compile(r"[{}]")


def places_in(text: str) -> tuple[str, ...]:
    """The names in braces, in order."""
    return tuple(_PLACE.findall(text))


def has_stray_brace(text: str) -> bool:
    """True when a brace has no partner."""
    return _BRACE.search(_PLACE.sub("", text)) is not None
