"""``desk errands try``: the interview on the terminal, with its answers piped in."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

FIXTURE = Path(__file__).parents[2] / "fixtures" / "errands"


@pytest.fixture
def tried(call, nowhere, monkeypatch):
    """Try the library card with these lines typed, on a day that does not change."""

    def one(*lines, options=()):
        typed = "".join(f"{line}\n" for line in lines)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode("utf-8", "surrogateescape"))))
        words = ["--content", FIXTURE, "--lang", "en", "--as-of", "2026-11-21", *options]
        told = call("errands", "try", "library_card", *words)
        assert (told.code, told.err) == (0, "")
        return told.out

    return one


def questions(out):
    return [line.removeprefix("en: ") for line in out.splitlines() if line.startswith("en: ") and line.endswith("?")]


def path(out):
    return re.findall(r"^\d+\. en: (.*) — ", out, re.MULTILINE)


PUPIL = ["5.5.2017", "1", "2", "2", "1 3", "1", "14.11.2026", "0", "2"]


def test_the_interview_asks_what_is_open_and_ends_with_the_path(tried):
    out = tried(*PUPIL)
    assert questions(out)[:3] == [
        "When was the reader born?",
        "What does the reader do?",
        "Does a guardian come along?",
    ]
    assert path(out) == ["Get the card", "Tell the new address", "The card comes", "Join the club"]
    assert "By Saturday 21 November 2026" in out
    assert "Still to ask" not in out
    assert out.count("\n> ") == len(PUPIL)


def test_it_asks_in_sections_and_shows_what_an_answer_brings(tried):
    out = tried(*PUPIL)
    assert [line for line in out.splitlines() if line.startswith("— ")] == ["— en: Who —", "— en: Wishes —"]
    assert "  + en: Tell the new address" in out
    assert "  − en: See the maps" in out


def test_where_the_answers_end_the_path_is_shown_as_far_as_it_is_known(tried):
    for ending in ([], ["end"], ["END", "1"]):
        out = tried("5.5.2017", *ending)
        assert path(out) == ["Get the card"]
        assert "Still to ask" in out
        assert "May apply" in out


@pytest.mark.parametrize(
    "wrong", ["0", "4", "99999999999999999999", "-1", "robot", "1 2", "²", "\udcff", "pupil pupil"]
)
def test_an_answer_that_is_none_is_asked_again(tried, wrong):
    out = tried("5.5.2017", wrong, "1", "end")
    assert "is not one of the answers. Try again." in out
    assert "Does a guardian come along?" in out


@pytest.mark.parametrize("wrong", ["31.2.2020", "yesterday", "2999-01-01", "1.1.1800", "7"])
def test_a_day_that_is_none_or_not_allowed_is_asked_again(tried, wrong):
    out = tried(wrong, "5.5.2017", "end")
    assert "is not an answer to" in out
    assert "What does the reader do?" in out


def test_an_option_may_be_typed_as_its_words_or_its_id(tried):
    for typed in ("pupil", "en: Goes to school", "EN: GOES TO SCHOOL", "1"):
        assert "+ en: Join the club" in tried("5.5.2017", typed, "end"), typed


def test_several_options_and_none(tried):
    maps = tried("5.5.1970", "2", "2", "4, 1", "end")
    assert "+ en: See the maps" in maps
    assert "− en: See the maps" in tried("5.5.1970", "2", "2", "0", "end")
    assert "Try again" in tried("5.5.1970", "2", "2", "1 9", "end")


def test_what_is_not_known_or_not_told_is_not_asked_again(tried):
    out = tried("?", "-", "?", "?", "?", "?", "?", "-", "-")
    assert "Still to ask" not in out
    assert "?  en: Pay the fine — en: Fine" in out
    assert len(questions(out)) == len(set(questions(out)))


def test_back_asks_the_one_before_again(tried):
    out = tried("5.5.2017", "1", "<", "2", "end")
    assert questions(out).count("What does the reader do?") == 2
    assert "Join the club" not in "".join(path(out))
    assert questions(tried("<", "<", "end")) == ["When was the reader born?"] * 3


def test_why_names_the_steps_that_need_the_answer(tried):
    out = tried("why", "end")
    assert "  · en: Join the club" in out
    asked_again = out.partition("Join the club")[2].partition("Still to ask")[0]
    assert "When was the reader born?" not in asked_again


def test_the_path_can_be_looked_at_on_the_way(tried):
    out = tried("5.5.2017", "path", "end")
    assert path(out) == ["Get the card", "Get the card"]
    assert questions(out).count("What does the reader do?") == 2


def test_several_errands_are_one_interview(call, nowhere, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("5.5.2017\n1\nend\n"))
    told = call("errands", "try", "X01", "X02", "--content", FIXTURE, "--lang", "sv", "--as-of", "2026-11-21")
    assert told.code == 0
    assert "sv: Library card\nsv: Lost card" in told.out


def test_an_errand_of_the_program_in_a_language_of_the_citizen(call, nowhere, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    told = call("errands", "try", "E02")
    assert told.code == 0
    assert "Palvelutiski" not in told.err
    assert call("errands", "try", "nothing").one_line
    assert call("errands", "try", "E02", "--lang", "xx").one_line


def test_it_says_whose_a_step_is(call, nowhere, monkeypatch):
    lines = ("2.11.2026", "1", "2", "1", "2", "12", "19", "1")
    typed = "".join(f"{line}\n" for line in lines)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
    told = call("errands", "try", "death_of_close_one", "--lang", "en", "--as-of", "2026-11-22")
    assert "  + Apply to Kela for orphan's pension (Child 1)" in told.out
    assert "  − Apply to Kela for orphan's pension (Child 3)" in told.out
    assert re.search(r"^\d+\. Apply to Kela for orphan's pension \(Child 1\) — Kela$", told.out, re.MULTILINE)
