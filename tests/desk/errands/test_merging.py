"""Two errands of one visit that bring the same matter: one step, with all that either says."""

from __future__ import annotations

from datetime import date

from desk.errands.compiling import compile_bundle
from tests.desk.errands.conftest import bundle_of, path_for

TODAY = date(2026, 11, 22)
AGENCIES = """
agencies:
  - {id: office, names: {fi: Virasto, sv: Verk, en: Office}, kind: state}
  - {id: other, names: {fi: Toinen, sv: Andra, en: Other}, kind: state}
"""
FACTS = """
set: life
facts:
  - {fact: life.day, type: date}
  - {fact: life.works, type: yes_no}
  - {fact: life.pays, type: yes_no}
"""
STEP = """
  - id: {id}
    agency: {agency}
    mode: {mode}
    applies: {applies}
    channels: [{{id: desk, kind: visit}}]
    documents: [{{id: {document}}}]
    after: [{after}]
    merge: {merge}
    deadline: {{rule: calendar, direction: after, base: life.day, count: {days}, unit: day, nature: {nature}}}
    source: invented
    checked: 2026-01-02
"""


def step(name, **other):
    given = {
        "id": name,
        "agency": "office",
        "mode": "visit",
        "applies": "always",
        "document": "passport",
        "after": "",
        "merge": "card",
        "days": 10,
        "nature": "law",
    }
    return STEP.format(**{**given, **other})


def errand(name, *steps):
    head = f"""
errand: {name}
number: {name.upper()}
group: persons
version: 1
valid_from: 2026-01-01
source: invented
checked: 2026-01-02
facts: [life]
sections:
  - {{id: all, facts: [life.day, life.works, life.pays]}}
steps:
"""
    return {f"errands/{name}/errand.yaml": (head + "".join(steps)).encode()}


def files(*errands):
    found = {"agencies.yaml": AGENCIES.encode(), "facts/life.yaml": FACTS.encode()}
    for each in errands:
        found.update(each)
    return found


def path(*errands, **answers):
    said = {f"life.{name}": value for name, value in answers.items()}
    names = [next(iter(each)).split("/")[1] for each in errands]
    return path_for(bundle_of(files(*errands)), names, {"life.day": "2026-11-20", **said}, TODAY)


def codes(*errands):
    return [each.code for each in compile_bundle(files(*errands)).diagnostics if each.code in ("E402", "E410")]


ONE = errand("one", step("one_card"), step("one_after", merge="other", after="one_card"))
TWO = errand("two", step("two_card", days=3, document="photo"), step("two_after", merge="third", after="two_card"))


def test_they_become_one_that_holds_the_other():
    (card,) = [each for each in path(ONE, TWO).steps if each.id.endswith("card")]
    assert (card.id, [each.id for each in card.merged]) == ("one_card", ["two_card"])
    assert card.merged[0].documents == ("photo",)


def test_it_is_due_when_the_earlier_is():
    (card,) = [each for each in path(ONE, TWO).steps if each.id == "one_card"]
    assert (card.deadline.day, card.deadline_of) == (date(2026, 11, 23), "two_card")


def test_a_day_that_is_only_advice_hides_no_day_that_binds():
    advice = errand("advice", step("advice_card", days=1, nature="advice"))
    (card,) = [each for each in path(advice, ONE).steps if each.id == "advice_card"]
    assert (card.deadline.day, card.deadline.nature, card.deadline_of) == (date(2026, 11, 30), "law", "one_card")


def test_the_order_of_the_errands_says_which_one_stays():
    assert [each.id for each in path(TWO, ONE).steps if each.merged] == ["two_card"]


def test_what_waited_for_either_waits_for_the_one():
    after = {each.id: each.after for each in path(ONE, TWO).steps}
    assert after["one_after"] == after["two_after"] == ("one_card",)
    assert next(iter(after)) == "one_card"


def test_alone_it_is_as_it_was():
    (card,) = [each for each in path(ONE).steps if each.id == "one_card"]
    assert (card.merged, card.deadline.day, card.deadline_of) == ((), date(2026, 11, 30), None)


class TestOfWhichOneIsUnsure:
    UNSURE = errand("unsure", step("unsure_card", applies="life.works", days=1))
    UNSURE_TOO = errand("unsure_too", step("unsure_too_card", applies="life.pays"))

    def test_what_surely_applies_covers_it_and_its_day_counts(self):
        found = path(ONE, self.UNSURE)
        (card,) = [each for each in found.steps if each.id == "one_card"]
        assert found.maybe == ()
        assert (card.merged, card.deadline.day, card.deadline_of) == ((), date(2026, 11, 21), "unsure_card")

    def test_it_is_still_asked(self):
        assert "life.works" in {each.fact for each in path(ONE, self.UNSURE).questions}

    def test_once_answered_it_is_part_of_it_or_gone(self):
        (card,) = [each for each in path(ONE, self.UNSURE, works="yes").steps if each.id == "one_card"]
        assert [each.id for each in card.merged] == ["unsure_card"]
        (card,) = [each for each in path(ONE, self.UNSURE, works="no").steps if each.id == "one_card"]
        assert (card.merged, card.deadline.day) == ((), date(2026, 11, 30))

    def test_two_unsure_ones_are_one_that_either_decides(self):
        (maybe,) = path(self.UNSURE, self.UNSURE_TOO).maybe
        assert (maybe.step.id, set(maybe.open)) == ("unsure_card", {"life.works", "life.pays"})
        found = path(self.UNSURE, self.UNSURE_TOO, works="no", pays="yes")
        assert [each.id for each in found.steps] == ["unsure_too_card"]


class TestTheCheckerRefuses:
    def test_steps_of_two_agencies(self):
        assert codes(ONE, errand("far", step("far_card", agency="other"))) == ["E410"]

    def test_one_that_goes_by_itself_with_one_that_somebody_does(self):
        assert codes(ONE, errand("auto", step("auto_card", mode="automatic"))) == ["E410"]

    def test_one_that_would_wait_for_itself(self):
        before = errand("before", step("first", merge="other"), step("last_card", after="first"))
        assert codes(ONE, before) == ["E402"]
        assert codes(before) == []

    def test_nothing_else(self):
        assert codes(ONE, TWO) == []
