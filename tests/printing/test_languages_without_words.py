"""A language that has no words for papers: the paper stands in Finnish, whole, and says so. Never half of each."""

from __future__ import annotations

import re

import pytest

import printing.pdf
from desk.model.mandate_papers import Copy
from desk.ports import PaperOptions
from i18n.language import Direction, Language
from i18n.translator import Domain, Lexicon
from printing.document import Document
from printing.paper_maker import Papers
from printing.papers.receipt import receipt_paper, transfer_paper
from printing.papers.referral import referral_copy
from printing.plain_text import as_text
from tests.desk.usecases.rooms import desk_over, opened, real_bundle
from tests.printing import handed, mandate_samples as samples
from tests.printing.handed import wording

LEXICON = Lexicon()
PAPERS = Papers(LEXICON, lambda: printing.pdf)
WORDLESS = [language for language in Language if LEXICON.words(language, Domain.CITIZEN).is_empty]
FOREIGN = re.compile(r"[\u0400-\u04ff\u0600-\u06ff]")
"""Letters of these languages' own scripts."""


@pytest.fixture(scope="module")
def bundled():
    return real_bundle()


def papers_for(language: Language, bundle) -> dict[str, Document]:
    """One of each that is handed to a citizen of this language."""
    options = PaperOptions(language)
    made = samples.mandate(languages=(language, Language.FI))
    desk = desk_over(bundle)
    visit = opened(desk, *list(bundle.errands)[:4])
    return {
        "receipt": receipt_paper(handed.receipt(language), wording),
        "notice": transfer_paper(handed.notice(language), wording),
        "referral": referral_copy(handed.referral(language), wording),
        "mandate": PAPERS.mandate_document(samples.paper(made, LEXICON, Copy.CITIZEN), options),
        "withdrawal": PAPERS.withdrawal_document(samples.certificate(made, LEXICON, 0, acts=2), options),
        "acts": PAPERS.acts_document(samples.acts(made), options),
        "plan": PAPERS.plan_document(desk.make_plan.preview(visit.id, language), options),
    }


def test_the_languages_of_which_there_is_nothing_yet_are_known():
    assert {Language.RU, Language.AR} == {*WORDLESS}
    assert not LEXICON.words(Language.EN, Domain.CITIZEN).is_empty
    assert not LEXICON.words(Language.SE, Domain.CITIZEN).is_empty, "it has the few words that were seen"


@pytest.mark.parametrize("language", WORDLESS)
def test_no_paper_mixes_two_languages_and_each_says_in_which_it_is(language, bundled):
    for name, document in papers_for(language, bundled).items():
        told = as_text(document)
        assert document.language is Language.FI, name
        assert document.language.direction is Direction.LEFT_TO_RIGHT
        assert not FOREIGN.search(told), (name, FOREIGN.search(told))
        assert "suomeksi" in told, name


@pytest.mark.parametrize("language", WORDLESS)
def test_it_says_what_the_finnish_one_says_and_nothing_twice(language, bundled):
    theirs, finnish = papers_for(language, bundled), papers_for(Language.FI, bundled)
    for name in ("receipt", "notice", "referral"):
        said, wanted = (re.sub(r"\n+", "\n", as_text(each[name])).splitlines() for each in (theirs, finnish))
        assert [line for line in said if "suomeksi" not in line] == wanted, name
