"""Running text into lines: where they end, and which letters stand where in each of them.

Lines end at spaces, after a hyphen or a slash between words, and where the text itself says so;
words are never hyphenated. Only a word that is longer than the whole line is cut, between syllables.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from printing.bidi import has_right_to_left, joined
from printing.document import Inline, Span
from printing.lines import Line, MixedLine, Piece, PlainLine, Word
from printing.sheet import TextStyle
from printing.tagging import Element
from printing.typefaces import TypeCase

_TOKENS = re.compile(r"\n|[ \t]+|[^\n \t]+")
_JOINTS = re.compile("(?<=[^\\W\\d_][-–])(?=[^\\W\\d_])|(?<=[/\u200b\u00ad])(?=[^/\\s])")
_SYLLABLE = re.compile("(?<=..)(?=[bcdfghjklmnpqrstvwxzčđŋšŧž][aeiouyäöåáâõü])", re.IGNORECASE)
_NARROWER = (0.95, 0.9, 0.85, 0.8)
_SOFT_HYPHEN = "\u00ad"
_NO_BREAK_SPACE = "\u00a0"
_INVISIBLE = "\u200b\u00ad"
_ODD_SPACES = re.compile("[\u2000-\u2006\u2008-\u200a\u205f\u3000\x0b\x0c\x1c-\x1f\x85\u2028\u2029\r]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Breaker:
    """Breaks running text in one style into lines of at most ``width``."""

    case: TypeCase
    style: TextStyle
    width: float
    right_to_left: bool = False
    tight: bool = False

    def lines(self, text: Inline, owners: Sequence[Element]) -> list[Line]:
        """The lines of a text, of which each span belongs to the owner at the same place."""
        words = list(self._words(text, owners))
        mixed = self.right_to_left or any(has_right_to_left(span.text) for span in text)
        kept = frozenset(id(owner) for span, owner in zip(text, owners, strict=True) if _keeps_order(span))
        line = MixedLine(self.style, self.right_to_left, kept) if mixed else PlainLine(self.style)
        return [line.made(row) for row in self._balanced(words)]

    def _balanced(self, words: list[Word]) -> list[list[Word]]:
        """Rows of words; a last row of one word gets company from above, if no row is added by it."""
        words = list(self._short_enough(words))
        rows = list(self._rows(words, self.width))
        if len(rows) < 2 or len(rows[-1]) > 1 or self.tight:
            return rows
        for part in _NARROWER:
            narrow = list(self._rows(words, self.width * part))
            if len(narrow) == len(rows) and len(narrow[-1]) > 1:
                return narrow
        return rows

    def _words(self, text: Inline, owners: Sequence[Element]) -> Iterator[Word]:
        word = Word()
        for span, owner in zip(text, owners, strict=True):
            strong = span.strong or self.style.strong
            cleaned = clean(span.text)
            if span.unbroken:
                cleaned = re.sub("[ \t\n]+", _NO_BREAK_SPACE, cleaned)
            for part in _TOKENS.findall(cleaned):
                if part.isspace() and part[0] in " \t\n":
                    word.ends_line = part == "\n"
                    if not word.ends_line and word.pieces:
                        word.space = self._piece(owner, " ", strong)[0]
                    yield word
                    word = Word()
                    continue
                *opening, last = [part] if span.unbroken else _parts(part)
                for piece in opening:
                    self._add(word, owner, piece, strong)
                    yield word
                    word = Word()
                self._add(word, owner, last, strong)
        if word.pieces:
            yield word

    def _add(self, word: Word, owner: Element, text: str, strong: bool) -> None:
        if text.endswith(_SOFT_HYPHEN) and self.tight:
            word.hyphen = self._piece(owner, "-", strong)[0]
        text = text.translate({ord(char): None for char in _INVISIBLE})
        word.pieces += self._piece(owner, joined(text), strong)

    def _piece(self, owner: Element, text: str, strong: bool) -> list[Piece]:
        return [
            Piece(owner, face, part, face.width(part, self.style.size)) for face, part in self.case.runs(text, strong)
        ]

    def _rows(self, words: list[Word], width: float) -> Iterator[list[Word]]:
        row: list[Word] = []
        used = 0.0
        for word in words:
            before = row[-1] if row else None
            space = before.space.width if before and before.space else 0.0
            reserve = word.hyphen.width if word.hyphen else 0.0
            if row and used + space + word.width + reserve > width + 0.01:
                yield row
                row, used, space = [], 0.0, 0.0
            row.append(word)
            used += space + word.width
            if word.ends_line:
                yield row
                row, used = [], 0.0
        if row:
            yield row

    def _short_enough(self, words: list[Word]) -> Iterator[Word]:
        for word in words:
            if word.width <= self.width:
                yield word
            else:
                yield from self._cut(word)

    def _cut(self, word: Word) -> Iterator[Word]:
        part = Word()
        for piece in word.pieces:
            for syllable in _syllables(piece, self.style.size, self.width):
                hyphen = self._hyphen(part)
                room = self.width - (hyphen.width if hyphen else 0.0)
                if part.pieces and part.width + syllable.width > room:
                    part.hyphen = hyphen
                    yield part
                    part = Word()
                part.pieces.append(syllable)
        part.space, part.ends_line, part.hyphen = word.space, word.ends_line, word.hyphen
        yield part

    def _hyphen(self, part: Word) -> Piece | None:
        if not part.pieces or not part.pieces[-1].drawn[-1:].isalpha():
            return None
        last = part.pieces[-1]
        if has_right_to_left(last.drawn) or last.element.named.tag == "Link":
            return None
        return Piece(last.element, last.face, "-", last.face.width("-", self.style.size))


def _keeps_order(span: Span) -> bool:
    return span.unbroken and not has_right_to_left(span.text)


def _parts(word: str) -> list[str]:
    return [part for part in _JOINTS.split(word) if part] or [word]


def _syllables(piece: Piece, size: float, width: float) -> Iterator[Piece]:
    for syllable in _SYLLABLE.split(piece.drawn):
        whole = piece.face.width(syllable, size)
        parts = [syllable] if whole < width / 2 else list(syllable)
        for part in parts:
            yield Piece(piece.element, piece.face, part, piece.face.width(part, size))


def clean(text: str) -> str:
    """The text without characters that are no text: controls, half characters, odd spaces."""
    text = _CONTROLS.sub("", text.replace("\r\n", "\n"))
    return unicodedata.normalize("NFC", _ODD_SPACES.sub(" ", text))
