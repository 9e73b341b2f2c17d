"""A visit with something changed in it: an answer, a step, or every answer as another version of the errands has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desk.model.correction import WrongAdvice
from desk.model.facts import Said
from desk.model.ids import FactName, StepId
from desk.model.told import CarriedFact, Told
from desk.model.versions import NOTHING_MOVED, AnswersMoved, PastStep
from desk.model.visit import Change, StepState, Visit


def with_answer(visit: Visit, fact: FactName, said: Said | None) -> Visit:
    """Return the visit with another answer, or without one; nothing can be undone of it."""
    answers = {name: value for name, value in visit.answers.items() if name != fact}
    if said is not None:
        answers[fact] = said
    return replace(visit, answers=answers, read_back=False)


def _with_told(visit: Visit, fact: FactName, told: Told | None) -> Visit:
    others = {name: value for name, value in visit.told.items() if name != fact}
    return replace(visit, told=others if told is None else {**others, fact: told})


def with_carried(visit: Visit, facts: Iterable[CarriedFact]) -> Visit:
    """Return the visit with answers of an earlier one: an answer of this one is never replaced."""
    for each in facts:
        if each.fact in visit.answers:
            continue
        if each.stale:
            visit = replace(visit, earlier={**visit.earlier, each.fact: each})
        else:
            visit = _with_told(with_answer(visit, each.fact, each.said), each.fact, each.told)
    return visit


def without_carried(visit: Visit) -> Visit:
    """Return the visit without what an earlier one told: whoever the citizen is now, it may be somebody else's."""
    carried = {fact for fact, told in visit.told.items() if told.visit is not None}

    def own(changes: tuple[Change, ...]) -> tuple[Change, ...]:
        told = ((change, (change.told_before, change.told_after)) for change in changes)
        return tuple(change for change, both in told if all(one is None or one.visit is None for one in both))

    return replace(
        visit,
        answers={fact: said for fact, said in visit.answers.items() if fact not in carried},
        told={fact: told for fact, told in visit.told.items() if fact not in carried},
        earlier={},
        undo=own(visit.undo),
        redo=own(visit.redo),
    )


def answered(visit: Visit, change: Change) -> Visit:
    """Return the visit after an answer that can be undone."""
    change = replace(change, told_before=visit.told.get(change.fact))
    after = _with_told(with_answer(visit, change.fact, change.after), change.fact, change.told_after)
    return replace(after, undo=(*visit.undo, change), redo=())


def undone(visit: Visit) -> Visit:
    """Return the visit without its last change of an answer."""
    last = visit.undo[-1]
    before = _with_told(with_answer(visit, last.fact, last.before), last.fact, last.told_before)
    return replace(before, undo=visit.undo[:-1], redo=(*visit.redo, last))


def redone(visit: Visit) -> Visit:
    """Return the visit with its last undone change made again."""
    last = visit.redo[-1]
    after = _with_told(with_answer(visit, last.fact, last.after), last.fact, last.told_after)
    return replace(after, undo=(*visit.undo, last), redo=visit.redo[:-1])


def step_state(visit: Visit, step: StepId) -> StepState:
    """Return what was decided of a step."""
    return visit.steps.get(step, StepState())


def with_step(visit: Visit, step: StepId, state: StepState) -> Visit:
    """Return the visit with something else decided of a step."""
    return replace(visit, steps={**visit.steps, step: state})


def with_answers_moved(visit: Visit, moved: AnswersMoved) -> Visit:
    """Return a visit whose answers follow another version: renamed facts carry theirs, what does not fit is set aside.

    What was changed earlier can still be undone, but not into an answer that does not fit.
    """
    if moved == NOTHING_MOVED:
        return visit
    not_undone = {*moved.set_aside, *moved.not_undone}

    def name(fact: FactName) -> FactName:
        return moved.renamed.get(fact, fact)

    def still(changes: tuple[Change, ...]) -> tuple[Change, ...]:
        named = (replace(change, fact=name(change.fact)) for change in changes)
        return tuple(change for change in named if change.fact not in not_undone)

    answers = {name(fact): said for fact, said in visit.answers.items()}
    told = {name(fact): said for fact, said in visit.told.items() if fact not in moved.set_aside}
    aside = {fact: answers.pop(fact) for fact in moved.set_aside if fact in answers}
    return replace(
        visit,
        answers=answers,
        told=told,
        earlier={name(fact): replace(each, fact=name(fact)) for fact, each in visit.earlier.items()},
        set_aside={**visit.set_aside, **aside},
        undo=still(visit.undo),
        redo=still(visit.redo),
    )


def with_errands_differing(
    visit: Visit, moved: AnswersMoved, past: Iterable[PastStep], wrong: Iterable[WrongAdvice]
) -> Visit:
    """Return a visit under another version, with what that leaves behind and what it finds to have been wrong."""
    return replace(
        with_answers_moved(visit, moved),
        past_steps={**visit.past_steps, **{each.step.id: each for each in past}},
        wrong_advice=(*visit.wrong_advice, *wrong),
    )
