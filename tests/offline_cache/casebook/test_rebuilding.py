"""What screens read is made again from the journal and is the same: every table, whatever happened before."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import Phase, given, settings, strategies as st

from desk import events as ev
from desk.events import KINDS, VisitEvent
from desk.model.hours import HELSINKI
from desk.model.ids import VisitId
from desk.model.role import Role
from desk.model.visit import Outcome, VisitChannel
from offline_cache.casebook import schema
from offline_cache.casebook.journal import casebook_in
from tests.fakes import FakeKeyring
from tests.offline_cache.opening import opened, tools
from tests.thorough import examples

START = datetime(2026, 11, 23, 8, 0, tzinfo=HELSINKI)
JOURNAL = {"event", "head", "setting", "note", "used", "errands"}
"""What is written down itself. All else is read off the journal."""
PROJECTIONS = sorted(set(schema.metadata.tables) - JOURNAL)
NO_PART_OF_A_VISIT = {ev.VisitOpened, ev.LogForgotten, ev.SignedIn, ev.SignedOut, ev.CasebookKept}
TEXTS = st.sampled_from(["a", "b", "c", "Mäkelä Aino"])


def any_value(wanted: Any) -> st.SearchStrategy[Any]:
    """A value of a type; of texts there are few, so that events are about the same things."""
    if wanted is str:
        return TEXTS
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return st.sampled_from(list(wanted))
    if is_dataclass(wanted):
        return any_of_class(wanted)
    return st.from_type(wanted)


def any_of_class(wanted: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(wanted)
    given = {field.name: any_field(hints[field.name], field) for field in fields(wanted) if field.init}
    return st.builds(wanted, **given)


def any_field(wanted: Any, field: Any) -> st.SearchStrategy[Any]:
    """Most of what may be left out is left out: an event with everything in it is the rare one."""
    made = st.deferred(lambda: st.from_type(wanted))
    if field.default is not MISSING:
        return st.one_of(st.just(field.default), st.just(field.default), made)
    if field.default_factory is not MISSING:
        return st.one_of(st.builds(field.default_factory), made)
    return made


def register() -> None:
    st.register_type_strategy(str, TEXTS)
    st.register_type_strategy(int, st.integers(0, 400))
    st.register_type_strategy(date, st.dates(date(2026, 11, 1), date(2027, 6, 1)))
    moments = st.datetimes(datetime(2026, 11, 1), datetime(2027, 6, 1))
    st.register_type_strategy(datetime, moments.map(lambda moment: moment.replace(tzinfo=HELSINKI)))


register()
WITH_IDS_OF_ITS_OWN = (ev.DocumentReceived, ev.DocumentSent, ev.MandateDrawn, ev.PlanCodeGiven, ev.Referred)
EVENTS: Mapping[type, st.SearchStrategy[VisitEvent]] = {
    kind: any_of_class(kind) for kind in KINDS.values() if kind not in NO_PART_OF_A_VISIT
}
OF_WHAT_IS_KEPT = (
    ev.PersonNamed,
    ev.PlanAgreed,
    ev.PlanCodeGiven,
    ev.DocumentReceived,
    ev.DocumentSent,
    ev.CallBackPromised,
    ev.MandateDrawn,
    ev.ActedFor,
)
"""Without them nothing is kept, and most tables are empty."""
ERASING = {kind for kind in EVENTS if kind in (ev.VisitEnded, ev.VisitDiscarded, ev.PersonForgotten)}
LASTING = sorted(set(EVENTS) - ERASING, key=lambda kind: kind.__name__)
any_event = st.one_of(
    st.sampled_from(LASTING).flatmap(EVENTS.__getitem__),
    st.sampled_from(OF_WHAT_IS_KEPT).flatmap(EVENTS.__getitem__),
    st.builds(ev.VisitEnded, st.sampled_from(Outcome), st.just(True), st.sampled_from(Role)),
)
happenings = st.tuples(
    st.lists(
        st.tuples(st.sampled_from([VisitId("a"), VisitId("b")]), any_event, st.integers(-90, 90)),
        min_size=10,
        max_size=30,
    ),
    st.lists(
        st.tuples(
            st.just(VisitId("b")),
            st.sampled_from(sorted(ERASING, key=lambda kind: kind.__name__)).flatmap(EVENTS.__getitem__),
            st.integers(-90, 90),
        ),
        max_size=2,
    ),
).map(lambda parts: [*parts[0], *parts[1]])
"""At the end one visit may lose what it had; the other keeps it."""


def rows_of(folder) -> dict[str, list[Any]]:
    return {
        table: sorted(folder.casebook.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in PROJECTIONS
    }


def test_every_projection_of_the_desk_is_looked_at():
    assert {"visit", "plan", "follows", "due", "keeping"} <= set(PROJECTIONS)
    assert {hint for hint in get_args(VisitEvent)} == set(KINDS.values())


@pytest.mark.slow
@settings(max_examples=examples(40), deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(happenings)
def test_projections_made_again_are_the_live_ones(happened):
    place = Path(tempfile.mkdtemp())
    folder = opened(place / "folder", tools(FakeKeyring()))
    casebook = casebook_in(folder)
    try:
        now = START
        for number, visit in enumerate((VisitId("a"), VisitId("b")), start=1):
            casebook.append(visit, [ev.VisitOpened(number, VisitChannel.DESK, "abc")], now)
        for visit, event, minutes in happened:
            if isinstance(event, WITH_IDS_OF_ITS_OWN):
                visit = VisitId("a")  # an id is drawn once, and never by two visits
            now += timedelta(minutes=minutes)  # the clock may be set back
            if isinstance(event, ev.CaseRead | ev.CaseExported):
                casebook.record_of_desk([event], now, visit)
            elif ev.erased_by(event):
                casebook.append_and_erase(visit, [event], now)
            else:
                casebook.append(visit, [event], now)
        live = rows_of(folder)
        casebook.rebuild()
        assert rows_of(folder) == live
        assert casebook.verify().broken is None
    finally:
        folder.close()
        shutil.rmtree(place)
