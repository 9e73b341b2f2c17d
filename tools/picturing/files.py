"""Pictures as files: small, and the same bytes for the same picture."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage

_COLOURS = 256


def as_image(picture: QImage) -> Image.Image:
    """A picture of Qt's, for those who do not know Qt."""
    size, line = (picture.width(), picture.height()), picture.bytesPerLine()
    return Image.frombuffer("RGB", size, bytes(picture.constBits()), "raw", "RGB", line, 1).copy()


def write(path: Path, picture: Image.Image) -> None:
    """Keep a picture as a PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    few = picture.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, "PNG", optimize=True)
