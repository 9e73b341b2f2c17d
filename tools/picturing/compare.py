"""Tells whether two pictures show the same program, and where they do not.

Machines smooth letters differently, so pixels may differ a little everywhere. Letters that are *others*, or that stand
elsewhere, differ much in one place. So both pictures are laid out in small blocks, each is blurred to its mean, and
what counts is whether a block differs clearly, not how much the whole differs.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageStat

BLOCK = 8
"""Pixels: about one letter."""
CLEARLY = 20
"""Of 255. Another way of smoothing letters was seen to move a block by 12 at most; another letter moves one by more."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How far two pictures are from one another."""

    blocks: tuple[tuple[int, int], ...]
    """The blocks that differ clearly, as columns and rows."""
    mean: float
    """How much the whole differs, of 255."""
    size_differs: bool = False

    @property
    def is_clear(self) -> bool:
        """Whether they show two different programs."""
        return self.size_differs or bool(self.blocks)

    def told(self, name: str) -> str:
        """Where they differ, in words."""
        if self.size_differs:
            return f"{name}: another size"
        columns, rows = [x for x, _ in self.blocks], [y for _, y in self.blocks]
        left, top = min(columns, default=0) * BLOCK, min(rows, default=0) * BLOCK
        right, bottom = (max(columns, default=0) + 1) * BLOCK, (max(rows, default=0) + 1) * BLOCK
        where = f"between ({left}, {top}) and ({right}, {bottom})"
        return f"{name}: {len(self.blocks)} blocks of {BLOCK} px differ, {where}; mean difference {self.mean:.2f}"


def compare(kept: Image.Image, drawn: Image.Image) -> Difference:
    """Compare a kept picture with the program as it is now."""
    if kept.size != drawn.size:
        return Difference((), 255.0, size_differs=True)
    apart = ImageChops.difference(_in_blocks(kept), _in_blocks(drawn))
    width, height = apart.size
    values = _largest(apart).tobytes()
    blocks = tuple((at % width, at // width) for at, value in enumerate(values) if value >= CLEARLY)
    whole = ImageStat.Stat(ImageChops.difference(kept.convert("L"), drawn.convert("L")))
    return Difference(blocks, whole.mean[0]) if width * height else Difference((), 0.0)


def marked(drawn: Image.Image, difference: Difference) -> Image.Image:
    """The drawn picture with a frame round each block that differs."""
    shown = drawn.convert("RGB")
    pen = ImageDraw.Draw(shown)
    for column, row in difference.blocks:
        x, y = column * BLOCK, row * BLOCK
        pen.rectangle((x, y, x + BLOCK, y + BLOCK), outline=(179, 38, 30))
    return shown


def _in_blocks(picture: Image.Image) -> Image.Image:
    return picture.convert("RGB").reduce(BLOCK)


def _largest(apart: Image.Image) -> Image.Image:
    """The colour that differs most: red for blue is another program, too."""
    red, green, blue = apart.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)
