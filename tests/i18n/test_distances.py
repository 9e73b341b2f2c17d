"""Distances as people say them."""

from __future__ import annotations

import pytest

from i18n.formats import Formats
from i18n.language import Language

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("metres", "fi", "en"),
    [
        (0, "0 m", "0 m"),
        (4, "0 m", "0 m"),
        (347, "350 m", "350 m"),
        (994.9, "990 m", "990 m"),
        (995.1, "1 km", "1 km"),
        (1_049, "1 km", "1 km"),
        (2_438, "2,4 km", "2.4 km"),
        (9_949, "9,9 km", "9.9 km"),
        (9_951, "10 km", "10 km"),
        (18_400, "18 km", "18 km"),
        (1_158_000, "1 158 km", "1,158 km"),
    ],
)
def test_as_exactly_as_one_can_walk_it(metres, fi, en):
    assert Formats(Language.FI).distance(metres).replace(NBSP, " ") == fi
    assert Formats(Language.EN).distance(metres).replace(NBSP, " ") == en


def test_a_line_never_breaks_between_number_and_unit():
    assert " " not in Formats(Language.SV).distance(2_438)
