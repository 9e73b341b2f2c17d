"""What a discreet paper leaves out: whatever would tell of danger, or of where somebody lives.

The screen shows it all; what is handed over, saved or printed does not. The reasons stand in docs/decisions/0014.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from desk.errands.bundle import Bundle
from desk.errands.easy import easy_words
from desk.errands.explanation import resting_on_safety
from desk.errands.nodes import facts_in
from desk.errands.telling_words import TELLING, tells
from desk.errands.wording import Wording
from desk.model.ids import FactName, StepId
from desk.model.path import Path
from desk.model.plan import PlanChannel, PlanDeadline, PlanHint, PlanStep, Words
from desk.model.visit import Visit
from desk.usecases.word_path import state_of
from i18n.language import Language

_NAMING = ("title", "what")
"""The texts of a step without which it could not be told at all."""
Told = TypeVar("Told", Words, str)


def telling_steps(bundle: Bundle, path: Path) -> frozenset[StepId]:
    """Return the steps that are left out whole: their rule looks at the citizen's safety, or their own words tell."""
    resting = resting_on_safety(bundle, path)
    shown = (step.id for step in path.shown)
    return resting | {step for step in shown if step not in resting and _names_danger(bundle, step)}


def left_off(bundle: Bundle, path: Path) -> frozenset[StepId]:
    """Return the steps that no paper of this path holds.

    Also while nobody was asked, or somebody did not say: what only may apply and is named with danger is told, not
    handed over. Else the paper of everyone who keeps silent would speak of it.
    """
    if path.discreet:
        return telling_steps(bundle, path)
    open_still = {maybe.step.id for maybe in path.maybe} & resting_on_safety(bundle, path)
    return frozenset(step for step in open_still if _names_danger(bundle, step))


def silent_on_safety(steps: Iterable[PlanStep], bundle: Bundle, wording: Wording) -> tuple[PlanStep, ...]:
    """Return the steps of an open paper; none says that something hangs on the citizen's safety."""
    rules = [errand.discreet_when.rule for errand in bundle.definitions.errands.values() if errand.discreet_when]
    labels = {wording.fact_label(FactName(name)) for rule in rules for name in facts_in(rule)}
    return tuple(
        replace(step, undecided=tuple(each for each in step.undecided if each not in labels)) for step in steps
    )


def kept_off(visit: Visit, path: Path) -> frozenset[StepId]:
    """Return the steps that the clerk left off the papers."""
    past = (step for step in visit.past_steps if step in visit.steps and visit.steps[step].off_paper)
    return frozenset((*(step.id for step in path.shown if state_of(visit.steps, step).off_paper), *past))


def _names_danger(bundle: Bundle, step: StepId) -> bool:
    defined = bundle.definitions.steps()[step]
    keys = [f"step.{defined.words_id}.{part}" for part in _NAMING]
    for language in TELLING:
        for words in (bundle.words(language), bundle.words(easy_words(language))):
            if any(tells(text, language) for key in keys if isinstance(text := words.get(key, ""), str)):
                return True
    return False


class Discretion:
    """Takes out of the steps and hints of one plan what would tell."""

    def __init__(self, telling: frozenset[StepId], language: Language) -> None:
        self._telling = telling
        self._language = language

    def steps(self, steps: Iterable[PlanStep]) -> tuple[PlanStep, ...]:
        """Return the steps that may stand on the paper, without places, reasons and lines that tell."""
        return tuple(self._step(step) for step in steps if step.id not in self._telling)

    def hints(self, hints: Iterable[PlanHint]) -> tuple[PlanHint, ...]:
        """Return the hints that may stand on the paper, without the answers that they rest on."""
        return tuple(replace(hint, because=Words("")) for hint in hints if not self._tells_hint(hint))

    def _tells_hint(self, hint: PlanHint) -> bool:
        return any(self._tells(text) for text in (hint.title, hint.what))

    def _step(self, step: PlanStep) -> PlanStep:
        return replace(
            step,
            because=None,
            how=self._quiet(step.how),
            bring=self._quiet(step.bring),
            warnings=self._quiet(step.warnings),
            undecided=self._quiet(step.undecided),
            also=self._quiet(step.also),
            point_notes=(),
            channels=tuple(self._channel(channel) for channel in step.channels),
            deadline=self._deadline(step.deadline),
        )

    def _channel(self, channel: PlanChannel) -> PlanChannel:
        return replace(channel, address=None, text=self._or_nothing(channel.text))

    def _deadline(self, deadline: PlanDeadline | None) -> PlanDeadline | None:
        if deadline is None:
            return None
        return replace(deadline, text=self._or_nothing(deadline.text), late=self._or_nothing(deadline.late))

    def _quiet(self, told: Iterable[Told]) -> tuple[Told, ...]:
        return tuple(self._without_telling(told))

    def _without_telling(self, told: Iterable[Told]) -> Iterator[Told]:
        yield from (each for each in told if not self._tells(each))

    def _or_nothing(self, words: Words | None) -> Words | None:
        return None if words is not None and self._tells(words) else words

    def _tells(self, told: Words | str) -> bool:
        return tells(told if isinstance(told, str) else told.text, self._language)
