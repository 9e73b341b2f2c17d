"""Sums in the starter catalogue's sentences are written as people write them, not as the parameters store them."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from desk.errands.definition import DatedValue, Parameter
from desk.errands.starter_catalogue import filled_in

_DAY = date(2026, 11, 21)


def _parameter(name: str, value: str) -> Parameter:
    dated = DatedValue({"": value}, date(2026, 1, 1), "a price list", _DAY, "p.yaml:1:1")
    return Parameter(name, (dated,), "p.yaml:1:1")


@pytest.mark.parametrize(
    ("name", "stored", "language", "shown"),
    [
        ("fee.report", "55.00", "fi", "55 euroa"),
        ("fee.report", "12.50", "fi", "12,50 euroa"),
        ("amount.day", "37.21", "sv", "37,21 euroa"),
        ("amount.day", "37.21", "en", "37.21 euroa"),
        ("phone.kela", "020 692 202", "fi", "020 692 202 euroa"),
    ],
)
def test_sums_are_written_for_people(name: str, stored: str, language: str, shown: str) -> None:
    text = {"language": language, "value": "{" + name + "} euroa"}
    (filled,) = filled_in({"a.json": msgspec.json.encode([text])}, {name: _parameter(name, stored)}, _DAY)
    assert msgspec.json.decode(filled)[0]["value"] == shown
