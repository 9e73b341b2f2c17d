"""Words on a line: which letters are drawn where, and to which part of the paper they belong.

Two makers: one for text that is all written from left to right, which is nearly all, and one that
asks Unicode's algorithm for the order in which mixed letters stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from printing.bidi import END_OF_EMBEDDING, LEFT_TO_RIGHT_EMBEDDING, as_seen, levels, visual_order
from printing.sheet import TextStyle
from printing.tagging import Element
from printing.typefaces import Typeface


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one word in one typeface, tied to the element that it is content of."""

    element: Element
    face: Typeface
    drawn: str
    width: float


@dataclass(slots=True)
class Word:
    """What stands between two places where a line may end."""

    pieces: list[Piece] = field(default_factory=list)
    space: Piece | None = None
    ends_line: bool = False
    hyphen: Piece | None = None

    @property
    def width(self) -> float:
        """The length without the space behind it."""
        return sum(piece.width for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that are drawn at once, ``x`` from the line's left end."""

    x: float
    face: Typeface
    text: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a line that belongs to one element."""

    element: Element
    runs: tuple[Run, ...]
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line, ready to draw."""

    width: float
    size: float
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class PlainLine:
    """Puts a row of words on a line where everything is written from left to right."""

    style: TextStyle

    def made(self, row: list[Word]) -> Line:
        """The line."""
        stretches: list[Stretch] = []
        x = width = 0.0
        for element, pieces in _by_element(row):
            start, runs = x, []
            for face, text, length in _by_face(pieces):
                runs.append(Run(x, face, text))
                x += length
            stretches.append(Stretch(element, tuple(runs), start, x - start))
        last = row[-1].space
        width = x - (last.width if last else 0.0)
        return Line(width, self.style.size, tuple(stretches))


@dataclass(frozen=True, slots=True)
class _Letter:
    element: Element
    face: Typeface
    char: str


@dataclass(frozen=True, slots=True)
class MixedLine:
    """Puts a row of words on a line where some of it is written from right to left."""

    style: TextStyle
    right_to_left: bool
    kept: frozenset[int]
    """Elements (by identity) whose letters stand from left to right whatever is around them."""

    def made(self, row: list[Word]) -> Line:
        """The line."""
        letters = [
            _Letter(element, piece.face, char)
            for element, pieces in _by_element(row)
            for piece in pieces
            for char in piece.drawn
        ]
        while letters and letters[-1].char == " ":
            letters.pop()
        resolved = self._levels(letters)
        seen = [(letters[at], as_seen(letters[at].char, resolved[at])) for at in visual_order(resolved)]
        runs: dict[int, list[Run]] = {}
        x = 0.0
        while seen:
            same = _same_run(seen)
            text = "".join(char for _, char in seen[:same])
            letter = seen[0][0]
            runs.setdefault(id(letter.element), []).append(Run(x, letter.face, text))
            x += letter.face.width(text, self.style.size)
            del seen[:same]
        return Line(x, self.style.size, tuple(self._stretches(row, runs)))

    def _levels(self, letters: list[_Letter]) -> list[int]:
        """Embedding levels; a stretch that keeps its order (a phone number) is embedded as one."""
        text: list[str] = []
        places: list[int] = []
        inside = False
        for letter in letters:
            keeps = id(letter.element) in self.kept
            if keeps != inside:
                text.append(LEFT_TO_RIGHT_EMBEDDING if keeps else END_OF_EMBEDDING)
                inside = keeps
            places.append(len(text))
            text.append(letter.char)
        resolved = levels("".join(text), self.right_to_left)
        return [resolved[place] for place in places]

    def _stretches(self, row: list[Word], runs: dict[int, list[Run]]) -> Iterator[Stretch]:
        for element, _ in _by_element(row):
            own = runs.pop(id(element), None)
            if own is None:
                continue
            start = min(run.x for run in own)
            end = max(run.x + run.face.width(run.text, self.style.size) for run in own)
            yield Stretch(element, tuple(own), start, end - start)


def _same_run(seen: list[tuple[_Letter, str]]) -> int:
    first = seen[0][0]
    for index, (letter, _) in enumerate(seen):
        if letter.element is not first.element or letter.face is not first.face:
            return index
    return len(seen)


def _by_element(row: list[Word]) -> list[tuple[Element, list[Piece]]]:
    groups: list[tuple[Element, list[Piece]]] = []
    for word in row:
        hyphen = word.hyphen if word is row[-1] else None
        for piece in [*word.pieces, hyphen, word.space]:
            if piece is None:
                continue
            if not groups or groups[-1][0] is not piece.element:
                groups.append((piece.element, []))
            groups[-1][1].append(piece)
    return groups


def _by_face(pieces: list[Piece]) -> Iterator[tuple[Typeface, str, float]]:
    start = 0
    while start < len(pieces):
        end = start
        while end < len(pieces) and pieces[end].face is pieces[start].face:
            end += 1
        group = pieces[start:end]
        yield group[0].face, "".join(piece.drawn for piece in group), sum(piece.width for piece in group)
        start = end
