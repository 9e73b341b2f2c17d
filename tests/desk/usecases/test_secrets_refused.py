"""Every text that somebody types and that is stored of a citizen is looked at for secrets, whichever event holds it."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from desk.errors import DeskError, SecretInText
from desk.events import KINDS
from desk.model.agreement import Agreement, Task
from desk.model.follow_up import ContactPlan, Progress, StepFollowed, StepOwner
from desk.model.ids import AgencyId, VisitId
from desk.model.mandate import CapacityAnswer, DataKind, Signing
from desk.model.person import ContactKind, ContactWay
from desk.model.plan import Decision, Plan, PlanStep, WhoToAsk, Words
from desk.model.ways import ChosenWay, WhyOther
from desk.usecases.desk_rooms import Desk
from desk.usecases.experts import ExpertWish
from desk.usecases.give_mandate import Wish
from desk.usecases.name_person import PersonGiven
from desk.usecases.refer import Telling
from tests.desk.usecases.mandated import CHECK_BENEFITS, KELA, KELA_LINE, acted_for, acting_desk, drawn, signed
from tests.fakes import FakeClock

SECRETS = ["131052-308T", "FI2112345600000785", "4111 1111 1111 1111", "salasana: kissa123", "PIN 4821"]
Try = Callable[[Desk, str], object]


def _visit(desk: Desk) -> VisitId:
    return acted_for(desk).id


def _signed(desk: Desk, signing: Signing) -> object:
    visit = acted_for(desk).id
    given = drawn(desk, visit)
    return desk.mandates.give.sign(visit, given.mandate.id, signing)


def _acted(desk: Desk, reference: str) -> object:
    visit = acted_for(desk).id
    signed(desk, visit)
    return desk.mandates.act.do(visit, CHECK_BENEFITS, frozenset({DataKind.MONEY}), reference)


def _contact(desk: Desk, way: ContactWay) -> object:
    return desk.follow_up.agree_contact(acted_for(desk).id, ContactPlan((way,)))


def _expert(desk: Desk, **typed: str) -> object:
    desk.agreements.agree(Agreement(KELA, (Task.REMOTE_SERVICE,)))
    at = desk.world.clock.now() + timedelta(days=2)
    return desk.meeting.experts.book(
        _visit(desk), ExpertWish(KELA, at, typed.get("room", "2"), matter=typed.get("matter", ""))
    )


def _drawn_for(desk: Desk, giver: str) -> object:
    visit = acted_for(desk).id
    desk.mandates.give.check_capacity(visit, CapacityAnswer.CLEAR)
    return desk.mandates.give.draw(visit, Wish((KELA_LINE,), giver=giver))


def _referred(desk: Desk, said: str, law: str = "") -> object:
    telling = Telling(AgencyId("kela"), frozenset({DataKind.MONEY}), (said,), law=law)
    return desk.handing.refer(_visit(desk), telling)


def _followed(desk: Desk, reference: str) -> object:
    visit = acted_for(desk).id
    followed = StepFollowed(StepOwner.AGENCY, Progress.DONE, reference)
    return desk.follow_up.set_progress(visit, CHECK_BENEFITS, followed)


TYPED: dict[str, Try] = {
    "ActedFor.reference": _acted,
    "CallBack.words": lambda desk, s: desk.follow_up.promise_call_back(_visit(desk), date(2026, 12, 1), s),
    "CapacityChecked.reason": lambda desk, s: desk.mandates.give.check_capacity(
        _visit(desk), CapacityAnswer.IN_DOUBT, s
    ),
    "ContactWay.where": lambda desk, s: _contact(desk, ContactWay(ContactKind.THROUGH_SOMEBODY, s)),
    "ContactWay.when": lambda desk, s: _contact(desk, ContactWay(ContactKind.PHONE, "040 123 4567", when=s)),
    "ExpertMeeting.room": lambda desk, s: _expert(desk, room=s),
    "ExpertMeeting.matter": lambda desk, s: _expert(desk, matter=s),
    "HandOver.words": lambda desk, s: desk.handing.hand_over.give(_visit(desk), None, s),
    "Mandate.giver": _drawn_for,
    "Signing.witness": lambda desk, s: _signed(desk, Signing(date(2026, 11, 23), s, "Binder 3")),
    "Signing.kept_where": lambda desk, s: _signed(desk, Signing(date(2026, 11, 23), "", s)),
    "Person.name": lambda desk, s: desk.name_person(_visit(desk), PersonGiven(s)),
    "StepFollowed.reference": _followed,
    "Referral.sentences": _referred,
    "StepDecided.reason": lambda desk, s: desk.take_step.decide(_visit(desk), CHECK_BENEFITS, Decision.DECLINED, s),
    "StepNoted.note": lambda desk, s: desk.take_step.note(_visit(desk), CHECK_BENEFITS, s),
    "ChosenWay.words": lambda desk, s: desk.take_step.choose_way(
        _visit(desk), CHECK_BENEFITS, ChosenWay("omakela", WhyOther.OTHER, s)
    ),
    "WhoToAsk.name": lambda desk, s: desk.point_details.write(_point(desk, name=s)),
    "WhoToAsk.phone": lambda desk, s: desk.point_details.write(_point(desk, phone=s)),
    "WhoToAsk.hours": lambda desk, s: desk.point_details.write(_point(desk, hours=s)),
    "WhoToAsk.address": lambda desk, s: desk.point_details.write(_point(desk, address=s)),
}
"""Each text that somebody types, with how it comes in."""
MADE = {
    "AnswerGiven.said": "an answer is a choice, a number, a day or a place",
    "CarriedFact.said": "the same, of an earlier visit",
    "ActedFor.titles": "titles of steps, from the errands",
    "ChosenWay.channel": "a name from the errands",
    "CorrectionGiven.withdrawals": "names from the errands",
    "WrongAdvice.withdrawal": "a name from the errands",
    "LineNames.errand": "from the errands",
    "LineNames.agency": "from the errands",
    "Mandate.template": "our own text's name",
    "Mandate.holder": "the point's name, which is looked at when it is written",
    "Edges.template": "our own text's name",
    "Person.identity_code": "the code itself: a ground is asked for, and it is checked to be one",
    "Referral.law": "read as a provision: an act's number and a section",
    "Referral.consented_to": "a code that the program draws",
}
"""What the program writes itself, with why nobody types it."""
COPIES = ("Plan", "TransferNotice.", "Receipt.", "ReferralPaper.", "Words.", "PastStep.", "Contact.")
"""What is copied from other fields, so that a paper stays as it was given."""


def _point(desk: Desk, *, name: str = "", phone: str = "", hours: str = "", address: str = "") -> WhoToAsk:
    read = desk.point_details.read()
    assert read is not None
    return WhoToAsk(name or read.name, phone or read.phone, hours or read.hours, address or read.address)


def texts_of(kind: object, seen: set[object]) -> Iterator[str]:
    """Every field of a text in an event and in what it holds."""
    for part in typing.get_args(kind):
        yield from texts_of(part, seen)
    if not isinstance(kind, type) or not dataclasses.is_dataclass(kind) or kind in seen:
        return
    if kind in (Plan, PlanStep, Words):
        return
    seen.add(kind)
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):
        held = hints[field.name]
        if held is str or str in typing.get_args(held):
            yield f"{kind.__name__}.{field.name}"
        yield from texts_of(held, seen)


def test_every_text_of_an_event_is_either_looked_at_or_made_by_the_program() -> None:
    found = {text for kind in KINDS.values() if kind.personal for text in texts_of(kind, set())}
    theirs = {text for text in found if not text.startswith(COPIES)}
    assert theirs - set(TYPED) - set(MADE) == set(), "somebody types this: say how, and refuse secrets in it"
    assert set(MADE) - theirs == set()


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("field", TYPED)
def test_a_secret_is_refused_and_nothing_is_stored(field: str, secret: str) -> None:
    desk = acting_desk(clock=FakeClock())
    with pytest.raises(SecretInText):
        TYPED[field](desk, f"muista {secret} tästä")
    stored = [
        record.event for visit in desk.world.casebook.visits() for record in desk.world.casebook.events_of(visit.id)
    ]
    assert secret not in repr(stored)


@pytest.mark.parametrize("field", [each for each in TYPED if not each.startswith("WhoToAsk")])
def test_the_same_way_in_takes_what_is_harmless(field: str) -> None:
    desk = acting_desk(clock=FakeClock())
    refused: DeskError | None = None
    try:
        TYPED[field](desk, "viite 1234 5672 vuonna 2026")
    except DeskError as error:
        refused = error
    assert not isinstance(refused, SecretInText), "a reference number and a year were taken for a secret"
