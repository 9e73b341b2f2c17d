"""What was refused, in words, at the field where it was written."""

from __future__ import annotations

from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.mandate.state import MandatePage


def error_words(translator: Translator, state: MandatePage, place: str) -> str:
    """The refusal that stands at a place; empty when there is none."""
    if state.error is None or state.error_at != place:
        return ""
    told = words_of(translator, state.error)
    return f"{told.what} {told.what_to_do}"
