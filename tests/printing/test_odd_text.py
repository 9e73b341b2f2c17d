"""Whatever stands in a text, a paper comes out of it or a known error: never a traceback, never a loss."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from i18n.language import Language
from printing.bidi import levels, visual_order
from printing.document import (
    Bullets,
    ByWhen,
    Checklist,
    Document,
    Fact,
    Facts,
    Field,
    Fields,
    Furniture,
    Heading,
    Missing,
    Note,
    NoteKind,
    Paragraph,
    Slip,
    Span,
    Step,
    Steps,
    Table,
    inline,
)
from printing.line_breaking import Breaker
from printing.pdf import compose
from printing.plain_text import as_text
from printing.sheet import NORMAL
from printing.tagging import Element
from printing.typefaces import TypeCase
from tests.printing.reading import drawn_marks, opened, owned_marks

ANY = st.text(st.characters(), max_size=60)
WORDS = st.text(st.sampled_from("aäčŋ bdk-/\u00a0 \n\u00ad,.1295"), min_size=1, max_size=200)
MIXED = st.text(st.sampled_from("abc 12+().,-اسلمهيق؟ \u00a0"), max_size=60)


def everything(text: str, language: Language) -> Document:
    span = Span(text, strong=True, unbroken=True)
    words = inline(text, span, "loppu")
    inner = (Paragraph(words), ByWhen(text, text, words), Checklist((words,)), Facts((Fact(text, words),)))
    return Document(
        title=text,
        language=language,
        furniture=Furniture(text, text, text, text, page_of="{page}/{pages}"),
        lead=words,
        blocks=(
            Note(NoteKind.ATTENTION, text, inner),
            Heading(words),
            Steps((Step(words, inner, 1), Step(inline(text), inner, tick=False))),
            Bullets((words,)),
            Table((words, words, words), ((words, inline(text), words),)),
            Fields((Field(text),)),
            Slip(text, inner),
        ),
    )


@settings(max_examples=60)
@given(ANY, st.sampled_from([Language.FI, Language.AR]))
def test_any_text_makes_a_paper(text: str, language: Language) -> None:
    document = everything(text, language)
    as_text(document, 72)
    drawn = compose(document, Missing.MARK)
    with opened(drawn.pdf) as pdf:
        marks, loose = drawn_marks(pdf)
        assert loose == 0
        assert sorted(owned_marks(pdf)) == sorted(marks)


@settings(max_examples=300)
@given(WORDS, st.floats(20, 400), st.booleans())
def test_lines_hold_all_letters_and_stay_in_their_width(text: str, width: float, tight: bool) -> None:
    owner = Element("P")
    lines = Breaker(TypeCase(), NORMAL.body, width, tight=tight).lines(inline(text), [owner])
    drawn = "".join(run.text for line in lines for stretch in line.stretches for run in stretch.runs)
    kept = str.maketrans("", "", " \n\u00ad-")
    assert drawn.translate(kept) == text.translate(kept)
    assert all(line.width <= width + 0.02 for line in lines)


@given(MIXED, st.booleans())
def test_mixed_letters_are_only_put_in_another_order(text: str, right_to_left: bool) -> None:
    assert sorted(visual_order(levels(text, right_to_left))) == list(range(len(text)))


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("abc", "abc"),
        ("اسم", "مسا"),
        ("رقم 295 536 هنا", "انه 536 295 مقر"),
        ("رقم 295\u00a0536 هنا", "انه 295\u00a0536 مقر"),
        ("اسم abc def", "abc def مسا"),
    ],
)
def test_the_order_on_paper(written: str, seen: str) -> None:
    order = visual_order(levels(written, right_to_left=True))
    assert "".join(written[at] for at in order) == seen
