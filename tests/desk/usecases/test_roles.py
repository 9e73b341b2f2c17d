"""Every function × every role, through the real use cases: what a role does not cover is refused, and only that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from desk.errors import DeskError, NobodySignedIn, NotYourRole
from desk.model.agreement import Agreement
from desk.model.follow_up import Progress, StepFollowed, StepOwner
from desk.model.freshness import FreshnessPolicy
from desk.model.ids import AgencyId, MandateId, PlanCode, VisitId
from desk.model.mandate import DataKind
from desk.model.plan import WhoToAsk
from desk.model.point_note import Subject, SubjectKind
from desk.model.role import Function, Role, may
from desk.model.visit import HelpMode, Outcome, Profile, VisitChannel
from desk.usecases.desk_rooms import Desk
from desk.usecases.give_mandate import Wish
from desk.usecases.name_person import PersonGiven
from desk.usecases.point_notes import NoteDraft
from desk.usecases.receive_document import GivenDocument
from desk.usecases.refer import Telling
from desk.usecases.staff import MemberDraft
from i18n.language import Language
from tests.desk.usecases.rooms import BORN, CARD, GET_CARD, LIFE, card_bundle, desk_over
from tests.fakes import FakeCasebook

PIN = "4711"
KELA = AgencyId("kela")
NOTE = Subject(SubjectKind.STEP, "library_card/get_card")


@dataclass(frozen=True)
class At:
    """A desk with somebody signed in, a visit of theirs, and what a supervisor left."""

    desk: Desk
    visit: VisitId
    kept: VisitId
    code: PlanCode


Call = Callable[[At], object]
F = Function


def _receives(at: At) -> object:
    return at.desk.handing.receive(at.visit, GivenDocument(KELA, what="form"))


def _acts(at: At) -> object:
    at.desk.mandates.give.draw(at.visit, Wish(()))
    return at.desk.mandates.check_register(at.visit, MandateId("none"))


CALLS: dict[Function, dict[str, Call]] = {
    F.HELP: {
        "open": lambda at: at.desk.open_visit(VisitChannel.DESK, Profile(), (CARD,)),
        "show": lambda at: at.desk.show_visit(at.visit, Language.FI),
        "answer": lambda at: at.desk.answer_question.give(at.visit, BORN, "1990-01-01"),
        "list": lambda at: at.desk.journal.all(),
        "discard": lambda at: at.desk.close_visit.discard(at.visit),
        "take over": lambda at: at.desk.handing.hand_over.take(at.visit),
    },
    F.KEEP_PLAN: {
        "code": lambda at: at.desk.close_visit.give_code(at.visit),
        "keep": lambda at: at.desk.close_visit.end(at.visit, Outcome.PLAN_GIVEN, keep=True),
    },
    F.NAME_PERSON: {
        "name": lambda at: at.desk.name_person(at.visit, PersonGiven("Aino Asiakas")),
        "forget": lambda at: at.desk.name_person.forget(at.visit),
        "code": lambda at: at.desk.name_person.show_code(at.visit),
    },
    F.FIND_PERSON: {
        "find": lambda at: at.desk.find_person("Aino"),
        "carry": lambda at: at.desk.carry_facts.take(at.visit, at.desk.duty),
    },
    F.ACT_FOR: {
        "mode": lambda at: at.desk.set_profile(at.visit, Profile(HelpMode.ACT_FOR)),
        "mandate": lambda at: at.desk.mandates.give.draw(at.visit, Wish(())),
        "register": lambda at: at.desk.mandates.check_register(at.visit, MandateId("none")),
        "act": lambda at: at.desk.mandates.act.do(at.visit, GET_CARD, frozenset(), ""),
    },
    F.RECEIVE_DOCUMENTS: {"receive": _receives},
    F.REFER: {
        "refer": lambda at: at.desk.handing.refer(at.visit, Telling(KELA, frozenset({DataKind.CONTACT}), ("x",))),
        "hand over": lambda at: at.desk.handing.hand_over.give(at.visit, None),
    },
    F.FOLLOW_UP: {
        "plan code": lambda at: at.desk.open_plan(at.code),
        "resume": lambda at: at.desk.close_visit.resume(at.kept),
        "days": lambda at: at.desk.day_list(Language.FI),
        "progress": lambda at: at.desk.follow_up.set_progress(
            at.kept, GET_CARD, StepFollowed(StepOwner.AGENCY, Progress.WAITING)
        ),
        "call back": lambda at: at.desk.follow_up.promise_call_back(
            at.kept, at.desk.world.clock.today() + timedelta(days=1)
        ),
        "affected": lambda at: at.desk.affected_visits(),
    },
    F.GIVE_DATA: {
        "copy": lambda at: at.desk.give_data.copy(at.kept),
        "events": lambda at: at.desk.give_data.events(at.kept),
        "erase": lambda at: at.desk.close_visit.erase(at.kept),
        "erase with receipt": lambda at: at.desk.give_data.erase(at.kept),
        "erase here": lambda at: at.desk.give_data.erase_here(at.kept),
        "json": lambda at: at.desk.give_data.as_json(at.kept),
        "what is kept": lambda at: at.desk.kept_data(at.kept),
        "what would go": lambda at: at.desk.kept_data.ahead(at.kept),
    },
    F.READ_JOURNAL: {"verify": lambda at: at.desk.verify_journal()},
    F.KEEP_CASEBOOK: {
        "copy": lambda at: at.desk.keep_copies.make(),
        "look": lambda at: at.desk.run_retention.look(),
        "run": lambda at: at.desk.run_retention.run(),
        "times": lambda at: at.desk.keeping_times.set_all_plans(6),
    },
    F.SET_UP_POINT: {
        "details": lambda at: at.desk.point_details.write(WhoToAsk("Piste")),
        "municipality": lambda at: at.desk.point_place.in_municipality(""),
        "coordinates": lambda at: at.desk.point_place.at_coordinates(""),
        "agreement": lambda at: at.desk.agreements.withdraw(Agreement(KELA)),
        "languages": lambda at: at.desk.set_up.serve_in((Language.FI,)),
        "idle": lambda at: at.desk.idle_time.set(5),
        "printer": lambda at: at.desk.set_up.print_on(""),
        "purpose": lambda at: at.desk.set_up.work_as(Role.OUTREACH),
        "mandates": lambda at: at.desk.mandates.policies.set_days("other_days", 90),
    },
    F.KEEP_STAFF: {
        "add": lambda at: at.desk.staff.add(MemberDraft("Uusi", (Role.OUTREACH,))),
        "change": lambda at: at.desk.staff.change(at.desk.staff.read()[0].id, MemberDraft("", ())),
        "retire": lambda at: at.desk.staff.retire(at.desk.staff.read()[0].id),
    },
    F.KEEP_CONTENT: {
        "note": lambda at: at.desk.write_note(NoteDraft(NOTE, "Tarkista"), Language.FI),
        "policy": lambda at: at.desk.catalogue_policy.write(FreshnessPolicy()),
        "refresh": lambda at: at.desk.refresh_settings.write(None),
    },
}


@pytest.fixture
def casebook():
    return FakeCasebook()


def at_desk(casebook, role: Role) -> At:
    """Somebody of this role alone is signed in."""
    desk = desk_over(card_bundle(), casebook)
    boss = desk.staff.add(MemberDraft("Maija Malli", (Role.SUPERVISOR,)), PIN)
    kept = _planned(desk)
    code = desk.close_visit.end(kept, Outcome.PLAN_GIVEN, keep=True).plan_code
    assert code is not None
    of_boss = _planned(desk)
    if role is not Role.SUPERVISOR:
        member = desk.staff.add(MemberDraft("Timo Testi", (role,)), PIN)
        desk.sign_in.enter(member.id, PIN)
    assert desk.duty.role is role
    assert boss.id
    return At(desk, _planned(desk) if may(role, Function.HELP) else of_boss, kept, code)


def _planned(desk: Desk) -> VisitId:
    visit = desk.open_visit(VisitChannel.DESK, Profile(), (CARD,)).id
    desk.answer_question.give(visit, LIFE, "pupil")
    desk.make_plan.agree(visit, Language.FI)
    return visit


def is_refused(call: Call, at: At) -> bool:
    """Whether it is the role that stands in the way; that a made-up mandate is unknown is no matter here."""
    try:
        call(at)
    except NotYourRole:
        return True
    except DeskError:
        return False
    return False


PAIRS = [pytest.param(function, name, id=f"{function}: {name}") for function in Function for name in CALLS[function]]


def test_every_function_is_asked_for_by_some_use_case():
    assert set(CALLS) == set(Function)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("function", "name"), PAIRS)
def test_what_a_role_does_not_cover_is_refused_and_nothing_else(function, name, role, casebook):
    at = at_desk(casebook, role)
    before = journal(casebook)
    refused = is_refused(CALLS[function][name], at)
    assert refused is not may(role, function)
    if refused:
        assert journal(casebook) == before, "what is refused leaves no trace in the journal"


@pytest.mark.parametrize(("function", "name"), PAIRS)
def test_before_somebody_signs_in_nothing_is_done(function, name, casebook):
    at = at_desk(casebook, Role.SUPERVISOR)
    at.desk.sign_in.leave()
    before = journal(casebook)
    with pytest.raises(NobodySignedIn):
        CALLS[function][name](at)
    assert journal(casebook) == before


@pytest.mark.parametrize(("function", "name"), PAIRS)
def test_a_desk_with_no_staff_refuses_nothing(function, name, casebook):
    desk = desk_over(card_bundle(), casebook)
    kept = _planned(desk)
    code = desk.close_visit.end(kept, Outcome.PLAN_GIVEN, keep=True).plan_code
    assert code is not None
    if function is not Function.KEEP_STAFF:
        assert not is_refused(CALLS[function][name], At(desk, _planned(desk), kept, code))


def test_a_wrong_mark_may_be_told_by_whoever_meets_citizens_and_stores(casebook):
    told = {}
    for role in Role:
        at = at_desk(FakeCasebook(), role)
        told[role] = not is_refused(lambda at: at.desk.mark_wrong(NOTE, "Puhelin ei vastaa", Language.FI), at)
    assert told == {role: role is not Role.DIGITAL_SUPPORT for role in Role}


def journal(casebook) -> list[tuple[str, int]]:
    """How many events each visit has."""
    return sorted((visit, len(records)) for visit, records in casebook._journal.items())
