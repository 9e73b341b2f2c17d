"""Whatever happens to visits in whatever order, the encrypted casebook says what the one in memory says."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from desk import events as ev
from desk.events import visit_after
from desk.model.follow_up import (
    CallBack,
    CallBackEnd,
    ContactPlan,
    Progress,
    Result,
    StepFollowed,
    StepOwner,
    StepResult,
)
from desk.model.hours import HELSINKI
from desk.model.ids import ErrandId, FactName, HandingId, PlanCode, StepId, VisitId
from desk.model.person import ContactKind, ContactWay
from desk.model.plan import Decision
from desk.model.visit import Accommodation, Outcome, Profile, VisitChannel
from offline_cache.casebook.journal import casebook_in
from tests.fakes import FakeCasebook, FakeKeyring
from tests.offline_cache.opening import opened, tools

START = datetime(2026, 11, 23, 8, 0, tzinfo=HELSINKI)
CODES = [PlanCode("7K3MZ9QAB"), PlanCode("0000000AB")]

said = st.one_of(st.sampled_from(["yes", "no", "unknown", "declined", "ä\u0000ö"]), st.just(("car", "home")))
facts = st.sampled_from([FactName("home.kind"), FactName("citizen.age"), FactName("deceased.pension")])
days = st.dates(date(2026, 11, 1), date(2027, 2, 1))
call_backs = st.builds(CallBack, st.sampled_from([HandingId("first"), HandingId("second")]), days)
ways = st.builds(ContactWay, st.sampled_from(ContactKind), st.just("somewhere"), st.booleans())
followed = st.builds(
    StepFollowed, st.sampled_from(StepOwner), st.sampled_from(Progress), expected_on=st.one_of(st.none(), days)
)
results = st.builds(StepResult, st.sampled_from(Result), days, st.one_of(st.none(), days), st.booleans())
follow_up = st.one_of(
    st.builds(ev.ProgressSet, st.just(StepId("s")), followed),
    st.builds(ev.ResultTold, st.just(StepId("s")), st.one_of(st.none(), results)),
    st.builds(ev.CallBackPromised, call_backs),
    st.builds(ev.CallBackSettled, call_backs.map(lambda each: each.id), st.sampled_from(CallBackEnd)),
    st.builds(ev.ContactAgreed, st.one_of(st.none(), st.builds(ContactPlan, st.tuples(ways), days))),
)
ordinary = st.one_of(
    follow_up,
    st.builds(ev.AnswerGiven, facts, said),
    st.builds(ev.AnswerWithdrawn, facts),
    st.sampled_from([ev.AnswerUndone(), ev.AnswerRedone(), ev.VisitParked(), ev.VisitResumed()]),
    st.builds(ev.StepNoted, st.just(StepId("s")), st.text(max_size=40)),
    st.builds(ev.StepDecided, st.just(StepId("s")), st.sampled_from([None, *Decision]), st.text(max_size=20)),
    st.builds(ev.ErrandAdded, st.sampled_from([ErrandId("moving"), ErrandId("death")])),
    st.builds(ev.ProfileSet, st.builds(Profile, accommodations=st.frozensets(st.sampled_from(Accommodation)))),
    st.builds(ev.PlanCodeGiven, st.sampled_from(CODES)),
)
endings = st.sampled_from(
    [ev.VisitDiscarded(), ev.VisitEnded(Outcome.HANDLED, kept=False), ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True)]
)
visits = st.sampled_from([VisitId("a"), VisitId("b"), VisitId("c")])
happenings = st.lists(
    st.one_of(
        st.tuples(st.just("append"), visits, st.lists(ordinary, min_size=1, max_size=4)),
        st.tuples(st.just("erase"), visits, endings.map(lambda ending: [ending])),
        st.tuples(st.just("reopen"), visits, st.just([])),
    ),
    max_size=25,
)


def told(casebook, living):
    """All that a casebook says of the visits that go on and of those that were erased."""
    return (
        [visit_after(casebook.events_of(visit)) for visit in sorted(living)],
        casebook.visits(),
        casebook.drafts(),
        casebook.kept_plans(2),
        [casebook.visit_of_plan(code) for code in CODES],
        casebook.lapsed_drafts(START + timedelta(days=1, hours=20)),
        casebook.next_number(),
        casebook.due(date(2027, 12, 31)),
    )


def without_ids(state):
    """Event ids differ between casebooks by nature."""
    folded, *rest = state
    frames = [(v.state, v.answers, v.steps, v.errands, v.profile, v.erased, v.kept, v.last_saved) for v in folded]
    return [frames, *rest]


@pytest.mark.slow
@settings(max_examples=20)
@given(happenings)
def test_the_encrypted_casebook_and_the_one_in_memory_agree(happened):
    place = Path(tempfile.mkdtemp())
    keyring = FakeKeyring()
    fake, folder = FakeCasebook(), opened(place / "folder", tools(keyring))
    real = casebook_in(folder)
    living: set[VisitId] = set()
    codes: set[object] = set()
    try:
        for hour, (what, visit, events) in enumerate(happened):
            now = START + timedelta(hours=hour)
            if what == "reopen":
                folder.close()
                folder = opened(place / "folder", tools(keyring))
                real = casebook_in(folder)
                continue
            codes_here = {event.code for event in events if isinstance(event, ev.PlanCodeGiven)}
            if codes_here & codes:
                continue  # a code is drawn at random and never twice
            codes |= codes_here
            for casebook in (fake, real):
                opening = [] if visit in living else [ev.VisitOpened(len(living) + 1, VisitChannel.DESK, "abc")]
                add = casebook.append if what == "append" else casebook.append_and_erase
                add(visit, [*opening, *events], now)
            living.add(visit)
        assert without_ids(told(real, living)) == without_ids(told(fake, living))
        assert real.verify().broken is None
        assert (real.verify().events, real.verify().erased) == (fake.verify().events, fake.verify().erased)
    finally:
        folder.close()
        shutil.rmtree(place)
