"""The shipped typefaces, and which of them can draw a character.

Nothing is taken from the machine: a paper looks the same at every desk. A character is drawn by the
first family that has it, so Latin words stand in Arabic text and Sámi letters in Finnish text. One
that no family has is never drawn as a box: see :class:`printing.document.Missing`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desk.errors import GlyphMissing
from printing.document import Missing

FONT_FOLDER = Path(__file__).parent / "fonts"
_FAMILIES = ("NotoSans", "NotoNaskhArabic")
_SCALES = {"NotoNaskhArabic": 1.2}
"""Arabic letters of the same type size look smaller beside Latin ones."""
_STAND_INS = str.maketrans(
    {
        "→": ">",
        "➔": ">",
        "⇒": ">",
        "►": ">",
        "▶": ">",
        "←": "<",
        "▪": "•",
        "■": "•",
        "●": "•",
        "◦": "•",
        "‣": "•",
        "✓": "•",
        "✔": "•",
        "☐": "•",
        "\u2212": "–",
    }
)
_MARK = "[?]"


@dataclass(frozen=True, slots=True)
class Typeface:
    """One weight of one family."""

    name: str
    glyphs: frozenset[str]
    widths: dict[str, float]
    scale: float = 1.0

    def has(self, text: str) -> bool:
        """Whether every character of the text can be drawn."""
        return self.glyphs.issuperset(text)

    def width(self, text: str, size: float) -> float:
        """The length of the text on paper."""
        return sum(map(self.widths.__getitem__, text)) * size * self.scale


@lru_cache(maxsize=8)
def typeface(family: str, strong: bool) -> Typeface:
    """A shipped typeface, read and made known to reportlab at its first use."""
    name = f"{family}-{'Bold' if strong else 'Regular'}"
    font = TTFont(name, str(FONT_FOLDER / f"{name}.ttf"))
    pdfmetrics.registerFont(font)
    face = font.face
    widths = {chr(code): face.charWidths.get(code, face.defaultWidth) / 1000 for code in face.charToGlyph}
    return Typeface(name, frozenset(widths), widths, _SCALES.get(family, 1.0))


@dataclass(slots=True)
class TypeCase:
    """Gives each stretch of text the typeface that can draw it, and remembers what none could."""

    on_missing: Missing = Missing.REFUSE
    unwritable: list[str] = field(default_factory=list)

    def runs(self, text: str, strong: bool) -> list[tuple[Typeface, str]]:
        """The text in stretches of one typeface each, in order."""
        first = typeface(_FAMILIES[0], strong)
        if first.has(text):
            return [(first, text)]
        faces = [first, *(typeface(family, strong) for family in _FAMILIES[1:])]
        found = [pair for char in text for pair in self._char(char, faces)]
        return [(face, "".join(char for _, char in group)) for face, group in groupby(found, key=lambda pair: pair[0])]

    def _char(self, char: str, faces: list[Typeface]) -> Iterator[tuple[Typeface, str]]:
        for face in faces:
            if char in face.glyphs:
                yield face, char
                return
        if _says_nothing(char):
            return
        stand_in = char.translate(_STAND_INS)
        if stand_in != char:
            yield faces[0], stand_in
            return
        if char not in self.unwritable:
            self.unwritable.append(char)
        if unicodedata.category(char) != "So":
            yield from ((faces[0], mark) for mark in _MARK)

    def settle(self) -> None:
        """Refuse the paper if a letter of it cannot be drawn and nobody agreed to a mark instead.

        A pictogram carries no word: it is left out, and counted among the unwritable.
        """
        letters = [char for char in self.unwritable if unicodedata.category(char) != "So"]
        if letters and self.on_missing is Missing.REFUSE:
            raise GlyphMissing(characters=" ".join(letters))


def _says_nothing(char: str) -> bool:
    """Joiners, direction marks and variation selectors guide other characters and have no shape."""
    return unicodedata.category(char) in ("Cf", "Cc") or "\ufe00" <= char <= "\ufe0f"
