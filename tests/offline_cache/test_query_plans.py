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
from offline_cache import refresh_shelf
from tests.offline_cache.catalogue.made import empty_catalogue

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
