"""Steps by name, with whose they are, and why a question is asked: for lists and explanations."""

from __future__ import annotations

from collections.abc import Iterable

from desk.errands.wording import Wording
from desk.model.ids import FactName, StepId
from i18n.translator import Words


def names_of_steps(steps: Iterable[StepId], wording: Wording, words: Words) -> tuple[str, ...]:
    """Steps by their titles; one that several persons have is named once, with all of them."""
    people: dict[str, list[str]] = {}
    for step in steps:
        whose = wording.whose(step)
        people.setdefault(wording.step_title(step).text, []).extend([whose.text] if whose else [])
    return tuple(
        words.text("{step} ({people})", step=title, people=", ".join(dict.fromkeys(whose))) if whose else title
        for title, whose in people.items()
    )


def why_asked(fact: FactName, decides: Iterable[str], wording: Wording, words: Words) -> tuple[str, ...]:
    """Why a question is asked: the author's reason, and the names of the steps that hang on its answer."""
    written = wording.fact_text(fact, "why")
    said = [written.text] if written else []
    if steps := "; ".join(decides):
        said.append(words.text("It decides: {steps}", steps=steps))
    if not said:
        said.append(words.text("It tells how this has to be handled so that it is safe."))
    return tuple(said)
