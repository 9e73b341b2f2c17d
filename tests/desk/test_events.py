"""The one fold: what a visit is after its events."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from desk import events as ev
from desk.errors import ChainBroken
from desk.events import Recorded, VisitEvent, visit_after
from desk.model.facts import Said
from desk.model.ids import ErrandId, EventId, FactName, StepId, VisitId
from desk.model.plan import Decision
from desk.model.visit import HelpMode, Outcome, Profile, VisitChannel, VisitState
from i18n.language import Language

START = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
OPENED = ev.VisitOpened(3, VisitChannel.DESK, "abc")


def recorded(*events: VisitEvent | None) -> list[Recorded]:
    return [
        Recorded(EventId(f"e{n}"), VisitId("v"), START + timedelta(seconds=n), type(event).__name__, event)
        for n, event in enumerate(events)
    ]


def answers_after(*events: VisitEvent) -> dict[FactName, Said]:
    visit = visit_after(recorded(OPENED, *events))
    assert visit is not None
    return dict(visit.answers)


def test_nothing_opened_is_no_visit() -> None:
    assert visit_after([]) is None
    assert visit_after(recorded(ev.VisitParked())) is None


def test_a_visit_is_what_its_events_say() -> None:
    profile = Profile(mode=HelpMode.ADVISE, citizen_language=Language.SV)
    visit = visit_after(
        recorded(
            OPENED,
            ev.ProfileSet(profile),
            ev.ErrandAdded(ErrandId("a")),
            ev.ErrandAdded(ErrandId("b")),
            ev.ErrandAdded(ErrandId("a")),
            ev.ErrandRemoved(ErrandId("b")),
            ev.AnswerGiven(FactName("citizen.age"), "60"),
            ev.StepDecided(StepId("s"), Decision.DECLINED, "ei halua"),
            ev.StepNoted(StepId("s"), "soitettu"),
            ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True),
        )
    )
    assert visit is not None
    assert (visit.number, visit.profile, visit.errands) == (3, profile, ("a",))
    assert visit.answers == {"citizen.age": "60"}
    assert visit.steps[StepId("s")].decision is Decision.DECLINED
    assert visit.steps[StepId("s")].note == "soitettu"
    assert visit.state is VisitState.ENDED
    assert visit.kept
    assert visit.ended_at == visit.last_saved == START + timedelta(seconds=9)


def test_an_erased_event_marks_the_visit_and_changes_nothing_else() -> None:
    erased = Recorded(EventId("e1"), VisitId("v"), START, "AnswerGiven", None)
    visit = visit_after([*recorded(OPENED), erased, *recorded(ev.VisitEnded(Outcome.HANDLED, kept=False))])
    assert visit is not None
    assert visit.erased
    assert visit.answers == {}


changes = st.one_of(
    st.builds(
        ev.AnswerGiven,
        st.sampled_from(["a.x", "a.y", "b.z"]),
        st.one_of(st.sampled_from(["yes", "no", "unknown", "declined", "2026-01-01"]), st.just(("car", "home"))),
    ),
    st.builds(ev.AnswerWithdrawn, st.sampled_from(["a.x", "a.y", "b.z"])),
)


@given(st.lists(changes, min_size=1, max_size=12))
def test_undo_and_redo_is_identity(given_changes: list[VisitEvent]) -> None:
    once = answers_after(*given_changes)
    for depth in range(1, len(given_changes) + 1):
        there_and_back = [*given_changes, *[ev.AnswerUndone()] * depth, *[ev.AnswerRedone()] * depth]
        assert answers_after(*there_and_back) == once
    all_undone = answers_after(*given_changes, *[ev.AnswerUndone()] * (len(given_changes) + 3))
    assert all_undone == {}


@given(st.lists(changes, min_size=2, max_size=8))
def test_undo_gives_the_answers_before_the_last_change(given_changes: list[VisitEvent]) -> None:
    assert answers_after(*given_changes, ev.AnswerUndone()) == answers_after(*given_changes[:-1])


def test_a_new_answer_forgets_what_was_undone() -> None:
    visit = visit_after(
        recorded(OPENED, ev.AnswerGiven(FactName("a.x"), "1"), ev.AnswerUndone(), ev.AnswerGiven(FactName("a.x"), "2"))
    )
    assert visit is not None
    assert visit.redo == ()


@given(changes)
def test_every_payload_reads_back(event: VisitEvent) -> None:
    assert ev.decode(type(event).__name__, ev.encode(event)) == event


def test_a_payload_of_another_kind_is_a_broken_chain() -> None:
    with pytest.raises(ChainBroken):
        ev.decode("VisitOpened", b'{"fact":"a.x"}')
    with pytest.raises(ChainBroken):
        ev.decode("NoSuchKind", b"{}")
