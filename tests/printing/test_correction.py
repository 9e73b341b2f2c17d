"""The correction: what we said, that we are sorry, what is right, and what to do; in any size, and discreetly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import printing.pdf
from desk.model.correction import Corrected, Correction
from desk.model.path import Nature
from desk.model.plan import Contact, PlanFee, Words
from desk.ports import PaperOptions
from i18n.language import Language
from i18n.translator import Lexicon
from printing.document import Document
from printing.paper_maker import Papers
from printing.plain_text import as_text
from tests.printing import plans
from tests.printing.reading import text_of

ENGLISH = PaperOptions(Language.EN)
TOLD = replace(plans.PENSION, deadline=plans.deadline(date(2026, 11, 30), Nature.MONEY))
ITEM = Corrected(
    title=plans.PENSION.title,
    told=TOLD,
    right=plans.PENSION,
    reason=Words("We counted from the wrong day."),
    instead=Words("If you have applied, you need do nothing."),
    day=date(2026, 11, 20),
    source="Kela, kela.fi/survivors",
)


@pytest.fixture
def papers(tmp_path) -> Papers:
    """Papers whose only words are the English ones, whatever the translators have done."""
    return Papers(Lexicon(tmp_path), lambda: printing.pdf)


def correction(*items: Corrected, **changes) -> Correction:
    plan = plans.plan()
    made = Correction(
        language=Language.EN,
        made_on=plans.TODAY,
        told_on=date(2026, 11, 12),
        content_version="3f5a9c1be20d44aa",
        items=items or (ITEM,),
        ask=plan.ask,
        plan_code="7KXM-2QTD-R",
    )
    return replace(made, **changes)


def text(document: Document) -> str:
    return as_text(document).replace("\u00a0", " ")


def test_it_says_what_was_wrong_first_and_then_all_that_is_right(papers):
    told = text(papers.correction_document(correction(), ENGLISH))
    parts = (
        "On Thursday 12 November 2026 we gave you advice that was wrong in part. We are sorry.",
        "Apply for the survivors' pension",
        "We counted from the wrong day.",
        "at the latest on Monday 30 November 2026",
        "If you have applied, you need do nothing.",
        "Saturday 5 December 2026",
        "Kela's survivors' line",
        "All else in your plan is as it was.",
        "020 000 0000",
        "7KXM-2QTD-R",
        "Kela, kela.fi/survivors, put right on 20 November 2026",
    )
    places = [told.index(part) for part in parts]
    assert places == sorted(places)


def test_only_what_was_otherwise_is_held_against_what_is_right(papers):
    dearer = replace(ITEM, told=replace(plans.PENSION, fee=PlanFee("12 euros", verified=True)))
    told = text(papers.correction_document(correction(dearer), ENGLISH))
    assert "We told you: price 12 euros\n" in told
    same = text(papers.correction_document(correction(replace(ITEM, told=plans.PENSION)), ENGLISH))
    assert f"We told you: {plans.PENSION.what.text}" in same


def test_what_was_said_of_the_way_that_was_chosen_is_held_against_what_is_right(papers):
    usual, other = plans.PENSION.channels[0], replace(plans.PENSION.channels[0], id="other", recommended=False)
    told_way = replace(other, chosen=True, phone=Contact("020 111 1111", verified=True))
    told = replace(plans.PENSION, channels=(usual, told_way))
    right = replace(plans.PENSION, channels=(usual, other))
    said = text(papers.correction_document(correction(replace(ITEM, told=told, right=right)), ENGLISH))
    assert "We told you: 020 111 1111" in said


def test_a_step_that_is_not_the_citizens_and_one_that_was_missing(papers):
    told = text(papers.correction_document(correction(replace(ITEM, right=None)), ENGLISH))
    assert "This does not concern you. You need not do it." in told
    told = text(papers.correction_document(correction(replace(ITEM, told=None)), ENGLISH))
    assert "This was missing from your plan." in told


@pytest.mark.parametrize("right", [plans.ITSELF, plans.MAYBE, plans.ESTATE])
def test_every_kind_of_step_can_be_right(papers, right):
    assert right.title.text in text(papers.correction_document(correction(replace(ITEM, right=right)), ENGLISH))


def test_a_discreet_one_names_no_point_and_no_place(papers):
    quiet = correction(discreet=True, plan_code=None)
    document = papers.correction_document(quiet, ENGLISH)
    assert "Mallila" not in text(document)
    assert document.furniture.sender == "Service point"
    nothing = text(papers.correction_document(replace(quiet, items=()), ENGLISH))
    assert "Please ask us before you do anything that the paper says." in nothing


@pytest.mark.parametrize("language", [Language.FI, Language.SV, Language.EN, Language.AR])
def test_it_is_drawn_in_every_language_and_in_large_print(language):
    papers = Papers(Lexicon(), lambda: printing.pdf)
    drawn = papers.correction(correction(language=language), PaperOptions(language, large=True))
    assert "020 000 0000" in text_of(drawn)
