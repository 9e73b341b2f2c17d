"""The news of a shift: what is gone first, then what this desk uses most, and nothing of what it does not use."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desk.model.freshness import Surroundings
from desk.model.ids import ErrandId
from desk.model.local_text import LocalText
from desk.model.refresh import CatalogueChange, ChangedField, ChangeKind, ObjectKind
from desk.model.visit import Profile, VisitChannel
from i18n.language import Language
from tests.desk.usecases.fresh_desk import NOTICE, OFFICE, FreshDesk
from tests.fakes import FakeClock

MONDAY = FakeClock().now()
DEATH, MOVING = ErrandId("death_of_close_one"), ErrandId("moving_within_finland")
EN = Language.EN


@pytest.fixture
def fresh():
    """A desk in its second shift."""
    made = FreshDesk()
    made.desk.shift.begin()
    made.clock.advance(hours=7)
    made.desk.shift.end()
    made.clock.advance(hours=16)
    return made


def change(
    identity: str, what: ChangeKind, at: datetime, *fields: ChangedField, kind: ObjectKind = ObjectKind.SERVICE
) -> CatalogueChange:
    return CatalogueChange(at, what, kind, identity, LocalText({"fi": f"nimi {identity}"}), fields)


def night(hours: float = 10.0) -> datetime:
    return MONDAY + timedelta(hours=hours)


def test_the_first_shift_has_nothing_to_compare_with():
    fresh = FreshDesk()
    fresh.news.happened = [change(NOTICE, ChangeKind.GONE, fresh.clock.now())]
    fresh.desk.shift.begin()
    view = fresh.desk.what_changed(EN)
    assert (view.since, view.lines, view.rules_changed) == (None, (), False)


def test_a_desk_that_is_opened_again_the_same_day_goes_on_with_its_shift(fresh):
    began = fresh.desk.shift.begin()
    fresh.desk.shift.end()
    fresh.clock.advance(hours=1)
    assert fresh.desk.shift.begin() == began
    assert began.since == MONDAY + timedelta(hours=7)


def test_a_desk_that_was_cut_off_counts_from_when_it_began(fresh):
    tuesday = fresh.desk.shift.begin()
    fresh.clock.advance(days=1)
    assert fresh.desk.shift.begin().since == tuesday.began


def test_what_came_while_the_desk_was_closed_is_told_and_what_came_before_is_not(fresh):
    fresh.news.happened = [
        change(NOTICE, ChangeKind.CHANGED, night(), ChangedField.PHONE, ChangedField.HOURS),
        change(OFFICE, ChangeKind.CHANGED, MONDAY + timedelta(hours=3), kind=ObjectKind.CHANNEL),
    ]
    fresh.desk.shift.begin()
    (line,) = fresh.desk.what_changed(EN).lines
    assert (line.id, line.name) == (NOTICE, f"nimi {NOTICE}")
    assert line.text == "Changed: telephone number, opening hours."
    assert line.day == night().date()
    assert line.errands == ("Death of a close one",)


def test_what_this_desk_does_not_use_is_told_only_when_asked_for(fresh):
    fresh.news.happened = [change("elsewhere", ChangeKind.NEW, night())]
    fresh.desk.shift.begin()
    assert fresh.desk.what_changed(EN).lines == ()
    (line,) = fresh.desk.what_changed(EN, everything=True).lines
    assert (line.id, line.text, line.errands) == ("elsewhere", "New in the national catalogue.", ())


def test_channels_and_what_is_stood_in_for_belong_to_what_is_used(fresh):
    fresh.ties.tied[NOTICE] = Surroundings(frozenset({OFFICE}), frozenset({"shared"}), frozenset({"real"}))
    fresh.news.happened = [
        change(OFFICE, ChangeKind.GONE, night(), kind=ObjectKind.CHANNEL),
        change("shared", ChangeKind.CHANGED, night(), ChangedField.TEXT, kind=ObjectKind.GENERAL_DESCRIPTION),
        change("real", ChangeKind.GONE, night()),
        change("org", ChangeKind.CHANGED, night(), kind=ObjectKind.ORGANIZATION),
    ]
    fresh.desk.shift.begin()
    assert {line.id for line in fresh.desk.what_changed(EN).lines} == {OFFICE, "shared", "real"}


def test_gone_comes_first_then_what_is_used_most(fresh):
    for _ in range(3):
        fresh.desk.show_service(NOTICE)
        fresh.desk.show_service(OFFICE)
    fresh.ties.tied = {}
    fresh.catalogue.sheets["rare"] = replace(fresh.catalogue.sheets[NOTICE], id="rare")
    fresh.desk.show_service("rare")
    fresh.news.happened = [
        change("rare", ChangeKind.CHANGED, night(12), ChangedField.COST),
        change(OFFICE, ChangeKind.CHANGED, night(11), ChangedField.ADDRESS, kind=ObjectKind.CHANNEL),
        change("tiski-s-burial", ChangeKind.GONE, night(9)),
    ]
    fresh.desk.shift.begin()
    lines = fresh.desk.what_changed(EN).lines
    assert [(line.id, line.looked_at) for line in lines] == [("tiski-s-burial", 0), (OFFICE, 3), ("rare", 1)]


def test_the_same_sheet_drawn_again_is_not_looked_at_anew(fresh):
    for _ in range(5):
        fresh.desk.show_service(NOTICE)
    fresh.news.happened = [change(NOTICE, ChangeKind.CHANGED, night())]
    fresh.desk.shift.begin()
    assert fresh.desk.what_changed(EN).lines[0].looked_at == 1


def test_a_desk_with_visits_hears_of_their_errands_only(fresh):
    fresh.desk.open_visit(VisitChannel.DESK, Profile(), (MOVING,))
    fresh.news.happened = [change(NOTICE, ChangeKind.CHANGED, night())]
    fresh.desk.shift.begin()
    assert fresh.desk.what_changed(EN).lines == ()
    fresh.desk.open_visit(VisitChannel.DESK, Profile(), (DEATH,))
    assert len(fresh.desk.what_changed(EN).lines) == 1


def test_errands_of_long_ago_count_no_more(fresh):
    fresh.desk.open_visit(VisitChannel.DESK, Profile(), (DEATH,))
    fresh.clock.advance(days=80)
    fresh.desk.open_visit(VisitChannel.DESK, Profile(), (MOVING,))
    fresh.desk.shift.begin()
    fresh.news.happened = [change(NOTICE, ChangeKind.CHANGED, fresh.clock.now())]
    assert len(fresh.desk.what_changed(EN, since=night()).lines) == 1
    fresh.clock.advance(days=11)
    assert fresh.desk.what_changed(EN, since=night()).lines == ()


@pytest.mark.parametrize(
    ("story", "told"),
    [
        ([ChangeKind.NEW, ChangeKind.CHANGED], ChangeKind.NEW),
        ([ChangeKind.CHANGED, ChangeKind.GONE], ChangeKind.GONE),
        ([ChangeKind.GONE, ChangeKind.NEW], ChangeKind.CHANGED),
        ([ChangeKind.CHANGED, ChangeKind.CHANGED], ChangeKind.CHANGED),
    ],
)
def test_what_changed_more_than_once_is_told_once(fresh, story, told):
    fresh.news.happened = [change(NOTICE, what, night(8 + hour)) for hour, what in enumerate(story)]
    fresh.desk.shift.begin()
    (line,) = fresh.desk.what_changed(EN).lines
    assert line.change is told


def test_new_rules_are_told_once_and_by_the_next_shift_no_more(fresh):
    fresh.desk.world.casebook.set_setting("shift.content", "another version")
    fresh.desk.shift.begin()
    view = fresh.desk.what_changed(EN)
    assert view.rules_changed
    assert view.rules_text
    fresh.desk.shift.end()
    fresh.clock.advance(days=1)
    fresh.desk.shift.begin()
    assert not fresh.desk.what_changed(EN).rules_changed


def test_a_day_can_be_named(fresh):
    fresh.news.happened = [change(NOTICE, ChangeKind.CHANGED, MONDAY - timedelta(days=20))]
    since = MONDAY - timedelta(days=21)
    view = fresh.desk.what_changed(EN, since=since)
    assert (view.since, len(view.lines), view.rules_changed) == (since, 1, False)
