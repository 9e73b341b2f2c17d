"""Where everything in an errand's picture stands: agencies as bands, steps in columns, each after those it waits for.

Widths of letters are estimated, a little too wide: no typeface is measured, so that the picture is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desk.errands.graph import Arrow, ErrandGraph, GraphStep, Lane

LANE_NAME = 220
CONDITION = 250
CARD = 270
GUTTER = 34
TRACK = 7
GAP = 26
PADDING = 12
OUT = 9
"""How far under the middle of a step an arrow leaves it: those that come in run through the middle."""
TEXT = 12
TITLE = 14
LINE = 1.35
TOP = 74
"""What stands above the first band: the title, and what the signs mean."""

_NARROW = frozenset("iljtfrI.,:;'|!()[] ”“-–")
_WIDE = frozenset("mwMWÄÖÅ@%&")


@dataclass(frozen=True, slots=True)
class Placed:
    """A step with its condition to the left of it; ``middle`` is where the arrow runs through."""

    step: GraphStep
    column: int
    left: float
    middle: float
    top: float
    """Of its row."""
    condition: tuple[str, ...]
    title: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def card_left(self) -> float:
        """Where the step itself begins."""
        return self.left + CONDITION

    @property
    def height(self) -> float:
        """Of the step itself."""
        return card_height(self.title, self.notes)


@dataclass(frozen=True, slots=True)
class Band:
    """The place of one agency."""

    name: tuple[str, ...]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """An arrow as a row of corners."""

    arrow: Arrow
    points: tuple[tuple[float, float], ...]


@dataclass(slots=True)
class Layout:
    """A whole picture."""

    width: float = 0
    height: float = 0
    bands: list[Band] = field(default_factory=list)
    placed: dict[str, Placed] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)


def laid_out(graph: ErrandGraph) -> Layout:
    """Give everything its place."""
    columns = _columns(graph)
    lefts = _lefts(graph, columns)
    layout = Layout(width=lefts[-1])
    top = float(TOP)
    for lane in graph.lanes:
        bottom = _place_lane(lane, columns, lefts, top, layout)
        layout.bands.append(Band(tuple(wrapped(lane.name, LANE_NAME - 2 * PADDING, TITLE, bold=True)), top, bottom))
        top = bottom
    layout.height = top
    layout.lines.extend(_lines(graph, columns, lefts, layout))
    return layout


def _columns(graph: ErrandGraph) -> dict[str, int]:
    """The column of each step: one after the last of those that it waits for."""
    before: dict[str, list[str]] = {step.id: [] for step in graph.steps}
    for arrow in graph.arrows:
        before[arrow.then].append(arrow.first)
    columns: dict[str, int] = {}

    def column(step: str, around: frozenset[str]) -> int:
        if step not in columns:
            inside = around | {step}
            columns[step] = max((column(first, inside) + 1 for first in before[step] if first not in inside), default=0)
        return columns[step]

    for step in before:
        column(step, frozenset())
    return columns


def _lefts(graph: ErrandGraph, columns: dict[str, int]) -> list[float]:
    """Where each column begins, and the right edge; the room between two depends on the arrows that run there."""
    lefts = [float(LANE_NAME + GUTTER)]
    for column in range(max(columns.values(), default=0) + 1):
        tracks = len(_sources(graph, columns, column))
        lefts.append(lefts[-1] + CONDITION + CARD + GUTTER + TRACK * tracks)
    return lefts


def _sources(graph: ErrandGraph, columns: dict[str, int], gutter: int) -> list[str]:
    """The steps whose arrows turn in the gutter behind a column."""
    turning = (arrow.first for arrow in graph.arrows if gutter in (columns[arrow.first], columns[arrow.then] - 1))
    return list(dict.fromkeys(turning))


def _place_lane(lane: Lane, columns: dict[str, int], lefts: list[float], top: float, layout: Layout) -> float:
    """Fill one band row by row and return where it ends."""
    by_column: dict[int, list[GraphStep]] = {}
    for step in lane.steps:
        by_column.setdefault(columns[step.id], []).append(step)
    for index in range(max(len(steps) for steps in by_column.values())):
        row = [(column, steps[index]) for column, steps in by_column.items() if index < len(steps)]
        made = [_placed(step, column, lefts[column], top) for column, step in row]
        above = max(max(block(each.condition, TEXT) + 8, each.height / 2) for each in made)
        below = max(each.height / 2 for each in made)
        for each in made:
            layout.placed[each.step.id] = _at(each, top + GAP + above)
        top += GAP + above + below
    return top + GAP / 2


def _placed(step: GraphStep, column: int, left: float, top: float) -> Placed:
    number = f"{step.number}. " if step.number else ""
    notes = [line for text in (step.day, step.deadline) if text for line in wrapped(text, CARD - 2 * PADDING, TEXT)]
    return Placed(
        step=step,
        column=column,
        left=left,
        middle=0,
        top=top,
        condition=tuple(line for text in step.condition for line in wrapped(text, CONDITION - PADDING - 8, TEXT)),
        title=tuple(wrapped(f"{number}{step.title}", CARD - 2 * PADDING - 20, TITLE, bold=True)),
        notes=tuple(notes),
    )


def _at(placed: Placed, middle: float) -> Placed:
    return Placed(
        placed.step,
        placed.column,
        placed.left,
        middle,
        placed.top,
        placed.condition,
        placed.title,
        placed.notes,
    )


# ── arrows ───────────────────────────────────────────────────────────────────────────────────────


def _lines(graph: ErrandGraph, columns: dict[str, int], lefts: list[float], layout: Layout) -> Iterator[Line]:
    tracks = {
        (gutter, source): lefts[gutter] + CONDITION + CARD + GUTTER / 3 + TRACK * index
        for gutter in range(len(lefts) - 1)
        for index, source in enumerate(_sources(graph, columns, gutter))
    }
    for arrow in graph.arrows:
        first, then = layout.placed[arrow.first], layout.placed[arrow.then]
        out = first.middle + OUT
        start = (first.card_left + CARD, out)
        x = tracks[first.column, arrow.first]
        if then.column <= first.column + 1:
            corners = [start, (x, out), (x, then.middle), (then.left, then.middle)]
        else:
            over, last = then.top + GAP / 2, tracks[then.column - 1, arrow.first]
            corners = [start, (x, out), (x, over), (last, over), (last, then.middle), (then.left, then.middle)]
        yield Line(arrow, tuple(corners))


# ── letters ──────────────────────────────────────────────────────────────────────────────────────


def card_height(title: Iterable[str], notes: Iterable[str]) -> float:
    """How high a step is drawn."""
    return block(title, TITLE) + block(notes, TEXT) + 2 * PADDING


def block(lines: Iterable[str], size: int) -> float:
    """The height of some lines."""
    return sum(size * LINE for _ in lines)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a text is drawn, rather too wide."""
    units = sum(0.34 if letter in _NARROW else 0.9 if letter in _WIDE else _usual(letter) for letter in text)
    return units * size * (1.06 if bold else 1)


def _usual(letter: str) -> float:
    return 0.7 if letter.isupper() else 0.58


def wrapped(text: str, width: float, size: int, *, bold: bool = False) -> Iterator[str]:
    """The text in lines; a word that is longer than a line stands alone."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size, bold=bold) > width:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line
