"""The order of steps: what comes first, what is due first, what is wanted now, one agency together."""

from dataclasses import replace
from datetime import date
from typing import Any

from desk.errands.ordering import in_order
from desk.model.path import Deadline, Mode, Nature, PathStep, Source, When

DAY = date(2026, 11, 21)


def step(name, agency="library", due=None, **more):
    deadline = Deadline(date.fromisoformat(due), None, Nature.LAW, passed=False) if due else None
    plain: Any = PathStep(
        id=name,
        errand="card",  # type: ignore[arg-type]
        agency=agency,
        mode=Mode.VISIT,
        at_desk=False,
        when=When.SOON,
        deadline=deadline,
        earliest=None,
        fee=None,
        documents=(),
        channels=(),
        after=(),
        because=(),
        source=Source("", None, verified=False),
    )
    return replace(plain, **more)


def order(*steps):
    return [str(each.id) for each in in_order(steps, DAY)]


def test_the_earliest_deadline_comes_first_and_later_things_last():
    steps = [
        step("later", when=When.LATER),
        step("march", due="2027-03-01"),
        step("soon"),
        step("tomorrow", due="2026-11-22"),
    ]
    assert order(*steps) == ["tomorrow", "soon", "march", "later"]


def test_what_is_wanted_now_is_not_put_off_by_a_far_deadline():
    assert order(step("soon"), step("now", due="2027-01-17", when=When.NOW)) == ["now", "soon"]


def test_a_day_that_has_passed_is_today_and_comes_before_no_other_thing_of_today():
    steps = [step("shelter", when=When.NOW), step("notice", due="2026-11-02"), step("soon")]
    assert order(*steps) == ["shelter", "notice", "soon"]
    assert order(*steps[1:], step("shelter", when=When.NOW, at_desk=True)) == ["shelter", "notice", "soon"]


def test_a_step_comes_before_what_waits_for_it_and_is_due_as_early():
    steps = [
        step("other", due="2026-12-10"),
        step("second", due="2026-12-01", after=("first",)),
        step("first", due="2027-05-01"),
    ]
    assert order(*steps) == ["first", "second", "other"]


def test_on_one_day_the_desk_comes_first_and_an_agency_stays_together():
    steps = [step("a", "school"), step("b", "library"), step("c", "school"), step("d", "library", at_desk=True)]
    assert order(*steps) == ["d", "a", "c", "b"]


def test_a_step_that_waits_for_one_outside_the_path_is_not_lost():
    assert order(step("only", after=("elsewhere",))) == ["only"]
