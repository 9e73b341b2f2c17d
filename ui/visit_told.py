"""What is told when a visit leaves the screen: ended, or set aside."""

from __future__ import annotations

from desk.model.visit import Outcome
from i18n.translator import Translator
from ui.screens.ending.presenter import Ended
from ui.widgets.banner import Told, Tone


def told_of_end(translator: Translator, ended: Ended) -> Told:
    """How it ended, and what became of the plan."""
    words = translator.words
    outcome = (
        words.text("Visit {number} ended: handled.", number=ended.number)
        if ended.outcome is Outcome.HANDLED
        else words.text("Visit {number} ended: plan given.", number=ended.number)
    )
    kept = words.text("The plan is kept. Its code is {code}.", code=ended.plan_code)
    erased = words.text("All answers, notes and the plan were erased.")
    return Told(outcome, kept if ended.kept else erased, Tone.DONE)


def told_of_parking(translator: Translator, number: int) -> Told:
    """Where it is found again."""
    words = translator.words
    return Told(
        words.text("Visit {number} is set aside. It is at the counter, under what is left open.", number=number)
    )
