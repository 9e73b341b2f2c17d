"""What ``desk path --why`` prints of a step or a question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desk.cli.output import print_json, print_lines
from desk.errands.bundle import Bundle
from desk.errands.why_view import AnswerWhy, QuestionWhy, StepWhy
from desk.model.facts import Answers
from desk.model.ids import FactName, StepId
from desk.model.path import Path
from desk.usecases.explain_visit import Explaining
from desk.usecases.shelf import Shelf
from i18n.language import Language
from i18n.translator import Lexicon, Words
from services.clock import DayClock


def step_document(why: StepWhy) -> dict[str, object]:
    """A step's explanation as JSON."""
    return {
        "step": why.step,
        "title": why.name,
        "outcome": why.outcome,
        "because": why.because,
        "rule": why.rule,
        "rows": why.rows,
        "source": why.source,
        "counting": why.counting,
        "would_change": why.turns,
    }


def question_document(why: QuestionWhy) -> dict[str, object]:
    """A question's explanation as JSON; ``answers`` is null when their effects were not worked out."""
    answers = None if why.untried else [_answer_document(answer) for answer in why.answers]
    return {"fact": why.fact, "question": why.question, "why": why.why, "answers": answers}


def _answer_document(answer: AnswerWhy) -> dict[str, object]:
    return {"condition": answer.condition, "effects": answer.effects}


def step_lines(why: StepWhy, words: Words) -> Iterator[str]:
    """A step's explanation for people."""
    yield why.name
    yield why.outcome
    parts = (
        (words.text("Why"), why.because),
        (words.text("The rule"), (*why.rule, *why.rows, *why.source)),
        (words.text("How the day is counted"), why.counting),
        (words.text("What would change this"), why.turns),
    )
    for heading, lines in parts:
        if lines:
            yield from ("", heading, *(f"  {line}" for line in lines))


def question_lines(why: QuestionWhy, words: Words) -> Iterator[str]:
    """A question's explanation for people."""
    yield why.question
    yield from ("", words.text("Why"), *(f"  {line}" for line in why.why))
    yield from ("", words.text("What each answer would do"))
    if why.untried:
        yield f"  {why.untried}"
    for answer in why.answers:
        yield f"  {answer.condition}"
        yield from (f"    {line}" for line in answer.effects)


@dataclass(frozen=True, slots=True)
class Explained:
    """A path that belongs to no visit, to be explained."""

    bundle: Bundle
    path: Path
    answers: Answers
    language: Language


def tell_why(explained: Explained, name: str, *, as_json: bool) -> None:
    """Print why a step or a question of a path is there; raises ``StepUnknown``."""
    bundle, path, answers = explained.bundle, explained.path, explained.answers
    lexicon = Lexicon()
    explaining, words = Explaining(Shelf(bundle, lexicon, DayClock(path.as_of))), lexicon.words(explained.language)
    if name in bundle.definitions.facts:
        question = explaining.question(path, FactName(name), answers, explained.language)
        document, lines = question_document(question), question_lines(question, words)
    else:
        step = explaining.step(path, StepId(name), answers, explained.language)
        document, lines = step_document(step), step_lines(step, words)
    if as_json:
        print_json(document)
    else:
        print_lines(*lines)
