"""What is kept of a person is told by kinds, rules and days; what an erasure would leave is what it leaves."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from desk.errors import NotYourRole, VisitEnded
from desk.events import KINDS, CaseRead, is_personal
from desk.model.follow_up import ContactPlan
from desk.model.ids import AgencyId, VisitId
from desk.model.kept_data import Part, Rule
from desk.model.person import ContactKind, ContactWay, IdentityGround, IdentityProof
from desk.model.plan import Decision
from desk.model.role import Role
from desk.model.visit import Outcome, Profile, VisitChannel
from desk.usecases.desk_rooms import Desk
from desk.usecases.kept_data import PARTS
from desk.usecases.name_person import PersonGiven
from desk.usecases.receive_document import GivenDocument
from i18n.language import Language
from tests.desk.usecases.mandated import (
    CHECK_BENEFITS,
    CONTACT_AND_MONEY,
    HOUSING,
    TELL_CHANGES,
    acted_for,
    acting_desk,
    drawn,
    signed,
)
from tests.desk.usecases.rooms import BORN, CARD, card_bundle, desk_over
from tests.thorough import examples

KELA = AgencyId("kela")


def a_visit(desk: Desk) -> VisitId:
    visit = desk.open_visit(VisitChannel.DESK, Profile(), (CARD,)).id
    desk.answer_question.give(visit, BORN, "1990-01-01")
    return visit


def keep(desk: Desk, visit: VisitId) -> None:
    desk.make_plan.agree(visit, Language.FI)
    desk.close_visit.end(visit, Outcome.PLAN_GIVEN, keep=True)


def name(desk: Desk, visit: VisitId) -> None:
    ways = ContactWay(ContactKind.PHONE, "+358 50 987 6501")
    code = ("290317-907S", IdentityGround.CONSENT, IdentityProof.DOCUMENT)
    desk.name_person(visit, PersonGiven("Aino Asiakas", date(1917, 3, 29), ways, *code))


def rules(desk: Desk, visit: VisitId) -> dict[Rule, tuple[Part, ...]]:
    return {holding.rule: holding.parts for holding in desk.kept_data(visit).holdings}


def test_every_kind_of_event_that_holds_something_of_a_person_is_told() -> None:
    told = {kind for kinds in PARTS.values() for kind in kinds}
    assert {kind for kind in KINDS if is_personal(kind)} <= told
    assert told <= set(KINDS)


def test_a_draft_stays_until_its_visit_ends_or_its_day_is_over() -> None:
    desk = desk_over(card_bundle())
    visit = a_visit(desk)
    shown = desk.kept_data(visit)
    said, log = shown.holdings
    assert (said.rule, said.parts) == (Rule.DRAFT, (Part.ANSWERS, Part.HELP))
    summary = next(each for each in desk.world.casebook.drafts() if each.id == visit)
    assert summary.erase_on is not None
    assert said.until == summary.erase_on.date() - timedelta(days=1)
    assert (log.rule, log.until) == (Rule.LOG, None)
    assert shown.counts == {Part.ANSWERS: 1}
    assert not shown.named


def test_a_kept_plan_has_its_day_and_the_rule_of_the_role_it_was_kept_in() -> None:
    desk = desk_over(card_bundle())
    visit = a_visit(desk)
    name(desk, visit)
    keep(desk, visit)
    shown = desk.kept_data(visit)
    held = shown.holdings[0]
    assert held.rule is Rule.PLAN
    assert held.until == desk.give_data.copy(visit).kept_until["plan"]  # type: ignore[index]
    assert set(held.parts) >= {Part.PERSON, Part.IDENTITY_CODE, Part.ANSWERS, Part.PLAN}
    assert (shown.plan_time.months, shown.plan_time.at_most) == (6, 24)
    assert shown.named


def test_other_kept_visits_of_the_same_person_are_named_by_their_numbers() -> None:
    desk = desk_over(card_bundle())
    first, second = a_visit(desk), a_visit(desk)
    name(desk, first)
    keep(desk, first)
    desk.name_person.same_as(second, first)
    assert [other.number for other in desk.kept_data(second).others] == [1]
    desk.give_data.erase(first)
    assert desk.kept_data(second).others == ()


def test_digital_support_may_not_look_and_is_told_so() -> None:
    desk = desk_over(card_bundle())
    visit = a_visit(desk)
    desk.duty.work_as(Role.DIGITAL_SUPPORT)
    for ask in (desk.kept_data, desk.kept_data.ahead, desk.give_data.erase_here, desk.give_data.as_json):
        with pytest.raises(NotYourRole):
            ask(visit)


def test_the_json_holds_the_copy_and_every_event() -> None:
    desk = desk_over(card_bundle())
    visit = a_visit(desk)
    name(desk, visit)
    document = json.loads(desk.give_data.as_json(visit))
    assert document["copy"]["name"] == "Aino Asiakas"
    kinds = [event["kind"] for event in document["events"]]
    assert kinds == [record.kind for record in desk.world.casebook.events_of(visit)]


def test_erasing_here_says_until_when_backups_hold_it_and_leaves_the_wish_to_renew_them() -> None:
    desk = desk_over(card_bundle())
    visit = a_visit(desk)
    keep(desk, visit)
    desk.keep_copies.make()
    assert desk.kept_data.ahead(visit).copies == 1
    receipt = desk.give_data.erase_here(visit)
    assert receipt.erased_events > 0
    assert desk.journal.load(visit).erased


def act(desk: Desk, visit: VisitId) -> None:
    signed(desk, visit)
    desk.mandates.act.do(visit, CHECK_BENEFITS, CONTACT_AND_MONEY, "KELA-1")


ACTS = {
    "name": name,
    "note": lambda desk, visit: desk.take_step.note(visit, CHECK_BENEFITS, "soita"),
    "decide": lambda desk, visit: desk.take_step.decide(visit, TELL_CHANGES, Decision.DECLINED, "ei nyt"),
    "document": lambda desk, visit: desk.handing.receive(visit, GivenDocument(KELA, what="lomake"), told=True),
    "mandate": lambda desk, visit: drawn(desk, visit),
    "act": act,
    "keep": keep,
    "promise": lambda desk, visit: desk.follow_up.promise_call_back(visit, desk.world.clock.today(), "tulkki"),
    "contact": lambda desk, visit: desk.follow_up.agree_contact(
        visit, ContactPlan((ContactWay(ContactKind.LETTER, "Katu 1"),))
    ),
}
ONLY_KEPT = ("promise", "contact")


@settings(max_examples=examples(15), deadline=None)
@given(done=st.lists(st.sampled_from(sorted(ACTS)), unique=True, max_size=6))
def test_what_an_erasure_would_leave_is_what_it_leaves(done: list[str]) -> None:
    desk = acting_desk()
    visit = acted_for(desk, HOUSING).id
    for each in sorted(done, key=lambda each: (each == "keep", each in ONLY_KEPT)):
        if each not in ONLY_KEPT or "keep" in done:
            ACTS[each](desk, visit)
    before = {part for parts in rules(desk, visit).values() for part in parts}
    ahead = desk.kept_data.ahead(visit)
    assert not desk.journal.load(visit).erased, "nothing is erased by looking"
    receipt = desk.give_data.erase_here(visit)
    after = desk.kept_data(visit)
    assert ahead.stays == after.holdings
    kept = {part for holding in after.holdings for part in holding.parts}
    assert set(ahead.goes) == before - kept
    assert ({Part.MANDATES, Part.ACTS} <= kept) == ("act" in done)
    assert (Part.MANDATES in ahead.goes) == ("mandate" in done and "act" not in done)
    assert {category.value: day for category, day in receipt.stays.items()} == {
        holding.rule.value: holding.until for holding in after.holdings if holding.until is not None
    }
    assert after.named == ("act" in done), "a mandate names who gave it"
    assert ahead.lies_here == receipt.lies_here == ("document" in done)
    assert desk.kept_data.ahead(visit).goes == ()


@pytest.mark.parametrize("acted", [True, False])
def test_of_a_visit_without_follow_up_the_mandates_that_were_used_are_opened_and_nothing_else(acted: bool) -> None:
    desk = acting_desk()
    visit = acted_for(desk, HOUSING).id
    (act if acted else signed)(desk, visit)
    desk.make_plan.agree(visit, Language.FI)
    desk.close_visit.end(visit, Outcome.PLAN_GIVEN, keep=False)
    with pytest.raises(VisitEnded):
        desk.follow_up.open(visit, "code")
    if not acted:
        with pytest.raises(VisitEnded):
            desk.follow_up.open_mandates(visit, "paper")
        return
    assert desk.follow_up.open_mandates(visit, "paper").mandates
    log = [each.event for each in desk.world.casebook.events_of(visit) if isinstance(each.event, CaseRead)]
    assert log == [CaseRead("paper")]
    desk.duty.work_as(Role.DIGITAL_SUPPORT)
    with pytest.raises(NotYourRole):
        desk.follow_up.open_mandates(visit, "paper")
