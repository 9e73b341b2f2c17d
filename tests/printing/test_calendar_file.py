"""The calendar file of a plan, read back: its days, reminders and names, and what it must not tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from desk.model.ids import HandingId, HintId, StepId
from desk.model.path import Begins, HintKind, Nature
from desk.model.plan import Group, HintChoice, PlanExpert, PlanHint, PlanMeeting, Words
from desk.ports.calendars import CalendarOptions
from i18n.language import Language
from i18n.translator import Lexicon
from printing.calendar_file import Calendars
from tests.printing import plans

PLAIN = CalendarOptions("visit-1", datetime(2026, 11, 21, 12, tzinfo=UTC))
NAMED = replace(PLAIN, named=True)
COMES = PlanHint(
    id=HintId("pension"),
    kind=HintKind.COMING,
    title=Words("A pension is possible"),
    what=Words("Ask Kela. Kela decides."),
    because=Words("You told us so."),
    agency="Kela",
    day=date(2027, 5, 5),
    begins=Begins.CITIZEN,
    phone=None,
    url=None,
    verified=True,
    source="",
    checked=None,
    choice=HintChoice.TAKEN,
)
CHECKED = replace(plans.ITSELF, deadline=plans.deadline(date(2026, 12, 1), Nature.CHECK))
LATER = replace(plans.BANK, deadline=plans.deadline(date(2027, 1, 4)), earliest=date(2026, 12, 10))
CODE = str(plans.plan().plan_code)
WHOLE = plans.plan(
    steps=(plans.PENSION, plans.ESTATE, LATER, plans.HANDLED, plans.DECLINED, CHECKED, plans.MAYBE), hints=(COMES,)
)


def content(plan=WHOLE, options=PLAIN, practice=False) -> bytes:
    return Calendars(Lexicon(), practice).calendar(plan, options)


def events(plan=WHOLE, options=PLAIN, practice=False) -> list[Any]:
    return list(Calendar.from_ical(content(plan, options, practice)).walk("VEVENT"))


def texts(event) -> str:
    return f"{event['SUMMARY']}\n{event.get('DESCRIPTION', '')}".replace("\u00a0", " ")


def test_each_day_to_come_is_an_all_day_event() -> None:
    found = events()
    days = [event.decoded("DTSTART") for event in found]
    assert days == [date(2026, 12, 1), date(2026, 12, 5), date(2026, 12, 10), date(2027, 1, 4), date(2027, 5, 5)]
    assert [event.decoded("DTEND") for event in found] == [day + timedelta(days=1) for day in days]
    assert {type(day) for day in days} == {date}, "no time of day"


@pytest.mark.parametrize("named", [False, True])
def test_where_somebody_waits_it_stands_at_the_hour_and_rings_on_a_morning_before(named: bool) -> None:
    expert = PlanExpert(HandingId("m-1"), time(13, 30), "Kela", "Room 2")
    meeting = PlanMeeting(date(2026, 12, 1), calls=False, expert=expert)
    (event,) = events(plans.plan(steps=(), meetings=(meeting,)), replace(PLAIN, named=named))
    assert event.decoded("DTSTART") == datetime(2026, 12, 1, 11, 30, tzinfo=UTC), "13.30 in Helsinki in winter"
    assert "DTEND" not in event
    assert event["TRANSP"] == "OPAQUE"
    (alarm,) = event.walk("VALARM")
    assert event.decoded("DTSTART") + alarm.decoded("TRIGGER") == datetime(2026, 11, 29, 7, tzinfo=UTC)
    assert ("Kela" in texts(event)) is named


def test_a_discreet_meeting_is_of_the_day_alone() -> None:
    expert = PlanExpert(HandingId("m-1"), time(13, 30))
    meeting = PlanMeeting(date(2026, 12, 1), calls=False, expert=expert)
    (event,) = events(plans.plan(steps=(), meetings=(meeting,), discreet=True))
    assert event.decoded("DTSTART") == date(2026, 12, 1)
    assert event["TRANSP"] == "TRANSPARENT"


def test_what_is_settled_or_past_has_no_day() -> None:
    settled = replace(plans.HANDLED, deadline=plans.deadline(date(2026, 12, 3)))
    refused = replace(plans.DECLINED, deadline=plans.deadline(date(2026, 12, 3)))
    proposed = replace(COMES, choice=None)
    assert events(plans.plan(steps=(settled, refused, plans.ESTATE), hints=(proposed,))) == []


def test_without_names_only_the_number_on_the_paper_is_told() -> None:
    told = [str(event["SUMMARY"]) for event in events()]
    assert told == [
        "Reminder: your plan",
        "Reminder: step 1 of your plan",
        "Reminder: step 3 of your plan",
        "Reminder: step 3 of your plan",
        "Reminder: your plan",
    ]
    whole = "\n".join(map(texts, events()))
    for secret in ("pension", "Kela", "020 634", "bank", CODE, "Mallila"):
        assert secret not in whole
    assert "The last lawful day is Monday 7 December 2026." in whole


def test_with_names_it_says_what_to_do_by_when_and_whom_to_call() -> None:
    check, pension, earliest, later, coming = map(texts, events(options=NAMED))
    assert check.startswith("Check: The death is registered\nCheck this on: Tuesday 1 December 2026.")
    assert pension.startswith("Apply for the survivors' pension\n")
    assert "The last lawful day is Monday 7 December 2026." in pension
    assert "Kela, 020 634 0000, Monday to Friday 9am to 4pm" in pension
    assert earliest.startswith("From this day on: Tell the bank\n")
    assert later.startswith("Tell the bank\nBy law, at the latest: Monday 4 January 2027.")
    assert coming.startswith("A pension is possible\nAsk Kela.")
    assert CODE not in "".join((check, pension, earliest, later, coming))


def one_day(day: date):
    (event,) = events(plans.plan(steps=(replace(plans.PENSION, deadline=plans.deadline(day)),)))
    return event


@pytest.mark.parametrize(
    ("ahead", "rings"),
    [(30, date(2026, 12, 19)), (3, date(2026, 11, 22)), (2, date(2026, 11, 22)), (1, date(2026, 11, 22))],
)
def test_it_rings_in_the_morning_two_days_before_and_after_the_day_of_the_plan(ahead, rings) -> None:
    day = plans.TODAY + timedelta(days=ahead)
    (alarm,) = one_day(day).walk("VALARM")
    moment = datetime.combine(day, time()) + alarm.decoded("TRIGGER")
    assert moment == datetime.combine(rings, time(9))


def test_of_today_nobody_is_reminded() -> None:
    assert one_day(plans.TODAY).walk("VALARM") == []


def test_the_same_plan_made_again_takes_the_place_of_the_first() -> None:
    moved = replace(plans.PENSION, deadline=plans.deadline(date(2026, 12, 9)))
    first = events()
    again = events(
        replace(WHOLE, language=Language.FI, steps=(moved, *WHOLE.steps[1:])),
        replace(NAMED, made_at=PLAIN.made_at + timedelta(minutes=5)),
    )
    assert {event["UID"] for event in first} == {event["UID"] for event in again}
    assert len({event["UID"] for event in first}) == len(first)
    assert min(event["SEQUENCE"] for event in again) > max(event["SEQUENCE"] for event in first)
    others = {event["UID"] for event in events(options=replace(PLAIN, identity="visit-2"))}
    assert not others & {event["UID"] for event in first}


def test_nothing_but_the_words_tells_of_the_visit() -> None:
    for hidden in (b"visit-1", b"pension", b"bank", b"death_of"):
        assert hidden not in content()


@pytest.mark.parametrize(
    "title", ["Oza gávpeealáhaga Čáhpes Šŋđŧž", "قدّم طلب معاش الباقين على قيد الحياة", "Åäö; a, b\\c"]
)
def test_letters_stay_whole_and_long_lines_are_folded(title) -> None:
    long = " ".join([title] * 12)
    step = replace(plans.PENSION, title=Words(long, Language.AR), what=Words(long))
    plan = plans.plan(steps=(step,))
    assert all(len(line) <= 75 for line in content(plan, NAMED).split(b"\r\n"))
    (event,) = events(plan, NAMED)
    assert event["SUMMARY"].startswith(long)
    assert event["SUMMARY"].params["LANGUAGE"] == "ar"
    assert event["DESCRIPTION"].params["LANGUAGE"] == "en"
    assert long in event["DESCRIPTION"]


@pytest.mark.parametrize("options", [PLAIN, NAMED])
def test_a_discreet_plan_says_the_program_s_name_and_does_not_ring(options) -> None:
    found = events(replace(WHOLE, discreet=True, plan_code=None), options)
    assert len(found) == 5
    assert {str(event["SUMMARY"]) for event in found} == {"Palvelutiski"}
    for event in found:
        assert "DESCRIPTION" not in event
        assert event.walk("VALARM") == []


def test_for_practice_it_says_so() -> None:
    for options in (PLAIN, NAMED):
        assert all(event["SUMMARY"].startswith("Practice, not") for event in events(options=options, practice=True))


def test_what_may_apply_to_several_is_there_once_and_says_that_it_may() -> None:
    maybe = replace(plans.MAYBE, deadline=plans.deadline(date(2026, 12, 20)))
    children = [replace(maybe, id=StepId(f"insurance_{n}"), whose=Words(f"Child {n}")) for n in (1, 2)]
    (event,) = events(plans.plan(steps=tuple(children)), NAMED)
    assert event["DESCRIPTION"].splitlines()[1] == "This may apply to you."
    assert {step.group for step in children} == {Group.MAYBE}
