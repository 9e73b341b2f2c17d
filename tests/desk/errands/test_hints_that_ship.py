"""The hints that ship: each meets somebody, holds whatever else is told, and rests on what was told in this visit."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings, strategies as st

from desk.errands.check_hints import being_shown
from desk.errands.check_reach import Search
from desk.errands.engine import Engine
from desk.errands.hints import CoveringSteps, compiled_hint
from desk.errands.narrowing import of_hints
from desk.errands.path import PathFinder
from desk.errands.wording import Wording
from desk.model.facts import is_unsaid
from desk.model.ids import FactName
from desk.model.path import HintKind
from i18n.language import CLERK_LANGUAGES
from i18n.translator import Lexicon
from tests.desk.errands.conftest import path_for
from tests.desk.usecases.citizens import TODAY, answers, facts_of, said_of
from tests.desk.usecases.rooms import real_bundle
from tests.thorough import examples


def hints():
    return tuple(real_bundle().definitions.hints.values())


def undated():
    """Those whose rule alone decides."""
    return [hint for hint in hints() if hint.on is None]


@cache
def _search():
    engine = Engine(of_hints(real_bundle().definitions))
    return engine, Search(engine, TODAY)


@cache
def somebody(hint):
    """Answers with which a hint holds; the errands that ask all of it, and none of whose steps covers it."""
    bundle = real_bundle()
    covering = CoveringSteps(bundle.definitions)
    engine, search = _search()
    found = search.look(being_shown(compiled_hint(hint, engine, covering)))
    errands = [each.id for each in bundle.definitions.errands.values()]
    beside = [each for each in errands if covering.of(hint).isdisjoint(s.step.id for s in bundle.engine.steps[each])]
    asking = [each for each in beside if found.example and asks(each) >= found.example.keys()]
    return found.example, tuple(asking or beside)


def asks(errand):
    return {place.fact for place in real_bundle().finder.question_places((errand,))}


def shown(said, errands):
    return {hint.id: hint for hint in path_for(real_bundle(), errands, said, TODAY).hints}


def test_there_are_hints_of_every_kind_and_in_most_errands():
    bundle = real_bundle()
    assert {hint.kind for hint in hints()} == set(HintKind)
    assert len(hints()) >= 20
    reached = {errand for hint in undated() for errand in somebody(hint)[1]}
    assert len(reached) >= len(bundle.errands) - 3


def test_each_meets_somebody_and_a_refusal_takes_it_away():
    for hint in undated():
        said, errands = somebody(hint)
        assert said is not None
        found = shown(said, errands)
        assert hint.id in found
        for reason in found[hint.id].because:
            assert hint.id not in shown({**said, reason.fact: "declined"}, errands)


@settings(max_examples=examples(60), deadline=None)
@given(data=st.data())
def test_it_stays_whatever_else_is_told(data):
    hint = data.draw(st.sampled_from(undated()))
    said, errands = somebody(hint)
    others = data.draw(answers(real_bundle(), errands))
    rest = {fact: value for fact, value in others.items() if fact not in said}
    found = shown({**rest, **said}, errands)
    discreet = path_for(real_bundle(), errands, {**rest, **said}, TODAY).discreet
    assert hint.id in found or (discreet and not hint.discreet)


@settings(max_examples=examples(60), deadline=None)
@given(data=st.data())
def test_what_is_shown_rests_on_what_was_told_here_and_doubles_no_step(data):
    bundle = real_bundle()
    errands = tuple(data.draw(st.lists(st.sampled_from(bundle.errands), min_size=1, max_size=3, unique=True)))
    wanted = {fact for hint in hints() for fact in somebody(hint)[0] or ()}
    facts = [fact for fact in facts_of(bundle, errands) if fact.name in wanted]
    said = {FactName(fact.name): data.draw(said_of(bundle, fact)) for fact in facts}
    path = path_for(bundle, errands, said, TODAY)
    covering = CoveringSteps(bundle.definitions)
    asked = set().union(*(asks(errand) for errand in errands))
    for hint in path.hints:
        assert all(reason.fact in asked and not is_unsaid(said[reason.fact]) for reason in hint.because)
        assert covering.of(bundle.definitions.hints[hint.id]).isdisjoint(
            step.step.id for errand in errands for step in bundle.engine.steps[errand]
        )
    anew = PathFinder(bundle.engine, bundle.version).path(errands, said, TODAY)
    assert anew.hints == path.hints


@pytest.mark.parametrize("language", CLERK_LANGUAGES)
def test_its_words_are_whole_in_every_language(language):
    wording = Wording(real_bundle(), Lexicon().words(language), TODAY)
    unknown = Lexicon().words(language).text("not known")
    for hint in hints():
        for part in ("title", "what", "because"):
            text = wording.hint_text(hint.id, part)
            assert text.fallback is None
            assert "{" not in text.text
            assert unknown not in text.text
