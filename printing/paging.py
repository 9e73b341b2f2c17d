"""Strips onto pages: what stays together, and where a new page begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from printing.strips import Keep, Strip, total_height

_MOST_BLANK = 0.1
"""The part of a page that may stay empty for the sake of keeping things together."""

_HARDLY_BEGUN = 0.25
"""The part of a page up to which it takes what would otherwise begin on the next."""


@dataclass(slots=True)
class PageOfStrips:
    """One page: strips with the distance of their tops from the top of the text area."""

    placed: list[tuple[float, Strip]] = field(default_factory=list)


@dataclass(slots=True)
class Pager:
    """Fills pages of a given height."""

    height: float
    pages: list[PageOfStrips] = field(default_factory=lambda: [PageOfStrips()])
    used: float = 0.0

    def fill(self, strips: list[Strip]) -> list[PageOfStrips]:
        """All strips on as many pages as they need."""
        foot = [strip for strip in strips if strip.at_foot]
        self._place([strip for strip in strips if not strip.at_foot], Keep.TOGETHER)
        if foot:
            self._place_at_foot(foot)
        return self.pages

    def _place(self, strips: list[Strip], level: Keep) -> None:
        for chunk in _chunks(strips, level):
            height = total_height(chunk)
            fits_here = self.used + height <= self.height
            blank = self.height - self.used
            worth_turning = level is Keep.ALWAYS or blank <= self.height * _MOST_BLANK
            if not fits_here and worth_turning and height <= self.height:
                self._turn()
                fits_here = True
            if not fits_here and level is not Keep.ALWAYS and len(chunk) > 1:
                self._place(chunk, Keep.ALWAYS)
                continue
            for strip in chunk:
                self._put(strip)

    def _put(self, strip: Strip) -> None:
        hardly_begun = self.used < self.height * _HARDLY_BEGUN
        if (strip.breaks_page and not hardly_begun) or (
            not strip.is_gap and self.used > 0 and self.used + strip.height > self.height
        ):
            self._turn()
        if strip.is_empty_gap and self.used == 0:
            return
        if self.used == 0:
            for again in strip.repeated:
                self.pages[-1].placed.append((self.used, again))
                self.used += again.height
        self.pages[-1].placed.append((self.used, strip))
        self.used += strip.height

    def _place_at_foot(self, strips: list[Strip]) -> None:
        height = total_height(strips)
        if self.used + height > self.height:
            self._turn()
        self.used = max(self.used, self.height - height)
        for strip in strips:
            self._put(strip)

    def _turn(self) -> None:
        if self.pages[-1].placed:
            self.pages.append(PageOfStrips())
        self.used = 0.0


def _chunks(strips: list[Strip], level: Keep) -> Iterator[list[Strip]]:
    chunk: list[Strip] = []
    for strip in strips:
        chunk.append(strip)
        if strip.keep < level:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
