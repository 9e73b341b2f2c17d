"""Runs the examples beside the errands: an answer given, a path expected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desk.errands.answers import check_answer
from desk.errands.bundle import Bundle
from desk.errands.diagnostics import Diagnostic, did_you_mean
from desk.errands.load_cases import Case
from desk.errands.loader import Files, Loaded, load
from desk.errands.path import path_of
from desk.errors import AnswerRefused
from desk.model.facts import Answers, Said
from desk.model.ids import ErrandId, FactName
from desk.model.path import Path, PathStep


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One example and what did not come out as expected."""

    case: Case
    failures: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """True when everything came out as expected."""
        return not self.failures

    def __str__(self) -> str:
        head = f"{self.case.place.file} “{self.case.name}”"
        return f"{head} passed" if self.passed else "\n  ".join([f"{head} FAILED", *self.failures])


@dataclass(frozen=True, slots=True)
class CaseReport:
    """All examples."""

    results: tuple[CaseResult, ...]
    broken: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> tuple[CaseResult, ...]:
        """The examples that did not come out as expected."""
        return tuple(result for result in self.results if not result.passed)

    @property
    def passed(self) -> bool:
        """True when every example could be read and came out as expected."""
        return not self.failed and not any(finding.is_error for finding in self.broken)


def run_cases(bundle: Bundle, files: Files) -> CaseReport:
    """Run every example among the files against a bundle."""
    return run_loaded(bundle, load(files))


def run_loaded(bundle: Bundle, loaded: Loaded) -> CaseReport:
    """Run every example that was read."""
    broken = tuple(finding for finding in loaded.found if "/cases/" in finding.place.file)
    return CaseReport(tuple(run_case(bundle, case) for case in loaded.cases), broken)


def run_case(bundle: Bundle, case: Case) -> CaseResult:
    """Run one example."""
    wrong = (*_wrong_answers(bundle, case), *_wrong_names(bundle, case), *_wrong_hints(bundle, case))
    if wrong:
        return CaseResult(case, wrong)
    answers = _said(bundle, case)
    path = path_of(bundle, [ErrandId(errand) for errand in case.errands], answers, case.as_of)
    looked_at = (_step_failures, _day_failures, _question_failures, _hint_failures)
    return CaseResult(case, tuple(failure for look in looked_at for failure in look(case, path)))


def said_in_case(bundle: Bundle, case: Case) -> Answers | None:
    """The answers of an example; ``None`` when one of them fits no fact."""
    return None if any(_wrong_answers(bundle, case)) else _said(bundle, case)


def _said(bundle: Bundle, case: Case) -> Answers:
    return {FactName(name): _normal(bundle, name, said) for name, said in case.answers.items()}


def _normal(bundle: Bundle, name: str, said: Said) -> Said:
    """One option of a *choices* fact written without brackets is a list of one."""
    single = bundle.definitions.facts[name].type == "choices" and isinstance(said, str)
    return (str(said),) if single and said not in ("unknown", "declined") else said


def _wrong_answers(bundle: Bundle, case: Case) -> Iterable[str]:
    facts = bundle.definitions.facts
    for name, said in case.answers.items():
        if name not in facts:
            yield f"{case.answer_places[name]}: there is no fact {name}; {did_you_mean(name, facts)}"
            continue
        try:
            check_answer(facts[name], _normal(bundle, name, said), case.as_of)
        except AnswerRefused as refused:
            yield f"{case.answer_places[name]}: {name} cannot be {said}: {refused.details['why']}"


def _wrong_names(bundle: Bundle, case: Case) -> Iterable[str]:
    errands, facts = bundle.definitions.errands, bundle.definitions.facts
    for errand in case.errands:
        if errand not in errands:
            yield f"there is no errand {errand}; {did_you_mean(errand, errands)}"
    steps = {step.id for errand in case.errands if errand in errands for step in errands[errand].steps}
    named = [name for key in ("steps", "not_steps", "maybe", "order") for name in case.expected.get(key, ())]
    for name in (*named, *case.deadlines, *case.last_lawful_days, *case.merged, *case.merged.values()):
        if name not in steps:
            yield f"there is no step {name}; {did_you_mean(name, steps)}"
    for name in (*case.expected.get("asked", ()), *case.expected.get("not_asked", ())):
        if name not in facts:
            yield f"there is no fact {name}; {did_you_mean(name, facts)}"


def _wrong_hints(bundle: Bundle, case: Case) -> Iterable[str]:
    hints = bundle.definitions.hints
    for name in (*case.expected.get("hints", ()), *case.expected.get("no_hints", ()), *case.hint_days):
        if name not in hints:
            yield f"there is no hint {name}; {did_you_mean(name, hints)}"


def _step_failures(case: Case, path: Path) -> Iterable[str]:
    became = {str(step.id): "applies" for step in path.steps}
    became |= {str(maybe.step.id): _undecided(maybe.open, maybe.declined) for maybe in path.maybe}
    shown = (*path.steps, *(maybe.step for maybe in path.maybe))
    became |= {str(each.id): f"{became[str(step.id)]} with {step.id}" for step in shown for each in step.merged}
    became |= {str(each.id): f"is undecided, and {step.id} covers it" for step in shown for each in step.covers}
    became |= {str(out.id): _out(out.because) for out in path.ruled_out}
    for key, wanted in (("steps", "applies"), ("not_steps", "is ruled out"), ("maybe", "is undecided")):
        for name in case.expected.get(key, ()):
            if not became[name].startswith(wanted):
                yield f"{name} should be one that {wanted}, but it {became[name]}"
    yield from _merging_failures(case, path)
    yield from _order_failures(case, path)
    if case.discreet is not None and case.discreet != path.discreet:
        yield f"discreet is {'yes' if path.discreet else 'no'}"


def _undecided(unasked: tuple[FactName, ...], declined: tuple[FactName, ...]) -> str:
    parts = [f"not asked yet: {', '.join(unasked)}"] if unasked else []
    parts += [f"asked in vain: {', '.join(declined)}"] if declined else []
    return f"is undecided ({'; '.join(parts)})"


def _out(because: tuple[object, ...]) -> str:
    facts = ", ".join(f"{getattr(reason, 'fact', '')} = {getattr(reason, 'said', '')}" for reason in because)
    return f"is ruled out ({facts or 'never'})"


def _merging_failures(case: Case, path: Path) -> Iterable[str]:
    part_of = {str(each.id): str(step.id) for step in path.steps for each in step.merged}
    for name, wanted in case.merged.items():
        if (actual := part_of.get(name, "none")) != wanted:
            yield f"{name} is part of {actual}, not of {wanted}"


def _order_failures(case: Case, path: Path) -> Iterable[str]:
    wanted = case.expected.get("order", ())
    actual = [str(step.id) for step in path.steps if step.id in wanted]
    if missing := [name for name in wanted if name not in actual]:
        yield f"order names {', '.join(missing)}, which does not surely apply"
    elif actual != list(wanted):
        yield f"the order is {', '.join(actual)}"


def _day_failures(case: Case, path: Path) -> Iterable[str]:
    shown = (*path.steps, *(maybe.step for maybe in path.maybe))
    steps = {str(each.id): each for step in shown for each in (*step.covers, *step.merged, step)}
    for name, wanted in case.deadlines.items():
        if (actual := _day(steps.get(name), lawful=False)) != wanted:
            yield f"the deadline of {name} is {actual}, not {wanted}"
    for name, wanted in case.last_lawful_days.items():
        if (actual := _day(steps.get(name), lawful=True)) != wanted:
            yield f"the last lawful day of {name} is {actual}, not {wanted}"


def _day(step: PathStep | None, *, lawful: bool) -> str:
    """The day as a case writes it: a date, ``none``, or what it waits for."""
    if step is None or step.deadline is None:
        return "none"
    deadline = step.deadline
    day = deadline.last_lawful_day if lawful else deadline.day
    if day is not None:
        return day.isoformat()
    return "none" if lawful else f"after {deadline.after_step}" if deadline.after_step else f"when {deadline.waits_for}"


def _question_failures(case: Case, path: Path) -> Iterable[str]:
    asked = {str(question.fact) for question in path.questions}
    for name in case.expected.get("asked", ()):
        if name not in asked:
            yield f"{name} should be asked and is not"
    for name in case.expected.get("not_asked", ()):
        if name in asked:
            yield f"{name} should not be asked and is"


def _hint_failures(case: Case, path: Path) -> Iterable[str]:
    shown = {str(hint.id): hint for hint in path.hints}
    for name in case.expected.get("hints", ()):
        if name not in shown:
            yield f"the hint {name} should be shown and is not"
    for name in case.expected.get("no_hints", ()):
        if name in shown:
            yield f"the hint {name} should not be shown and is"
    for name, wanted in case.hint_days.items():
        day = shown[name].day if name in shown else None
        if (actual := day.isoformat() if day else "none") != wanted:
            yield f"the day of the hint {name} is {actual}, not {wanted}"
