"""What the language promises, over definitions that are made up, against every answer that a citizen could give."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies as st

from desk.errands.compiling import compile_bundle
from desk.errands.possible import TRUE
from tests.desk.errands.made import ERRANDS, TODAY, definitions, partly, path
from tests.desk.errands.naive import Naive
from tests.thorough import examples

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
ALL_KINDS = [
    pytest.param(definitions(), id="facts"),
    pytest.param(definitions(group=True), id="a household"),
    pytest.param(definitions(merge=True), id="merged steps"),
]
MOST = 400
"""Complete answers that are tried of one definition."""


def trying(few):
    return settings(max_examples=examples(few), deadline=None, suppress_health_check=SLOW)


def compiled_rules(bundle):
    """Every rule of the definitions: of steps, documents and facts."""
    engine, found = bundle.engine, []
    for step in bundle.definitions.steps().values():
        found.append(step.applies.rule)
        found += [document.when.rule for document in step.documents if document.when]
    for fact in bundle.definitions.facts.values():
        found += [fact.ask_when.rule] if fact.ask_when else []
        found += [fact.value.rule] if fact.value and fact.value.rule else []
    return [(rule, engine.compile(rule)) for rule in found]


def sorted_out(found):
    """The steps that surely apply, that may, and that are ruled out; merged ones under their own names."""
    sure = {step.id for step in found.steps} | {each.id for step in found.steps for each in step.merged}
    may = {each.step.id for each in found.maybe} | {other.id for each in found.maybe for other in each.step.merged}
    may |= {each.id for step in found.steps for each in step.covers}
    return sure, may, {each.id for each in found.ruled_out}


@pytest.mark.parametrize("made_up", ALL_KINDS)
def test_every_complete_answer_lies_within_what_is_possible(made_up):
    @trying(25)
    @given(made_up, st.data())
    def holds(made, data):
        bundle = made.bundle()
        answers = data.draw(partly(made))
        said = {name: value for name, value in answers.items() if value not in ("unknown", "declined")}
        rules = compiled_rules(bundle)
        s = bundle.engine.situation(answers, TODAY)
        possible = [ready.mask(s) for _, ready in rules]
        for whole in islice(made.completions(said), MOST):
            naive = Naive(bundle.definitions, whole, TODAY)
            complete = bundle.engine.situation(whole, TODAY)
            for (rule, ready), may in zip(rules, possible, strict=True):
                truth = 1 << naive.truth(rule)
                assert ready.mask(complete) == truth
                assert may & truth

    holds()


@pytest.mark.parametrize("made_up", ALL_KINDS)
def test_what_is_sure_stays_so_whatever_else_is_answered(made_up):
    @trying(25)
    @given(made_up, st.data())
    def holds(made, data):
        bundle = made.bundle()
        answers = data.draw(partly(made))
        unsaid = [name for name in made.values if name not in answers]
        assume(unsaid)
        name = data.draw(st.sampled_from(unsaid))
        more = {**answers, name: data.draw(st.sampled_from(("unknown", *made.values[name])))}
        before, after = (bundle.engine.situation(each, TODAY) for each in (answers, more))
        for _, ready in compiled_rules(bundle):
            assert ready.mask(after) & ~ready.mask(before) == 0
        sure, may, out = sorted_out(path(bundle, answers))
        sure_then, may_then, out_then = sorted_out(path(bundle, more))
        assert sure <= sure_then
        assert out <= out_then
        assert may_then <= may

    holds()


@pytest.mark.parametrize("made_up", ALL_KINDS)
def test_the_order_of_answers_and_changes_of_mind_leave_no_trace(made_up):
    @trying(25)
    @given(made_up, st.data(), st.randoms(use_true_random=False))
    def holds(made, data, randomly):
        bundle = made.bundle()
        answers = data.draw(partly(made))
        path(bundle, data.draw(partly(made)))  # what was said first, and taken back
        names = list(answers)
        randomly.shuffle(names)
        so_far: dict[str, object] = {}
        for name in names:
            so_far[name] = answers[name]
            found = path(bundle, so_far)
        fresh = path(made.bundle(), answers)
        assert not names or found == fresh
        assert path(bundle, answers) == fresh

    holds()


def outcome(found):
    """What a citizen gets, without what is still asked and why."""
    steps = [
        (step.id, step.deadline and step.deadline.day, step.documents, step.after, [each.id for each in parts])
        for step in found.steps
        for parts in (step.merged, step.covers)
    ]
    return steps, {each.step.id for each in found.maybe}


@pytest.mark.parametrize(
    "made_up",
    [
        pytest.param(definitions(once=True), id="facts"),
        pytest.param(definitions(once=True, group=True), id="a household"),
    ],
)
def test_nothing_is_asked_whose_every_answer_leaves_all_as_it_is(made_up):
    """Where no rule looks at an answer twice (``x or not x`` is not seen through, by design), in any conversation.

    Merged steps look at an answer twice between them: what only one that is covered needs may be asked in vain.
    """

    @trying(25)
    @given(made_up, st.data())
    def holds(made, data):
        bundle = made.bundle()
        answers: dict[str, object] = {}
        for _ in range(data.draw(st.integers(0, len(made.values)))):
            questions = path(bundle, answers).questions
            if not questions:
                break
            name = data.draw(st.sampled_from([question.fact for question in questions]))
            answers[name] = data.draw(st.sampled_from(("unknown", *made.values[name])))
        for question in path(bundle, answers).questions:
            assert any(
                len(
                    {repr(outcome(path(bundle, {**whole, question.fact: said}))) for said in made.values[question.fact]}
                )
                > 1
                for whole in made.completions({**answers, question.fact: "unknown"})
            ), question.fact

    holds()


@pytest.mark.parametrize("made_up", ALL_KINDS)
def test_asking_ends_and_leaves_nothing_open(made_up):
    @trying(25)
    @given(made_up, st.data())
    def holds(made, data):
        bundle = made.bundle()
        answers: dict[str, object] = {}
        for _ in range(len(made.values) + 1):
            found = path(bundle, answers)
            if not found.questions:
                break
            name = found.questions[0].fact
            assert name not in answers
            answers[name] = data.draw(st.sampled_from(made.values[name]))
        assert not found.questions
        assert not found.maybe

    holds()


@trying(40)
@given(definitions(group=True), st.data())
def test_what_is_said_of_a_group_is_what_is_said_of_its_members(made, data):
    bundle = made.bundle()
    s = bundle.engine.situation(data.draw(partly(made)), TODAY)
    rules = {step.step.id: step.applies for steps in bundle.engine.steps.values() for step in steps}
    for of_group, by_name in made.alike:
        one, other = rules[of_group].mask(s), rules[by_name].mask(s)
        assert (one == TRUE, bool(one & TRUE)) == (other == TRUE, bool(other & TRUE)), of_group


class TestMergedSteps:
    @trying(40)
    @given(definitions(merge=True), st.data())
    def test_none_is_lost_and_none_appears(self, made, data):
        bundle = made.bundle()
        answers = data.draw(partly(made))
        apart = {path: content.replace(b"merge: k", b"whose: k") for path, content in made.files.items()}
        alone = compile_bundle(apart).bundle
        assert sorted_out(path(bundle, answers)) == sorted_out(path(alone, answers))
        sure, may, out = sorted_out(path(bundle, answers))
        assert len(sure) + len(may) + len(out) == len(sure | may | out) == len(bundle.definitions.steps())

    @trying(40)
    @given(definitions(merge=True), st.data())
    def test_each_is_due_when_the_first_of_them_is_and_waits_for_no_part_of_itself(self, made, data):
        answers = data.draw(partly(made))
        apart = {path: content.replace(b"merge: k", b"whose: k") for path, content in made.files.items()}
        alone = path(compile_bundle(apart).bundle, answers)
        days = {step.id: step.deadline and step.deadline.day for step in alone.steps}
        days |= {each.step.id: each.step.deadline and each.step.deadline.day for each in alone.maybe}
        found = path(made.bundle(), answers)
        order = [step.id for step in found.steps]
        for step in found.steps:
            parts = [step.id, *(each.id for each in (*step.merged, *step.covers))]
            dated = [days[part] for part in parts if days[part]]
            assert (step.deadline and step.deadline.day) == (min(dated) if dated else None)
            for earlier in step.after:
                assert order.index(earlier) < order.index(step.id)

    @trying(30)
    @given(definitions(merge=True), st.data())
    def test_the_order_of_the_errands_changes_only_which_one_stays(self, made, data):
        bundle = made.bundle()
        answers = data.draw(partly(made))
        there, back = (sorted_out(path(bundle, answers, errands)) for errands in (ERRANDS, ERRANDS[::-1]))
        assert there == back
