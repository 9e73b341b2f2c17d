"""The program's own fonts, so that every desk looks the same and no letter is an empty box."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILIES = ("Noto Sans", "Noto Naskh Arabic")


def register_fonts(folder: Path) -> tuple[str, ...]:
    """Make the fonts of a folder known to Qt; returns the families found."""
    found: list[str] = []
    for path in sorted([*folder.glob("*.ttf"), *folder.glob("*.otf")]):
        number = QFontDatabase.addApplicationFont(str(path))
        found += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return tuple(dict.fromkeys(found))


def body_font(pixels: int) -> QFont:
    """The text font at a size, with the Arabic one behind it."""
    font = QFont(list(FAMILIES))
    font.setPixelSize(pixels)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)  # widths do not hang on the machine
    return font
