"""Who works here is kept by a supervisor, and somebody who can do that is always left."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from desk.errors import LastSupervisor, MemberRefused, MemberUnknown, NotYourRole, PinRefused, SecretInText
from desk.model.ids import MemberId
from desk.model.role import Role
from desk.model.staff import PinFault, fault_of_pin
from desk.usecases.staff import MemberDraft
from i18n.language import Language
from tests.desk.usecases.rooms import card_bundle, desk_over
from tests.fakes import FakeCasebook
from tests.thorough import examples

BOSS = MemberDraft("Maija Malli", (Role.SUPERVISOR,), (Language.FI, Language.SV))
CLERK = MemberDraft("Timo Testi", (Role.SERVICE_ADVISER, Role.DIGITAL_SUPPORT))


@pytest.fixture
def casebook():
    return FakeCasebook()


@pytest.fixture
def desk(casebook):
    return desk_over(card_bundle(), casebook)


def test_the_first_one_is_a_supervisor_with_a_pin_and_is_signed_in(desk, casebook):
    with pytest.raises(MemberRefused, match="first"):
        desk.staff.add(CLERK, "4711")
    with pytest.raises(MemberRefused, match="first"):
        desk.staff.add(BOSS)
    assert not desk.duty.is_staffed
    boss = desk.staff.add(BOSS, "4711")
    assert (desk.duty.member, desk.duty.role) == (boss.id, Role.SUPERVISOR)
    assert "4711" not in repr(boss) + str(casebook.setting("staff.members"))


def test_a_colleague_is_written_down_changed_and_retired(desk):
    desk.staff.add(BOSS, "4711")
    clerk = desk.staff.add(CLERK)
    assert not clerk.can_sign_in
    assert desk.staff.set_pin(clerk.id, "90210").can_sign_in
    changed = desk.staff.change(clerk.id, MemberDraft(" Timo  Uusi ", (Role.OUTREACH,), (Language.EN,)))
    assert (changed.name, changed.roles, changed.can_sign_in) == ("Timo Uusi", (Role.OUTREACH,), True)
    retired = desk.staff.retire(clerk.id)
    assert (retired.retired, retired.pin) == (True, "")
    assert [each.name for each in desk.staff.read()] == ["Maija Malli", "Timo Uusi"]
    with pytest.raises(MemberRefused, match="retired"):
        desk.staff.set_pin(clerk.id, "90210")
    desk.staff.add(MemberDraft("Timo Uusi", (Role.OUTREACH,)))
    with pytest.raises(MemberUnknown):
        desk.staff.retire(MemberId("nobody"))


def test_the_last_supervisor_cannot_be_taken_away(desk):
    boss = desk.staff.add(BOSS, "4711")
    with pytest.raises(LastSupervisor):
        desk.staff.retire(boss.id)
    with pytest.raises(LastSupervisor):
        desk.staff.change(boss.id, MemberDraft("Maija Malli", (Role.OUTREACH,)))
    other = desk.staff.add(MemberDraft("Sanna Sijainen", (Role.SUPERVISOR,)))
    with pytest.raises(LastSupervisor):
        desk.staff.retire(boss.id)
    desk.staff.set_pin(other.id, "3141592")
    assert desk.staff.retire(boss.id).retired


@pytest.mark.parametrize(
    ("draft", "error"),
    [
        (MemberDraft("  ", (Role.OUTREACH,)), MemberRefused),
        (MemberDraft("x" * 61, (Role.OUTREACH,)), MemberRefused),
        (MemberDraft("maija malli", (Role.OUTREACH,)), MemberRefused),
        (MemberDraft("Timo", ()), MemberRefused),
        (MemberDraft("Timo 131052-9982", (Role.OUTREACH,)), SecretInText),
    ],
    ids=["empty", "long", "taken", "no role", "identity code"],
)
def test_what_cannot_be_kept_of_a_colleague_changes_nothing(desk, draft, error):
    desk.staff.add(BOSS, "4711")
    with pytest.raises(error):
        desk.staff.add(draft)
    assert len(desk.staff.read()) == 1


def test_only_a_supervisor_keeps_staff_but_everybody_their_own_pin(desk):
    desk.staff.add(BOSS, "4711")
    clerk = desk.staff.add(CLERK, "90210")
    desk.sign_in.enter(clerk.id, "90210", Role.DIGITAL_SUPPORT)
    for refused in (
        lambda: desk.staff.add(MemberDraft("Uusi", (Role.OUTREACH,))),
        lambda: desk.staff.change(clerk.id, CLERK),
        lambda: desk.staff.retire(clerk.id),
        lambda: desk.staff.set_pin(desk.staff.read()[0].id, "8080"),
    ):
        with pytest.raises(NotYourRole):
            refused()
    desk.staff.set_pin(clerk.id, "8081")
    desk.sign_in.enter(clerk.id, "8081", Role.SERVICE_ADVISER)


@pytest.mark.parametrize(
    ("pin", "fault"),
    [
        ("123", PinFault.LENGTH),
        ("1234567890123", PinFault.LENGTH),
        ("", PinFault.DIGITS),
        ("12a4", PinFault.DIGITS),
        ("١٢٣٥", PinFault.DIGITS),
        ("7777", PinFault.SAME),
        ("1234", PinFault.SEQUENCE),
        ("7890", PinFault.SEQUENCE),
        ("4321", PinFault.SEQUENCE),
        ("4711", None),
    ],
)
def test_a_pin_that_anybody_would_try_first_is_refused(desk, pin, fault):
    assert fault_of_pin(pin) is fault
    boss = desk.staff.add(BOSS, "4711")
    if fault is not None:
        with pytest.raises(PinRefused, match=fault):
            desk.staff.set_pin(boss.id, pin)


actions = st.lists(
    st.tuples(st.sampled_from(["add", "change", "retire", "pin"]), st.integers(0, 4), st.sets(st.sampled_from(Role))),
    max_size=12,
)


@settings(max_examples=examples(60), deadline=None)
@given(actions)
def test_whatever_is_done_a_supervisor_who_can_sign_in_is_left(done):
    desk = desk_over(card_bundle())
    desk.staff.add(BOSS, "4711")
    for action, which, roles in done:
        members = desk.staff.read()
        member = members[which % len(members)]
        draft = MemberDraft(f"Uusi {which}", tuple(roles))
        try:
            match action:
                case "add":
                    desk.staff.add(draft, "90210" if which % 2 else "")
                case "change":
                    desk.staff.change(member.id, draft)
                case "retire":
                    desk.staff.retire(member.id)
                case _:
                    desk.staff.set_pin(member.id, "90210")
        except (LastSupervisor, MemberRefused):
            assert desk.staff.read() == members
        assert any(each.can_sign_in and Role.SUPERVISOR in each.roles for each in desk.staff.read())
