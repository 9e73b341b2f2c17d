"""Proposals on the plan: what was taken along has a box, the rest is told, and what comes has its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import printing.pdf
from desk.model.ids import HintId
from desk.model.path import Begins, HintKind
from desk.model.plan import Contact, HintChoice, PlanHint, Words
from desk.ports import PaperOptions
from i18n.language import Language
from i18n.translator import Lexicon
from printing.document import Steps, plain
from printing.paper_maker import Papers
from printing.plain_text import as_text
from tests.printing import plans

ENGLISH = PaperOptions(Language.EN)
PLAIN = PlanHint(
    id=HintId("more"),
    kind=HintKind.BENEFIT,
    title=Words("You may be able to get more"),
    what=Words("Ask Kela. Kela decides."),
    because=Words("You told us so."),
    agency="Kela",
    day=None,
    begins=Begins.CITIZEN,
    phone=Contact("020 000 0000", verified=True),
    url=None,
    verified=True,
    source="1/2000 3 §",
    checked=date(2026, 1, 2),
)
COMES = replace(
    PLAIN, id=HintId("pension"), kind=HintKind.COMING, title=Words("A pension is possible"), day=date(2027, 5, 5)
)


@pytest.fixture
def papers(tmp_path) -> Papers:
    return Papers(Lexicon(tmp_path), lambda: printing.pdf)


def document(papers: Papers, *hints: PlanHint, **changes):
    return papers.plan_document(replace(plans.plan(), hints=hints, **changes), ENGLISH)


def text(papers: Papers, *hints: PlanHint, **changes) -> str:
    return as_text(document(papers, *hints, **changes)).replace("\u00a0", " ")


def test_without_hints_nothing_is_said_of_them(papers: Papers) -> None:
    assert "Worth asking" not in text(papers)
    assert "next two years" not in text(papers)


def test_what_is_worth_asking_comes_before_what_comes(papers: Papers) -> None:
    told = text(papers, PLAIN, COMES)
    parts = ["Worth asking about too", "You may be able to get more", "In the next two years", "A pension is possible"]
    assert [told.index(part) for part in parts] == sorted(told.index(part) for part in parts)
    assert "Wednesday 5 May 2027" in told
    assert "Kela · 020 000 0000" in told


def test_what_was_taken_along_has_a_box_and_the_rest_has_none(papers: Papers) -> None:
    made = document(papers, replace(PLAIN, choice=HintChoice.TAKEN), COMES)
    ticks = {plain(step.title): step.tick for block in made.blocks if isinstance(block, Steps) for step in block.steps}
    assert ticks["You may be able to get more"]
    assert not ticks["A pension is possible"]
    told = as_text(made)
    assert told.index("You look into these") < told.index("You may be able to get more")
    assert "Worth asking about too" not in told


def test_it_says_who_makes_the_first_move_and_what_to_check(papers: Papers) -> None:
    told = text(papers, replace(PLAIN, begins=Begins.AGENCY, verified=False, phone=None))
    assert "Kela gets in touch with you by itself · check this with them" in told
    assert "means that we have not been able to check it ourselves" in told


def test_sources_are_told_of_what_was_checked_and_not_on_a_discreet_paper(papers: Papers) -> None:
    assert "Sources of the proposals: 1/2000 3 §" in text(papers, PLAIN)
    assert "Sources of the proposals" not in text(papers, replace(PLAIN, verified=False))
    assert "1/2000" not in text(papers, PLAIN, discreet=True)
