"""Reads the examples beside an errand: answers, and what is expected of the path."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from desk.errands.answers_file import said_in
from desk.errands.diagnostics import Place
from desk.errands.fields import Fields, Report
from desk.errands.yaml_text import YMap, YNode, YText
from desk.model.facts import Said

_CASE_KEYS = ("case", "errands", "as_of", "answers", "expect")
_EXPECT_KEYS = (
    "steps",
    "not_steps",
    "maybe",
    "deadlines",
    "last_lawful_days",
    "order",
    "merged",
    "asked",
    "not_asked",
    "hints",
    "no_hints",
    "hint_days",
    "discreet",
)
_LISTS = ("steps", "not_steps", "maybe", "order", "asked", "not_asked", "hints", "no_hints")


@dataclass(frozen=True, slots=True)
class Case:
    """One example."""

    name: str
    errands: tuple[str, ...]
    as_of: date
    answers: dict[str, Said]
    expected: dict[str, tuple[str, ...]]
    deadlines: dict[str, str]
    last_lawful_days: dict[str, str]
    place: Place
    merged: dict[str, str] = field(default_factory=dict)
    """Of steps that are done with another one, which."""
    hint_days: dict[str, str] = field(default_factory=dict)
    discreet: bool | None = None
    answer_places: dict[str, Place] = field(default_factory=dict)


def read_case(node: YNode, errand: str, report: Report) -> Case:
    """Read one example of an errand."""
    fields = Fields(node, "a case", _CASE_KEYS, report)
    expect = fields.node("expect")
    if expect is None:
        report.error(fields.place, "E312", "a case lacks expect", "say at least which steps apply")
    expected = Fields(expect or YMap({}, {}, fields.place), "expect", _EXPECT_KEYS, report)
    answers, places = _answers(fields, report)
    return Case(
        name=fields.text("case", required=True) or "",
        errands=fields.words("errands") or (errand,),
        as_of=fields.day("as_of", required=True) or date.min,
        answers=answers,
        expected={key: expected.words(key) for key in _LISTS if expected.has(key)},
        deadlines=_by_step(expected, "deadlines", report),
        last_lawful_days=_by_step(expected, "last_lawful_days", report),
        merged=_by_step(expected, "merged", report),
        hint_days=_by_step(expected, "hint_days", report),
        discreet=expected.flag("discreet", default=False) if expected.has("discreet") else None,
        place=fields.place,
        answer_places=places,
    )


def read_cases(node: YNode, report: Report) -> list[Case]:
    """Read the examples of hints: several stand in one file, and each names its errands."""
    fields = Fields(node, "a file of cases", ("cases",), report)
    cases = []
    for item in fields.items("cases", required=True):
        case = read_case(item, "", report)
        if case.errands == ("",):
            report.error(case.place, "E312", "a case of hints lacks errands", "errands: [the errands of the visit]")
        else:
            cases.append(case)
    return cases


def days_of(errand: str, cases: Iterable[Case]) -> list[date]:
    """The days of the examples that are of this errand alone."""
    return [case.as_of for case in cases if case.errands == (errand,) and not is_of_hints(case)]


def is_of_hints(case: Case) -> bool:
    """True for an example that stands beside the hints, and is no example of its errands."""
    return case.place.file.startswith("hints/")


def _answers(fields: Fields, report: Report) -> tuple[dict[str, Said], dict[str, Place]]:
    node = fields.node("answers")
    answers: dict[str, Said] = {}
    places: dict[str, Place] = {}
    if not isinstance(node, YMap):
        return answers, places
    for name, written in node.entries.items():
        said = said_in(written)
        if said is None:
            report.error(written.place, "E313", f"{name} has no value", "leave it out when it is not answered")
            continue
        answers[name] = said
        places[name] = written.place
    return answers, places


def _by_step(expected: Fields, key: str, report: Report) -> dict[str, str]:
    node = expected.node(key)
    if node is None:
        return {}
    if not isinstance(node, YMap):
        report.error(node.place, "E310", f"{key} must be step: value", "check the indentation")
        return {}
    return {step: day.text for step, day in node.entries.items() if isinstance(day, YText)}
