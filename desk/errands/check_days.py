"""Holds everything that has a date to the day: what has run out stops publication, what was seen long ago is told.

A value that is not yet in force is no fault; one that ends while nothing follows it will be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from desk.errands.definition import DatedValue, Definitions, Errand, Hint, Parameter, Step
from desk.errands.fields import Report
from desk.errands.loader import place_of

CHECKED_FOR = timedelta(days=365)
"""How long a look at a source holds."""

LAW_CHECKED_FOR = timedelta(days=3 * 365)
"""How long a look at an act holds: it changes seldom, and not unseen."""

SOON = timedelta(days=60)
"""How long before its end a value that nothing follows is told."""

_LAW = re.compile(r"\d{1,4}/\d{4}\b")


def check_days(content: Definitions, as_of: date, report: Report) -> None:
    """Report what has run out by the day, what will soon, and what nobody has looked at for long."""
    for parameter in content.parameters.values():
        _check_values(parameter, as_of, report)
    for at, source, checked in _sources(content, as_of):
        if checked > as_of:
            report.warn(place_of(at), "W608", f"checked on {checked}, which is not yet", "correct it")
            continue
        holds = held_for(source)
        if as_of - checked > holds:
            report.warn(
                place_of(at),
                "W617",
                f"the source was seen on {checked}, longer ago than {holds.days} days",
                f"look whether it still says so, and write the day: {source}",
            )


def held_for(source: str) -> timedelta:
    """How long a look at this source holds."""
    return LAW_CHECKED_FOR if _LAW.match(source) else CHECKED_FOR


def _check_values(parameter: Parameter, as_of: date, report: Report) -> None:
    in_force = parameter.on(as_of)
    coming = [value for value in parameter.values if value.valid_from > as_of]
    ended = [value for value in parameter.values if value.valid_to and value.valid_to < as_of]
    if in_force is None and ended and coming:
        report.warn(
            place_of(parameter.at), "W607", f"{parameter.name} has no value on {as_of}", "add the value in force"
        )
    elif in_force is None and coming:
        first = min(coming, key=lambda value: value.valid_from)
        report.note(
            place_of(first.at),
            "N615",
            f"{parameter.name} has its first value from {first.valid_from}",
            "until then citizens read that it is not known",
        )
    elif in_force is None and ended:
        last = max(ended, key=lambda value: value.valid_from)
        report.error(
            place_of(last.at),
            "E614",
            f"{parameter.name} ran out on {last.valid_to}, and nothing follows it",
            "add the value that is in force now, or remove the parameter",
        )
    elif in_force and in_force.valid_to and in_force.valid_to - as_of <= SOON and not _follows(in_force, coming):
        report.note(
            place_of(in_force.at),
            "N616",
            f"{parameter.name} runs out on {in_force.valid_to}, and nothing follows it yet",
            "add the next value when it is known",
        )


def _follows(value: DatedValue, coming: list[DatedValue]) -> bool:
    return value.valid_to is not None and any(
        other.valid_from <= value.valid_to + timedelta(days=1) for other in coming
    )


def _sources(content: Definitions, as_of: date) -> Iterator[tuple[str, str, date]]:
    """Where a source is named, which, and when it was seen; values of the past are history and left alone."""
    for parameter in content.parameters.values():
        for value in parameter.values:
            if value.valid_to is None or value.valid_to >= as_of:
                yield value.at, value.source, value.checked
    rules: list[Errand | Step | Hint] = [*content.errands.values(), *content.steps().values(), *content.hints.values()]
    yield from ((rule.at, rule.source, rule.checked) for rule in rules if rule.checked)
