"""No asked question is beside the point; asking ends, and then nothing is open but what was not said."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings, strategies as st

from desk.errands.domains import domains_of
from desk.errands.path import path_of
from desk.model.facts import Said, is_unsaid
from desk.model.ids import FactName
from desk.model.path import Path
from tests.desk.usecases.citizens import TODAY, answers, facts_of, said_of
from tests.desk.usecases.rooms import card_bundle, real_bundle
from tests.thorough import examples

BUNDLES = [card_bundle, real_bundle]
TRIES = 120


def outcome(path: Path):
    """What the citizen gets in the end, whatever is still asked."""
    return (
        path.steps,
        tuple((maybe.step.id, maybe.declined) for maybe in path.maybe),
        tuple(out.id for out in path.ruled_out),
        path.discreet,
    )


def drawn(bundle, seed):
    """A function that answers any fact at random, repeatably: on both sides of every limit."""
    draw = random.Random(seed)
    choices = domains_of(bundle.engine, TODAY)
    return lambda name: draw.choice(choices[name])


def completed(bundle, said, draw):
    """All that is still asked, answered at random, until nothing is asked."""
    said = dict(said)
    for _ in range(len(bundle.definitions.facts) + 1):
        path = path_of(bundle, bundle.errands, said, TODAY)
        if not path.questions:
            return path
        for question in path.questions:
            said[question.fact] = draw(question.fact)
    raise AssertionError("the asking does not end")


def conversation(bundle, errand, draw):
    """The answers of one citizen: each question that is asked, answered at random."""
    said: dict[FactName, Said] = {}
    while questions := path_of(bundle, [errand], said, TODAY).questions:
        said |= {question.fact: draw(question.fact) for question in questions}
    return said


@settings(max_examples=examples(8))
@given(data=st.data())
def test_every_asked_question_can_change_the_outcome(data):
    """For each question there are answers to the rest with which two answers to it lead to different paths."""
    bundle = card_bundle()
    said = data.draw(answers(bundle))
    draw = drawn(bundle, data.draw(st.integers(0, 2**32)))
    for question in path_of(bundle, bundle.errands, said, TODAY).questions:
        seen = set()
        for _ in range(TRIES):
            rest = {fact.name: draw(fact.name) for fact in facts_of(bundle) if fact.name not in said}
            pair = [
                outcome(completed(bundle, {**said, **rest, question.fact: draw(question.fact)}, draw)) for _ in "ab"
            ]
            seen.add(pair[0] != pair[1])
            if True in seen:
                break
        assert True in seen, f"{question.fact} is asked and changes nothing"


@pytest.mark.parametrize("bundle", BUNDLES)
@settings(max_examples=examples(8))
@given(data=st.data())
def test_every_asked_question_is_for_a_step_that_is_not_ruled_out(bundle, data):
    bundle = bundle()
    said = data.draw(answers(bundle))
    path = path_of(bundle, bundle.errands, said, TODAY)
    out = {step.id for step in path.ruled_out}
    alive = {step.id for step in path.steps} | {maybe.step.id for maybe in path.maybe}
    for question in path.questions:
        assert question.fact not in said
        assert set(question.for_steps) <= alive - out
        assert question.for_steps or question.fact == "citizen.safety_risk"
        assert bundle.finder.counts(question.fact, said, TODAY)


@pytest.mark.parametrize("bundle", BUNDLES)
@settings(max_examples=examples(8))
@given(data=st.data())
def test_the_asking_ends_and_leaves_nothing_open(bundle, data):
    bundle = bundle()
    said = data.draw(answers(bundle))
    said = {fact: answer for fact, answer in said.items() if not is_unsaid(answer)}
    path = completed(bundle, said, drawn(bundle, data.draw(st.integers(0, 2**32))))
    assert path.maybe == ()


@pytest.mark.parametrize("bundle", BUNDLES)
@settings(max_examples=examples(8))
@given(data=st.data())
def test_who_says_nothing_is_asked_each_thing_once_and_gets_a_path_all_the_same(bundle, data):
    bundle = bundle()
    said: dict[FactName, Said] = {}
    for _ in range(len(bundle.definitions.facts) + 1):
        path = path_of(bundle, bundle.errands, said, TODAY)
        if not path.questions:
            break
        fact = data.draw(st.sampled_from(path.questions)).fact
        assert fact not in said
        said[fact] = data.draw(st.sampled_from(["unknown", "declined"]))
    assert not path.questions
    assert path.steps or path.maybe
    assert all(maybe.declined and not maybe.open for maybe in path.maybe)


@pytest.mark.parametrize("bundle", BUNDLES)
def test_each_fact_of_the_content_is_worth_asking(bundle):
    """Every fact that can be asked decides something for somebody: a citizen is found for whom it does."""
    bundle = bundle()
    draw = drawn(bundle, 2026)
    left = {fact.name for fact in facts_of(bundle)}
    for errand in bundle.errands:
        asked_here = {fact.name for fact in facts_of(bundle, [errand])}
        for _ in range(400):
            if not left & asked_here:
                break
            said = conversation(bundle, errand, draw)
            before = outcome(path_of(bundle, [errand], said, TODAY))
            for name in sorted(left & said.keys()):
                other = path_of(bundle, [errand], {**said, FactName(name): draw(name)}, TODAY)
                if outcome(other) != before:
                    left.discard(name)
    assert not left


def test_every_kind_of_answer_can_be_drawn():
    for bundle in (card_bundle(), real_bundle()):
        for fact in facts_of(bundle):
            said_of(bundle, fact).validate()
