"""The possible-value sets: sound against brute force, and what is asked is never in vain."""

from datetime import date
from itertools import product

import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies as st

from desk.errands import nodes
from desk.errands.possible import AND, FALSE, NOT, NOT_APPLICABLE, OPEN, OR, TRUE
from desk.errands.types import rule_of
from desk.errands.vocabulary import FactShape, Vocabulary
from desk.model.facts import FactType
from tests.desk.errands.conftest import bundle_of
from tests.thorough import examples

TODAY = date(2026, 11, 21)
FACTS = b"""
set: small
facts:
  - {fact: a.x, type: yes_no}
  - {fact: a.y, type: yes_no, ask_when: a.x}
  - {fact: a.c, type: choice, options: [p, q, r]}
  - {fact: a.n, type: whole_number, ask_when: a.c != p or a.y}
  - {fact: a.s, type: choices, options: [k, l], ask_when: a.n < 2}
  - {fact: a.calc, type: yes_no, value: "a.y or a.c = q"}
  - {fact: a.late, type: yes_no, value: "k in a.s", ask_when: a.c = r}
  - {fact: a.sum, type: whole_number, value: "a.n + 1"}
"""
VALUES = {
    "a.x": ("yes", "no"),
    "a.y": ("yes", "no"),
    "a.c": ("p", "q", "r"),
    "a.n": ("0", "1", "2"),
    "a.s": ((), ("k",), ("k", "l")),
}
SHAPES = {
    "a.x": FactShape(FactType.YES_NO),
    "a.y": FactShape(FactType.YES_NO),
    "a.calc": FactShape(FactType.YES_NO),
    "a.late": FactShape(FactType.YES_NO),
    "a.c": FactShape(FactType.CHOICE, ("p", "q", "r")),
    "a.n": FactShape(FactType.WHOLE_NUMBER),
    "a.sum": FactShape(FactType.WHOLE_NUMBER),
    "a.s": FactShape(FactType.CHOICES, ("k", "l")),
}
ENGINE = bundle_of({"facts/small.yaml": FACTS}).engine

LEAVES = """
    a.x; a.y; a.calc; a.late; a.c = p; a.c != r; a.c in [p, q]; a.n < 1; a.n >= 1; a.n = a.sum - 1; a.sum > 2;
    k in a.s; all_of(a.s, [k, l]); count(a.s) = 1; always
"""
leaves = st.sampled_from([leaf.strip() for leaf in LEAVES.split(";")])
asking = st.sampled_from(
    [f"{what}({name})" for what in ("known", "answered", "applicable") for name in ("a.y", "a.n", "a.c")]
)


def trees(of):
    return st.recursive(
        of,
        lambda part: st.one_of(
            part.map(lambda inner: f"not ({inner})"),
            st.lists(part, min_size=2, max_size=3).map(lambda parts: " and ".join(f"({each})" for each in parts)),
            st.lists(part, min_size=2, max_size=3).map(lambda parts: " or ".join(f"({each})" for each in parts)),
        ),
        max_leaves=6,
    )


partly = st.fixed_dictionaries(
    {name: st.sampled_from((None, "unknown", *values)) for name, values in VALUES.items()}
).map(lambda answers: {name: said for name, said in answers.items() if said is not None})


def compiled(text):
    rule = rule_of(text, Vocabulary(SHAPES))
    return rule, ENGINE.compile(rule)


def mask(rule, answers):
    return rule.mask(ENGINE.situation(answers, TODAY))


class Naive:
    """A second reading of the language, as slow and plain as can be: 0 false, 1 not applicable, 2 true."""

    def __init__(self, answers):
        self.answers = answers

    def fact(self, name):
        definition = ENGINE.definitions.facts[name]
        if definition.ask_when and self.truth(definition.ask_when.rule) != 2:
            return None
        if definition.value is None:
            said = self.answers[name]
            return {"yes_no": lambda: said == "yes", "whole_number": lambda: int(said)}.get(
                definition.type, lambda: said
            )()
        if definition.value.rule is not None:
            return {0: False, 1: None, 2: True}[self.truth(definition.value.rule)]
        return self.worth(definition.value.worth)

    def worth(self, worth):
        match worth:
            case nodes.FactValue(fact):
                return self.fact(fact)
            case nodes.Sum(left, right, minus):
                one, other = self.worth(left), self.worth(right)
                return None if one is None or other is None else one - other if minus else one + other
            case nodes.Call("count", (part,)):
                value = self.worth(part)
                return None if value is None else len(value)
        assert isinstance(worth, nodes.Whole | nodes.Option)
        return worth.value

    def truth(self, rule):
        match rule:
            case nodes.Truth(value):
                return 2 if value else 0
            case nodes.Holds(fact):
                return {None: 1, True: 2, False: 0}[self.fact(fact)]
            case nodes.Not(part):
                return 2 - self.truth(part)
            case nodes.And(parts):
                return min(self.truth(part) for part in parts)
            case nodes.Or(parts):
                return max(self.truth(part) for part in parts)
            case nodes.Among(value, items):
                found = self.worth(value)
                return 1 if found is None else 2 * (found in [self.worth(item) for item in items])
            case nodes.Chosen(fact, options, every):
                chosen = self.fact(fact)
                return 1 if chosen is None else 2 * (all if every else any)(option in chosen for option in options)
        one, other = self.worth(rule.left), self.worth(rule.right)
        if one is None or other is None:
            return 1
        holds = {"=": one == other, "!=": one != other}
        if rule.sign not in holds:
            holds |= {"<": one < other, ">=": one >= other, ">": one > other}
        return 2 * holds[rule.sign]


def completions(answers):
    choices = [VALUES[name] if answers.get(name, "unknown") == "unknown" else (answers[name],) for name in VALUES]
    return [dict(zip(VALUES, chosen, strict=True)) for chosen in product(*choices)]


def test_the_tables_are_least_greatest_and_turned_round():
    assert AND[TRUE * 8 + NOT_APPLICABLE] == NOT_APPLICABLE
    assert OR[FALSE * 8 + NOT_APPLICABLE] == NOT_APPLICABLE
    assert AND[OPEN * 8 + FALSE] == FALSE
    assert OR[OPEN * 8 + TRUE] == TRUE
    assert NOT[FALSE | NOT_APPLICABLE] == TRUE | NOT_APPLICABLE
    assert [NOT[NOT[one]] for one in range(8)] == list(range(8))
    for one, other in product(range(8), range(8)):
        assert NOT[AND[one * 8 + other]] == OR[NOT[one] * 8 + NOT[other]]


@settings(max_examples=examples(50), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trees(leaves), partly)
def test_no_possible_value_is_missed_and_full_answers_give_exactly_one(text, answers):
    rule, ready = compiled(text)
    possible = mask(ready, answers)
    for whole in completions(answers):
        truth = 1 << Naive(whole).truth(rule)
        assert mask(ready, whole) == truth
        assert possible & truth


@settings(max_examples=examples(50), deadline=None)
@given(trees(st.one_of(leaves, asking)), partly, st.data())
def test_one_more_answer_never_makes_anything_less_certain(text, answers, data):
    _, ready = compiled(text)
    unsaid = [name for name in VALUES if name not in answers]
    assume(unsaid)
    name = data.draw(st.sampled_from(unsaid))
    said = data.draw(st.sampled_from(("unknown", *VALUES[name])))
    assert mask(ready, {**answers, name: said}) & ~mask(ready, answers) == 0


@settings(max_examples=examples(50), deadline=None)
@given(trees(st.one_of(leaves, asking)), partly)
def test_an_open_rule_says_what_would_settle_it(text, answers):
    _, ready = compiled(text)
    s = ENGINE.situation(answers, TODAY)
    possible = ready.mask(s)
    assume(possible & TRUE and possible != TRUE)
    needs = ready.needs(s, TRUE)
    assert needs
    for name in ENGINE.names_of(ENGINE.unasked(needs)):
        assert name not in answers
    for name in ENGINE.names_of(ENGINE.in_vain(needs)):
        assert answers[name] == "unknown"


@settings(max_examples=examples(50), deadline=None)
@given(trees(leaves), partly)
def test_whatever_is_asked_changes_something(text, answers):
    """Every question is worth its time: some answer to it changes what is possible or what is needed."""
    _, ready = compiled(text)
    s = ENGINE.situation(answers, TODAY)
    possible = ready.mask(s)
    assume(possible & TRUE and possible != TRUE)
    for name in ENGINE.names_of(ENGINE.unasked(ready.needs(s, TRUE))):
        outcomes = set()
        for said in VALUES[name]:
            after = ENGINE.situation({**answers, name: said}, TODAY)
            outcomes.add((ready.mask(after), ready.needs(after, TRUE)))
        assert outcomes != {(possible, ready.needs(s, TRUE))}


@settings(max_examples=examples(50), deadline=None)
@given(trees(leaves), partly)
def test_the_grounds_alone_are_enough(text, answers):
    """With nothing but the answers that are named as grounds, the outcome is the same."""
    _, ready = compiled(text)
    s = ENGINE.situation(answers, TODAY)
    possible = ready.mask(s)
    assume(possible == TRUE or not possible & TRUE)
    holds = possible == TRUE
    named = ENGINE.names_of(ready.grounds(s, TRUE, holds))
    alone = mask(ready, {name: answers[name] for name in named if name in answers})
    assert (alone == TRUE) if holds else not alone & TRUE


@pytest.mark.parametrize(
    ("text", "answers", "expected"),
    [
        ("a.y", {"a.x": "no", "a.y": "yes"}, NOT_APPLICABLE),  # the ghost answer does not count
        ("a.y or a.x", {"a.x": "unknown", "a.y": "yes"}, NOT_APPLICABLE | TRUE),
        ("a.y and a.c = p", {"a.x": "no"}, FALSE | NOT_APPLICABLE),  # surely not true: nothing is asked
        ("not a.y", {"a.x": "no"}, NOT_APPLICABLE),
        ("a.c = p or a.c = q", {"a.c": "q"}, TRUE),
        ("known(a.c)", {"a.c": "unknown"}, FALSE),
        ("answered(a.c)", {"a.c": "unknown"}, TRUE),
        ("applicable(a.y)", {"a.x": "no", "a.y": "yes"}, FALSE),
        ("known(a.y)", {"a.x": "no", "a.y": "yes"}, FALSE),
        ("applicable(a.y)", {}, OPEN),
    ],
)
def test_what_is_possible(text, answers, expected):
    assert mask(compiled(text)[1], answers) == expected


def test_a_question_behind_another_waits_for_it():
    _, ready = compiled("a.y")
    s = ENGINE.situation({}, TODAY)
    assert ENGINE.names_of(ENGINE.unasked(ready.needs(s, TRUE))) == ("a.x",)
    s = ENGINE.situation({"a.x": "yes"}, TODAY)
    assert ENGINE.names_of(ENGINE.unasked(ready.needs(s, TRUE))) == ("a.y",)
    s = ENGINE.situation({"a.x": "unknown"}, TODAY)
    assert ENGINE.unasked(ready.needs(s, TRUE)) == 0
    assert ENGINE.names_of(ENGINE.in_vain(ready.needs(s, TRUE))) == ("a.x",)
