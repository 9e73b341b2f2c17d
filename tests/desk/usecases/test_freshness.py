"""What is old says so: the status, a sheet, a channel, a step, a plan; when it is old is the desk's own choice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk.errors import PolicyRefused
from desk.model.catalogue import Source
from desk.model.freshness import FreshnessPolicy, ObjectAge, is_stale, known_on
from desk.model.ids import ErrandId
from desk.model.search import CatalogueStatus, ServicePointer
from desk.model.visit import Profile, VisitChannel
from i18n.language import Language
from tests.desk.usecases.fresh_desk import NOTICE, FreshDesk
from tests.fakes import FakeClock

NOW = FakeClock().now()
DEATH = ErrandId("death_of_close_one")


@pytest.fixture
def fresh():
    return FreshDesk()


def test_nothing_set_is_thirty_days_and_every_day(fresh):
    assert fresh.desk.catalogue_policy.read() == FreshnessPolicy(30, 24)
    assert fresh.desk.catalogue_policy.read().refreshes_itself


def test_a_policy_is_kept(fresh):
    fresh.desk.catalogue_policy.write(FreshnessPolicy(7, 0))
    assert fresh.desk.catalogue_policy.read() == FreshnessPolicy(7, 0)
    assert not fresh.desk.catalogue_policy.read().refreshes_itself


@pytest.mark.parametrize(
    "policy", [FreshnessPolicy(0), FreshnessPolicy(366), FreshnessPolicy(30, -1), FreshnessPolicy(30, 745)]
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(fresh, policy):
    fresh.desk.catalogue_policy.write(FreshnessPolicy(7, 12))
    with pytest.raises(PolicyRefused):
        fresh.desk.catalogue_policy.write(policy)
    assert fresh.desk.catalogue_policy.read() == FreshnessPolicy(7, 12)


@pytest.mark.parametrize("kept", ["", "x", "-5", "0", "9999", "٣", "1e9"])
def test_a_setting_that_cannot_be_meant_is_as_usual(fresh, kept):
    fresh.desk.world.casebook.set_setting("catalogue.stale_days", kept)
    assert fresh.desk.catalogue_policy.read().stale_days == 30


@pytest.mark.parametrize(("days", "stale"), [(30, False), (31, True)])
def test_a_sheet_is_old_when_the_policy_says_so(fresh, days, stale):
    fresh.fetched_ago(timedelta(days=days))
    shown = fresh.desk.show_service(NOTICE).sheet
    assert (shown.stale, shown.channels[0].stale) == (stale, stale)
    found = fresh.desk.sheet_of_pointer(ServicePointer(service=NOTICE))
    assert found is not None
    assert found.stale is stale


def test_a_shorter_policy_makes_more_old_at_once(fresh):
    fresh.fetched_ago(timedelta(days=8))
    assert not fresh.desk.show_service(NOTICE).sheet.stale
    fresh.desk.catalogue_policy.write(FreshnessPolicy(7))
    assert fresh.desk.show_service(NOTICE).sheet.stale


def test_a_channel_is_judged_by_its_own_age(fresh):
    fresh.fetched_ago(timedelta(days=1), channel_ago=timedelta(days=40))
    shown = fresh.desk.show_service(NOTICE).sheet
    assert (shown.stale, shown.channels[0].stale) == (False, True)


def test_the_starter_catalogue_is_as_old_as_its_check_whatever_the_policy():
    def age(checked: date | None) -> ObjectAge:
        return ObjectAge(NOW, Source(starter=True, checked=checked))

    year_ago = NOW.date() - timedelta(days=365)
    limit = timedelta(days=1)
    assert not is_stale(age(year_ago), NOW, limit)
    assert is_stale(age(year_ago - timedelta(days=1)), NOW, limit)
    assert not is_stale(age(None), NOW + timedelta(days=99), limit)
    assert known_on(age(year_ago)) == year_ago
    assert known_on(age(None)) == NOW.date()


@pytest.mark.parametrize(("days", "stale"), [(None, False), (30, False), (31, True)])
def test_the_catalogue_as_a_whole_is_old_by_the_same_policy(fresh, monkeypatch, days, stale):
    as_of = None if days is None else NOW - timedelta(days=days)
    monkeypatch.setattr(fresh.catalogue, "status", lambda now: CatalogueStatus(as_of=as_of))
    assert fresh.desk.catalogue_status().stale is stale


def steps(fresh: FreshDesk):
    visit = fresh.desk.open_visit(VisitChannel.DESK, Profile(), (DEATH,))
    view = fresh.desk.show_visit(visit.id, Language.FI)
    plan = fresh.desk.make_plan.preview(visit.id, Language.FI)
    return view, plan


def test_a_step_whose_service_is_old_says_since_when_on_screen_and_on_the_plan(fresh):
    fresh.fetched_ago(timedelta(days=45))
    view, plan = steps(fresh)
    day = NOW.date() - timedelta(days=45)
    on_screen = {each.step.id for each in view.steps if each.stale_since == day}
    on_paper = {each.id for each in plan.steps if each.stale_since == day}
    pointing = {step.id for step in fresh.desk.world.bundle.definitions.errands[DEATH].steps if step.service == NOTICE}
    assert on_screen == on_paper == pointing & {each.step.id for each in view.steps}
    assert on_screen
    assert all(each.stale_since is None for each in view.steps if each.step.id not in pointing)


def test_a_step_whose_service_is_fresh_or_unknown_says_nothing(fresh):
    view, plan = steps(fresh)
    assert not any(each.stale_since for each in (*view.steps, *plan.steps))


def test_a_step_whose_service_is_of_the_starter_catalogue_speaks_for_itself(fresh):
    old = Source(starter=True, checked=NOW.date() - timedelta(days=900))
    fresh.ties.known[NOTICE] = ObjectAge(NOW - timedelta(days=900), old)
    view, plan = steps(fresh)
    assert not any(each.stale_since for each in (*view.steps, *plan.steps))


def test_an_agreed_plan_stays_as_it_was_agreed(fresh):
    visit = fresh.desk.open_visit(VisitChannel.DESK, Profile(), (DEATH,))
    fresh.fetched_ago(timedelta(days=45))
    fresh.desk.make_plan.agree(visit.id, Language.FI)
    agreed = fresh.desk.journal.load(visit.id).plan
    assert agreed is not None
    assert any(step.stale_since for step in agreed.steps)
