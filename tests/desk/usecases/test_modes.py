"""What each mode of help allows, and with which one a visit begins."""

from __future__ import annotations

import pytest

from desk.errors import ModeForbids, NotYourRole
from desk.events import ActedFor
from desk.model.ids import MandateId
from desk.model.mandate import DataKind
from desk.model.plan import Decision, Group
from desk.model.role import Role
from desk.model.visit import HelpMode, Profile, VisitChannel
from desk.usecases.duty import POINT_ROLE
from desk.usecases.modes import what_may
from i18n.language import Language
from tests.desk.usecases.rooms import BORN, CARD, FINE, GET_CARD, LIFE, MOVED, PAY_FINE, card_bundle, desk_over
from tests.fakes import FakeCasebook


def answered(desk, mode, channel=VisitChannel.DESK):
    """A visit with two steps to do."""
    visit = desk.open_visit(channel, Profile(mode), [CARD])
    for fact, said in ((BORN, "1990-05-17"), (LIFE, "works"), (MOVED, "no"), (FINE, "12")):
        desk.answer_question.give(visit.id, fact, said)
    return visit.id


def desk_as(role, casebook):
    """The desk of somebody in a role."""
    casebook.set_setting(POINT_ROLE, role.value)
    return desk_over(card_bundle(), casebook)


@pytest.mark.parametrize("mode", [HelpMode.ADVISE, HelpMode.ACT_FOR])
def test_only_together_a_step_is_handled_by_saying_so(desk, mode):
    visit = answered(desk, mode)
    before = len(desk.world.casebook.events_of(visit))
    with pytest.raises(ModeForbids) as refused:
        desk.take_step.decide(visit, PAY_FINE, Decision.HANDLED)
    assert refused.value.details["kind"] == mode
    assert len(desk.world.casebook.events_of(visit)) == before
    for decision in (Decision.AGREED, Decision.POSTPONED, Decision.DECLINED, None):
        desk.take_step.decide(visit, PAY_FINE, decision)


def test_together_every_decision_is_open(desk):
    visit = answered(desk, HelpMode.TOGETHER)
    assert what_may(desk.journal.load(visit), PAY_FINE).decisions == frozenset(Decision)
    assert desk.take_step.decide(visit, PAY_FINE, Decision.HANDLED).steps[PAY_FINE].decision is Decision.HANDLED


def test_what_was_handled_together_stays_so_in_another_mode(desk):
    visit = answered(desk, HelpMode.TOGETHER)
    desk.take_step.decide(visit, PAY_FINE, Decision.HANDLED)
    desk.set_profile(visit, Profile(HelpMode.ADVISE))
    desk.take_step.decide(visit, PAY_FINE, Decision.HANDLED, "paid at the desk")
    with pytest.raises(ModeForbids):
        desk.take_step.decide(visit, GET_CARD, Decision.HANDLED)


def test_for_a_citizen_a_step_is_handled_by_an_act_and_only_that_step(desk):
    visit = answered(desk, HelpMode.ACT_FOR)
    assert what_may(desk.journal.load(visit), PAY_FINE).by_act
    act = ActedFor(PAY_FINE, MandateId("m"), 0, frozenset({DataKind.MONEY}), "A-1")
    desk.journal.record(visit, act)
    desk.take_step.decide(visit, PAY_FINE, Decision.HANDLED)
    with pytest.raises(ModeForbids):
        desk.take_step.decide(visit, GET_CARD, Decision.HANDLED)


@pytest.mark.parametrize("channel", VisitChannel)
def test_what_is_done_for_a_citizen_is_done_here_however_they_meet(desk, channel):
    def groups(mode):
        view = desk.show_visit(answered(desk, mode, channel), Language.FI)
        return {step.step.group for step in view.steps if step.step.id == GET_CARD}

    assert groups(HelpMode.ACT_FOR) == {Group.HERE}
    assert groups(HelpMode.ADVISE) == {Group.YOU}


def test_a_visit_begins_as_the_last_one_did_in_that_role_but_never_by_acting(clock):
    casebook = FakeCasebook()
    desk = desk_over(card_bundle(), casebook, clock)
    assert desk.help_defaults.mode() is HelpMode.TOGETHER
    desk.help_defaults.remember(HelpMode.ADVISE)
    desk.help_defaults.remember(HelpMode.ACT_FOR)
    assert desk_over(card_bundle(), casebook, clock).help_defaults.mode() is HelpMode.ADVISE
    outreach = desk_as(Role.OUTREACH, casebook)
    assert outreach.help_defaults.mode() is HelpMode.TOGETHER
    outreach.help_defaults.remember(HelpMode.ADVISE)
    assert desk_as(Role.SERVICE_ADVISER, casebook).help_defaults.mode() is HelpMode.TOGETHER
    assert desk_as(Role.OUTREACH, casebook).help_defaults.mode() is HelpMode.ADVISE


def test_digital_support_never_acts_for_anybody():
    desk = desk_as(Role.DIGITAL_SUPPORT, FakeCasebook())
    assert desk.help_defaults.modes == (HelpMode.ADVISE, HelpMode.TOGETHER)
    with pytest.raises(NotYourRole):
        desk.open_visit(VisitChannel.DESK, Profile(HelpMode.ACT_FOR), [CARD])
    visit = answered(desk, HelpMode.TOGETHER)
    with pytest.raises(NotYourRole):
        desk.set_profile(visit, Profile(HelpMode.ACT_FOR))
