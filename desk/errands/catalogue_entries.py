"""What the search knows of each errand: its titles, a line about it, and what citizens say instead."""

from __future__ import annotations

from desk.errands.bundle import Bundle
from desk.errands.definition import Text
from desk.model.local_text import LocalText
from desk.model.search import ErrandEntry


def errand_entries(bundle: Bundle) -> tuple[ErrandEntry, ...]:
    """One entry for each errand, by its number."""
    return tuple(
        ErrandEntry(
            id=errand,
            titles=_texts(bundle, f"errand.{errand}.title"),
            summary=_texts(bundle, f"errand.{errand}.summary"),
            words=_triggers(bundle, f"errand.{errand}.triggers"),
        )
        for errand in bundle.errands
    )


def _found(bundle: Bundle, key: str) -> dict[str, Text]:
    return {language: text for language in bundle.languages if (text := bundle.words(language).get(key)) is not None}


def _texts(bundle: Bundle, key: str) -> LocalText:
    return LocalText({language: text for language, text in _found(bundle, key).items() if isinstance(text, str)})


def _triggers(bundle: Bundle, key: str) -> dict[str, tuple[str, ...]]:
    return {language: (text,) if isinstance(text, str) else text for language, text in _found(bundle, key).items()}
