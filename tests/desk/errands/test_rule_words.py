"""Rules in words: names and options instead of code, and nothing of a rule is lost on the way."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from desk.errands.rule_words import Group, Phrase, RuleWords, each_line
from desk.errands.types import rule_of
from desk.errands.vocabulary import FactShape, Vocabulary
from desk.errands.wording import Wording
from desk.errands.worth_words import WorthWords
from i18n.language import Language
from i18n.translator import Lexicon

DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def say(card):
    """The words of a rule that is written in the errand language."""
    shapes = {name: FactShape(fact.type, fact.options) for name, fact in card.definitions.facts.items()}
    vocabulary = Vocabulary(shapes, card.definitions.parameters)

    def words(language=Language.EN):
        program = Lexicon().words(language)
        worths = WorthWords(card.definitions, Wording(card, program, DAY), program, DAY)
        return RuleWords(card.definitions, worths, program)

    def one(text, language=Language.EN):
        return words(language).line(rule_of(text, vocabulary)).replace("en: ", "").replace("fi: ", "")

    def worded(text):
        return words().of(rule_of(text, vocabulary))

    return SimpleNamespace(line=one, worded=worded)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("always", "Always"),
        ("not always", "Never"),
        ("reader.moved", "Moved: yes"),
        ("not reader.moved", "Moved: no"),
        ("reader.life = pupil", "Life: Goes to school"),
        ("reader.life != pupil", "Life: not “Goes to school”"),
        ("reader.life in [pupil, works]", "Life: “Goes to school” or “Works”"),
        ("reader.life in [pupil]", "Life: Goes to school"),
        ("reader.life not in [pupil, works]", "Life: none of “Goes to school”, “Works”"),
        ("books in reader.hobbies", "Hobbies: Books"),
        ("books not in reader.hobbies", "Hobbies: not “Books”"),
        ("any_of(reader.hobbies, [books, maps])", "Hobbies: at least one of “Books”, “Maps”"),
        ("all_of(reader.hobbies, [books, maps])", "Hobbies: all of “Books”, “Maps”"),
        ("not all_of(reader.hobbies, [books, maps])", "Hobbies: not all of “Books”, “Maps”"),
        ("count(reader.hobbies) >= 2", "Hobbies (number chosen): at least 2"),
        ("reader.fine > 50", "Fine: more than €50"),
        ("not reader.fine > 50", "Fine: at most €50"),
        ("50 < reader.fine", "Fine: more than €50"),
        ("reader.fine < param(fee.new_card)", "Fine: less than €3"),
        ("reader.fine + 1 >= 2.50", "Fine + €1: at least €2.50"),
        ("reader.moved_on < date(2026-05-01)", "Moved on: before 1 May 2026"),
        ("reader.moved_on <= add_days(today(), 7)", "Moved on: today + 7 days or earlier"),
        ("reader.moved_on > add_months(today(), 0 - 1)", "Moved on: after today − 1 month"),
        (
            "reader.moved_on > add_days(today(), reader.age)",
            "Moved on: after today + (full years from Born to today) days",
        ),
        ("add_weeks(reader.moved_on, -1) >= today()", "Moved on − 1 week: today or later"),
        ("days_between(reader.moved_on, today()) > 7", "days from Moved on to today: more than 7"),
        ("workday_on_or_after(reader.moved_on) = today()", "the first working day from Moved on on: today"),
        ("reader.age < 15", "full years from Born to today: less than 15"),
        ("reader.is_guided", "full years from Born to today: less than 15"),
        ("not reader.is_guided", "full years from Born to today: at least 15"),
        ("known(reader.fine)", "Fine: is known"),
        ("not answered(reader.fine)", "Fine: was not answered"),
        ("applicable(reader.fine)", "Fine: is asked"),
        ("reader.moved and (reader.fine > 5 or not reader.moved)", "Moved: yes AND (Fine: more than €5 OR Moved: no)"),
        ("not (reader.moved and reader.fine > 5)", "Moved: no OR Fine: at most €5"),
        ("not (reader.moved or reader.fine > 5)", "Moved: no AND Fine: at most €5"),
    ],
)
def test_a_rule_in_words(say, rule, words):
    assert say.line(rule).replace("\u00a0", " ") == words


def test_the_language_is_the_readers(say):
    assert say.line("reader.moved and not reader.fine > 5", Language.FI).replace("\u00a0", " ") == (
        "Moved: kyllä JA Fine: enintään 5 €"
    )


def test_a_group_has_no_group_of_its_own_kind_inside(say):
    worded = say.worded("reader.moved and (reader.fine > 1 and reader.fine > 2) and (reader.fine > 3 or reader.moved)")
    assert isinstance(worded, Group)
    assert [type(part) for part in worded.parts] == [Phrase, Phrase, Phrase, Group]


def test_the_lines_of_a_rule_stand_under_what_joins_them(say):
    worded = say.worded("reader.moved and (reader.life = pupil or reader.life = works)")
    lines = list(each_line(worded, lambda group: "all" if group.every else "one"))
    assert [(depth, text.replace("en: ", "")) for depth, text in lines] == [
        (0, "all"),
        (1, "Moved: yes"),
        (1, "one"),
        (2, "Life: Goes to school"),
        (2, "Life: Works"),
    ]
