"""A referral: what an agency is told, on what ground, and what became of it. No yes is ever used twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings, strategies as st

from desk.errors import (
    BadDocument,
    ConsentMissing,
    GroundMissing,
    NothingToTell,
    NotYourRole,
    ReferralUnknown,
    SecretInText,
)
from desk.events import MandateDrawn, MandateSigned, PersonNamed
from desk.model.handing import Break, ReferralEnd, ReferralGround
from desk.model.ids import AgencyId, ErrandId, HandingId, MandateCode, MandateId, PersonId
from desk.model.mandate import DataKind, Lasting, Mandate, MandateForm, ScopeLine, Signing
from desk.model.person import ContactKind, ContactWay, Person
from desk.model.plan_code import written
from desk.model.role import Role
from desk.model.visit import Accommodation, Outcome, Profile
from desk.usecases.duty import POINT_ROLE
from desk.usecases.refer import NOTICES, Telling
from i18n.language import Language
from tests.desk.usecases.rooms import desk_over, opened, real_bundle
from tests.fakes import FakeCasebook
from tests.thorough import examples

DVV, KELA = AgencyId("dvv"), AgencyId("kela")
MOVING = ErrandId("moving_within_finland")
TELLING = Telling(DVV, frozenset({DataKind.HOUSING}), ("Muutti 1.11.2026.", "Ei verkkopankkitunnuksia."))


def referred(desk, visit, telling=TELLING):
    code = desk.handing.refer.consent(visit.id, telling).code
    return list(desk.handing.refer(visit.id, telling, code).referrals.values())[-1]


def test_it_is_told_what_was_agreed_to_and_the_words_are_kept(real_desk):
    visit = opened(real_desk)
    asked = real_desk.handing.refer.consent(visit.id, TELLING)
    story = referred(real_desk, visit)
    assert story.referral.consented_to == asked.words
    assert all(sentence in asked.words for sentence in TELLING.sentences)
    assert story.paper.sentences == story.referral.sentences == TELLING.sentences


def test_consent_is_asked_in_the_language_of_the_citizen(real_desk):
    visit = opened(real_desk, profile=Profile(citizen_language=Language.EN))
    assert real_desk.handing.refer.consent(visit.id, TELLING).words.startswith("I agree that this service point tells")


def test_without_a_yes_nothing_is_told(real_desk):
    visit = opened(real_desk)
    for code in ("", "0000-0000"):
        with pytest.raises(ConsentMissing):
            real_desk.handing.refer(visit.id, TELLING, code)
    assert not real_desk.journal.load(visit.id).referrals


def test_a_yes_is_not_used_again_for_the_same_words(real_desk):
    visit = opened(real_desk)
    code = real_desk.handing.refer.consent(visit.id, TELLING).code
    real_desk.handing.refer(visit.id, TELLING, code)
    with pytest.raises(ConsentMissing):
        real_desk.handing.refer(visit.id, TELLING, code)


tellings = st.builds(
    Telling,
    st.sampled_from([DVV, KELA]),
    st.frozensets(st.sampled_from(DataKind), min_size=1),
    st.lists(st.sampled_from(["Muutti.", "Hakee apua.", "On sairas."]), min_size=1, max_size=3).map(tuple),
)


@settings(max_examples=examples(60), deadline=None)
@given(tellings, tellings, st.sampled_from(Language), st.booleans())
def test_a_yes_to_other_words_is_no_yes(said_to, wanted, language, another_visit):
    desk = desk_over(real_bundle())
    visit = opened(desk, profile=Profile(citizen_language=language))
    other = opened(desk) if another_visit else visit
    assume(another_visit or said_to != wanted)
    code = desk.handing.refer.consent(other.id, said_to).code
    with pytest.raises(ConsentMissing):
        desk.handing.refer(visit.id, wanted, code)
    assert not desk.journal.load(visit.id).referrals


@pytest.mark.parametrize(
    "change", [{"kinds": frozenset()}, {"sentences": ()}, {"sentences": (" ",)}, {"sentences": ("a",) * 13}]
)
def test_a_referral_that_says_nothing_or_too_much_is_refused(real_desk, change):
    with pytest.raises(NothingToTell):
        real_desk.handing.refer.consent(opened(real_desk).id, replace(TELLING, **change))


def test_no_code_and_no_nameless_agency_gets_in(real_desk):
    visit = opened(real_desk)
    with pytest.raises(SecretInText):
        real_desk.handing.refer.consent(visit.id, replace(TELLING, sentences=("Hän on 131052-952K.",)))
    with pytest.raises(BadDocument):
        real_desk.handing.refer.consent(visit.id, replace(TELLING, agency=AgencyId("nobody")))


def mandated(desk, visit, kinds, last_day=date(2026, 12, 31), *, signed=True):
    mandate = Mandate(
        id=MandateId("m"),
        giver="Maija Mallikas",
        lines=(ScopeLine(visit.errands[0], DVV, frozenset(kinds)),),
        lasting=Lasting.UNTIL_DAY,
        drawn_on=desk.world.clock.today(),
        last_day=last_day,
        form=MandateForm.PAPER,
        template="mandate-1",
        code=MandateCode("ABCD"),
    )
    desk.journal.record(visit.id, MandateDrawn(mandate))
    if signed:
        desk.journal.record(visit.id, MandateSigned(mandate.id, Signing(desk.world.clock.today())))


@pytest.mark.parametrize(
    ("kinds", "last_day", "signed", "allowed"),
    [
        ({DataKind.HOUSING}, date(2026, 12, 31), True, True),
        ({DataKind.MONEY}, date(2026, 12, 31), True, False),
        ({DataKind.HOUSING}, date(2026, 11, 1), True, False),
        ({DataKind.HOUSING}, date(2026, 12, 31), False, False),
    ],
)
def test_a_mandate_is_a_ground_only_as_far_as_one_of_its_lines_goes(real_desk, kinds, last_day, signed, allowed):
    visit = opened(real_desk, MOVING)
    mandated(real_desk, visit, kinds, last_day, signed=signed)
    telling = replace(TELLING, ground=ReferralGround.MANDATE)
    if not allowed:
        with pytest.raises(GroundMissing) as refused:
            real_desk.handing.refer(visit.id, telling)
        assert refused.value.details["kind"] == "mandate"
        return
    story = list(real_desk.handing.refer(visit.id, telling).referrals.values())[-1]
    assert (story.referral.mandate, story.referral.line, story.paper.mandate) == ("m", 0, "ABCD")


@pytest.mark.parametrize("law", ["", "hallintolaki", "434/2003", "21 §"])
def test_a_law_is_a_ground_only_with_its_provision(real_desk, law):
    with pytest.raises(GroundMissing) as refused:
        real_desk.handing.refer(opened(real_desk).id, replace(TELLING, ground=ReferralGround.LAW, law=law))
    assert refused.value.details["kind"] == "law"


@pytest.mark.parametrize("law", ["hallintolaki 434/2003, 10 §", "434/2003, section 10", "1305/2014 1 a §"])
def test_a_named_provision_is_kept_with_the_referral(real_desk, law):
    telling = replace(TELLING, ground=ReferralGround.LAW, law=law)
    story = list(real_desk.handing.refer(opened(real_desk).id, telling).referrals.values())[-1]
    assert (story.referral.law, story.paper.law) == (law, law)


@pytest.mark.parametrize("act", sorted(NOTICES))
def test_of_a_notice_that_is_made_to_the_authority_itself_nothing_is_stored(real_desk, act):
    visit = opened(real_desk)
    with pytest.raises(GroundMissing) as refused:
        real_desk.handing.refer(visit.id, replace(TELLING, ground=ReferralGround.LAW, law=f"laki {act}, 25 §"))
    assert refused.value.details == {"kind": "notice", "law": act}
    assert not real_desk.journal.load(visit.id).referrals


def test_who_the_citizen_is_is_told_only_when_they_let_it(real_desk):
    visit = opened(real_desk)
    unsafe = ContactWay(ContactKind.PHONE, "040 000 0000", safe=False)
    real_desk.journal.record(visit.id, PersonNamed(Person(PersonId("p"), "Maija Mallikas", contact=unsafe)))
    assert referred(real_desk, visit).paper.name == ""
    story = referred(real_desk, visit, replace(TELLING, kinds=frozenset({DataKind.CONTACT})))
    assert (story.paper.name, story.paper.contact) == ("Maija Mallikas", "")


def test_the_code_on_the_copy_finds_the_referral_again_and_the_loop_is_closed(real_desk):
    visit = opened(real_desk)
    story = referred(real_desk, visit, replace(TELLING, follow=True))
    assert story.referral.code is not None
    assert story.paper.code == written(story.referral.code)
    real_desk.make_plan.agree(visit.id, Language.FI)
    real_desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True)
    found = real_desk.open_plan(story.paper.code)
    again = real_desk.handing.refer.by_code(found, story.paper.code)
    assert again is not None
    id = again.referral.id
    real_desk.handing.refer.broke(found.id, id, Break.ASKED_AGAIN)
    after = real_desk.handing.refer.told(found.id, id, ReferralEnd.NOT_THEIRS).referrals[id]
    assert (after.breaks, after.end, after.ended_on) == (
        (Break.ASKED_AGAIN,),
        ReferralEnd.NOT_THEIRS,
        date(2026, 11, 23),
    )
    assert real_desk.handing.refer.by_code(found, "nonsense") is None
    with pytest.raises(ReferralUnknown):
        real_desk.handing.refer.told(found.id, HandingId("x"), ReferralEnd.DONE)


def test_a_break_is_counted_when_all_else_is_erased(real_desk):
    visit = opened(real_desk)
    story = referred(real_desk, visit)
    real_desk.handing.refer.broke(visit.id, story.referral.id, Break.SENT_BACK)
    real_desk.make_plan.agree(visit.id, Language.FI)
    real_desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN)
    left = repr(real_desk.world.casebook.events_of(visit.id))
    assert "sent_back" in left
    assert "verkkopankki" not in left
    assert not real_desk.journal.load(visit.id).referrals


def test_a_discreet_copy_has_no_code(real_desk):
    visit = opened(real_desk, profile=Profile(accommodations=frozenset({Accommodation.DISCREET})))
    story = referred(real_desk, visit, replace(TELLING, follow=True))
    assert story.referral.code is None
    assert story.paper.edges.discreet


def test_digital_support_refers_nobody():
    casebook = FakeCasebook()
    casebook.set_setting(POINT_ROLE, Role.DIGITAL_SUPPORT.value)
    desk = desk_over(real_bundle(), casebook)
    visit = opened(desk)
    with pytest.raises(NotYourRole):
        desk.handing.refer(visit.id, TELLING, "x")
