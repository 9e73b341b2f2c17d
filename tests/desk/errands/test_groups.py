"""A household: what is written of any child is asked of each, and rules speak of any, all, or how many."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from desk.errands.compiling import compile_bundle
from desk.errands.wording import Wording
from desk.model.ids import StepId
from i18n.language import Language
from i18n.translator import Domain, Lexicon
from tests.desk.errands.conftest import bundle_of, path_for
from tests.thorough import examples

TODAY = date(2026, 11, 22)
MOST = 3
AGENCIES = "agencies: [{id: office, names: {fi: Virasto, sv: Verk, en: Office}, kind: state}]"
FACTS = """
set: family
facts:
  - {fact: family.children, type: whole_number, min: 0, max: 3}
groups:
  - group: child
    counted_by: family.children
    at_most: 3
    facts:
      - {fact: child.age, type: whole_number, min: 0, max: 30}
      - {fact: child.studies, type: yes_no, ask_when: child.age >= 16}
      - {fact: child.minor, type: yes_no, value: child.age < 18}
"""
ERRAND = """
errand: family
number: X09
group: persons
version: 1
valid_from: 2026-01-01
source: invented
checked: 2026-01-02
facts: [family]
sections:
  - {id: all, facts: [family.children, child.age, child.studies]}
steps:
  - {id: any_minor, RULE: "any_of(child, child.minor)"}
  - {id: all_minors, RULE: "all_of(child, child.age < 18)"}
  - {id: two_minors, RULE: "count(child, child.minor) >= 2"}
  - {id: one_more, RULE: "count(child, child.minor) = count(child, child.studies) + 1"}
  - {id: student, for_each: child, RULE: child.studies}
  - {id: after_student, for_each: child, after: [student], RULE: child.studies}
"""
STEP = (
    "agency: office, mode: visit, channels: [{id: desk, kind: visit}], source: invented, checked: 2026-01-02, applies"
)
TEXTS = """
title: Perhe
steps:
  student: {title: Opiskelija, what: Lapsi opiskelee., because: "Hän on {child.age}."}
"""
FACT_TEXTS = """
family.children: {question: Kuinka monta lasta?, short: Lapsia}
child.age: {question: Kuinka vanha?, short: Ikä}
child.studies: {question: Opiskeleeko?, short: Opiskelee}
"""


def files(**changed):
    written = {"agencies.yaml": AGENCIES, "facts/family.yaml": FACTS, "errands/family/errand.yaml": ERRAND}
    written |= {"errands/family/texts/fi.yaml": TEXTS, "facts/texts/fi.yaml": FACT_TEXTS}
    written["texts/fi.yaml"] = "persons: {child: '{person.number}. lapsi'}"
    written |= {path.replace("__", "/") + ".yaml": text for path, text in changed.items()}
    return {path: text.replace("RULE", STEP).encode() for path, text in written.items()}


FAMILY = bundle_of(files())


def path(answers, bundle=FAMILY):
    return path_for(bundle, ["family"], answers, TODAY)


def became(found):
    sure = {each.id: True for each in found.steps}
    return {**sure, **{each.step.id: None for each in found.maybe}, **{each.id: False for each in found.ruled_out}}


def told(ages, studies):
    """The answers of a family whose every question was answered, and what a person would say of it."""
    answers = {"family.children": str(len(ages))}
    for number, age in enumerate(ages, 1):
        answers[f"child_{number}.age"] = str(age)
        answers[f"child_{number}.studies"] = "yes" if studies[number - 1] else "no"
    minors = sum(age < 18 for age in ages)
    students = [age >= 16 and studied for age, studied in zip(ages, studies, strict=False)]
    wanted = {
        "any_minor": minors > 0,
        "all_minors": minors == len(ages),
        "two_minors": minors >= 2,
        "one_more": minors == sum(students) + 1,
    }
    for number in range(1, MOST + 1):
        wanted[f"student_{number}"] = number <= len(ages) and students[number - 1]
    return answers, wanted


families = st.lists(st.integers(0, 30), max_size=MOST).flatmap(
    lambda ages: st.tuples(st.just(ages), st.lists(st.booleans(), min_size=MOST, max_size=MOST))
)


@settings(max_examples=examples(60), deadline=None)
@given(families)
def test_rules_of_a_group_mean_what_they_say(family):
    answers, wanted = told(*family)
    assert {name: value for name, value in became(path(answers)).items() if name in wanted} == wanted


@settings(max_examples=examples(60), deadline=None)
@given(families, st.data())
def test_with_answers_missing_nothing_wrong_is_said(family, data):
    answers, wanted = told(*family)
    some = {name: said for name, said in answers.items() if data.draw(st.booleans())}
    for name, value in became(path(some)).items():
        assert name not in wanted or value is None or value == wanted[name], name


def asked(answers):
    return [question.fact for question in path(answers).questions]


class TestAsking:
    def test_nobody_is_asked_about_before_it_is_known_how_many_there_are(self):
        assert asked({})[0] == "family.children"

    def test_each_child_that_is_there_is_asked_about_and_no_other(self):
        assert asked({"family.children": "2"}) == ["child_1.age", "child_2.age"] + [
            fact for fact in asked({"family.children": "2"}) if fact.endswith("studies")
        ]
        assert not [fact for fact in asked({"family.children": "2"}) if fact.startswith("child_3")]
        assert asked({"family.children": "0"}) == []

    def test_two_that_surely_are_decide_what_two_decide(self):
        known = {"family.children": "3", "child_1.age": "3", "child_2.age": "5"}
        assert became(path(known))["two_minors"] is True
        assert became(path({**known, "child_2.age": "20"}))["two_minors"] is None

    def test_fewer_children_later_leave_the_answer_but_it_does_not_count(self):
        answers = {"family.children": "1", "child_1.age": "30", "child_2.age": "3"}
        assert became(path(answers))["any_minor"] is False


class TestOfEach:
    def test_a_step_says_whose_it_is(self):
        answers, _ = told([20, 17], [True, True, True])
        steps = {each.id: each for each in path(answers).steps}
        assert {name for name in steps if name.startswith("student_")} == {"student_1", "student_2"}
        wording: Any = Wording(FAMILY, Lexicon().words(Language.FI, Domain.DESK), TODAY)
        assert wording.whose(StepId("student_2")).text == "2. lapsi"
        assert wording.step_title(StepId("student_2")).text == "Opiskelija"
        said: Any = answers
        assert wording.step_text(StepId("student_2"), "because", said).text == "Hän on 17."

    def test_its_questions_say_of_whom_they_ask(self):
        wording: Any = Wording(FAMILY, Lexicon().words(Language.FI, Domain.DESK), TODAY)
        assert wording.question("child_2.age").text == "2. lapsi: Kuinka vanha?"
        assert wording.fact_label("child_1.studies") == "1. lapsi: Opiskelee"
        assert wording.question("family.children").text == "Kuinka monta lasta?"

    def test_it_waits_for_the_same_child_s_other_step(self):
        answers, _ = told([20, 17], [True, True, True])
        steps = {each.id: each for each in path(answers).steps}
        assert (steps["after_student_1"].after, steps["after_student_2"].after) == (("student_1",), ("student_2",))


def codes(**changed):
    return {each.code for each in compile_bundle(files(**changed)).diagnostics if each.is_error}


class TestWhatIsWrongIsSaidOnceAndWhere:
    @pytest.mark.parametrize(
        ("old", "new", "code"),
        [
            ("at_most: 3", "at_most: 1", "E326"),
            ("at_most: 3", "at_most: 99", "E326"),
            ("at_most: 3", "at_most: 4", "E327"),
            ("counted_by: family.children", "counted_by: family.people", "E327"),
            ("fact: child.age", "fact: person.age", "E326"),
            ("value: child.age < 18", "value: child.agee < 18", "E212"),
        ],
    )
    def test_in_a_group(self, old, new, code):
        assert old in FACTS
        assert code in codes(facts__family=FACTS.replace(old, new))

    def test_only_once(self):
        wrong = FACTS.replace("ask_when: child.age >= 16", "ask_when: child.age >= sixteen")
        found = compile_bundle(files(facts__family=wrong)).diagnostics
        assert len([each for each in found if each.place.file == "facts/family.yaml"]) == 1

    @pytest.mark.parametrize(
        ("rule", "code"),
        [
            ("child.minor", "E212"),
            ("any_of(child, any_of(child, child.minor))", "E213"),
            ("any_of(child)", "E207"),
            ("any_of(pet, child.minor)", "E205"),
            ("count(child, child.age) >= 1", "E202"),
        ],
    )
    def test_in_a_rule(self, rule, code):
        assert code in codes(errands__family__errand=ERRAND.replace("any_of(child, child.minor)", rule))

    def test_of_a_step_for_each_of_nobody(self):
        assert "E326" in codes(errands__family__errand=ERRAND.replace("for_each: child", "for_each: pet"))

    def test_too_deep_nests_of_groups_cost_nothing(self):
        rule = "any_of(child, " * 15 + "child.minor" + ")" * 15
        assert "E213" in codes(errands__family__errand=ERRAND.replace("any_of(child, child.minor)", rule))
