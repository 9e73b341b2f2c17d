"""Every pair that is drawn on another can be read, in every look."""

import re
from pathlib import Path

import pytest

from ui.theme import tokens
from ui.theme.style import style_sheet
from ui.theme.tokens import COLOURS, PAIRS, Look, Pair, contrast, sizes

UI = Path(tokens.__file__).parents[1]


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_pair_has_its_contrast(pair: Pair, look: Look) -> None:
    colours = COLOURS[look]
    measured = contrast(getattr(colours, pair.front), getattr(colours, pair.back))
    assert measured >= pair.at_least, f"{pair.name}: {measured:.2f}"


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


def test_every_colour_is_in_a_pair_or_only_divides() -> None:
    drawn = {pair.front for pair in PAIRS} | {pair.back for pair in PAIRS}
    assert set(tokens.colour_names()) - drawn == {"line"}


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_style_sheet_is_filled(look: Look, scale: int) -> None:
    assert "$" not in style_sheet(look, scale)


def test_text_doubles_at_200_per_cent() -> None:
    once, twice = sizes(Look.LIGHT, 100), sizes(Look.LIGHT, 200)
    assert (once.small, once.body, once.lead, once.heading, once.title) == (12, 14, 16, 20, 26)
    assert (once.control, twice.body, twice.control) == (36, 28, 55)
    assert (sizes(Look.CITIZEN, 100).body, sizes(Look.CITIZEN, 100).control) == (20, 56)
    assert sizes(Look.LIGHT, 900) == twice


def test_no_colour_outside_the_table() -> None:
    found = [
        f"{path.relative_to(UI)}: {hit.group()}"
        for path in UI.rglob("*")
        if path.suffix in (".py", ".template", ".svg") and path.name != "tokens.py"
        for hit in re.finditer(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8"))
    ]
    assert not found
