"""The kinds of data have one vocabulary: whole in every language offered, and the same wherever it is read."""

from __future__ import annotations

import pytest

from desk.model.mandate import DataKind
from desk.model.mandate_template import NEWEST, TEMPLATES
from i18n.data_kind_words import FULL, SHORT, kind_in_full, kind_names, kinds_named
from i18n.error_text import error_text
from i18n.language import CLERK_LANGUAGES, Language
from i18n.translator import Domain, Lexicon, Words

LEXICON = Lexicon()
EVERYWHERE = [(language, domain) for language in CLERK_LANGUAGES for domain in Domain]


def test_every_kind_has_both_names_and_nothing_else_has():
    kinds = [kind.value for kind in DataKind]
    assert list(SHORT) == list(FULL) == kinds


@pytest.mark.parametrize(("language", "domain"), EVERYWHERE)
def test_every_kind_has_words_in_every_language_that_is_offered(language, domain):
    words = LEXICON.words(language, domain)
    said = [*SHORT.values(), *FULL.values()]
    assert [msgid for context, msgid in said if words.is_missing(msgid, context)] == []
    assert len({words.ptext(*text) for text in said}) == len(said), "two kinds have one name"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", [kind.value for kind in DataKind])
def test_screens_and_papers_say_the_same_in_both_domains(language, kind):
    desk, citizen = (LEXICON.words(language, domain) for domain in (Domain.DESK, Domain.CITIZEN))
    assert kinds_named(desk, [kind]) == kinds_named(citizen, [kind])
    assert kind_in_full(desk, kind) == kind_in_full(citizen, kind)


@pytest.mark.parametrize(("language", "domain"), EVERYWHERE)
def test_the_full_explanation_begins_with_the_short_name(language, domain):
    words = LEXICON.words(language, domain)
    for kind in DataKind:
        name, colon, explained = kind_in_full(words, kind).partition(":")
        assert name.lower() == kinds_named(words, [kind])
        assert colon
        assert explained.strip()


@pytest.mark.parametrize("language", CLERK_LANGUAGES)
def test_a_mandate_drawn_today_names_its_data_as_the_screen_does(language):
    words = LEXICON.words(language, Domain.CITIZEN)
    for kind in DataKind:
        assert words.ptext(*TEMPLATES[NEWEST].texts[f"kind_{kind}"]) == kinds_named(words, [kind])


def test_kinds_stand_in_their_own_order_and_none_is_said_too():
    words = LEXICON.words(Language.EN)
    assert kind_names(words, ["health", "contact", "of a newer program"]) == ["name and contact details", "health"]
    assert kinds_named(words, reversed(list(DataKind))) == kinds_named(words, list(DataKind))
    assert kinds_named(words, []) == "no data"


def test_no_sami_word_was_made_up():
    northern: Words = LEXICON.words(Language.SE, Domain.CITIZEN)
    for context, msgid in (*SHORT.values(), *FULL.values()):
        assert northern.language_of(msgid, context) is Language.FI


@pytest.mark.parametrize(
    ("language", "said"), [(Language.FI, "perhe, terveys"), (Language.EN, "family, health"), (Language.SV, "hälsa")]
)
def test_an_error_says_kinds_of_data_in_words(language, said):
    told = error_text(LEXICON.words(language), "mandate.does_not_allow", _too_much("family, health"))
    assert said in told.what


def _too_much(kinds: str) -> dict[str, str]:
    return {"kind": "too_much_data", "too_much": kinds, "line": "1"}
