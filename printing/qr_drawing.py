"""QR codes as exact squares: which modules are dark, and how large the picture has to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import segno

from printing.sheet import Sheet

QUIET_MODULES = 4


@dataclass(frozen=True, slots=True)
class QrPicture:
    """A code ready to draw: dark bars in modules from the top left corner of the quiet zone."""

    modules: int
    bars: tuple[tuple[int, int, int], ...]

    @property
    def whole(self) -> int:
        """Modules from edge to edge, quiet zone on both sides included."""
        return self.modules + 2 * QUIET_MODULES

    def side(self, sheet: Sheet) -> float:
        """Edge to edge on paper: the usual size, or more where modules would become too fine."""
        module = max(sheet.qr_side / self.modules, sheet.qr_module_floor)
        return module * self.whole


@lru_cache(maxsize=64)
def picture_of(address: str) -> QrPicture:
    """The code of an address, with the medium error correction that a folded paper needs."""
    code = segno.make_qr(address, error="m", boost_error=False)
    rows = [bytes(row) for row in code.matrix]
    bars = tuple(
        (start + QUIET_MODULES, row + QUIET_MODULES, length)
        for row, modules in enumerate(rows)
        for start, length in _dark(modules)
    )
    return QrPicture(len(rows), bars)


def _dark(modules: bytes) -> Iterator[tuple[int, int]]:
    start = None
    for column, module in enumerate([*modules, 0]):
        if module and start is None:
            start = column
        elif not module and start is not None:
            yield start, column - start
            start = None
