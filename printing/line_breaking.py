"""Running text into lines: where they end, and which letters stand where in each of them.

Lines end at spaces, after a hyphen or a slash between words, and where the text itself says so;
words are never hyphenated. Only a word that is longer than the whole line is cut, between syllables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from printing.bidi import has_right_to_left, joined
from printing.clean_text import clean
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
            for part in _TOKENS.findall(_one_word(span.text) if span.unbroken else clean(span.text)):
                if part[0] in " \t\n":
                    word.ends_line = part == "\n"
                    if not word.ends_line and word.pieces:
                        word.space = self._piece(owner, " ", strong)[0]
                    yield word
                    word = Word()
                    continue
                *opening, last = [part] if span.unbroken else _parts(part)
                for piece in opening:
                    self._add(word, owner, piece, strong)
                    yield self._with_joint(word, piece)
                    word = Word()
                self._add(word, owner, last, strong)
        if word.pieces:
            yield word

    def _with_joint(self, word: Word, text: str) -> Word:
        """The word, with a hyphen at its end if the text allows one there and the room is narrow."""
        if self.tight and text.endswith(_SOFT_HYPHEN) and word.pieces:
            word.hyphen = self._hyphen(word.pieces[-1])
        return word

    def _add(self, word: Word, owner: Element, text: str, strong: bool) -> None:
        shown = text.translate({ord(char): None for char in _INVISIBLE})
        word.pieces += self._piece(owner, joined(shown), strong)

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
            if word.width + (word.hyphen.width if word.hyphen else 0.0) <= self.width:
                yield word
            else:
                yield from self._cut(word)

    def _cut(self, word: Word) -> Iterator[Word]:
        part = Word()
        for piece in word.pieces:
            for syllable in _syllables(piece, self.style.size, self.width):
                reserved = self._hyphen(syllable)
                room = self.width - (reserved.width if reserved else 0.0)
                if part.pieces and part.width + syllable.width > room:
                    part.hyphen = self._hyphen(part.pieces[-1])
                    yield part
                    part = Word()
                part.pieces.append(syllable)
        part.space, part.ends_line, part.hyphen = word.space, word.ends_line, word.hyphen
        yield part

    def _hyphen(self, last: Piece) -> Piece | None:
        """The hyphen after a piece where its word is cut; none after a digit or inside an address."""
        if not last.drawn[-1:].isalpha() or has_right_to_left(last.drawn) or last.element.named.tag == "Link":
            return None
        return Piece(last.element, last.face, "-", last.face.width("-", self.style.size))


def _keeps_order(span: Span) -> bool:
    return span.unbroken and not has_right_to_left(span.text)


def _one_word(text: str) -> str:
    return re.sub("[ \t\n]+", _NO_BREAK_SPACE, clean(text))


def _parts(word: str) -> list[str]:
    return [part for part in _JOINTS.split(word) if part] or [word]


def _syllables(piece: Piece, size: float, width: float) -> Iterator[Piece]:
    for syllable in _SYLLABLE.split(piece.drawn):
        whole = piece.face.width(syllable, size)
        parts = [syllable] if whole < width / 2 else list(syllable)
        for part in parts:
            yield Piece(piece.element, piece.face, part, piece.face.width(part, size))
