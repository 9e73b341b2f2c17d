"""Holds the words of a step to Wiio's index. Names, explained terms and long words that all know are left out."""

from __future__ import annotations

from desk.errands.check_plain_words import citizen_texts
from desk.errands.diagnostics import Place
from desk.errands.fields import Report
from desk.errands.loader import Loaded
from desk.errands.official_names import official_names
from desk.errands.plain_lists import PlainWords, in_small_letters
from desk.errands.sentences import words_of
from desk.errands.wiio import FEWEST_WORDS, BaseForm, Wiio

_SHOWN = 6


def check_wiio(loaded: Loaded, plain: PlainWords, base_form: BaseForm, report: Report) -> None:
    """Report each step that is harder to read than the list allows."""
    if plain.greatest_wiio is None:
        return
    wiio = Wiio(base_form)
    for (place, step), words in _words_by_step(loaded, plain).items():
        if len(words) >= FEWEST_WORDS and (index := round(wiio.index(words), 1)) > plain.greatest_wiio:
            report.warn(
                place,
                "W708",
                f"the words of {step} have the index {index} (Wiio), {plain.greatest_wiio} at most",
                f"replace or split long words: {', '.join(wiio.longest(words, _SHOWN))}",
            )


def _words_by_step(loaded: Loaded, plain: PlainWords) -> dict[tuple[Place, str], list[str]]:
    names = official_names(loaded.definitions, "fi", plain.names)
    places: dict[str, Place] = {}
    words: dict[tuple[Place, str], list[str]] = {}
    for key, start, text in citizen_texts(loaded, "fi"):
        if key.startswith("step."):
            step = key.split(".")[1]
            place = places.setdefault(step, start)
            counted = plain.familiar.without(plain.terms.without(names.as_one_word(in_small_letters(text))))
            words.setdefault((place, step), []).extend(words_of(counted))
    return words
