"""Nothing of one citizen ever reaches the next: not on the screen, not in the plan, not on paper."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from desk.model.facts import FactType
from desk.model.ids import FactName, StepId
from desk.model.plan import Decision
from desk.model.visit import Outcome
from desk.ports import PaperOptions
from i18n.language import CLERK_LANGUAGES, Language
from offline_cache.casebook.journal import casebook_in
from tests.desk.usecases.citizens import answers
from tests.desk.usecases.rooms import desk_over, opened, real_bundle
from tests.fakes import FakeCasebook, FakeKeyring
from tests.offline_cache.opening import opened as opened_folder, tools
from tests.thorough import examples

NOTE = "harmaapapukaija istui olkapäällä"
REASON = "lähtee purjehtimaan Atlantille"
OUTCOMES = ["handled", "plan_given", "kept", "discarded", "parked", "left open"]


def steps_of(bundle):
    return [StepId(step.id) for errand in bundle.definitions.errands.values() for step in errand.steps]


def serve(desk, said, *, personal):
    """A citizen with all errands of the house; ``personal``: with reasons and notes that nobody else would write."""
    visit = opened(desk, *desk.world.bundle.errands)
    for fact, answer in said.items():
        desk.answer_question.give(visit.id, fact, answer)
    if personal:
        for step in steps_of(desk.world.bundle)[::8]:
            desk.take_step.decide(visit.id, step, Decision.DECLINED, REASON)
            desk.take_step.note(visit.id, step, NOTE)
        desk.make_plan.agree(visit.id, Language.FI)
    return visit


def leave(desk, visit, outcome):
    close = desk.close_visit
    match outcome:
        case "handled":
            for step in close.open_steps(visit.id):
                desk.take_step.decide(visit.id, step, Decision.HANDLED)
            close.end(visit.id, Outcome.HANDLED)
        case "plan_given":
            close.end(visit.id, Outcome.PLAN_GIVEN)
        case "kept":
            close.end(visit.id, Outcome.PLAN_GIVEN, keep=True)
        case "discarded":
            close.discard(visit.id)
        case "parked":
            close.park(visit.id)


def traces_of(bundle, said):
    """What would give a citizen away: each of the days that only they have said, as stored, and their own words."""
    facts = bundle.definitions.facts
    days = [answer for fact, answer in said.items() if facts[fact].type is FactType.DATE and answer[:2] in ("19", "20")]
    return {NOTE, REASON, *days}


def everything_shown(desk, visit, language):
    """All that a screen or a paper could show of a visit, and the counter beside it."""
    plan = desk.make_plan.preview(visit.id, language)
    paper = desk.print_paper.plan_text(plan, PaperOptions(language))
    return "\n".join([repr(desk.show_visit(visit.id, language)), repr(plan), paper, repr(desk.show_counter(language))])


def look(desk, data, outcome):
    bundle = desk.world.bundle
    first, second = data.draw(answers(bundle), "A"), data.draw(answers(bundle), "B")
    language = data.draw(st.sampled_from(CLERK_LANGUAGES), "language")
    a = serve(desk, first, personal=True)
    leave(desk, a, outcome)
    b = serve(desk, second, personal=False)
    seen = everything_shown(desk, b, language)
    assert desk.journal.load(b.id).answers == second
    met = [trace for trace in traces_of(bundle, first) if trace in seen]
    if met:  # B may have said the same day, or stand on it by chance: then it is there without A too
        alone = desk_over(bundle)
        never_met = everything_shown(alone, serve(alone, second, personal=False), language)
        assert [trace for trace in met if trace not in never_met] == []
    if outcome in ("handled", "plan_given", "discarded"):
        left = repr(desk.world.casebook.events_of(a.id))
        assert not [trace for trace in traces_of(bundle, first) if trace in left]
        assert not [fact for fact in first if FactName(fact) in left]


@pytest.mark.parametrize("outcome", OUTCOMES)
@settings(max_examples=examples(2))
@given(data=st.data())
def test_nothing_of_one_citizen_is_seen_by_the_next(outcome, data):
    look(desk_over(real_bundle(), FakeCasebook()), data, outcome)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_what_the_next_citizen_sees_is_the_same_as_if_nobody_had_been_there(outcome):
    """To the letter: same answers, same screens, same paper, whoever came before."""
    first = {FactName("deceased.died_on"): "2026-10-30", FactName("citizen.safety_risk"): "yes"}
    second = {FactName("deceased.relation"): "spouse", FactName("citizen.e_id"): "bank"}
    alone, busy = desk_over(real_bundle()), desk_over(real_bundle())
    leave(busy, serve(busy, first, personal=True), outcome)
    one, other = serve(alone, second, personal=False), serve(busy, second, personal=False)
    for language in CLERK_LANGUAGES:
        mine, theirs = alone.show_visit(one.id, language), busy.show_visit(other.id, language)
        assert (mine.path, mine.sections, mine.steps, mine.ruled_out) == (
            theirs.path,
            theirs.sections,
            theirs.steps,
            theirs.ruled_out,
        )
        plan = alone.make_plan.preview(one.id, language)
        assert plan == busy.make_plan.preview(other.id, language)
        assert not plan.discreet


@pytest.mark.parametrize("outcome", OUTCOMES)
@settings(max_examples=examples(1))
@given(data=st.data())
def test_the_wall_stands_in_the_encrypted_casebook_too(outcome, data, tmp_path_factory):
    folder = opened_folder(tmp_path_factory.mktemp("wall") / "folder", tools(FakeKeyring()))
    try:
        look(desk_over(real_bundle(), casebook_in(folder)), data, outcome)
    finally:
        folder.close()
