"""Why a step or a question is there, in words: frozen values, ready to draw or to print."""

from __future__ import annotations

from dataclasses import dataclass

from desk.model.ids import FactName, StepId


@dataclass(frozen=True, slots=True)
class StepWhy:
    """Everything there is to say of why a step stands where it stands."""

    step: StepId
    name: str
    outcome: str
    because: tuple[str, ...]
    """The author's sentence, then the citizen's own answers."""
    rule: tuple[str, ...]
    """The rule in words, and of each part whether it holds."""
    rows: tuple[str, ...]
    """The rows of tables that decided."""
    source: tuple[str, ...]
    counting: tuple[str, ...]
    """How its day was counted."""
    turns: tuple[str, ...]
    """What would change it."""


@dataclass(frozen=True, slots=True)
class AnswerWhy:
    """What one answer would do, or what several would that do the same."""

    condition: str
    effects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionWhy:
    """Why a question is asked, and what its answers would do."""

    fact: FactName
    question: str
    why: tuple[str, ...]
    answers: tuple[AnswerWhy, ...]
    untried: str = ""
    """Said when the effects were not worked out."""
