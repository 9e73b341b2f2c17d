"""What the desk handles, and what it only advises on: principal × task × days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk.errors import BadAgreement
from desk.model.agreement import Agreement, Guidance, Task, help_with
from desk.model.ids import AgencyId, ErrandId, FactName
from desk.model.path import Mode
from desk.model.plan import Group
from desk.model.visit import Profile, VisitChannel
from desk.usecases.agreements import Agreements
from desk.usecases.duty import Duty
from i18n.language import Language
from tests.desk.usecases.rooms import real_bundle
from tests.fakes import FakeCasebook

KELA = AgencyId("kela")
DAY = date(2026, 11, 22)


@pytest.fixture
def agreements() -> Agreements:
    casebook = FakeCasebook()
    return Agreements(casebook, real_bundle(), Duty(casebook))


def test_nothing_written_down_is_nothing_agreed(agreements) -> None:
    assert agreements.read() == ()
    assert help_with((), KELA, "kela", Task.E_SERVICES, DAY).guidance is Guidance.NO_AGREEMENT


@pytest.mark.parametrize(
    ("agreement", "guidance", "day"),
    [
        (Agreement(KELA), None, None),
        (Agreement(KELA, (Task.E_SERVICES,)), None, None),
        (Agreement(KELA, (Task.DOCUMENTS_IN,)), Guidance.OTHER_TASKS, None),
        (Agreement(KELA, (), DAY, DAY), None, DAY),
        (Agreement(KELA, (), DAY + timedelta(1)), Guidance.NOT_YET, DAY + timedelta(1)),
        (Agreement(KELA, (), None, DAY - timedelta(1)), Guidance.OVER, DAY - timedelta(1)),
        (Agreement(AgencyId("vero")), Guidance.NO_AGREEMENT, None),
    ],
)
def test_an_agreement_covers_a_principal_its_tasks_and_its_days(agreement, guidance, day) -> None:
    found = help_with([agreement], KELA, "kela", Task.E_SERVICES, DAY)
    assert (found.guidance, found.day) == (guidance, day)
    assert found.is_handled is (guidance is None)


def test_an_agreement_without_an_end_outlasts_one_with_an_end() -> None:
    both = [Agreement(KELA, (), None, DAY), Agreement(KELA)]
    assert help_with(both, KELA, "kela", Task.E_SERVICES, DAY).day is None


@pytest.mark.parametrize(("kind", "guidance"), [("bank", Guidance.NO_AUTHORITY), ("other", Guidance.OWN)])
def test_with_who_is_no_authority_nothing_can_be_agreed(kind, guidance) -> None:
    bank = AgencyId("bank")
    assert help_with([Agreement(bank)], bank, kind, Task.E_SERVICES, DAY).guidance is guidance


def test_what_is_written_is_read_again_each_once(agreements) -> None:
    one = Agreement(KELA, (Task.DOCUMENTS_IN, Task.IDENTITY), date(2026, 1, 1), date(2026, 12, 31))
    agreements.agree(one)
    agreements.agree(one)
    kept = Agreement(KELA, (Task.IDENTITY, Task.DOCUMENTS_IN), date(2026, 1, 1), date(2026, 12, 31))
    assert agreements.read() == (kept,)
    assert agreements.agree(Agreement(AgencyId("dvv"), tuple(Task)))[0] == Agreement(AgencyId("dvv"))
    assert agreements.withdraw(kept) == (Agreement(AgencyId("dvv")),)


@pytest.mark.parametrize(
    ("agreement", "kind"),
    [
        (Agreement(AgencyId("keela")), "unknown"),
        (Agreement(AgencyId("bank")), "no_authority"),
        (Agreement(KELA, (), date(2026, 2, 1), date(2026, 1, 31)), "days"),
    ],
)
def test_what_cannot_be_agreed_is_refused_and_nothing_is_kept(agreements, agreement, kind) -> None:
    with pytest.raises(BadAgreement) as refused:
        agreements.agree(agreement)
    assert refused.value.details["kind"] == kind
    assert agreements.read() == ()


def test_an_agreement_ends_on_a_day_or_is_taken_away(agreements) -> None:
    agreements.agree(Agreement(KELA, (), date(2026, 1, 1)))
    with pytest.raises(BadAgreement):
        agreements.end(KELA, date(2025, 12, 31))
    assert agreements.end(KELA, DAY)[0].last_day == DAY
    assert agreements.end(KELA, DAY + timedelta(9))[0].last_day == DAY, "what ended earlier stays so"
    assert agreements.end(KELA) == ()
    with pytest.raises(BadAgreement):
        agreements.end(KELA)


def test_what_handling_a_step_is_follows_its_mode_unless_it_is_said() -> None:
    steps = real_bundle().definitions.steps().values()
    by_mode = {step.mode: step.desk_task for step in steps if step.task is None}
    assert by_mode[Mode.PAPER] is Task.DOCUMENTS_IN
    assert by_mode[Mode.REMOTE] is Task.REMOTE_SERVICE
    assert by_mode[Mode.SELF_SERVICE] is Task.E_SERVICES


def test_screen_and_plan_say_what_is_handled_and_what_is_advice(real_desk):
    visit = real_desk.open_visit(VisitChannel.DESK, Profile(), [ErrandId("housing_and_social_assistance")]).id
    real_desk.answer_question.give(visit, FactName("citizen.safety_risk"), "no")

    def told():
        view = real_desk.show_visit(visit, Language.EN)
        plan = real_desk.make_plan.preview(visit, Language.EN)
        assert all(step.help is None for step in plan.steps if step.group is not Group.HERE)
        shown = [each.step for each in view.in_group(Group.HERE)]
        assert shown
        return [{(step.id, step.help.guidance) for step in steps if step.help} for steps in (shown, plan.steps)]

    screen, paper = told()
    assert screen == paper
    assert all(why is not None for _step, why in screen)
    real_desk.agreements.agree(Agreement(KELA))
    screen, paper = told()
    assert screen == paper
    assert any(why is None for _step, why in screen)
