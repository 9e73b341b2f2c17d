"""What people say, learnt once at set-up: the index that is read is the one that was learnt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.model.vernacular import SaidWords, Vernacular
from offline_cache.catalogue.said_words import SaidWordsIndex
from offline_cache.catalogue.words import query_words

VERNACULAR = Vernacular(
    rows=(
        SaidWords({"fi": ("pyörä vietiin", "mutsi"), "sv": ("morsan",)}, {"fi": ("rikosilmoitus",)}),
        SaidWords({"fi": ("rahat ei riitä",)}, {"fi": ("toimeentulotuki",)}),
    ),
    fillers={"fi": ("ei",)},
)
SENTENCES = ("mutsilta vietiin pyörä", "rahat ei enää riitä", "morsans", "muts", "mitään muuta")


def heard(index: SaidWordsIndex, forms, sentence: str) -> object:
    words = query_words(sentence, forms)
    return index.spread(words), [index.longest(words, place) for place in range(len(words))]


@pytest.fixture(scope="module")
def learnt(forms):
    return SaidWordsIndex(VERNACULAR, forms)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_same_is_heard(learnt, forms, sentence):
    known = SaidWordsIndex.knowing(VERNACULAR, forms, learnt.written())
    assert heard(known, forms, sentence) == heard(learnt, forms, sentence)


def test_organizations_come_beside_it(learnt, forms):
    known = SaidWordsIndex.knowing(VERNACULAR, forms, learnt.written())
    more = [SaidWords({"fi": ("kela",)}, {"fi": ("kansaneläkelaitos",)})]
    for index in (known, learnt):
        (meaning,) = index.beside(more).meanings_of(index.word("kelasta"))
        assert meaning.words[0].typed == "kansaneläkelaitos"
        assert index.meanings_of(index.word("kelasta")) == ()


def test_of_other_words_nothing_is_known(learnt, forms):
    other = replace(VERNACULAR, rows=VERNACULAR.rows[1:])
    known = SaidWordsIndex.knowing(other, forms, learnt.written())
    assert known.meanings_of(known.word("mutsi")) == ()
    assert heard(known, forms, SENTENCES[1]) == heard(SaidWordsIndex(other, forms), forms, SENTENCES[1])


@pytest.mark.parametrize("broken", [b"", b"nothing", b"\x80", lambda whole: whole[:-3], lambda whole: whole + b"x"])
def test_a_broken_file_only_costs_time(learnt, forms, broken):
    written = broken(learnt.written()) if callable(broken) else broken
    known = SaidWordsIndex.knowing(VERNACULAR, forms, written)
    assert heard(known, forms, SENTENCES[0]) == heard(learnt, forms, SENTENCES[0])


def test_a_place_that_is_not_there_is_a_broken_file(learnt, forms):
    written = learnt.written()
    assert written.count(b"pyora\x91\x00") == 1
    far = written.replace(b"pyora\x91\x00", b"pyora\x91\x7f")
    known = SaidWordsIndex.knowing(VERNACULAR, forms, far)
    assert heard(known, forms, SENTENCES[0]) == heard(learnt, forms, SENTENCES[0])
