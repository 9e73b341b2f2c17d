"""A way is recommended by the profile; another may be chosen with a reason, and stays chosen."""

from __future__ import annotations

import pytest

from desk.errors import ReasonMissing, ScriptBroken, SecretInText
from desk.model.ids import ErrandId, FactName, StepId, VisitId
from desk.model.path import ChannelKind
from desk.model.plan import PlanChannel, PlanStep
from desk.model.visit import Accommodation, Profile, VisitChannel
from desk.model.ways import ChosenWay, Suits, WhyOther
from desk.usecases.desk_rooms import Desk
from desk.usecases.run_script import RunScript
from desk.usecases.visit_script import read_script
from i18n.language import Language

PASSPORT = StepId("passport")


@pytest.fixture
def visit(real_desk: Desk) -> VisitId:
    found = real_desk.open_visit(VisitChannel.DESK, Profile(), [ErrandId("passport_and_e_id")]).id
    for fact, said in (
        ("identity.wants", ("passport",)),
        ("citizen.citizenship", "finland"),
        ("identity.applicant_age", "40"),
    ):
        real_desk.answer_question.give(found, FactName(fact), said)
    return found


def step(desk: Desk, visit: VisitId) -> PlanStep:
    plan = desk.make_plan.preview(visit, Language.EN)
    shown = next(each.step for each in desk.show_visit(visit, Language.EN).steps if each.step.id == PASSPORT)
    on_paper = next(each for each in plan.steps if each.id == PASSPORT)
    assert [each.id for each in shown.channels] == [each.id for each in on_paper.channels]
    return on_paper


def best(desk: Desk, visit: VisitId) -> PlanChannel:
    found = step(desk, visit).best_way
    assert found is not None
    return found


def test_the_recommendation_follows_the_profile(real_desk: Desk, visit: VisitId) -> None:
    assert best(real_desk, visit).kind is ChannelKind.E_SERVICE
    real_desk.set_profile(visit, Profile(accommodations=frozenset({Accommodation.NO_E_ID})))
    assert best(real_desk, visit).kind is ChannelKind.VISIT
    assert Suits.NO_E_ID in best(real_desk, visit).suits


def test_what_was_chosen_stays_when_the_profile_changes(real_desk: Desk, visit: VisitId) -> None:
    real_desk.take_step.choose_way(visit, PASSPORT, ChosenWay("visit", WhyOther.WISH))
    assert (best(real_desk, visit).id, best(real_desk, visit).chosen) == ("visit", True)
    assert next(each for each in step(real_desk, visit).channels if each.recommended).id == "online"
    no_e_id = Profile(accommodations=frozenset({Accommodation.NO_E_ID}))
    real_desk.set_profile(visit, no_e_id)
    assert (best(real_desk, visit).id, best(real_desk, visit).recommended) == ("visit", True)
    real_desk.take_step.choose_way(visit, PASSPORT, ChosenWay("online", WhyOther.HELPER))
    assert (best(real_desk, visit).id, best(real_desk, visit).usable) == ("online", False), "a helper has the means"
    state = real_desk.take_step.choose_way(visit, PASSPORT, None).steps[PASSPORT]
    assert state.way is None
    assert best(real_desk, visit).id == "visit"


def test_another_reason_is_said_in_words_and_holds_no_secret(real_desk: Desk, visit: VisitId) -> None:
    choose = real_desk.take_step.choose_way
    with pytest.raises(ReasonMissing):
        choose(visit, PASSPORT, ChosenWay("visit", WhyOther.OTHER, "  "))
    with pytest.raises(SecretInText):
        choose(visit, PASSPORT, ChosenWay("visit", WhyOther.OTHER, "salasana: kissa123"))
    assert not best(real_desk, visit).chosen
    kept = choose(visit, PASSPORT, ChosenWay("visit", WhyOther.OTHER, " käy samalla kirjastossa ")).steps[PASSPORT]
    assert kept.way == ChosenWay("visit", WhyOther.OTHER, "käy samalla kirjastossa")


def test_a_way_that_is_no_more_is_chosen_no_more(real_desk: Desk, visit: VisitId) -> None:
    real_desk.take_step.choose_way(visit, PASSPORT, ChosenWay("by_pigeon"))
    assert best(real_desk, visit).id == "online"


def script(way: str) -> bytes:
    answers = "identity.wants: [passport], citizen.citizenship: finland, identity.applicant_age: 40"
    step = f"passport: {{decision: agreed, way: {way}, why: habit}}"
    return f"errands: [passport_and_e_id]\nanswers: {{{answers}}}\nsteps: {{{step}}}\nend: open\n".encode()


def test_a_script_chooses_a_way_that_there_is(real_desk: Desk) -> None:
    world = real_desk.world
    read = read_script("visit.yaml", script("visit"), world.bundle, world.clock.today())
    visit = RunScript(real_desk, lambda line: None)(read)
    assert visit.steps[PASSPORT].way == ChosenWay("visit", WhyOther.HABIT)
    with pytest.raises(ScriptBroken) as refused:
        read_script("visit.yaml", script("pigeon"), world.bundle, world.clock.today())
    assert "online, visit, ask" in str(refused.value.details["reason"])


def test_what_to_bring_follows_the_way(real_desk: Desk) -> None:
    visit = real_desk.open_visit(VisitChannel.DESK, Profile(), [ErrandId("moving_within_finland")]).id
    real_desk.answer_question.give(visit, FactName("home.fears_false_notice"), "yes")
    block = StepId("move_block")

    def brought() -> list[str]:
        plan = real_desk.make_plan.preview(visit, Language.EN)
        return [each.text for each in next(step for step in plan.steps if step.id == block).bring]

    assert brought() == []
    real_desk.take_step.choose_way(visit, block, ChosenWay("visit"))
    assert len(brought()) == 1
