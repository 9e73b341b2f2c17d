"""Texts are taken apart as a reader does, and each word is found again where it stands in its file."""

import pytest
from hypothesis import given, settings, strategies as st

from desk.errands.diagnostics import Place
from desk.errands.fields import Report
from desk.errands.load_texts import WordTables, read_shared_texts
from desk.errands.sentences import sentences_of, words_of
from desk.errands.text_places import TextPlaces
from desk.errands.yaml_text import read_yaml
from tests.thorough import examples


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Hae tukea. Kela päättää.", ["Hae tukea.", "Kela päättää."]),
        ("Hae viimeistään 13. maaliskuuta. Soita klo 9.", ["Hae viimeistään 13. maaliskuuta.", "Soita klo 9."]),
        ("They turn 21. Kela decides.", ["They turn 21.", "Kela decides."]),
        ("Ta med papper, t.ex. Lön. Ring sedan!", ["Ta med papper, t.ex. Lön.", "Ring sedan!"]),
        ("Öppet kl. 9–15. Kom in.", ["Öppet kl. 9–15.", "Kom in."]),
        ("Oletko varma? (Voit kysyä.) Hyvä", ["Oletko varma?", "(Voit kysyä.)", "Hyvä"]),
        ("", []),
    ],
)
def test_a_text_becomes_sentences(text, sentences):
    found = list(sentences_of(text))
    assert [each.text for each in found] == sentences
    assert all(text[each.start :].startswith(each.text) for each in found)


def test_a_filled_in_place_is_one_word_and_digits_are_none():
    (sentence,) = sentences_of("Maksu on {fee.x} ja 12,50 perheen-äidille.")
    assert sentence.words == 5
    assert words_of(sentence.text) == ["Maksu", "on", "ja", "perheen-äidille"]


WAYS = {
    "plain": "documents:\n  a: Yksi kaksi kolme\n",
    "plain on two lines": "documents:\n  a: Yksi\n    kaksi\n    kolme\n",
    "folded": "documents:\n  a: >-\n    Yksi kaksi\n    kolme\n",
    "kept": "documents:\n  a: |\n    Yksi\n\n    kaksi kolme\n",
    "quoted": 'documents:\n  a: "Yksi kaksi\n    kolme"\n',
    "in braces": "documents: {a: Yksi kaksi kolme}\n",
}


@pytest.mark.parametrize("file", WAYS.values(), ids=WAYS)
def test_each_word_is_found_where_it_stands_however_it_is_written(file):
    files = {"texts/fi.yaml": file.encode()}
    tables = WordTables()
    read_shared_texts(read_yaml("texts/fi.yaml", files["texts/fi.yaml"]), "fi", tables, Report())
    ((start, text),) = tables.lines("fi", "document.a")
    assert text == "Yksi kaksi kolme"
    for word in text.split():
        place = TextPlaces(files).of(start, text, text.index(word))
        line = file.split("\n")[place.line - 1]
        assert line[place.column - 1 :].startswith(word)


@settings(max_examples=examples(60))
@given(st.text(), st.integers(1, 9), st.integers(1, 90), st.text(min_size=1), st.integers(0, 99))
def test_a_place_is_told_of_any_text_in_any_file(content, line, column, text, at):
    place = TextPlaces({"a": content.encode("utf-8", "replace")}).of(
        Place("a", line, column), text, min(at, len(text) - 1)
    )
    assert place.line >= 1
    assert place.column >= 1
