"""Codes of forms and ids of objects: *SV 15*, *sv15*, *AT-1*, and the first characters of a UUID."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desk.model.catalogue import STARTER_NAMESPACE
from offline_cache.catalogue.words import QueryWord

WRITTEN = re.compile(r"\b([A-ZÅÄÖ]{1,4})[ -]?(\d{1,4}[A-Za-z]{0,2})\b")
"""As it stands in a text: capitals, then digits."""
WHOLE = re.compile(r"[^\W\d_]{1,4}\d{1,4}[^\W\d_]{0,2}")
LETTERS = re.compile(r"[^\W\d_]{1,4}")
DIGITS = re.compile(r"\d{1,4}[^\W\d_]{0,2}")
IDENTITY = re.compile(r"[0-9a-f]{8}[0-9a-f-]*")
LEAST_OF_AN_IDENTITY = 8


def codes_in(texts: Iterable[str]) -> set[str]:
    """The codes that stand in texts, each as one word."""
    return {f"{match[1]}{match[2]}".casefold() for text in texts for match in WRITTEN.finditer(text)}


def code_in(text: str, code: str, *, unfinished: bool) -> str | None:
    """How a code stands in a text, if it does."""
    for match in WRITTEN.finditer(text):
        written = f"{match[1]}{match[2]}".casefold()
        if written == code or (unfinished and written.startswith(code)):
            return match.group()
    return None


def code_of(words: Sequence[QueryWord]) -> str | None:
    """The code that one word is, or that two words are together."""
    match [word.typed for word in words]:
        case [whole] if WHOLE.fullmatch(whole):
            return whole
        case [letters, digits] if LETTERS.fullmatch(letters) and DIGITS.fullmatch(digits):
            return letters + digits
    return None


def identity_in(query: str) -> str | None:
    """The id, or its first eight or more characters, that a query is."""
    typed = query.strip().casefold()
    if len(typed) < LEAST_OF_AN_IDENTITY:
        return None
    return typed if typed.startswith(STARTER_NAMESPACE) or IDENTITY.fullmatch(typed) else None
