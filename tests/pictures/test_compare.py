"""Smoothing is not a difference; a letter, a place and a colour are."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from tools.pictures import ROOT
from tools.picturing.compare import compare, marked
from tools.picturing.still_desk import HEIGHT, WIDTH

FONT = ImageFont.truetype(ROOT / "printing" / "fonts" / "NotoSans-Regular.ttf", 14)


def screen(label: str = "Päätä käynti", at: tuple[int, int] = (100, 100), ink: str = "#1B2430") -> Image.Image:
    picture = Image.new("RGB", (WIDTH, HEIGHT), "#F4F6F8")
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((at[0] - 12, at[1] - 8, at[0] + 120, at[1] + 28), 6, outline="#78838F")
    pen.text(at, label, ink, FONT)
    return picture


def test_the_same_is_the_same() -> None:
    assert not compare(screen(), screen()).is_clear


def test_softer_letters_are_the_same() -> None:
    softer = screen().filter(ImageFilter.GaussianBlur(0.5))
    assert ImageChops.difference(screen(), softer).getbbox() is not None
    assert not compare(screen(), softer).is_clear


@pytest.mark.parametrize(
    "other",
    [
        screen("Lopeta käynti"),
        screen("Päätä käynnit"),
        screen("Päätä kaynti!"),
        screen(at=(104, 100)),
        screen(at=(100, 103)),
        screen(ink="#B3261E"),
    ],
    ids=["word", "ending", "letter", "aside", "lower", "colour"],
)
def test_another_word_place_or_colour_is_seen(other: Image.Image) -> None:
    difference = compare(screen(), other)
    assert difference.is_clear
    assert "blocks of 8 px differ, between (" in difference.told("counter")
    assert ImageChops.difference(marked(other, difference), other).getbbox() is not None


def test_another_size_is_seen() -> None:
    assert compare(screen(), screen().resize((640, 400))).told("counter") == "counter: another size"
