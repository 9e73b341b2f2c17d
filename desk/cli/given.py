"""What was given on the command line, turned into what it names, or refused in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from desk.errands.answers_file import read_answers
from desk.errands.bundle import Bundle
from desk.errands.wording import Wording
from desk.errors import BadDate, BadLanguage, ErrandUnknown
from desk.model.facts import Answers
from desk.model.ids import ErrandId
from i18n.language import Language
from i18n.translator import Lexicon
from services.clock import HelsinkiClock
from services.given_files import read_file


def language_named(text: str) -> Language:
    """Return a language by its code; raises ``BadLanguage``."""
    try:
        return Language(text)
    except ValueError:
        raise BadLanguage(text=text, known=", ".join(Language)) from None


def day_named(text: str | None) -> date:
    """Return a day written as 2026-11-21, else today; raises ``BadDate``."""
    if text is None:
        return HelsinkiClock().today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadDate(text=text) from None


def known_errands(bundle: Bundle, named: Sequence[str]) -> tuple[ErrandId, ...]:
    """Return errands by id or number; raises ``ErrandUnknown``."""
    by_number = {bundle.definitions.errands[errand].number: errand for errand in bundle.errands}
    found = []
    for name in named:
        errand = by_number.get(name, ErrandId(name))
        if errand not in bundle.errands:
            raise _unknown(name, [*bundle.errands, *by_number])
        found.append(errand)
    return tuple(found)


def _unknown(name: str, known: Sequence[str]) -> ErrandUnknown:
    meant = get_close_matches(name, known, n=1)
    return ErrandUnknown(errand=name, meant=meant[0], kind="mistyped") if meant else ErrandUnknown(errand=name)


def answers_in(bundle: Bundle, file: Path | None, as_of: date) -> Answers:
    """Return the answers of a file, each checked against its fact; none without a file."""
    if file is None:
        return {}
    return read_answers(str(file), read_file(file), bundle.definitions.facts, as_of)


def wording_in(bundle: Bundle, language: Language, as_of: date) -> Wording:
    """Return the content's words in a language."""
    return Wording(bundle, Lexicon().words(language), as_of)
