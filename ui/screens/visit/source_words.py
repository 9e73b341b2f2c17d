"""Where a rule stands, when somebody looked, and whether it may be relied on: under every step and hint."""

from __future__ import annotations

from datetime import date

from i18n.translator import Translator


def source_words(translator: Translator, source: str, checked: date | None, *, verified: bool) -> str:
    """The lines; nothing where a rule names no source and was verified."""
    words = translator.words
    told = words.text("Source: {source}", source=source) if source else ""
    if source and checked is not None:
        day = translator.formats.short_date(checked)
        told = words.text("Source: {source}, checked {day}", source=source, day=day)
    check = "" if verified else words.text("Not verified: check with the agency.")
    return "\n".join(part for part in (told, check) if part)
