"""Strips: a paper cut into pieces that are as wide as the page and never split any further.

Laying out turns blocks into strips; paging puts strips on pages. A strip knows what is drawn on it,
measured from its own top and from the edge where reading starts, so that a paper in Arabic is the
mirror image of one in Finnish without any block knowing of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeAlias

from printing.document import Drawn
from printing.lines import Line
from printing.qr_drawing import QrPicture
from printing.tagging import Element


class Keep(IntEnum):
    """How strongly a strip holds on to the next one."""

    LOOSE = 0
    TOGETHER = 1
    ALWAYS = 2


@dataclass(frozen=True, slots=True)
class LineMark:
    """A line of text; ``x`` from the start edge, ``baseline`` from the strip's top."""

    x: float
    baseline: float
    line: Line


@dataclass(frozen=True, slots=True)
class RuleMark:
    """A straight line between two points."""

    x: float
    y: float
    to_x: float
    to_y: float
    thickness: float = 0.7
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class BoxMark:
    """An empty square to tick."""

    x: float
    y: float
    side: float


@dataclass(frozen=True, slots=True)
class QrMark:
    """A QR code; ``y`` from the strip's top, which it may overhang."""

    x: float
    y: float
    side: float
    picture: QrPicture
    element: Element


@dataclass(frozen=True, slots=True)
class StrokesMark:
    """What was drawn by hand, as large as ``width``; it is never mirrored."""

    x: float
    y: float
    width: float
    drawn: Drawn
    element: Element


Mark: TypeAlias = LineMark | RuleMark | BoxMark | QrMark | StrokesMark


@dataclass(slots=True)
class Strip:
    """One unbreakable piece of a page."""

    height: float
    marks: list[Mark] = field(default_factory=list)
    keep: Keep = Keep.LOOSE
    is_gap: bool = False
    breaks_page: bool = False
    at_foot: bool = False
    repeated: Sequence[Strip] = ()
    """What stands above it again when a new page begins with it, such as the header of its table."""

    @property
    def is_empty_gap(self) -> bool:
        """Whether it may vanish at the top of a page."""
        return self.is_gap and not self.marks


def gap(height: float, keep: Keep = Keep.LOOSE) -> Strip:
    """White space, which vanishes at the top of a page."""
    return Strip(height, keep=keep, is_gap=True)


def hold(strips: list[Strip], keep: Keep) -> list[Strip]:
    """The same strips, each but the last holding on to the next at least as strongly as ``keep``."""
    for strip in strips[:-1]:
        strip.keep = max(strip.keep, keep)
    return strips


def total_height(strips: Iterable[Strip]) -> float:
    """The height of strips under one another."""
    return sum(strip.height for strip in strips)
