"""Draws an errand's graph as SVG: no program of others is needed, and any browser shows and prints it.

What becomes of a step in an example is never told by its colour alone: a step that applies has its number, a thick
frame and a tick, one that may apply a broken frame and a question mark, one that is ruled out is struck through.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from desk.errands.graph import ErrandGraph, Fate
from desk.errands.graph_layout import (
    CARD,
    LANE_NAME,
    LINE,
    PADDING,
    TEXT,
    TITLE,
    Band,
    Line,
    Placed,
    block,
    laid_out,
)
from i18n.translator import Words

_FONT = "'Noto Sans', 'Segoe UI', 'DejaVu Sans', Arial, sans-serif"
_INK = "#1f2933"
_PALE = "#52606d"
_FRAMES = {
    None: ("#ffffff", "#486581", 'stroke-width="1.5"', _INK),
    Fate.APPLIES: ("#e3f4e7", "#14532d", 'stroke-width="3.5"', _INK),
    Fate.MAYBE: ("#fff8e1", "#7a5b00", 'stroke-width="2" stroke-dasharray="7 5"', _INK),
    Fate.RULED_OUT: ("#f5f5f5", "#9aa5b1", 'stroke-width="1"', "#616e7c"),
}
"""The paper, the frame, how it is drawn, and the ink of a step."""
_SIGNS = {Fate.APPLIES: "✓", Fate.MAYBE: "?", Fate.RULED_OUT: "✗"}


def svg(graph: ErrandGraph, words: Words) -> str:
    """The picture of a graph."""
    layout = laid_out(graph)
    width, height = round(layout.width), round(layout.height) + 16
    heading = graph.title if not graph.example else f"{graph.title} — {graph.example}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
            f' lang="{words.language}" role="img" aria-label="{_text(heading)}" font-family="{_FONT}">',
            f"<title>{_text(heading)}</title>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            _words(PADDING, 30, heading, _Type(20, bold=True)),
            _words(PADDING, 54, _legend(graph, words), _Type(ink=_PALE)),
            *_bands(layout.bands, width),
            *(_line(line) for line in layout.lines),
            *(part for placed in layout.placed.values() for part in _step(placed)),
            "</svg>",
            "",
        ]
    )


def _legend(graph: ErrandGraph, words: Words) -> str:
    parts = [words.text("Above an arrow: when the step applies. An arrow from a step to a step: it comes first.")]
    if graph.example:
        names = {
            Fate.APPLIES: words.text("applies"),
            Fate.MAYBE: words.text("may apply"),
            Fate.RULED_OUT: words.text("does not apply"),
        }
        parts += [f"{_SIGNS[fate]} {name}" for fate, name in names.items()]
    return " · ".join(parts)


def _bands(bands: list[Band], width: int) -> Iterator[str]:
    for index, band in enumerate(bands):
        fill = "#f5f7fa" if index % 2 == 0 else "#ffffff"
        height = band.bottom - band.top
        yield f'<rect x="0" y="{band.top:.0f}" width="{width}" height="{height:.0f}" fill="{fill}"/>'
        yield f'<rect x="0" y="{band.top:.0f}" width="{LANE_NAME}" height="{height:.0f}" fill="#d9e2ec"/>'
        for number, line in enumerate(band.name):
            y = band.top + PADDING + TITLE * LINE * (number + 1)
            yield _words(PADDING, y, line, _Type(TITLE, bold=True))


def _line(line: Line) -> str:
    points = " ".join(f"{x:.0f},{y:.0f}" for x, y in line.points)
    broken = ' stroke-dasharray="4 4"' if line.arrow.counts else ""
    return f'<polyline points="{points}" fill="none" stroke="{_PALE}" stroke-width="1.5"{broken}/>'


def _step(placed: Placed) -> Iterator[str]:
    paper, frame, drawn, ink = _FRAMES[placed.step.fate]
    left, top, height = placed.card_left, placed.middle - placed.height / 2, placed.height
    yield f'<g id="{_text(placed.step.id)}"><title>{_text(placed.step.id)}</title>'
    yield (
        f'<path d="M{placed.left:.0f} {placed.middle:.0f}H{left - 8:.0f}" stroke="{_PALE}" stroke-width="1.5"/>'
        f'<path d="M{left - 9:.0f} {placed.middle - 5:.0f}l8 5 -8 5z" fill="{_PALE}"/>'
    )
    y = placed.middle - 8 - block(placed.condition, TEXT)
    for number, line in enumerate(placed.condition, start=1):
        yield _words(placed.left + 6, y + TEXT * LINE * number, line, _Type(ink=ink))
    yield (
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{CARD}" height="{height:.0f}" rx="6"'
        f' fill="{paper}" stroke="{frame}" {drawn}/>'
    )
    yield from _card_words(placed, top + PADDING, ink)
    yield "</g>"


def _card_words(placed: Placed, top: float, ink: str) -> Iterator[str]:
    struck = placed.step.fate is Fate.RULED_OUT
    x = placed.card_left + PADDING
    for line in placed.title:
        top += TITLE * LINE
        yield _words(x, top - 4, line, _Type(TITLE, bold=True, ink=ink, struck=struck))
    for line in placed.notes:
        top += TEXT * LINE
        yield _words(x, top - 3, line, _Type(ink=ink))
    if placed.step.fate is not None:
        y = placed.middle - placed.height / 2 + PADDING + TITLE
        yield _words(placed.card_left + CARD - 24, y, _SIGNS[placed.step.fate], _Type(16, bold=True, ink=ink))


@dataclass(frozen=True, slots=True)
class _Type:
    """How letters look."""

    size: int = TEXT
    bold: bool = False
    ink: str = _INK
    struck: bool = False


_PLAIN = _Type()


def _words(x: float, y: float, text: str, look: _Type = _PLAIN) -> str:
    weight = ' font-weight="bold"' if look.bold else ""
    line = ' text-decoration="line-through"' if look.struck else ""
    place = f'x="{x:.0f}" y="{y:.0f}" font-size="{look.size}" fill="{look.ink}"'
    return f"<text {place}{weight}{line}>{_text(text)}</text>"


def _text(text: str) -> str:
    return escape(text, quote=True)
