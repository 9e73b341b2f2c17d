"""Text in several languages, and how one of them is chosen without hiding that it was a stand-in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

FALLBACK_ORDER = ("fi", "sv", "en")
"""Which language stands in, in this order, for one that is missing."""


@dataclass(frozen=True, slots=True)
class Picked:
    """The text that was found, the language it is in, and whether it stands in for another."""

    text: str
    language: str
    is_fallback: bool


@dataclass(frozen=True, slots=True)
class LocalText:
    """One text in the languages it exists in; keys are BCP 47 codes as the catalogue sends them."""

    texts: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.texts)

    def pick(self, language: str) -> Picked:
        """The text in ``language``, else in Finnish, Swedish, English, any; empty when there is none."""
        if text := self.texts.get(language):
            return Picked(text, str(language), is_fallback=False)
        for code in (*FALLBACK_ORDER, *self.texts):
            if text := self.texts.get(code):
                return Picked(text, code, is_fallback=True)
        return Picked("", str(language), is_fallback=False)


NO_TEXT = LocalText()
"""A text that exists in no language."""


class HasLanguage(Protocol):
    """A phone number, link or file that is meant for speakers of one language."""

    @property
    def language(self) -> str | None:
        """The language's code, or nothing when it is for everyone."""
        ...


Localised = TypeVar("Localised", bound=HasLanguage)


def for_language(items: Iterable[Localised], language: str) -> tuple[Localised, ...]:
    """Those items that are for speakers of ``language`` or for all; else those of the first fallback."""
    given = tuple(items)
    for code in (language, *FALLBACK_ORDER):
        if chosen := tuple(item for item in given if item.language in (code, None)):
            return chosen
    return given
