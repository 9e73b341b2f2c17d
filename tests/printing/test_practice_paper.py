"""A paper made for practice says so at the head of each page and before all else, in the reader's language."""

from __future__ import annotations

import pytest

from i18n.formats import Formats
from i18n.language import Language
from i18n.translator import Domain, Lexicon
from printing.document import Document, Furniture, Heading, Missing, Paragraph, inline
from printing.paper_maker import Papers
from printing.papers.practice import as_practice
from printing.papers.wording import Wording
from printing.plain_text import as_text


def paper(language: Language, sender: str = "Kirjasto") -> Document:
    furniture = Furniture(sender, "Suunnitelma", "22.11.2026", "Palvelutiski")
    return Document("Muutto", language, furniture, (Heading(inline("Nyt")), Paragraph(inline("Tee se."))))


def say(language: Language) -> Wording:
    return Wording(Lexicon().words(language, Domain.CITIZEN), Formats(language))


@pytest.mark.parametrize(
    ("language", "head", "box"),
    [
        (Language.FI, "Harjoitus, ei oikea paperi", "on tehty harjoitukseksi"),
        (Language.SV, "Övning, inte ett riktigt papper", "är gjort för övning"),
        (Language.EN, "Practice, not a real paper", "was made for practice"),
    ],
)
def test_it_says_so_first(language, head, box):
    lines = as_text(as_practice(paper(language), say(language))).splitlines()
    assert lines[0].startswith(f"{head} · Kirjasto")
    text = "\n".join(lines)
    assert text.index(box) < text.index("Nyt")
    assert "Tee se." in text


def test_where_nobody_is_named_it_still_says_so():
    assert as_practice(paper(Language.EN, ""), say(Language.EN)).furniture.sender == "Practice, not a real paper"


class Heads:
    """Draws nothing but who gives the paper."""

    def draw(self, document: Document, _missing: Missing = Missing.REFUSE) -> bytes:
        return document.furniture.sender.encode()


@pytest.mark.parametrize(("practice", "begins"), [(True, True), (False, False)])
def test_whatever_is_drawn_in_practice_says_so(practice, begins):
    head = Papers(Lexicon(), Heads, practice).recovery_sheet("KEY", "folder", Language.FI).decode()
    assert head.startswith("Harjoitus, ei oikea paperi") is begins
