"""Something is done in a citizen's name: only under a line that allows it at that moment, and the reason is told."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings, strategies as st

from desk.errors import (
    DeskError,
    MandateDoesNotAllow,
    NotActingFor,
    NotYourRole,
    SecretInText,
    StepUnknown,
)
from desk.events import ActedFor, LinesWithdrawn, MandateDrawn, MandateSigned, StepDecided
from desk.model.ids import MandateId, StepId
from desk.model.mandate import CapacityAnswer, DataKind, Lasting, Mandate, MandateForm, RegisterResult, ScopeLine
from desk.model.mandate_rules import Allowed, Refusal
from desk.model.path import ChannelKind
from desk.model.plan import Decision
from desk.model.role import Role
from desk.model.visit import HelpMode, Outcome, Profile
from desk.usecases.duty import POINT_ROLE
from desk.usecases.give_mandate import Wish
from i18n.language import Language
from tests.desk.usecases.mandated import (
    CHECK_BENEFITS,
    CONTACT_AND_MONEY,
    HOUSING,
    KELA,
    KELA_LINE,
    SIGNED,
    TAX_CARD,
    TELL_CHANGES,
    VERO,
    VERO_LINE,
    WORK,
    acted_for,
    acting_desk,
    drawn,
    signed,
)
from tests.fakes import FakeCasebook, FakeClock
from tests.thorough import examples


@pytest.fixture
def desk(clock):
    return acting_desk(clock=clock)


def refused(desk, visit, step=CHECK_BENEFITS, kinds=CONTACT_AND_MONEY, by=None):
    """Why an act is stopped; nothing was written down."""
    before = desk.world.casebook.events_of(visit.id)
    with pytest.raises(MandateDoesNotAllow) as stopped:
        desk.mandates.act.do(visit.id, step, kinds, "KELA/1", by)
    assert desk.world.casebook.events_of(visit.id) == before
    looked = desk.mandates.act.may(visit.id, step, kinds, by)
    assert looked.why == stopped.value.details["kind"], "what a screen shows beforehand is what stops the act"
    return looked


def test_an_act_is_written_down_with_its_line_and_the_step_is_handled_in_one_go(desk):
    visit = acted_for(desk)
    mandate = signed(desk, visit.id, VERO_LINE, KELA_LINE)
    acted = desk.mandates.act.do(visit.id, CHECK_BENEFITS, frozenset({DataKind.CONTACT}), " KELA/12/2026 ")
    (act,) = acted.acts
    assert (act.step, act.mandate, act.line, act.reference) == (CHECK_BENEFITS, mandate.mandate.id, 1, "KELA/12/2026")
    assert act.kinds == {DataKind.CONTACT}
    assert act.titles[Language.FI] == desk.world.bundle.words("fi")["step.support_check_benefits.title"]
    assert acted.steps[CHECK_BENEFITS].decision is Decision.HANDLED
    kinds = [record.kind for record in desk.world.casebook.events_of(visit.id)][-2:]
    assert kinds == [ActedFor.__name__, StepDecided.__name__]


def test_each_refusal_names_what_stands_against_the_act(desk, clock):
    visit = acted_for(desk)
    assert refused(desk, visit).why is Refusal.NOT_GIVEN
    mandate = drawn(desk, visit.id)
    assert refused(desk, visit).why is Refusal.UNSIGNED
    desk.mandates.give.sign(visit.id, mandate.mandate.id, SIGNED)
    no_line = refused(desk, visit, TAX_CARD)
    assert (no_line.why, no_line.deed.agency, no_line.line) == (Refusal.NO_LINE, VERO, None)
    too_much = refused(desk, visit, kinds=CONTACT_AND_MONEY | {DataKind.HEALTH})
    assert (too_much.why, too_much.too_much, too_much.line) == (Refusal.TOO_MUCH_DATA, {DataKind.HEALTH}, 0)
    desk.mandates.withdraw(visit.id, mandate.mandate.id)
    withdrawn = refused(desk, visit)
    assert (withdrawn.why, withdrawn.day) == (Refusal.WITHDRAWN, clock.today())


def test_a_mandate_counts_on_its_last_day_and_not_on_the_next(desk, clock):
    visit = acted_for(desk)
    last_day = signed(desk, visit.id).mandate.last_day
    clock.moment = clock.moment.replace(year=last_day.year, month=last_day.month, day=last_day.day)
    assert isinstance(desk.mandates.act.may(visit.id, CHECK_BENEFITS), Allowed)
    clock.advance(days=1)
    expired = refused(desk, visit)
    assert (expired.why, expired.day) == (Refusal.EXPIRED, last_day)


def test_what_is_too_much_is_told_of_the_line_that_lacks_least(desk):
    visit = acted_for(desk)
    signed(desk, visit.id, ScopeLine(HOUSING, KELA, frozenset({DataKind.FAMILY})))
    nearer = signed(desk, visit.id, ScopeLine(HOUSING, KELA, frozenset({DataKind.CONTACT})))
    told = refused(desk, visit)
    assert (told.mandate, told.too_much) == (nearer.mandate.id, {DataKind.MONEY})


def test_two_lines_of_different_mandates_are_never_put_together(desk):
    """One gives contact, the other money: neither of them gives both, whatever their sum."""
    visit = acted_for(desk)
    signed(desk, visit.id, ScopeLine(HOUSING, KELA, frozenset({DataKind.CONTACT})))
    signed(desk, visit.id, ScopeLine(HOUSING, KELA, frozenset({DataKind.MONEY})))
    assert refused(desk, visit).why is Refusal.TOO_MUCH_DATA


def test_this_visit_ends_with_the_visit_and_stays_ended_when_the_plan_is_taken_up_again(desk):
    visit = acted_for(desk)
    mandate = signed(desk, visit.id, lasting=Lasting.THIS_VISIT)
    desk.mandates.act.do(visit.id, CHECK_BENEFITS, CONTACT_AND_MONEY)
    desk.make_plan.agree(visit.id, Language.FI)
    desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True)
    taken_up = desk.close_visit.resume(visit.id)
    assert taken_up.mandates[mandate.mandate.id].ended is not None
    assert refused(desk, taken_up, TELL_CHANGES).why is Refusal.CLOSED


def test_until_a_day_goes_on_when_a_kept_plan_is_taken_up_again(desk):
    visit = acted_for(desk)
    signed(desk, visit.id)
    desk.make_plan.agree(visit.id, Language.FI)
    desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True)
    taken_up = desk.close_visit.resume(visit.id)
    acted = desk.mandates.act.do(taken_up.id, CHECK_BENEFITS, CONTACT_AND_MONEY)
    assert len(acted.acts) == 1


def test_until_closed_ends_with_its_errands(desk):
    visit = acted_for(desk, HOUSING)
    signed(desk, visit.id, lasting=Lasting.UNTIL_CLOSED)
    assert isinstance(desk.mandates.act.may(visit.id, CHECK_BENEFITS), Allowed)
    path = desk.visit_errands.path(desk.journal.load(visit.id))
    for step in path.shown:
        if step.id != CHECK_BENEFITS:
            desk.take_step.decide(visit.id, step.id, Decision.DECLINED)
    assert isinstance(desk.mandates.act.may(visit.id, CHECK_BENEFITS), Allowed)
    desk.mandates.act.do(visit.id, CHECK_BENEFITS, CONTACT_AND_MONEY)
    assert refused(desk, visit).why is Refusal.CLOSED


@pytest.mark.parametrize("mode", [HelpMode.ADVISE, HelpMode.TOGETHER])
def test_nothing_is_done_in_a_name_in_another_mode_of_help(desk, mode):
    visit = acted_for(desk)
    signed(desk, visit.id)
    desk.set_profile(visit.id, Profile(mode=mode))
    with pytest.raises(NotActingFor):
        desk.mandates.act.do(visit.id, CHECK_BENEFITS, CONTACT_AND_MONEY)


def test_a_role_that_may_not_act_does_not_act_draw_or_sign(clock):
    casebook = FakeCasebook()
    desk = acting_desk(casebook, clock)
    visit = acted_for(desk)
    given = drawn(desk, visit.id)
    casebook.set_setting(POINT_ROLE, Role.CONTENT_KEEPER)
    other = acting_desk(casebook, clock)
    for forbidden in (
        lambda: other.mandates.act.do(visit.id, CHECK_BENEFITS, CONTACT_AND_MONEY),
        lambda: other.mandates.give.sign(visit.id, given.mandate.id, SIGNED),
        lambda: drawn(other, visit.id),
    ):
        with pytest.raises(NotYourRole):
            forbidden()


def test_bad_input_changes_nothing(desk):
    visit = acted_for(desk)
    signed(desk, visit.id)
    before = desk.world.casebook.events_of(visit.id)
    with pytest.raises(StepUnknown):
        desk.mandates.act.do(visit.id, StepId("no_such_step"), CONTACT_AND_MONEY)
    with pytest.raises(SecretInText):
        desk.mandates.act.do(visit.id, CHECK_BENEFITS, CONTACT_AND_MONEY, "PIN-koodi: 1234")
    assert desk.world.casebook.events_of(visit.id) == before


@pytest.mark.parametrize(
    ("step", "line", "by", "why"),
    [
        (CHECK_BENEFITS, KELA_LINE, ChannelKind.E_SERVICE, None),
        (CHECK_BENEFITS, KELA_LINE, ChannelKind.PHONE, Refusal.REGISTER_NOT_THIS_WAY),
        (CHECK_BENEFITS, KELA_LINE, ChannelKind.VISIT, Refusal.REGISTER_NOT_THIS_WAY),
        (CHECK_BENEFITS, KELA_LINE, ChannelKind.MAIL, Refusal.REGISTER_NOT_THIS_WAY),
        (TAX_CARD, VERO_LINE, ChannelKind.E_SERVICE, None),
        (TAX_CARD, VERO_LINE, ChannelKind.PHONE, None),
        (TAX_CARD, VERO_LINE, ChannelKind.VISIT, None),
        (TAX_CARD, VERO_LINE, ChannelKind.MAIL, Refusal.REGISTER_NOT_THIS_WAY),
    ],
)
def test_a_mandate_of_the_national_register_counts_where_its_agency_takes_it(desk, step, line, by, why):
    visit = acted_for(desk)
    drawn(desk, visit.id, (line,), MandateForm.REGISTER)
    found = desk.mandates.act.may(visit.id, step, CONTACT_AND_MONEY, by)
    assert (None if isinstance(found, Allowed) else found.why) is why
    if why is not None:
        assert found.theme.source, "the refusal says where it was seen"


def test_an_agency_that_nobody_has_asked_about_takes_no_mandate_of_the_register(desk):
    visit = acted_for(desk)
    step = next(each for each in desk.visit_errands.path(visit).steps if each.agency == "employment_authority")
    line = ScopeLine(step.errand, step.agency, frozenset(DataKind))
    drawn(desk, visit.id, (line,), MandateForm.REGISTER)
    assert refused(desk, visit, step.id).why is Refusal.REGISTER_NOT_KNOWN


def test_a_register_that_was_not_asked_counts_until_the_day_by_which_somebody_looks(desk, clock):
    visit = acted_for(desk)
    given = drawn(desk, visit.id, (VERO_LINE,), MandateForm.REGISTER)
    assert given.register is RegisterResult.NOT_CHECKED
    assert given.check_by == clock.today() + timedelta(days=7)
    clock.advance(days=7)
    assert isinstance(desk.mandates.act.may(visit.id, TAX_CARD, by=ChannelKind.PHONE), Allowed)
    clock.advance(days=1)
    assert refused(desk, visit, TAX_CARD, by=ChannelKind.PHONE).why is Refusal.CHECK_OVERDUE
    again = desk.mandates.check_register(visit.id, given.mandate.id)
    assert again.check_by == given.check_by, "not being able to look moves the day on for nobody"
    desk.mandates.check_register(visit.id, given.mandate.id, RegisterResult.VALID)
    assert isinstance(desk.mandates.act.may(visit.id, TAX_CARD, by=ChannelKind.PHONE), Allowed)
    desk.mandates.check_register(visit.id, given.mandate.id, RegisterResult.NOT_FOUND)
    assert refused(desk, visit, TAX_CARD, by=ChannelKind.PHONE).why is Refusal.NOT_IN_REGISTER


def test_a_register_that_can_be_asked_is_asked_when_the_mandate_is_drawn(desk):
    visit = acted_for(desk)
    desk.world.register.known["Maija Mallikas"] = RegisterResult.VALID
    given = drawn(desk, visit.id, (VERO_LINE,), MandateForm.REGISTER)
    assert (given.register, given.check_by) == (RegisterResult.VALID, None)
    (asked,) = desk.world.register.asked
    assert (asked.giver, asked.agencies) == ("Maija Mallikas", (VERO,))


# Whatever happens

_WISH = Wish((), lasting=Lasting.UNTIL_DAY)
_CLEAR = CapacityAnswer.CLEAR

LINES = (
    KELA_LINE,
    VERO_LINE,
    ScopeLine(HOUSING, KELA, frozenset({DataKind.CONTACT})),
    ScopeLine(WORK, KELA, frozenset(DataKind)),
)
HAPPENING = st.one_of(
    st.tuples(st.just("draw"), st.sampled_from(LINES), st.sampled_from(Lasting), st.integers(0, 40)),
    st.tuples(st.just("speak"), st.sampled_from(LINES), st.sampled_from(Lasting), st.integers(0, 14)),
    st.tuples(st.just("sign"), st.integers(0, 3)),
    st.tuples(st.just("withdraw"), st.integers(0, 3)),
    st.tuples(st.just("renew"), st.integers(0, 3), st.integers(0, 40)),
    st.tuples(st.just("wait"), st.integers(1, 20)),
    st.tuples(st.just("end")),
    st.tuples(
        st.just("act"),
        st.sampled_from((CHECK_BENEFITS, TELL_CHANGES, TAX_CARD, StepId("general_benefit"))),
        st.frozensets(st.sampled_from((DataKind.CONTACT, DataKind.MONEY, DataKind.HEALTH))),
    ),
)


class _Day:
    """One visit in which things happen; what cannot be done is refused with a known error."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.desk = acting_desk(clock=self.clock)
        self.visit = acted_for(self.desk).id

    def happen(self, happening) -> None:
        """Let something happen, or be refused: what counts is what the journal says in the end."""
        what, *rest = happening
        with suppress(DeskError):
            getattr(self, f"_{what}")(*rest)

    def _mandate(self, at):
        given = list(self.desk.journal.load(self.visit).mandates)
        return given[at % len(given)] if given else "none"

    def _draw(self, line, lasting, days, form=MandateForm.PAPER):
        drawn(self.desk, self.visit, (line,), form, lasting, self.clock.today() + timedelta(days=days))

    def _speak(self, line, lasting, days):
        self._draw(line, lasting, days, MandateForm.SPOKEN)
        self.desk.mandates.give.read_back(self.visit, list(self.desk.journal.load(self.visit).mandates)[-1])

    def _sign(self, at):
        self.desk.mandates.give.sign(self.visit, self._mandate(at), SIGNED)

    def _withdraw(self, at):
        self.desk.mandates.withdraw(self.visit, self._mandate(at))

    def _renew(self, at, days):
        wish = replace(_WISH, last_day=self.clock.today() + timedelta(days=days))
        self.desk.mandates.give.check_capacity(self.visit, _CLEAR)
        renewed = self.desk.mandates.give.renew(self.visit, self._mandate(at), wish)
        assert renewed.signing is None, "a renewed mandate is unsigned"
        assert renewed.mandate.drawn_on == self.clock.today()

    def _wait(self, days):
        self.clock.advance(days=days)

    def _end(self):
        self.desk.make_plan.agree(self.visit, Language.FI)
        self.desk.close_visit.end(self.visit, Outcome.PLAN_GIVEN, keep=True)
        self.desk.close_visit.resume(self.visit)

    def _act(self, step, kinds):
        self.desk.mandates.act.do(self.visit, step, kinds)


@settings(max_examples=examples(40), deadline=None)
@given(happenings=st.lists(HAPPENING, max_size=14))
def test_no_act_is_recorded_without_a_line_that_allowed_it_then(happenings):
    """Judged from the journal alone, by other means than the program's own rules."""
    day = _Day()
    for happening in happenings:
        day.happen(happening)
    drawn_then: dict[MandateId, Mandate] = {}
    signed_then: set[MandateId] = set()
    gone: set[tuple[MandateId, int]] = set()
    ended: set[MandateId] = set()
    steps = {step.id: step for step in day.desk.visit_errands.path(day.desk.journal.load(day.visit)).shown}
    for record in day.desk.world.casebook.events_of(day.visit):
        match record.event:
            case MandateDrawn(mandate):
                drawn_then[mandate.id] = mandate
            case MandateSigned(id, _):
                signed_then.add(id)
            case LinesWithdrawn(id, lines):
                gone.update((id, line) for line in lines)
            case ActedFor(step, id, line, kinds):
                mandate = drawn_then[id]
                allowed_by = mandate.lines[line]
                assert id in signed_then
                assert id not in ended
                assert (id, line) not in gone
                assert mandate.drawn_on <= record.at.date() <= mandate.last_day
                assert kinds <= allowed_by.kinds
                assert (allowed_by.errand, allowed_by.agency) == (steps[step].errand, steps[step].agency)
            case _ if record.kind == "VisitEnded":
                ended |= {id for id, each in drawn_then.items() if each.lasting is Lasting.THIS_VISIT}


def test_a_glance_at_all_steps_says_of_each_what_a_look_says(desk):
    visit = acted_for(desk)
    steps = [step.id for step in desk.visit_errands.path(visit).shown]
    assert desk.mandates.act.at_a_glance(visit.id, steps) == {}, "no mandate was drawn"
    given = signed(desk, visit.id, KELA_LINE, replace(VERO_LINE, kinds=frozenset({DataKind.MONEY})))
    for days in (0, 60):  # then its last day is over
        desk.world.clock.advance(days=days)
        found = desk.mandates.act.at_a_glance(visit.id, [*steps, StepId("not_there")])
        assert found == {step: desk.mandates.act.may(visit.id, step) for step in steps}
        assert any(isinstance(each, Allowed) for each in found.values()) is not days
    assert given.mandate.id in {each.mandate for each in found.values()}
    desk.set_profile(visit.id, replace(visit.profile, mode=HelpMode.TOGETHER))
    assert desk.mandates.act.at_a_glance(visit.id, steps) == {}
