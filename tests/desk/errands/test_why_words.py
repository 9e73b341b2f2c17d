"""Explanations in whole sentences: the rule and how it stands, how a day was counted, what would change."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desk.errands import counting, counting_words, what_if
from desk.errands.step_names import names_of_steps
from desk.errands.why_words import Known, WhyWords
from desk.errands.wording import Wording
from i18n.language import Language
from i18n.translator import Lexicon
from tests.desk.errands.conftest import bundle_of, path_for
from tests.desk.errands.test_groups import FAMILY

DAY = date(2026, 11, 21)
WhatIf: Any = what_if.WhatIf
counting_of: Any = counting.counting_of
CountingWords: Any = counting_words.CountingWords
CARD = "library_card"


def words_of(bundle, answers=None, language=Language.EN):
    program = Lexicon().words(language)
    return WhyWords(Known(bundle, answers or {}, DAY), Wording(bundle, program, DAY), program)


def why(card, step, answers, language=Language.EN):
    path = path_for(card, [CARD], answers, DAY)
    shown = [*path.steps, *(maybe.step for maybe in path.maybe)]
    deadline = next((each.deadline for each in shown if each.id == step), None)
    return words_of(card, answers, language).step(step, deadline, WhatIf(card).turns(CARD, step, answers, DAY))


def plain(lines):
    return [line.replace("en: ", "") for line in lines]


def test_a_step_that_applies(card):
    told = why(card, "homework_club", {"reader.life": "pupil", "reader.born_on": "2020-01-01"})
    assert told.outcome == "This applies."
    assert plain(told.rule) == [
        "It applies when all of this holds.",
        "This holds: Life: Goes to school.",
        "This holds: Hobbies: Books OR full years from Born to today: less than 10.",
    ]
    assert plain(told.turns) == [
        "It would be open whether it applies if this held: Born: 21 November 2016 or earlier.",
        "It would not apply if this held: Life: “Works” or “Is retired”.",
    ]
    assert told.source[0].startswith("Source: invented, checked")


def test_a_step_that_does_not(card):
    told = why(card, "map_room", {"reader.life": "pupil"})
    assert told.outcome == "This does not apply."
    assert plain(told.because)[-1] == "Life: Goes to school"
    assert "This does not hold: Life: not “Goes to school”." in plain(told.rule)
    assert any(line.startswith("It would be open whether it applies") for line in plain(told.turns))


def test_a_step_that_is_open_names_what_is_open(card):
    told = why(card, "homework_club", {"reader.life": "pupil", "reader.hobbies": "declined"})
    assert told.outcome == "It is not known yet whether this applies."
    assert plain(told.because) == ["This was not asked yet: Born.", "This was asked, and not told: Hobbies."]


def test_what_applies_to_all_is_said_so(card):
    told = why(card, "get_card", {})
    assert told.rule == ("It applies to everyone whom this life event concerns.",)
    assert told.turns == ()


def test_a_question_tells_what_each_answer_does(card):
    effects = WhatIf(card).effects([CARD], "reader.moved", {}, DAY)
    told = words_of(card).question("reader.moved", ["tell_new_address"], effects)
    assert plain(told.why)[-1].startswith("It decides: ")
    by_answer = {each.condition.replace("en: ", ""): plain(each.effects) for each in told.answers}
    assert by_answer["Moved: yes"][-1] == "1 question more is asked."
    assert by_answer["Moved: yes"][0].startswith("1 step comes: ")
    assert by_answer["Moved: no"][0].startswith("1 step goes: ")


def test_the_safety_question_says_that_it_is_for_safety(card):
    effects = WhatIf(card).effects([CARD], "citizen.safety_risk", {}, DAY)
    told = words_of(card).question("citizen.safety_risk", [], effects)
    assert told.why == ("It tells how this has to be handled so that it is safe.",)
    assert {each.effects for each in told.answers} == {("It changes nothing yet.",)}


@pytest.mark.parametrize("language", list(Language)[:3])
def test_every_language_says_something_else_and_leaves_no_place_open(card, language):
    told = why(card, "homework_club", {"reader.life": "pupil", "reader.born_on": "2020-01-01"}, language)
    lines = [told.outcome, *told.rule, *told.turns, *told.source]
    assert not any("{" in line for line in lines)
    english = why(card, "homework_club", {"reader.life": "pupil", "reader.born_on": "2020-01-01"})
    assert (told.outcome == english.outcome) == (language is Language.EN)


# ── how a day is counted ─────────────────────────────────────────────────────────────────────────


def counted(changed, rule, moved_on):
    old = "deadline: {rule: statutory, direction: after, base: reader.moved_on, count: 7, unit: day, nature: law}"
    bundle = bundle_of(changed("errands/library_card/errand.yaml", old, f"deadline: {{{rule}}}"))
    answers = {"reader.moved": "yes", **({"reader.moved_on": moved_on} if moved_on else {})}
    path = path_for(bundle, [CARD], answers, DAY)
    step = next(each for each in path.steps if each.id == "tell_new_address")
    compiled = next(each for each in bundle.engine.steps[CARD] if each.step.id == step.id)
    found = counting_of(bundle.engine, compiled, step.deadline, answers, DAY)
    program = Lexicon().words(Language.EN)
    return plain(CountingWords(Wording(bundle, program, DAY), program).lines(found))


BASE = "base: reader.moved_on"


def test_the_end_moves_from_a_row_of_days_off(changed):
    told = counted(
        changed, f"rule: statutory, direction: after, {BASE}, count: 3, unit: month, nature: law", "2026-09-24"
    )
    assert told == [
        "Counting starts from this answer: Moved on, Thursday 24 September 2026.",
        "The time is 3 months. The first day itself is not counted.",
        "It ends on the day of the month that has the same number.",
        "That gives Thursday 24 December 2026.",
        "These are days off: Thursday 24 December 2026 (Christmas Eve); Friday 25 December 2026 (Christmas Day); "
        "Saturday 26 December 2026 (Second Day of Christmas); Sunday 27 December 2026.",
        "By law the time then ends on the next working day, Monday 28 December 2026.",
        "It is counted as the act on counting times set by law says (150/1930).",
    ]


def test_a_month_that_is_too_short_ends_on_its_last_day(changed):
    told = counted(
        changed, f"rule: calendar, direction: after, {BASE}, count: 1, unit: month, nature: money", "2026-01-31"
    )
    assert "That month has no day with the same number, so it ends on the last day of the month." in told
    assert "That gives Saturday 28 February 2026." in told
    assert not any("150/1930" in line for line in told)


def test_a_count_backwards_does_not_move(changed):
    told = counted(
        changed, f"rule: statutory, direction: before, {BASE}, count: 1, unit: week, nature: law", "2026-11-29"
    )
    assert "The time is 1 week, counted backwards. The first day itself is not counted." in told
    assert "It ends on the same day of the week." in told
    assert "It is a day off, but a time that is counted backwards does not move." in told


def test_working_days_say_so(changed):
    told = counted(
        changed, f"rule: working_days, direction: after, {BASE}, count: 2, unit: day, nature: money", "2026-12-04"
    )
    assert told[1:] == [
        "The time is 2 days. The first day itself is not counted.",
        "Only working days are counted, from Monday to Friday without public holidays.",
        "That gives Tuesday 8 December 2026.",
    ]


def test_a_day_that_waits_says_for_what(changed):
    told = counted(changed, f"rule: calendar, direction: after, {BASE}, count: 2, unit: week, nature: money", None)
    assert told == ["The day is known when this is answered: Moved on.", "From then on the time is 2 weeks."]
    told = counted(changed, 'rule: calendar, base: "step: get_card", count: 0, unit: day, nature: money', None)
    assert [line.partition(":")[0] for line in told] == ["The day is known when this step is done"]


# ── a household ──────────────────────────────────────────────────────────────────────────────────


def test_a_step_of_several_persons_is_named_once_with_all_of_them():
    program = Lexicon().words(Language.FI)
    wording: Any = Wording(FAMILY, program, DAY)
    steps: Any = ["student_1", "any_minor", "student_3"]
    assert names_of_steps(steps, wording, program) == ("Opiskelija (1. lapsi, 3. lapsi)", "any_minor")


def test_a_named_calculation_says_what_it_means_and_a_table_which_row_decided(changed):
    named = b"\nreader.is_guided: {short: Guided}\n"
    table = """    type: yes_no
    table:
      policy: first
      columns: [reader.life]
      rows:
        - [pupil, yes]
      otherwise: no
"""
    files = changed(
        "facts/reader.yaml", "    type: yes_no\n    value: reader.age < param(number.own_card_age)\n", table
    )
    files["facts/texts/en/reader.yaml"] += named
    bundle = bundle_of(files)
    told = why(bundle, "card_arrives", {"reader.life": "pupil", "reader.guardian_comes": "no"})
    assert told.rows == (
        "“Guided” is looked up in a table. Row 1 of the table decides. Its conditions: en: Life: en: Goes to school. "
        "It gives: Yes.",
    )
    files = changed("facts/reader.yaml", "set: reader", "set: reader")
    files["facts/texts/en/reader.yaml"] += named
    told = why(bundle_of(files), "card_arrives", {})
    assert any(line.startswith("“Guided” means: full years from") for line in plain(told.rule))
