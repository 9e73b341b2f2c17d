"""What another version of the errands means for one visit: which steps it changes, and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from desk.model.ids import FactName, StepId
from desk.model.plan import PlanStep, Words
from i18n.language import Language


class Aspect(StrEnum):
    """What of a step is another than it was."""

    CERTAINTY = "certainty"
    """It applied for sure and now may apply, or the other way round."""
    DEADLINE = "deadline"
    FEE = "fee"
    MODE = "mode"
    BRING = "bring"
    WAYS = "ways"
    """How it can be done: ways, telephone numbers, addresses."""
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class StepChange:
    """A step that both versions have, and what differs."""

    step: StepId
    aspects: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class AnswersMoved:
    """What becomes of the answers under another version; all others stay as they are."""

    renamed: Mapping[FactName, FactName] = field(default_factory=dict)
    """Facts that have another name now; their answers go along."""
    set_aside: tuple[FactName, ...] = ()
    """Answers that no longer fit their question: kept, but they do not count, and are asked for again."""
    not_undone: tuple[FactName, ...] = ()
    """Facts whose earlier answers no longer fit: they are not gone back to."""


NOTHING_MOVED = AnswersMoved()


@dataclass(frozen=True, slots=True)
class PastStep:
    """A decided step that the errands have no longer, as it stood, and the language that its words are in."""

    step: PlanStep
    language: Language

    def shown_in(self, language: Language) -> PlanStep:
        """Return the step for a page in a language: words of another one say so."""
        if language is self.language:
            return self.step
        step = self.step

        def marked(words: Words) -> Words:
            return replace(words, fallback=words.fallback or self.language)

        return replace(step, title=marked(step.title), what=marked(step.what), how=tuple(map(marked, step.how)))


@dataclass(frozen=True, slots=True)
class ErrandsDifference:
    """How the path of one visit differs under another version of the errands, step by step."""

    new: tuple[StepId, ...] = ()
    gone: tuple[StepId, ...] = ()
    changed: tuple[StepChange, ...] = ()
    asked: tuple[FactName, ...] = ()
    """Facts that are needed now and were not asked before."""
    moved: AnswersMoved = NOTHING_MOVED

    @property
    def is_empty(self) -> bool:
        """True when nothing changes for this citizen."""
        return not (self.new or self.gone or self.changed or self.asked or self.moved.set_aside)
