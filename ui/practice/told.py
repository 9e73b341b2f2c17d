"""What is said when practice is asked for."""

from __future__ import annotations

from i18n.translator import Translator
from ui.widgets.banner import Told, Tone


def told_of_being_in_practice(translator: Translator) -> Told:
    """There is nothing to do: this is the window for practice."""
    return Told(
        translator.words.text("This is the window for practice already. Close it when you have practised enough.")
    )


def told_of_no_practice(translator: Translator) -> Told:
    """The other window could not be opened."""
    words = translator.words
    return Told(
        words.text("The window for practice could not be opened."),
        words.text("Try again, or start it with “desk --practice”."),
        Tone.ATTENTION,
    )
