"""The municipalities of Finland as the content names them, by code."""

from __future__ import annotations

from desk.errands.bundle import MUNICIPALITY, Bundle
from i18n.language import FALLBACK, Language

_EXAMPLE = "297"


def municipality_name(bundle: Bundle, code: str, language: Language | str = FALLBACK) -> str:
    """Return the name of one; empty when there is none of this code."""
    key = f"{MUNICIPALITY}{code}"
    found = bundle.words(language).get(key) or bundle.words(FALLBACK).get(key, "")
    return found if isinstance(found, str) else ""


def code_meant(bundle: Bundle, asked: str) -> str:
    """Return the code of the municipality whose name was given for a code, else an example of one."""
    names = bundle.municipalities(FALLBACK)
    return next((code for code, name in names if name.casefold() == asked.casefold()), _EXAMPLE)
