"""What a person is given of their own: every part of it is on the paper, in words, in each language; no code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from desk.events import KINDS
from desk.model.hours import HELSINKI
from desk.model.ids import VisitId
from desk.model.keeping import Category, KeepingTimes
from desk.model.keeping_receipt import ErasureReceipt, Going, KeepingReceipt
from desk.model.person_copy import Happened, PersonCopy, Shared, Told
from desk.model.plan import WhoToAsk
from desk.model.visit import VisitChannel
from desk.ports import PaperOptions
from i18n.keeping_words import CATEGORY_WORDS, EVENT_WORDS
from i18n.language import Language
from i18n.translator import Lexicon
from printing import pdf
from printing.paper_maker import Papers
from tests.printing.reading import text_of

NOW = datetime(2026, 11, 23, 9, 5, tzinfo=HELSINKI)
COPY = PersonCopy(
    number=17,
    language=Language.EN,
    made_at=NOW,
    ask=WhoToAsk("Pielinen service point", "029 000 0000"),
    opened_at=NOW,
    ended_at=NOW,
    channel=VisitChannel.PHONE,
    errands=("Death of a close one",),
    erased=False,
    name="Aino Mäkelä",
    birth_date=date(1950, 2, 3),
    contact=(("phone", "040 000 0000 mornings"), ("comes_back", "")),
    has_identity_code=True,
    answers=(Told("When did they die?", "2 November 2026"),),
    steps=(Told("Arrange the funeral", "declined", ("my daughter does",)), Told("Tell the bank", "")),
    plan=("Hold the estate inventory",),
    plan_code="7K3MZ9QAB",
    mandates=(Told("M-12345", "2026-12-24", ("Death of a close one – Kela",)),),
    acts=(Told("Tell the bank", "2026-11-23", ("money",)),),
    shared=(Shared("Kela", date(2026, 11, 23), ("money", "family"), ("She needs help with rent.",)),),
    documents=(Told("17-1", "Tax Administration", ("2026-11-23", "2026-11-24")),),
    happened=(
        Happened(NOW, "VisitOpened", by="Liisa Mallila"),
        Happened(NOW, "StepNoted", gone=True),
        Happened(NOW, "CaseRead", "day_list"),
        Happened(NOW, "OfAComingProgram"),
    ),
    kept_until={Category.PLAN: date(2027, 6, 24), Category.MANDATE: date(2028, 12, 24)},
)
OPTIONS = PaperOptions(Language.EN)


@pytest.fixture
def papers():
    return Papers(Lexicon(), lambda: pdf)


def test_every_part_of_it_is_on_the_paper(papers):
    told = " ".join(text_of(papers.person_copy(COPY, OPTIONS)).split())
    for words in (
        "What we keep about you", "Aino Mäkelä", "040 000 0000 mornings", "We keep it. It is not printed here.",
        "When did they die? 2 November 2026", "you did not want it; my daughter does", "Hold the estate inventory",
        "7K3MZ9QAB", "Death of a close one – Kela", "She needs help with rent.", "17-1",
        "The visit was opened and read",
        "Liisa Mallila", "content is erased)", "Something was written down", "24 June 2027", "by telephone",
    ):  # fmt: skip
        assert words in told, words
    for code in ("declined", "CaseRead", "VisitOpened", "comes_back", "2026-11-23"):
        assert code not in told, code


@pytest.mark.parametrize("language", list(Language))
def test_it_is_drawn_in_every_language_large_and_as_text(papers, language):
    options = replace(OPTIONS, language=language, large=True)
    assert papers.person_copy(replace(COPY, language=language), options).startswith(b"%PDF")
    assert "7K3MZ9QAB" in papers.person_copy_text(replace(COPY, language=language), options)


def test_of_an_erased_visit_it_says_that_it_is_erased_and_that_nobody_got_anything(papers):
    bare = PersonCopy(17, Language.EN, NOW, WhoToAsk(""), NOW, None, VisitChannel.DESK, (), erased=True)
    told = papers.person_copy_text(bare, OPTIONS)
    assert "has been erased" in told
    assert "We gave nothing of this to anybody else." in told
    assert "We do not know your name." in told


@pytest.mark.parametrize("language", list(Language))
def test_the_receipt_of_an_erasure_says_what_stays_in_every_language(papers, language):
    stays = {Category.MANDATE: date(2028, 12, 24)}
    receipt = ErasureReceipt(NOW, 17, 9, stays, head_after=("99-AAAAA-BBBBB",), point="Pielinen service point")
    told = " ".join(text_of(papers.erasure_receipt(receipt, PaperOptions(language))).split())
    assert "17" in told
    assert "99-AAAAA-BBBBB" in told
    if language is Language.EN:
        assert "We have erased what we kept of visit 17." in told
        assert "24 December 2028" in told
        assert "No backup holds it." in told
        more = replace(receipt, last_copy_gone=date(2026, 11, 30), lies_here=2)
        later = " ".join(text_of(papers.erasure_receipt(more, OPTIONS)).split())
        assert "30 November" in later
        assert "2 documents that you left are still with us." in later


def test_the_receipt_of_a_run_counts_and_names_nobody(papers):
    receipt = KeepingReceipt(
        NOW,
        KeepingTimes(),
        going=(Going(VisitId("v"), 17, Category.PLAN, date(2026, 11, 1)),),
        log_events=4,
        head_before=("99-AAAAA-BBBBB",),
        head_after=("102-CCCCC-DDDDD",),
        last_copy_gone=date(2026, 11, 30),
        counts={Category.PLAN: 1, Category.LOG: 4},
    )
    told = " ".join(text_of(papers.keeping_receipt(receipt, OPTIONS)).split())
    for words in ("Plans kept for follow-up: 1", "Events of the log: 4", "99-AAAAA-BBBBB", "102-CCCCC-DDDDD", "30 Nov"):
        assert words in told, words
    assert "17" not in told


def test_words_are_of_events_and_categories_that_there_are():
    assert set(EVENT_WORDS) <= set(KINDS)
    assert set(CATEGORY_WORDS) == set(Category)
