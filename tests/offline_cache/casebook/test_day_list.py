"""The day list in the store: of casebooks that are older than it, read by its index, and gone with what is erased."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desk import events as ev
from desk.model.follow_up import CallBack
from desk.model.hours import HELSINKI
from desk.model.ids import HandingId, VisitId
from desk.model.visit import Outcome, VisitChannel
from offline_cache.casebook import due
from offline_cache.casebook.journal import SqlCasebook, casebook_in
from offline_cache.store import Access
from tests.fakes import FakeKeyring
from tests.offline_cache.opening import opened, tools

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=HELSINKI)
UNTIL = date(2026, 12, 31)


@pytest.fixture
def keyring():
    return FakeKeyring()


@pytest.fixture
def folder(tmp_path, keyring):
    folder = opened(tmp_path / "folder", tools(keyring))
    yield folder
    folder.close()


def promised(casebook: SqlCasebook, number: int, *, kept: bool = True) -> VisitId:
    visit = VisitId(f"visit-{number}")
    call_back = CallBack(HandingId(f"call-{number}"), date(2026, 12, number))
    casebook.append(visit, [ev.VisitOpened(number, VisitChannel.DESK, "one"), ev.CallBackPromised(call_back)], NOW)
    casebook.append_and_erase(visit, [ev.VisitEnded(Outcome.PLAN_GIVEN, kept=kept)], NOW)
    return visit


def as_an_older_program_left_it(folder) -> None:
    folder.casebook.execute("DELETE FROM due")
    folder.casebook.execute("DELETE FROM setting WHERE name = ?", (due.MADE,))


def test_plans_that_were_kept_before_there_was_a_day_list_get_their_lines_once(folder):
    casebook = casebook_in(folder)
    for number in (1, 2, 3):
        promised(casebook, number)
    promised(casebook, 4, kept=False)
    before = casebook.due(UNTIL)
    assert [each.number for each in before] == [1, 2, 3]
    as_an_older_program_left_it(folder)
    assert SqlCasebook(folder.casebook, folder.device, lambda: None).due(UNTIL) == before, "a reader works it out"
    again = casebook_in(folder)
    assert again.due(UNTIL) == before
    assert folder.casebook.execute("SELECT count(*) FROM due").fetchone() == (3,)
    folder.casebook.execute("DELETE FROM due")
    assert casebook_in(folder).due(UNTIL) == (), "once: it is not looked for at every start"


def test_a_reader_beside_an_older_folder_changes_nothing(folder, tmp_path, keyring):
    casebook = casebook_in(folder)
    promised(casebook, 1)
    as_an_older_program_left_it(folder)
    reading = opened(tmp_path / "folder", tools(keyring), access=Access.READ)
    try:
        assert [each.number for each in casebook_in(reading).due(UNTIL)] == [1]
    finally:
        reading.close()
    assert folder.casebook.execute("SELECT count(*) FROM due").fetchone() == (0,)


def test_what_is_erased_is_on_the_list_no_longer(folder):
    casebook = casebook_in(folder)
    visit = promised(casebook, 1)
    promised(casebook, 2)
    casebook.append_and_erase(visit, [ev.VisitDiscarded()], NOW)
    assert [each.number for each in casebook.due(UNTIL)] == [2]
    assert folder.casebook.execute("SELECT count(*) FROM due WHERE visit = ?", (visit,)).fetchone() == (0,)


def test_the_list_is_read_by_its_index_however_long_the_casebook_is(folder):
    plan = folder.casebook.execute("EXPLAIN QUERY PLAN SELECT * FROM due WHERE seen <= ? ORDER BY day", ("2026-12-31",))
    assert any("USING INDEX ix_due_seen" in row[3] for row in plan.fetchall())
