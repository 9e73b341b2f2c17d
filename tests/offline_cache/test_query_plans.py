"""A question about some ids looks up these ids: it never walks through the nation and compares each object with them.

Without statistics SQLite thinks that a kind or a state says more than an id, and takes it first; ``CROSS JOIN`` keeps
the order as it is written. The difference is milliseconds or half a minute.
"""

from __future__ import annotations

import importlib
import pkgutil
import sqlite3
from collections.abc import Iterator

import pytest

import offline_cache.catalogue
from desk import events as ev
from desk.model.ids import FactName, PlanCode, VisitId
from desk.model.visit import Outcome, Profile, VisitChannel
from offline_cache import refresh_shelf
from offline_cache.casebook.journal import casebook_in
from offline_cache.casebook.keeper import keeper_in
from offline_cache.casebook.usage import usage_in
from tests.fakes import FakeClock, FakeKeyring
from tests.offline_cache.catalogue.made import empty_catalogue
from tests.offline_cache.opening import opened, tools

ASKED = "json_each(?) AS asked"


def questions() -> Iterator[tuple[str, str]]:
    """Every statement of the catalogue that is told what it is asked for."""
    for found in pkgutil.iter_modules(offline_cache.catalogue.__path__):
        module = importlib.import_module(f"{offline_cache.catalogue.__name__}.{found.name}")
        for name, value in vars(module).items():
            if isinstance(value, str) and ASKED in value:
                yield f"{found.name}.{name}", value


QUESTIONS = dict(questions())


def plan(connection, statement: str) -> list[str]:
    rows = connection.execute(f"EXPLAIN QUERY PLAN {statement}", ("[]",) * statement.count("?")).fetchall()
    return [row[3] for row in rows if row[3].startswith(("SCAN", "SEARCH"))]


def is_looked_up(steps: list[str]) -> bool:
    """What is asked for comes first, and what is sought is searched for."""
    return steps[0].startswith("SCAN asked") and not any(
        step.startswith("SCAN") and "VIRTUAL TABLE" not in step for step in steps
    )


def test_there_are_questions():
    assert len(QUESTIONS) > 10


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_the_catalogue_looks_up_what_is_asked_for(connection, name):
    steps = plan(connection, QUESTIONS[name])
    assert is_looked_up(steps), steps


@pytest.fixture
def connection(tmp_path):
    opened = empty_catalogue(tmp_path / "catalogue.db")
    yield opened
    opened.close()


GROWING = ("event", "visit", "plan", "due", "follows", "keeping")
"""Tables of the casebook with more in them for every visit that there ever was, or that goes on."""
READ_AS_A_WHOLE = ("USING INDEX ix_visit_unfinished", "USING INDEX ix_visit_open")
"""What the counter shows is read along an index that holds nothing else."""


def at_work(folder) -> None:
    """What the desk does all day."""
    casebook, use = casebook_in(folder), usage_in(folder)
    now = FakeClock().now()
    one, two = VisitId("one"), VisitId("two")
    for visit in (one, two):
        casebook.append(visit, [ev.VisitOpened(casebook.next_number(), VisitChannel.DESK, "abc")], now)
        casebook.append(visit, [ev.ProfileSet(Profile()), ev.AnswerGiven(FactName("home.kind"), "own")], now)
    casebook.append_and_erase(
        one, [ev.PlanCodeGiven(PlanCode("7K3MZ9QAB")), ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True)], now
    )
    casebook.record_of_desk([ev.CaseRead("code")], now, one)
    casebook.drafts(), casebook.kept_plans(5), casebook.profiles([one, two])
    casebook.following(), casebook.lapsed_drafts(now)
    casebook.visit_of_plan(PlanCode("7K3MZ9QAB"))
    casebook.due(now.date()), casebook.events_of(two)
    casebook.set_setting("a", "b")
    casebook.set_setting("draft.working_days", "2")
    casebook.append_and_erase(two, [ev.VisitDiscarded()], now)
    use.since(now, 5)
    keeper_in(folder).last_links()


def test_a_day_at_the_desk_never_walks_through_all_visits(tmp_path):
    """However long the casebook is: each statement that the day needs is looked at."""
    folder = opened(tmp_path / "folder", tools(FakeKeyring()))
    asked: dict[str, None] = {}
    folder.casebook.set_trace_callback(lambda statement: asked.setdefault(statement))
    at_work(folder)
    folder.casebook.set_trace_callback(None)
    walked = {}
    for statement in asked:
        if statement.split()[0].upper() not in ("SELECT", "DELETE", "UPDATE", "REPLACE", "INSERT"):
            continue
        steps = [row[3] for row in folder.casebook.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()]
        scans = [step for step in steps if any(step.startswith(f"SCAN {table}") for table in GROWING)]
        scans = [step for step in scans if not step.startswith("SCAN follows")]
        scans = [step for step in scans if not any(index in step for index in READ_AS_A_WHOLE)]
        if scans:
            walked[statement] = scans
    folder.close()
    assert len(asked) > 20
    assert walked == {}


def test_the_shelf_looks_up_what_is_asked_for():
    shelf = sqlite3.connect(":memory:")
    for statement in refresh_shelf.DDL:
        shelf.execute(statement)
    steps = plan(shelf, refresh_shelf.HOLDS)
    shelf.close()
    assert is_looked_up(steps), steps


def test_a_wrong_order_is_seen(connection):
    wrong = """
        SELECT entry.id FROM json_each(?) AS asked JOIN entry ON entry.id = asked.value
        WHERE entry.kind = ? AND entry.starter = 0
    """
    assert not is_looked_up(plan(connection, wrong))
