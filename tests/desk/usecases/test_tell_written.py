"""Nothing that was written about a person is left out of the copy that they are given, and no code is in it."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

import pytest

from desk.events import (
    CallBackPromised,
    CapacityChecked,
    ContactAgreed,
    ExpertBooked,
    HandedOver,
    NeedsMapped,
    ProfileSet,
    ProgressSet,
    ResultTold,
    StepDecided,
    StepNoted,
    VisitEvent,
    WayChosen,
)
from desk.model.expert_meeting import Connection, ExpertMeeting
from desk.model.follow_up import (
    Blocker,
    CallBack,
    ContactPlan,
    Progress,
    Result,
    StepFollowed,
    StepOwner,
    StepResult,
)
from desk.model.handing import HandOver, ReferralEnd
from desk.model.ids import HandingId
from desk.model.mandate import CapacityAnswer, DataKind
from desk.model.person import ContactKind, ContactWay
from desk.model.plan import Decision
from desk.model.short_mapping import Need
from desk.model.visit import Accommodation, HelpMode, Profile
from desk.model.ways import ChosenWay, WhyOther
from desk.ports import PaperOptions
from desk.usecases.refer import Telling
from i18n.language import Language
from i18n.written_words import ID_WORDS, WRITTEN_WORDS
from tests.desk.usecases.mandated import (
    CHECK_BENEFITS,
    CONTACT_AND_MONEY,
    HOUSING,
    KELA,
    TELL_CHANGES,
    acted_for,
    acting_desk,
    signed,
)

MARKS = (
    *("aardvark", "badger", "coati", "dingo", "ermine", "fossa", "gecko", "heron", "ibis", "jackal", "kiwi", "lemur"),
    *("Binder 3, number 14", "KELA-1"),
)


def everything_said(today: date, now) -> list[VisitEvent]:
    """A word of its own in each place where a clerk can write one."""
    phone = ContactWay(ContactKind.PHONE, "fossa", when="gecko")
    profile = Profile(HelpMode.ACT_FOR, Language.SV, frozenset(Accommodation) - {Accommodation.DISCREET})
    return [
        ProfileSet(profile),
        StepDecided(TELL_CHANGES, Decision.DECLINED, "aardvark"),
        StepNoted(TELL_CHANGES, "badger"),
        WayChosen(TELL_CHANGES, ChosenWay("visit", WhyOther.OTHER, "coati")),
        CallBackPromised(CallBack(HandingId("c"), today, "ermine")),
        ContactAgreed(ContactPlan((phone,), today + timedelta(days=7))),
        ExpertBooked(ExpertMeeting(HandingId("e"), KELA, now, "heron", Connection.VIDEO, "ibis")),
        CapacityChecked(CapacityAnswer.CLEAR, "jackal"),
        ProgressSet(
            TELL_CHANGES, StepFollowed(StepOwner.AGENCY, Progress.WAITING, "kiwi", today, today, Blocker.LANGUAGE)
        ),
        ResultTold(TELL_CHANGES, StepResult(Result.PARTLY, today)),
        NeedsMapped((Need.MONEY, Need.DEBTS)),
        HandedOver(HandOver(None, None, today, "dingo")),
    ]


@pytest.mark.parametrize("language", [Language.FI, Language.SV, Language.EN])
def test_every_word_that_was_written_of_a_person_is_in_their_copy(language: Language) -> None:
    desk = acting_desk()
    visit = acted_for(desk, HOUSING).id
    clock = desk.world.clock
    signed(desk, visit)
    desk.mandates.act.do(visit, CHECK_BENEFITS, CONTACT_AND_MONEY, "KELA-1")
    telling = Telling(KELA, frozenset({DataKind.HOUSING}), ("lemur",), follow=True)
    code = desk.handing.refer.consent(visit, telling).code
    (referral,) = desk.handing.refer(visit, telling, code).referrals
    desk.handing.refer.told(visit, referral, ReferralEnd.NOT_THEIRS)
    desk.world.casebook.append(visit, everything_said(clock.today(), clock.now()), clock.now())
    told = desk.give_data.text(desk.give_data.copy(visit, language), PaperOptions(language))
    assert [mark for mark in MARKS if mark not in told] == []
    for id in ("not_theirs", "partly", "no_e_id", "act_for", "blocked", clock.today().isoformat()):
        assert id not in told, "a person reads words"


KINDS: dict[str, tuple[type[StrEnum], ...]] = {
    "mode": (HelpMode,),
    "accommodations": (Accommodation,),
    "needs": (Need,),
    "capacity": (CapacityAnswer,),
    "way": (WhyOther,),
    "result": (Result,),
    "referral_end": (ReferralEnd,),
}


def test_every_id_that_can_be_written_has_words() -> None:
    assert {kind: set(words) for kind, words in ID_WORDS.items() if kind in KINDS} == {
        kind: {each.value for enum in enums for each in enum} for kind, enums in KINDS.items()
    }
    stands = {each.value for each in Progress} | {f"blocked {each.value}" for each in Blocker}
    assert set(ID_WORDS["progress"]) == stands
    assert set(ID_WORDS) == {*KINDS, "progress"}
    assert set(ID_WORDS) <= set(WRITTEN_WORDS)
