"""The words of the program and of the papers, in one language at a time, found by English msgid.

A text that is missing in a language is said in Finnish, else as its English msgid, and never silently:
``Words.is_missing`` and ``Words.language_of`` tell, so that screen and paper can mark it. A translation
whose {placeholders} differ from its msgid's counts as missing: a slip in a .po file cannot take a
name or a date away from a citizen's paper, nor stop the program.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from i18n.formats import Formats
from i18n.language import FALLBACK, Direction, Language

LOCALE_DIR = Path(__file__).parent / "locale"
SOURCE = Language.EN
"""The language of the msgids."""


class Domain(StrEnum):
    """Which words: the clerk's program, or the papers that citizens take home."""

    DESK = "desk"
    CITIZEN = "citizen"


def N_(msgid: str) -> str:
    """Mark a msgid in a table for extraction; it is translated where it is shown."""
    return msgid


def NP_(context: str, msgid: str) -> tuple[str, str]:
    """Mark a msgid with its context in a table; show it with ``words.ptext(*pair)``."""
    return context, msgid


class _Asked(NamedTuple):
    """What is looked for: one msgid, or a pair of them with the number that decides."""

    msgid: str
    context: str | None = None
    plural: str | None = None
    n: int = 1

    def source(self) -> str:
        """The English wording itself."""
        return self.msgid if self.plural is None or self.n == 1 else self.plural

    def fits(self, translation: str) -> bool:
        """Whether a translation fills the same places."""
        return placeholders_agree(translation, self.msgid, self.plural)


def placeholders_agree(translation: str, msgid: str, plural: str | None = None) -> bool:
    """Whether a translation has its msgid's placeholders (a plural form may leave out the number)."""
    if plural is None:
        return _placeholders(translation) == _placeholders(msgid)
    return _placeholders(translation) | {"n"} == _placeholders(msgid) | _placeholders(plural) | {"n"}


@lru_cache(maxsize=4096)
def _placeholders(template: str) -> frozenset[str]:
    try:
        return frozenset(
            f"{name}!{conversion or ''}:{spec}" if conversion or spec else name
            for _, name, spec, conversion in Formatter().parse(template)
            if name is not None
        )
    except ValueError:
        return frozenset({"a brace that is never closed"})


class _Absent(gettext.NullTranslations):
    """The end of a chain of catalogues: says nothing, so that a missing text can be told from a found one."""

    def gettext(self, message: str) -> str:
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return ""

    def pgettext(self, context: str, message: str) -> str:
        return ""

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return ""


def _look_up(catalogue: gettext.NullTranslations, asked: _Asked) -> str:
    """The translation, or an empty string: missing, or not to be trusted."""
    if asked.plural is None:
        found = (
            catalogue.gettext(asked.msgid) if asked.context is None else catalogue.pgettext(asked.context, asked.msgid)
        )
    elif asked.context is None:
        found = catalogue.ngettext(asked.msgid, asked.plural, asked.n)
    else:
        found = catalogue.npgettext(asked.context, asked.msgid, asked.plural, asked.n)
    return found if found and asked.fits(found) else ""


class Words:
    """The words of one language and one domain. It never changes; a live switch hands out another one."""

    __slots__ = ("_chain", "domain", "language")

    def __init__(
        self, language: Language, domain: Domain, chain: tuple[tuple[Language, gettext.NullTranslations], ...]
    ) -> None:
        self.language = language
        self.domain = domain
        self._chain = chain

    @property
    def direction(self) -> Direction:
        """The direction of writing."""
        return self.language.direction

    def text(self, msgid: str, /, **values: object) -> str:
        """A sentence, its {named} places filled."""
        return self._find(_Asked(msgid))[1].format(**values)

    def ptext(self, context: str, msgid: str, /, **values: object) -> str:
        """A sentence that needs its context to be understood by a translator ("Open": a verb, or a state)."""
        return self._find(_Asked(msgid, context))[1].format(**values)

    def ntext(self, singular: str, plural: str, n: int, /, **values: object) -> str:
        """A sentence that depends on a number, which fills {n}."""
        return self._find(_Asked(singular, None, plural, n))[1].format(n=n, **values)

    def nptext(self, context: str, singular: str, plural: str, n: int, /, **values: object) -> str:
        """A sentence that depends on a number, with its context (gettext's own five parts)."""
        return self._find(_Asked(singular, context, plural, n))[1].format(n=n, **values)

    def is_missing(self, msgid: str, context: str | None = None, plural: str | None = None) -> bool:
        """Whether this text is not there in this language and is shown in another one."""
        return self.language_of(msgid, context, plural) is not self.language

    def language_of(self, msgid: str, context: str | None = None, plural: str | None = None) -> Language:
        """The language that the text is really shown in: for the mark, and for a screen reader."""
        return self._find(_Asked(msgid, context, plural))[0]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is translated into this language."""
        own = [catalogue for language, catalogue in self._chain if language is self.language]
        return self.language is not SOURCE and all(isinstance(catalogue, _Absent) for catalogue in own)

    def spoken(self) -> Words:
        """These words; where nothing at all is translated, those that stand in for them, in their own language."""
        if not self.is_empty:
            return self
        others = self._chain[1:]
        return Words(others[0][0], self.domain, others).spoken() if others else Words(SOURCE, self.domain, ())

    def speaking_as(self, msgid: str, context: str | None = None) -> Words:
        """The words in the language that this text is really shown in: no sentence is mixed of two languages."""
        languages = [language for language, _ in self._chain]
        found = self.language_of(msgid, context)
        chain = self._chain[languages.index(found) :] if found in languages else ()
        return Words(found, self.domain, chain)

    def _find(self, asked: _Asked) -> tuple[Language, str]:
        for language, catalogue in self._chain:
            found = _look_up(catalogue, asked)
            if found:
                return language, found
        return SOURCE, asked.source()


class Lexicon:
    """All words of the house: reads each compiled catalogue once, when it is first asked for."""

    def __init__(self, locale_dir: Path = LOCALE_DIR) -> None:
        self._locale_dir = locale_dir
        self._catalogues: dict[tuple[Language, Domain], gettext.NullTranslations] = {}

    def words(self, language: Language, domain: Domain = Domain.DESK) -> Words:
        """The words of a language; what it lacks is said in Finnish (English needs nothing but its msgids)."""
        languages = (language,) if language in (SOURCE, FALLBACK) else (language, FALLBACK)
        return Words(language, domain, tuple((each, self._catalogue(each, domain)) for each in languages))

    def _catalogue(self, language: Language, domain: Domain) -> gettext.NullTranslations:
        key = (language, domain)
        if key not in self._catalogues:
            self._catalogues[key] = self._read(language, domain)
        return self._catalogues[key]

    def _read(self, language: Language, domain: Domain) -> gettext.NullTranslations:
        path = self._locale_dir / language.value / "LC_MESSAGES" / f"{domain.value}.mo"
        if not path.is_file():
            return _Absent()
        with path.open("rb") as stream:
            catalogue = gettext.GNUTranslations(stream)
        catalogue.add_fallback(_Absent())
        return catalogue


class Translator:
    """The clerk's language now, and who wants to know when it changes."""

    def __init__(self, lexicon: Lexicon, language: Language) -> None:
        self._lexicon = lexicon
        self._words = lexicon.words(language)
        self._listeners: list[Callable[[], None]] = []

    @property
    def language(self) -> Language:
        """The clerk's language."""
        return self._words.language

    @property
    def words(self) -> Words:
        """The program's words in the clerk's language. Ask anew in every ``retranslate()``."""
        return self._words

    @property
    def formats(self) -> Formats:
        """Dates, times and amounts as the clerk's language writes them."""
        return Formats(self.language)

    def words_in(self, language: Language, domain: Domain = Domain.CITIZEN) -> Words:
        """The words of another language: the citizen's, for papers and the citizen's view."""
        return self._lexicon.words(language, domain)

    def switch(self, language: Language) -> None:
        """Speak another language from now on; every listener is told, in the order in which they came."""
        if language is self.language:
            return
        self._words = self._lexicon.words(language)
        for listener in tuple(self._listeners):
            listener()

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Be told after each switch. Returns the way to stop, for the subscriber's ``close()``."""
        self._listeners.append(listener)
        return lambda: self.unsubscribe(listener)

    def unsubscribe(self, listener: Callable[[], None]) -> None:
        """Be told no more; asking twice does no harm."""
        if listener in self._listeners:
            self._listeners.remove(listener)
