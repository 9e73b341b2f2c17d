"""The words of one paper: program words and content in the citizen's language, stand-ins marked as such."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from desk.model.local_text import LocalText
from desk.model.plan import Contact, Words as PlanWords
from i18n.formats import Formats
from i18n.language import Language
from i18n.translator import N_, Domain, Lexicon, Words
from printing.document import Block, Bullets, Inline, Paragraph, QrCode, Span, inline, is_web_address

_LANGUAGE_MARKS = {
    Language.FI: N_("in Finnish"),
    Language.SV: N_("in Swedish"),
    Language.EN: N_("in English"),
    Language.SE: N_("in Northern Sámi"),
    Language.RU: N_("in Russian"),
    Language.AR: N_("in Arabic"),
}
SERVICE_POINT = N_("Service point")
"""A sentence of every paper: the language that it is there in has words for papers."""
_WITHIN_A_DATE = re.compile(r"(?<=\d) (?=\w)|(?<=[^\W\d]) (?=\d{4})")
_SHORT_HOURS = 24
"""Letters of opening hours that are not broken: "ma–pe klo 9–16"."""
_BULLETS = ("•", "- ", "– ", "* ")


@dataclass(frozen=True, slots=True)
class Wording:
    """Says things in the language of one paper, and remembers whether another language had to help."""

    words: Words
    formats: Formats
    stood_in: set[Language] = field(default_factory=set)
    is_beside: bool = False
    """It says the second language of a paper that has two."""

    @classmethod
    def of(cls, lexicon: Lexicon, language: Language) -> Wording:
        """The words of a language. One that has none at all stands aside, whole, and the paper says so.

        Nobody reads Finnish sentences that run from the right, with the days of the week in Arabic between them.
        """
        words = lexicon.words(language, Domain.CITIZEN).spoken()
        return cls(words, Formats(words.language), {words.language} - {language})

    def beside(self) -> Wording:
        """The same words, as the second language of a paper."""
        return replace(self, is_beside=True)

    @property
    def language(self) -> Language:
        """The language of the paper."""
        return self.words.language

    def text(self, msgid: str, /, **values: object) -> str:
        """A sentence of the program's citizen words."""
        found = self.words.language_of(msgid)
        if found is not self.language:
            self.stood_in.add(found)
        return self.words.text(msgid, **values)

    def ntext(self, one: str, many: str, n: int, /, **values: object) -> str:
        """A sentence that depends on how many there are."""
        found = self.words.language_of(one, None, many)
        if found is not self.language:
            self.stood_in.add(found)
        return self.words.ntext(one, many, n, **values)

    def day(self, day: date) -> str:
        """A date without its weekday, which never breaks between day and month."""
        return _glued(self.formats.short_date(day))

    def on_day(self, day: date) -> str:
        """A date with its weekday, as it stands in a sentence."""
        return _glued(self.formats.on_date(day))

    def long_day(self, day: date) -> str:
        """A date with its weekday, as it stands alone."""
        return _glued(self.formats.long_date(day))

    def table_day(self, day: date) -> str:
        """A date with its weekday in short, for a column of them."""
        return f"{self.formats.weekday_short(day)} {self.day(day)}".replace(" ", "\u00a0")

    def content(self, text: PlanWords) -> Inline:
        """A text of the content; one in another language says so, in words and to a screen reader."""
        if text.fallback is None or text.fallback is self.language:
            return inline(text.text)
        return self._marked(text.text, text.fallback)

    def local(self, text: LocalText) -> Inline:
        """A text of the catalogue in this language, else in another, marked."""
        picked = text.pick(self.language)
        language = _language(picked.language)
        if not picked.is_fallback or language is None:
            return inline(picked.text)
        return self._marked(picked.text, language)

    def _marked(self, text: str, language: Language) -> Inline:
        return inline(Span(text, language=language), f" ({self.text(_LANGUAGE_MARKS[language])})")

    def long_text(self, text: LocalText) -> list[Block]:
        """A text of the catalogue as paragraphs and lists, as its author's line breaks have them."""
        picked = text.pick(self.language)
        language = _language(picked.language) if picked.is_fallback else None
        blocks: list[Block] = []
        for line in picked.text.split("\n"):
            words = line.strip()
            bullet = next((mark for mark in _BULLETS if words.startswith(mark)), None)
            if not words or words == bullet:
                continue
            if bullet is None:
                blocks.append(Paragraph((Span(words, language=language),)))
                continue
            last, item = blocks[-1] if blocks else None, (Span(words.removeprefix(bullet).strip(), language=language),)
            if isinstance(last, Bullets):
                blocks[-1] = Bullets((*last.items, item))
            else:
                blocks.append(Bullets((item,)))
        if blocks and language is not None:
            blocks.append(Paragraph(inline(f"({self.text(_LANGUAGE_MARKS[language])})"), minor=True))
        return blocks

    def phone(self, contact: Contact) -> Inline:
        """A phone number, which never breaks, and when somebody answers."""
        number = inline(Span(contact.text, unbroken=True))
        if not contact.hours:
            return number
        return (*number, Span(", "), Span(contact.hours, unbroken=len(contact.hours) <= _SHORT_HOURS))

    def web_page(self, address: str) -> QrCode | None:
        """The code and the address of a page; nothing if a phone could not open it."""
        if not is_web_address(address):
            return None
        shown = address.split("://", 1)[1]
        return QrCode(address, self.text("On the web"), self.text("QR code. It opens {address}.", address=shown))

    @staticmethod
    def is_worth_a_code(page: QrCode) -> bool:
        """Whether a camera helps: a front page is typed as fast."""
        return "/" in page.shown

    def apology(self) -> tuple[Block, ...]:
        """At the end of a paper whose language lacks some of the words: in which they are said instead."""
        marks = [_LANGUAGE_MARKS[language] for language in sorted(self.stood_in)]
        if not marks:
            return ()
        one_language = self.words.speaking_as("Some words on this paper are {languages}.")
        languages = ", ".join(one_language.text(mark) for mark in marks)
        words = one_language.text("Some words on this paper are {languages}.", languages=languages)
        return (Paragraph(inline(words), minor=True),)


def run_in(parts: Iterable[Inline]) -> Inline:
    """Parts one after another with a dot between them."""
    return tuple(span for at, part in enumerate(parts) for span in (*(inline(" · ") if at else ()), *part))


def _glued(day: str) -> str:
    return _WITHIN_A_DATE.sub("\u00a0", day)


def _language(code: str) -> Language | None:
    return Language(code) if code in set(Language) else None
