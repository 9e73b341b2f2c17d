"""The days of a visit's plan as a calendar file."""

from __future__ import annotations

import pytest
from icalendar import Calendar

from desk.errors import NoDayInPlan, VisitEnded
from desk.events import PaperMade
from desk.model.ids import ErrandId, FactName
from desk.model.plan import Decision
from i18n.language import Language
from tests.desk.usecases.rooms import desk_over, opened, real_bundle


@pytest.fixture
def desk():
    return desk_over(real_bundle())


@pytest.fixture
def visit(desk):
    visit = opened(desk, ErrandId("death_of_close_one"))
    desk.answer_question.give(visit.id, FactName("deceased.died_on"), "2026-11-02")
    return visit


def uids(content: bytes) -> dict[str, int]:
    return {str(event["UID"]): int(str(event["SEQUENCE"])) for event in Calendar.from_ical(content).walk("VEVENT")}


def test_made_again_in_another_language_the_days_are_the_same(desk, visit) -> None:
    plan = desk.make_plan.preview(visit.id, Language.FI)
    first = uids(desk.make_calendar.file(visit.id, plan))
    desk.world.clock.advance(days=1)
    again = uids(desk.make_calendar.file(visit.id, desk.make_plan.preview(visit.id, Language.SV), named=True))
    assert first
    assert first.keys() == again.keys()
    assert all(again[uid] > first[uid] for uid in first)


def test_a_plan_without_days_has_no_calendar(desk, visit) -> None:
    for step in desk.make_plan.preview(visit.id, Language.FI).steps:
        desk.take_step.decide(visit.id, step.id, Decision.DECLINED, "no")
    with pytest.raises(NoDayInPlan):
        desk.make_calendar.file(visit.id, desk.make_plan.preview(visit.id, Language.FI))


def test_that_it_was_made_is_noted_while_the_visit_is_open(desk, visit) -> None:
    desk.make_calendar.made(visit.id, Language.SV)
    noted = [event.event for event in desk.world.casebook.events_of(visit.id) if event.kind == "PaperMade"]
    assert noted == [PaperMade("calendar", Language.SV)]
    desk.close_visit.discard(visit.id)
    with pytest.raises(VisitEnded):
        desk.make_calendar.made(visit.id, Language.SV)
