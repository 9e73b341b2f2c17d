"""Receipts, notices of transfer, referrals and the desk's own list: what they say, and what they never do."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings, strategies as st

import printing.pdf
from desk.model.handing import ReferralGround
from desk.model.mandate import DataKind
from i18n.language import Language
from printing.document import Document, Missing
from printing.paper_maker import Papers
from printing.papers.document_list import document_list_paper
from printing.papers.receipt import receipt_paper, transfer_paper
from printing.papers.referral import referral_copy, referral_letter
from printing.plain_text import as_text
from tests.printing import handed
from tests.printing.handed import LEXICON, wording
from tests.thorough import examples

LANGUAGES = (Language.FI, Language.SV, Language.EN, Language.AR)


def text(document: Document) -> str:
    return as_text(document).replace("\u00a0", " ")


def every_paper(language: Language, *, discreet: bool = False, in_time: bool = True) -> list[Document]:
    return [
        receipt_paper(handed.receipt(language, in_time=in_time, discreet=discreet), wording),
        transfer_paper(handed.notice(language, in_time=in_time, discreet=discreet), wording),
        referral_copy(handed.referral(language, discreet=discreet), wording),
        referral_letter(handed.referral(language, discreet=discreet), wording),
        document_list_paper(handed.document_list(), wording(language)),
    ]


def test_a_receipt_under_an_agreement_says_that_it_is_in_time():
    told = text(receipt_paper(handed.receipt(Language.EN), wording))
    assert "has come in time to the authority. (Act on joint public service 223/2007, section 7)" in told
    assert "section 21" not in told
    assert "Monday 23 November 2026 at 9:00" in told
    for row in ("Number: 14-1", "Pages: 4", "Left by: Maija Mallikas", "Received by: Pekka Neuvoja"):
        assert row in told
    assert "Kuitti" not in told.splitlines()[0]


def test_a_receipt_without_an_agreement_says_that_no_deadline_is_kept():
    told = text(receipt_paper(handed.receipt(Language.EN, in_time=False), wording))
    assert "A deadline is kept only if the document reaches the authority in time." in told
    assert "We told you this before we took the document." in told
    assert "223/2007" not in told


def test_it_stands_in_the_language_of_the_service_point_too():
    told = text(receipt_paper(handed.receipt(Language.SV), wording))
    assert "har kommit in till myndigheten i tid" in told
    assert "on saapunut ajoissa viranomaiselle" in told
    alone = text(receipt_paper(handed.receipt(Language.FI), wording))
    assert alone.count("on saapunut ajoissa viranomaiselle") == 1


def test_a_notice_says_where_it_went_and_which_day_counts():
    told = text(transfer_paper(handed.notice(Language.EN), wording))
    assert "Given for: Kela" in told
    assert "Sent to: Poliisi" in told
    assert "reaches Poliisi in time: the day it comes there counts." in told
    under = text(transfer_paper(handed.notice(Language.EN, in_time=True), wording))
    assert "the day it comes there counts" not in under
    assert "223/2007" in under


def test_a_letter_tells_the_very_sentences_and_asks_for_the_name_by_hand_when_nobody_gave_it():
    told = text(referral_letter(handed.referral(), wording))
    assert "Muutti 1.11.2026." in told
    assert "Maija Mallikas" in told
    assert "7KXM" not in told
    nameless = text(referral_letter(handed.referral(name=""), wording))
    assert "Mallikas" not in nameless
    assert "Asiakas kirjoittaa tämän käsin, jos haluaa." in nameless


@pytest.mark.parametrize(
    ("ground", "words"),
    [
        (ReferralGround.CONSENT, "the citizen's consent to these words"),
        (ReferralGround.MANDATE, "a mandate, code ABCD-1234"),
        (ReferralGround.LAW, "the law: 434/2003, 10 §"),
    ],
)
def test_the_copy_says_what_was_told_to_whom_and_why(ground, words):
    told = text(referral_copy(handed.referral(Language.EN, ground), wording))
    for part in ("Poliisi", "Muutti 1.11.2026.", "Ei verkkopankkitunnuksia.", words, "7KXM-2QTD-R"):
        assert part in told
    assert ("You agreed to these words" in told) is (ground is ReferralGround.CONSENT)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("in_time", [True, False])
def test_a_discreet_paper_for_the_citizen_says_no_more_than_it_must(language, in_time):
    telling = ("Kela", "Poliisi", "Vuokrasopimus", "Mallikas", "Neuvoja", "Mallila", "Torikatu", "Muutti", "7KXM")
    for document in every_paper(language, discreet=True, in_time=in_time)[:3]:
        told = text(document)
        edges = f"{document.title} {document.furniture.sender} {document.furniture.kind} {document.furniture.foot}"
        assert not [word for word in telling if word in told or word in edges]
        assert document.title == "Palvelutiski"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("large", [False, True])
def test_every_letter_of_every_paper_can_be_drawn(language, large):
    for document in every_paper(language) + every_paper(language, discreet=True, in_time=False):
        drawn = printing.pdf.draw(replace(document, large=large), Missing.REFUSE)
        assert drawn.startswith(b"%PDF")


@settings(max_examples=examples(15), deadline=None)
@given(
    st.sampled_from(LANGUAGES),
    st.frozensets(st.sampled_from(DataKind), min_size=1),
    st.sampled_from(ReferralGround),
    st.booleans(),
    st.integers(1, 999),
)
def test_a_paper_printed_again_is_the_same_to_the_byte(language, kinds, ground, in_time, pages):
    first, again = (Papers(LEXICON, lambda: printing.pdf) for _ in range(2))
    receipt = replace(handed.receipt(language, in_time=in_time), pages=pages)
    referral = replace(handed.referral(language, ground), kinds=kinds)
    assert first.receipt(receipt) == again.receipt(receipt)
    assert first.transfer_notice(handed.notice(language)) == again.transfer_notice(handed.notice(language))
    assert first.referral_copy(referral) == again.referral_copy(referral)
    assert first.referral_letter(referral) == again.referral_letter(referral)


GIVEN_OUT = {
    ("H1-1", Language.FI): "94744070d41f",
    ("H2-1", Language.FI): "cbea4bcb8566",
    ("H3-1", Language.FI): "b933724263d5",
    ("H3-2", Language.FI): "e9f2e028d398",
    ("H1-1", Language.SV): "628bbd91291e",
    ("H2-1", Language.SV): "73cd2d042070",
    ("H3-1", Language.SV): "37f7aaf9b9af",
    ("H3-2", Language.SV): "9397241bbd58",
    ("H1-1", Language.EN): "f666c516600e",
    ("H2-1", Language.EN): "0a3756c8fdb7",
    ("H3-1", Language.EN): "44334e7bd488",
    ("H3-2", Language.EN): "1a0e6f695763",
}
"""What each form says, in short. A form that was given out is never changed: a new one is made beside it."""


@pytest.mark.parametrize("language", [Language.FI, Language.SV, Language.EN])
def test_a_form_that_was_given_out_says_what_it_said(language):
    found: dict[str, str] = {}
    before = handed.as_before(handed.referral(language))
    others = [referral_copy(before, wording), referral_letter(before, wording)]
    others.append(referral_copy(replace(handed.referral(language), kinds=frozenset(DataKind)), wording))
    for document in every_paper(language)[:4] + every_paper(language, in_time=False)[:2] + others:
        form = document.furniture.foot.split()[-1].strip(".")
        found[form] = found.get(form, "") + text(document)
    assert {form: sha256(words.encode()).hexdigest()[:12] for form, words in found.items()} == {
        form: known for (form, spoken), known in GIVEN_OUT.items() if spoken is language
    }


@pytest.mark.parametrize(
    ("language", "before", "now"),
    [
        (Language.FI, "tulot, etuudet, omaisuus ja velat, terveys", "raha ja omaisuus, terveys"),
        (Language.SV, "inkomster, förmåner, egendom och skulder, hälsa", "pengar och egendom, hälsa"),
        (Language.EN, "income, benefits, property and debts, health", "money and property, health"),
    ],
)
def test_a_referral_names_money_as_mandates_do_and_an_older_one_as_it_did(language, before, now):
    paper = replace(handed.referral(language), kinds=frozenset({DataKind.MONEY, DataKind.HEALTH}))
    assert now in text(referral_copy(paper, wording))
    older = text(referral_copy(handed.as_before(paper), wording))
    assert before in older
    assert now not in older


def test_the_list_names_nobody_and_marks_what_is_late():
    told = text(document_list_paper(handed.document_list(), wording(Language.EN)))
    assert "14-1" in told
    assert "20 November 2026, late" in told
    assert "Poliisi, transferred" in told
    assert "Mallikas" not in told
    empty = replace(handed.document_list(), lines=())
    assert "Nothing lies here." in text(document_list_paper(empty, wording(Language.EN)))
