"""The report tells how well the search does and never shows the failures that nobody may tune on."""

from tests.judged.judging import Half, Judged, Query
from tools.judge import page

TEXTS = [f"words {number}" for number in range(40)]
MISSED = [Judged(Query(text, "fi", "spoken", frozenset({"right"})), None, ("Wrong",)) for text in TEXTS]
FOUND = [Judged(Query(f"name {number}", "sv", "by_name", frozenset({"right"})), 1, ("Right",)) for number in range(10)]


def of_half(half):
    return [each.query.text for each in MISSED if each.query.half is half]


def test_only_failures_of_the_development_half_are_shown():
    told = page([*MISSED, *FOUND], services=10)
    assert of_half(Half.DEVELOPMENT)
    assert of_half(Half.HELD_OUT)
    assert all(f"“{text}”" in told for text in of_half(Half.DEVELOPMENT))
    assert not [text for text in of_half(Half.HELD_OUT) if f"“{text}”" in told]


def test_totals_and_weak_kinds_are_told():
    told = page([*MISSED, *FOUND], services=10)
    assert "success@3 **0.200** (aim 0.9), MRR **0.200**. Kinds below 0.8: spoken." in told
    assert "| by_name | 10 | 1.000 | 1.000 |" in told
    assert "| fi | 40 | 0.000 | 0.000 |" in told
