"""Ask once: an answer counts in a later visit of the same person, with its source, while its shelf life lasts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from desk.errors import NobodyNamed, NotTheSamePerson
from desk.events import CaseRead, FactsCarried
from desk.model.ids import FactName
from desk.model.told import Told, ToldBy
from desk.model.visit import Outcome
from desk.usecases.carry_facts import CarryOffer, still_true
from desk.usecases.name_person import PersonGiven
from i18n.language import Language
from tests.desk.usecases.rooms import CARD, FINE, LIFE, LOST, card_bundle, changed_card_bundle, desk_over, opened
from tests.fakes import FakeClock
from tests.thorough import examples

BORN = FactName("reader.born_on")
AINO = PersonGiven("Aino Kettunen", date(1952, 10, 13))
LIVES = (
    ("- fact: reader.fine\n", "- fact: reader.fine\n    shelf_life: 30 days\n"),
    ("- fact: reader.life\n", "- fact: reader.life\n    shelf_life: 180 days\n"),
    ("- fact: reader.born_on\n", "- fact: reader.born_on\n    shelf_life: 365 days\n"),
)


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def desk(clock):
    return desk_over(changed_card_bundle(*LIVES), clock=clock)


def kept(desk, person=AINO, errands=(CARD,), **said):
    visit = opened(desk, *errands).id
    desk.name_person(visit, person)
    for fact, answer in said.items():
        desk.answer_question.give(visit, FactName(f"reader.{fact}"), answer, ToldBy.PAPER)
    desk.make_plan.agree(visit, Language.FI)
    return desk.close_visit.end(visit, Outcome.PLAN_GIVEN, keep=True)


def same(desk, earlier, errands=(LOST,)):
    visit = opened(desk, *errands).id
    desk.name_person.same_as(visit, earlier.id)
    return visit


def test_what_the_same_person_said_counts_here_with_its_source(desk, clock) -> None:
    earlier = kept(desk, fine="12.50", life="works", born_on="1952-10-13")
    said_on = clock.today()
    clock.advance(days=10)
    visit = same(desk, earlier)
    assert desk.carry_facts.offer(visit, desk.duty) == CarryOffer(2, 0, (earlier.number,))
    state = desk.carry_facts.take(visit, desk.duty)
    assert state.answers == {FINE: "12.50", LIFE: "works"}
    assert state.told == dict.fromkeys((FINE, LIFE), Told(ToldBy.PAPER, said_on, earlier.number))
    assert desk.carry_facts.offer(visit, desk.duty) == CarryOffer()
    read = [record.event for record in desk.world.casebook.events_of(earlier.id)]
    assert isinstance(read[-1], CaseRead)


def test_past_its_shelf_life_it_is_shown_and_does_not_count_before_it_is_said_again(desk, clock) -> None:
    earlier = kept(desk, fine="12.50", life="works")
    clock.advance(days=31)
    visit = same(desk, earlier, (CARD,))
    assert desk.carry_facts.offer(visit, desk.duty) == CarryOffer(1, 1, (earlier.number,))
    state = desk.carry_facts.take(visit, desk.duty)
    assert state.answers == {LIFE: "works"}
    assert still_true(state, FINE) == "12.50"
    assert FINE in {question.fact for question in desk.visit_errands.path(state).questions}
    state = desk.answer_question.give(visit, FINE, "12.50")
    assert state.told[FINE] == Told(ToldBy.CITIZEN, clock.today())
    assert still_true(state, FINE) is None


def test_its_age_is_counted_from_the_day_it_was_said_however_often_it_was_carried(desk, clock) -> None:
    first = kept(desk, fine="12.50")
    clock.advance(days=20)
    second = same(desk, first)
    desk.carry_facts.take(second, desk.duty)
    desk.make_plan.agree(second, Language.FI)
    desk.close_visit.end(second, Outcome.PLAN_GIVEN, keep=True)
    clock.advance(days=20)
    third = same(desk, desk.journal.load(second))
    state = desk.carry_facts.take(third, desk.duty)
    assert (state.answers, still_true(state, FINE)) == ({}, "12.50")


def test_only_what_both_visits_errands_ask_is_carried(desk) -> None:
    earlier = kept(desk, born_on="1952-10-13", fine="12.50", life="works", errands=(CARD,))
    assert BORN not in desk.carry_facts.take(same(desk, earlier, (LOST,)), desk.duty).answers
    assert BORN in desk.carry_facts.take(same(desk, earlier, (CARD,)), desk.duty).answers


def test_an_errand_that_is_added_later_may_ask_for_more(desk) -> None:
    visit = same(desk, kept(desk, born_on="1952-10-13", fine="12.50"))
    desk.carry_facts.take(visit, desk.duty)
    desk.choose_errand.add(visit, CARD)
    assert desk.carry_facts.offer(visit, desk.duty).fresh == 1


def test_an_answer_of_this_visit_is_never_replaced(desk) -> None:
    visit = same(desk, kept(desk, fine="12.50"))
    desk.answer_question.give(visit, FINE, "1.00")
    assert desk.carry_facts.offer(visit, desk.duty) == CarryOffer()


def test_what_was_not_said_is_not_carried(desk) -> None:
    earlier = kept(desk, fine="unknown", life="declined")
    assert desk.carry_facts.offer(same(desk, earlier), desk.duty) == CarryOffer()


def test_somebody_else_gets_nothing_also_under_the_same_name(desk) -> None:
    kept(desk, fine="12.50")
    visit = opened(desk, LOST).id
    desk.name_person(visit, AINO)
    assert desk.carry_facts.offer(visit, desk.duty) == CarryOffer()
    with pytest.raises(NotTheSamePerson):
        desk.carry_facts.take(visit, desk.duty)


def test_nobody_gets_nothing(desk) -> None:
    kept(desk, fine="12.50")
    visit = opened(desk, LOST).id
    assert desk.carry_facts.offer(visit, desk.duty) == CarryOffer()
    with pytest.raises(NobodyNamed):
        desk.carry_facts.take(visit, desk.duty)


@pytest.mark.parametrize("line", ["binds: consent", "binds: signature", "binds: signed_on", "about: another_adult"])
def test_what_binds_and_what_is_another_adults_is_never_carried(clock, line) -> None:
    desk = desk_over(changed_card_bundle(("- fact: reader.life\n", f"- fact: reader.life\n    {line}\n")), clock=clock)
    if line.startswith("binds"):  # asked by one errand alone: the other would be refused by the checker
        assert not desk.world.bundle.definitions.facts[LIFE].may_be_carried
    earlier = kept(desk, life="works", errands=(CARD,))
    assert desk.carry_facts.offer(same(desk, earlier, (CARD,)), desk.duty) == CarryOffer()


@pytest.mark.parametrize("how", ["forgotten", "another", "same as another"])
def test_when_it_was_somebody_else_after_all_nothing_of_the_first_one_stays(desk, how) -> None:
    mine = kept(desk, fine="12.50", life="works")
    other = kept(desk, PersonGiven("Väinö Lehto", date(1960, 1, 2)), fine="99.00")
    visit = same(desk, mine)
    desk.carry_facts.take(visit, desk.duty)
    desk.answer_question.give(visit, LIFE, "retired")
    match how:
        case "forgotten":
            desk.name_person.forget(visit)
        case "another":
            desk.name_person(visit, PersonGiven("Väinö Lehto", date(1960, 1, 2)))
        case _:
            desk.name_person.same_as(visit, other.id)
    state = desk.journal.load(visit)
    assert (state.answers, state.earlier) == ({LIFE: "retired"}, {})
    assert "works" not in repr((state.undo, state.redo))
    told = desk.world.casebook.events_of(visit)
    assert [record.event for record in told if record.kind == FactsCarried.__name__] == [None]
    assert "Kettunen" not in repr(told)
    assert "12.50" not in repr(told)


def test_a_corrected_name_is_no_other_person(desk) -> None:
    visit = same(desk, kept(desk, fine="12.50"))
    desk.carry_facts.take(visit, desk.duty)
    state = desk.name_person(visit, PersonGiven("Aino Kettunen-Lehto", AINO.birth_date))
    assert state.answers == {FINE: "12.50"}


def test_undo_and_redo_bring_the_source_back(desk, clock) -> None:
    visit = same(desk, kept(desk, fine="12.50"))
    carried = desk.carry_facts.take(visit, desk.duty)
    changed = desk.answer_question.give(visit, FINE, "3.00", ToldBy.COMPANION)
    assert changed.told[FINE].by is ToldBy.COMPANION
    undone = desk.answer_question.undo(visit)
    assert (undone.answers, undone.told) == (carried.answers, carried.told)
    assert desk.answer_question.redo(visit).told == changed.told


lives = st.integers(1, 365)
ages = st.integers(0, 400)


@settings(max_examples=examples(10), deadline=None)
@given(lives, ages)
def test_an_answer_counts_exactly_as_long_as_its_life(life, age) -> None:
    clock = FakeClock()
    desk = desk_over(_living(life), clock=clock)
    earlier = kept(desk, fine="12.50")
    clock.moment += timedelta(days=age)
    visit = same(desk, earlier)
    state = desk.carry_facts.take(visit, desk.duty)
    assert (FINE in state.answers, FINE in state.earlier) == (age <= life, age > life)


def _living(days: int):
    return changed_card_bundle(("- fact: reader.fine\n", f"- fact: reader.fine\n    shelf_life: {days} days\n"))


def test_the_default_is_that_nothing_is_carried(clock) -> None:
    desk = desk_over(card_bundle(), clock=clock)
    assert desk.carry_facts.offer(same(desk, kept(desk, fine="12.50")), desk.duty) == CarryOffer()
