"""Documents that are left at the desk: what the receipt says, that nothing is lost, and where a wrong one goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from desk.errors import (
    BadDocument,
    DocumentGone,
    DocumentUnknown,
    NotInTimeHere,
    NotSafeToTell,
    NotYourRole,
    PaperErased,
    SameAuthority,
    SecretInText,
)
from desk.model.agreement import Agreement, Task
from desk.model.due import DueKind, Harm
from desk.model.handing import SentHow, ToldHow
from desk.model.ids import AgencyId, DocumentId
from desk.model.role import Role
from desk.model.visit import Accommodation, Outcome, Profile
from desk.usecases.duty import POINT_ROLE
from desk.usecases.receive_document import GivenDocument
from desk.usecases.send_document import Transfer
from i18n.language import Language
from tests.desk.usecases.rooms import desk_over, opened, real_bundle
from tests.fakes import FakeCasebook, FakeClock
from tests.thorough import examples

KELA, DVV, BANK = AgencyId("kela"), AgencyId("dvv"), AgencyId("bank")
LEASE = GivenDocument(KELA, what="Vuokrasopimus", pages=4)
DAYS = st.dates(date(2026, 11, 1), date(2026, 12, 31))


def received(desk, given=LEASE, *, told=False, visit=None):
    visit = visit or opened(desk)
    return list(desk.handing.receive(visit.id, given, told=told).documents.values())[-1]


def under_agreement(desk, *principals):
    for principal in principals or (KELA,):
        desk.agreements.agree(Agreement(principal, (Task.DOCUMENTS_IN,)))
    return desk


def test_under_an_agreement_it_is_in_time_here(real_desk):
    held = received(under_agreement(real_desk))
    assert held.document.in_time_here
    assert held.receipt is not None
    assert (held.receipt.number, held.receipt.pages, held.receipt.what.ours.text) == ("1-1", 4, "Vuokrasopimus")


def test_without_one_the_citizen_has_to_know_before_it_is_taken(real_desk):
    visit = opened(real_desk)
    with pytest.raises(NotInTimeHere) as refused:
        real_desk.handing.receive(visit.id, LEASE)
    assert refused.value.details == {"agency": "Kela"}
    assert not real_desk.journal.load(visit.id).documents
    where = real_desk.handing.receive.where_to_take(KELA, Language.FI)
    assert where.address or where.url
    assert not received(real_desk, told=True, visit=visit).document.in_time_here


@st.composite
def agreements(draw):
    """Agreements with Kela and DVV on all kinds of tasks and days."""
    made = []
    for _ in range(draw(st.integers(0, 4))):
        first, last = sorted((draw(DAYS), draw(DAYS)))
        tasks = tuple(sorted(draw(st.sets(st.sampled_from(Task)))))
        ends = {"first_day": draw(st.sampled_from([None, first])), "last_day": draw(st.sampled_from([None, last]))}
        made.append(Agreement(draw(st.sampled_from([KELA, DVV])), tasks, **ends))
    return made


@settings(max_examples=examples(40), deadline=None)
@given(agreements(), DAYS, st.booleans(), st.sampled_from(Language), st.booleans())
def test_which_law_the_receipt_quotes_follows_the_agreement_on_the_day_and_nothing_else(
    made, day, original, language, discreet
):
    clock = FakeClock()
    clock.moment = clock.moment.replace(year=day.year, month=day.month, day=day.day)
    desk = desk_over(real_bundle(), clock=clock)
    for each in made:
        desk.agreements.agree(each)
    needs = frozenset({Accommodation.DISCREET}) if discreet else frozenset()
    visit = opened(desk, profile=Profile(citizen_language=language, accommodations=needs))
    held = received(desk, replace(LEASE, original=original, due_on=day), told=True, visit=visit)
    covered = [
        each
        for each in made
        if each.principal == KELA
        and (not each.tasks or Task.DOCUMENTS_IN in each.tasks)
        and (each.first_day is None or each.first_day <= day)
        and (each.last_day is None or day <= each.last_day)
    ]
    assert held.document.in_time_here is bool(covered)
    assert held.receipt is not None
    assert held.receipt.in_time_here is bool(covered)


def test_digital_support_and_outreach_receive_nothing():
    for role in (Role.DIGITAL_SUPPORT, Role.OUTREACH):
        casebook = FakeCasebook()
        casebook.set_setting(POINT_ROLE, role.value)
        desk = under_agreement(desk_over(real_bundle(), casebook))
        with pytest.raises(NotYourRole):
            received(desk)


def test_only_authorities_are_received_for(real_desk):
    with pytest.raises(BadDocument) as refused:
        received(real_desk, replace(LEASE, agency=BANK), told=True)
    assert refused.value.details["kind"] == "authority"
    with pytest.raises(BadDocument):
        received(real_desk, replace(LEASE, agency=AgencyId("nobody")), told=True)


@pytest.mark.parametrize(
    ("change", "kind"),
    [({"pages": 0}, "pages"), ({"pages": 1000}, "pages"), ({"what": " "}, "what"), ({"what": "x" * 301}, "long")],
)
def test_what_cannot_be_is_refused_in_words(real_desk, change, kind):
    with pytest.raises(BadDocument) as refused:
        received(under_agreement(real_desk), replace(LEASE, **change))
    assert refused.value.details["kind"] == kind


def test_no_identity_code_stands_on_a_receipt(real_desk):
    for given_so in (replace(LEASE, what="Hakemus 131052-952K"), replace(LEASE, giver="Maija 131052-952K")):
        with pytest.raises(SecretInText):
            received(under_agreement(real_desk), given_so)


def test_a_document_that_a_step_asks_for_is_named_by_the_errand(real_desk):
    desk = under_agreement(real_desk, KELA, DVV)
    errand = next(
        each for each in real_bundle().errands if desk.handing.receive.asked_for(opened(desk, each).id, Language.FI)
    )
    visit = opened(desk, errand)
    asked = desk.handing.receive.asked_for(visit.id, Language.FI)[0]
    given = GivenDocument(KELA, errand=asked.errand, document=asked.document)
    held = received(desk, given, visit=visit)
    assert held.receipt is not None
    assert held.receipt.what.ours == asked.name
    with pytest.raises(BadDocument):
        received(desk, replace(given, document=DocumentId("no_such_document")), visit=visit)


def test_nothing_lies_overnight_unseen(real_desk):
    desk, clock = under_agreement(real_desk), real_desk.world.clock
    friday = clock.moment = clock.moment.replace(day=27)
    assert received(desk).document.send_by == friday.date() + timedelta(days=3)
    today = received(desk, replace(LEASE, due_on=friday.date())).document
    assert today.send_by == friday.date()
    late = received(desk, replace(LEASE, due_on=friday.date() - timedelta(days=9))).document
    assert late.send_by == friday.date()
    due = [each for each in desk.world.casebook.due(friday.date()) if each.kind is DueKind.DOCUMENT]
    assert {each.of for each in due} == {today.id, late.id}
    assert {each.harm for each in due} == {Harm.LAW}


@settings(max_examples=examples(30), deadline=None)
@given(st.data())
def test_a_document_is_either_held_or_sent_and_never_lost(data):
    clock = FakeClock()
    desk = under_agreement(desk_over(real_bundle(), clock=clock))
    numbers: dict[str, bool] = {}
    visits = [opened(desk) for _ in range(2)]
    for _ in range(data.draw(st.integers(1, 12))):
        held = [number for number, gone in numbers.items() if not gone]
        match data.draw(st.sampled_from(["receive", "send", "transfer", "end", "night"])):
            case "receive":
                visit = data.draw(st.sampled_from(visits))
                if desk.journal.load(visit.id).is_open:
                    numbers[received(desk, visit=visit).document.number] = False
            case "send" if held:
                number = data.draw(st.sampled_from(held))
                found = desk.handing.send.numbered(number)
                desk.handing.send.send(found.visit.id, found.held.document.id, SentHow.POST)
                numbers[number] = True
            case "transfer" if held:
                number = data.draw(st.sampled_from(held))
                found = desk.handing.send.numbered(number)
                way = Transfer(DVV, SentHow.POST, ToldHow.AT_DESK)
                desk.handing.send.transfer(found.visit.id, found.held.document.id, way)
                numbers[number] = True
            case "end":
                visit = data.draw(st.sampled_from(visits))
                if desk.journal.load(visit.id).is_open:
                    desk.make_plan.agree(visit.id, Language.FI)
                    desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, data.draw(st.booleans()))
            case "night":
                clock.advance(days=1)
                desk.erase_lapsed_drafts()
        listed = {line.number: line.sent_on is not None for line in desk.handing.documents().lines}
        assert {number for number, gone in listed.items() if not gone} == {n for n, gone in numbers.items() if not gone}
        due = [each for each in desk.world.casebook.due(date.max) if each.kind is DueKind.DOCUMENT]
        assert len(due) == sum(not gone for gone in numbers.values())
    for number, gone in numbers.items():
        assert (desk.handing.send.numbered(number).held.sent is not None) is gone


def test_a_visit_that_ends_takes_with_it_whose_the_document_is_and_nothing_else(real_desk):
    desk = under_agreement(real_desk)
    visit = opened(desk)
    held = received(desk, replace(LEASE, giver="Maija Mallikas"), visit=visit)
    desk.make_plan.agree(visit.id, Language.FI)
    desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN)
    told = repr(desk.world.casebook.events_of(visit.id))
    assert "Mallikas" not in told
    assert "Vuokrasopimus" not in told
    (line,) = desk.handing.documents().held
    assert (line.number, line.what, line.agency) == (held.document.number, "", "Kela")
    with pytest.raises(PaperErased):
        desk.handing.send.receipt(visit.id, held.document.id)
    desk.handing.send.send(visit.id, held.document.id, SentHow.COURIER)
    assert not desk.handing.documents().held


def test_a_document_goes_on_once(real_desk):
    desk = under_agreement(real_desk)
    visit = opened(desk)
    id = received(desk, visit=visit).document.id
    desk.handing.send.send(visit.id, id, SentHow.POST)
    for again in (
        lambda: desk.handing.send.send(visit.id, id, SentHow.POST),
        lambda: desk.handing.send.transfer(visit.id, id, Transfer(DVV, SentHow.POST, ToldHow.AT_DESK)),
    ):
        with pytest.raises(DocumentGone):
            again()
    with pytest.raises(DocumentUnknown):
        desk.handing.send.numbered("99-1")


@pytest.mark.parametrize("with_dvv", [True, False])
def test_a_wrongly_given_document_goes_to_the_right_authority_and_the_sender_is_told(real_desk, with_dvv):
    desk = under_agreement(real_desk, KELA, *((DVV,) if with_dvv else ()))
    visit = opened(desk)
    id = received(desk, visit=visit).document.id
    with pytest.raises(SameAuthority):
        desk.handing.send.transfer(visit.id, id, Transfer(KELA, SentHow.POST, ToldHow.AT_DESK))
    with pytest.raises(BadDocument):
        desk.handing.send.transfer(visit.id, id, Transfer(BANK, SentHow.POST, ToldHow.AT_DESK))
    held = desk.handing.send.transfer(visit.id, id, Transfer(DVV, SentHow.POST, ToldHow.AT_DESK)).documents[id]
    assert held.sent is not None
    assert (held.sent.to, held.sent.transferred, held.sent.told_how) == (DVV, True, ToldHow.AT_DESK)
    assert held.notice is not None
    assert held.notice.in_time_here is with_dvv
    assert (held.notice.wrong.ours.text, held.notice.right.ours.text) == ("Kela", "Digi- ja väestötietovirasto")


def test_nobody_who_is_watched_is_told_in_a_way_that_they_did_not_call_safe(real_desk):
    desk = under_agreement(real_desk)
    visit = opened(desk, profile=Profile(accommodations=frozenset({Accommodation.DISCREET})))
    id = received(desk, visit=visit).document.id
    with pytest.raises(NotSafeToTell):
        desk.handing.send.transfer(visit.id, id, Transfer(DVV, SentHow.POST, ToldHow.LETTER))
    assert desk.journal.load(visit.id).documents[id].sent is None
    desk.handing.send.transfer(visit.id, id, Transfer(DVV, SentHow.POST, ToldHow.AT_DESK))
