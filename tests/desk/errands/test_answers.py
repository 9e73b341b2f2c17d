"""An answer becomes a value of its fact's type, or is refused with the reason."""

from datetime import date

import pytest

from desk.errands.answers import check_answer
from desk.errands.answers_file import read_answers
from desk.errors import AnswerRefused, AnswersBroken, NotYaml

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("reader.moved", "yes"),
        ("reader.moved", "unknown"),
        ("reader.life", "declined"),
        ("reader.hobbies", ()),
        ("reader.hobbies", ("books", "maps")),
        ("reader.born_on", "2026-11-21"),
        ("reader.born_on", "1906-11-21"),
        ("reader.fine", "0"),
        ("reader.fine", "12.50"),
    ],
)
def test_what_is_allowed(card, fact, said):
    check_answer(card.definitions.facts[fact], said, DAY)


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("reader.moved", "true"),
        ("reader.life", "pupils"),
        ("reader.life", ("pupil",)),
        ("reader.hobbies", ("books", "cars")),
        ("reader.born_on", "2026-11-22"),
        ("reader.born_on", "1906-11-20"),
        ("reader.born_on", "2026-02-30"),
        ("reader.born_on", "20260201"),
        ("reader.fine", "-1"),
        ("reader.fine", "1,50"),
        ("reader.fine", "9" * 30),
        ("reader.age", "12"),
    ],
)
def test_what_is_refused(card, fact, said):
    with pytest.raises(AnswerRefused):
        check_answer(card.definitions.facts[fact], said, DAY)


def test_an_answers_file_is_text_only(card):
    content = b"reader.moved: no\nreader.hobbies: [maps, books]\nreader.fine: 007\nreader.life: unknown\n"
    assert read_answers("a.yaml", content, card.definitions.facts, DAY) == {
        "reader.moved": "no",
        "reader.hobbies": ("books", "maps"),
        "reader.fine": "007",
        "reader.life": "unknown",
    }


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"reader.mooved: no\n", AnswersBroken),
        (b"reader.moved: maybe\n", AnswersBroken),
        (b"reader.moved:\n", AnswersBroken),
        (b"- reader.moved\n", AnswersBroken),
        (b"a: [\n", NotYaml),
    ],
)
def test_a_broken_answers_file_is_told(card, content, error):
    with pytest.raises(error):
        read_answers("a.yaml", content, card.definitions.facts, DAY)
