"""The languages that the desk speaks, with the name each has in itself and its direction."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Direction(StrEnum):
    """The direction a language is written in."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class Language(StrEnum):
    """BCP 47 codes. The first three are complete; the rest are languages of citizens' papers."""

    FI = "fi"
    SV = "sv"
    EN = "en"
    SE = "se"
    RU = "ru"
    AR = "ar"

    @property
    def endonym(self) -> str:
        """The language's own name for itself, as a speaker looks for it in a list."""
        return _FACTS[self].endonym

    @property
    def direction(self) -> Direction:
        """The direction of writing."""
        return _FACTS[self].direction


class _LanguageFacts(NamedTuple):
    endonym: str
    direction: Direction = Direction.LEFT_TO_RIGHT


_FACTS = {
    Language.FI: _LanguageFacts("Suomi"),
    Language.SV: _LanguageFacts("Svenska"),
    Language.EN: _LanguageFacts("English"),
    Language.SE: _LanguageFacts("Davvisámegiella"),
    Language.RU: _LanguageFacts("Русский"),
    Language.AR: _LanguageFacts("العربية", Direction.RIGHT_TO_LEFT),
}

CLERK_LANGUAGES = (Language.FI, Language.SV, Language.EN)
"""Languages that the whole program is translated into."""

FALLBACK = Language.FI
"""What is shown, marked, where a text is missing."""
