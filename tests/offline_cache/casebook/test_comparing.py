"""What screens read is laid beside the journal: a row that was altered is found, with its table and its visit."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from desk.errors import WorkInterrupted
from desk.model.ids import AgencyId, VisitId
from desk.model.visit import Outcome
from desk.usecases.name_person import PersonGiven
from desk.usecases.receive_document import GivenDocument
from i18n.language import Language
from offline_cache.casebook import comparing
from offline_cache.casebook.comparing import OF_VISITS, OF_WORDS
from offline_cache.casebook.journal import casebook_in
from offline_cache.casebook.keeper import keeper_in
from offline_cache.connection import transaction
from tests.desk.usecases.mandated import acted_for, acting_desk, signed
from tests.fakes import FakeClock, FakeKeyring
from tests.offline_cache.casebook.test_rebuilding import PROJECTIONS, rows_of
from tests.offline_cache.opening import opened, tools
from tests.thorough import examples

DAY = "2026-11-23"
KEPT, OPEN = 1, 2
ALTERED = {
    "visit": "UPDATE visit SET answers = answers + 1 WHERE number = 1",
    "plan": "DELETE FROM plan",
    "follows": "UPDATE follows SET content = 'another' WHERE visit = (SELECT id FROM visit WHERE number = 1)",
    "due": "UPDATE due SET day = '2031-01-01' WHERE number = 1",
    "keeping": "UPDATE keeping SET last_day = '2031-01-01' WHERE number = 1",
    "document": "DELETE FROM document",
    "person": "UPDATE person SET birth = '1900-01-01'",
    "person_word": "INSERT INTO person_word SELECT 'of another', number, visit FROM person_word LIMIT 1",
    "mandate": "DELETE FROM mandate",
    OF_WORDS: "UPDATE name_word SET times = times + 1",
}
"""What a hand does to each table, beside the program."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two visits with something in every table: a kept plan of a named person, and one that goes on."""
    folder = opened(tmp_path_factory.mktemp("compared") / "folder", tools(FakeKeyring()))
    desk = acting_desk(casebook_in(folder), FakeClock())
    for document in (False, True):
        visit = acted_for(desk)
        desk.name_person(visit.id, PersonGiven("Aino Mäkelä" if document else "Väinö Lehto", date(1958, 3, 9)))
        signed(desk, visit.id)
        if document:
            desk.handing.receive(visit.id, GivenDocument(AgencyId("kela"), what="Vuokrasopimus"), told=True)
        else:
            desk.make_plan.agree(visit.id, Language.FI)
            desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True)
    yield folder
    folder.close()


@pytest.fixture
def hand(folder):
    """Alters the live tables; afterwards they are made again from the journal."""

    def alter(statement: str) -> None:
        with transaction(folder.casebook) as connection:
            assert connection.execute(statement).rowcount, statement

    yield alter
    keeper_in(folder).rebuild()


def compared(folder):
    return keeper_in(folder).compare(lambda: False)


def test_every_table_that_screens_read_is_compared_and_has_rows_here(folder):
    assert sorted((*OF_VISITS, OF_WORDS)) == PROJECTIONS
    assert [table for table, rows in rows_of(folder).items() if not rows] == []


def test_what_the_program_wrote_itself_does_not_differ(folder):
    found = compared(folder)
    opened = folder.casebook.execute("SELECT count(*) FROM event WHERE kind = 'VisitOpened'").fetchone()[0]
    assert (found.visits, found.differing) == (opened, ())


@pytest.mark.parametrize("table", sorted(ALTERED))
def test_a_row_altered_by_hand_is_named_with_its_table_and_its_visit_and_made_again(folder, hand, table):
    before = rows_of(folder)
    hand(ALTERED[table])
    found = compared(folder).differing
    assert {each.table for each in found} >= {table}
    for each in found:
        assert (each.table == OF_WORDS) is (each.number == 0)
        assert each.missing + each.extra
        assert each.opened_on == (DAY if each.number else "")
    if table in ("visit", "due", "keeping", "follows"):
        assert {(each.table, each.number) for each in found} == {(table, KEPT)}
    if table == "document":
        assert [(each.number, each.missing, each.extra) for each in found] == [(OPEN, 1, 0)]
    assert rows_of(folder) != before, "looking repairs nothing"
    keeper_in(folder).rebuild()
    assert compared(folder).differing == ()
    assert rows_of(folder) == before


@pytest.mark.parametrize("table", sorted(OF_VISITS))
def test_rows_of_a_visit_that_the_journal_does_not_have_are_found(folder, hand, table):
    columns = [row[1] for row in folder.casebook.execute(f"PRAGMA table_info({table})").fetchall()]
    stranger = {OF_VISITS[table]: "'stranger'", "code_hash": "x'00'"}
    stranger |= {"id": "'stranger'"} if "id" in columns else {}
    taken = ", ".join(stranger.get(column, f'"{column}"') for column in columns)
    hand(f"INSERT INTO {table} SELECT {taken} FROM {table} LIMIT 1")
    found = [each for each in compared(folder).differing if each.table == table]
    assert [(each.visit, each.number, each.missing, each.extra) for each in found] == [("stranger", 0, 0, 1)]


@pytest.mark.slow
@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PROJECTIONS), st.data())
def test_any_value_of_any_row_that_is_changed_is_found(folder, hand, table, data):
    rows = folder.casebook.execute(f"SELECT rowid, * FROM {table}").fetchall()
    columns = [row[1] for row in folder.casebook.execute(f"PRAGMA table_info({table})").fetchall()]
    row = data.draw(st.sampled_from(rows))
    column = data.draw(st.sampled_from(columns))
    old = row[1 + columns.index(column)]
    new = {bytes: "x'0123'", int: str(old + 7 if isinstance(old, int) else 7)}.get(type(old), "'altered'")
    hand(f'UPDATE {table} SET "{column}" = {new} WHERE rowid = {row[0]}')
    try:
        assert table in {each.table for each in compared(folder).differing}
    finally:
        keeper_in(folder).rebuild()


def test_the_look_writes_nothing_and_can_be_stopped(folder):
    before = folder.casebook.execute("PRAGMA data_version").fetchone()
    assert compared(folder).differing == ()
    assert folder.casebook.execute("PRAGMA data_version").fetchone() == before, "another connection wrote"
    with pytest.raises(WorkInterrupted):
        keeper_in(folder).compare(lambda: True)


def test_a_clerk_who_works_meanwhile_is_not_taken_for_a_difference(folder, monkeypatch):
    monkeypatch.setattr(comparing, "_AT_ONCE", 1)
    desk = acting_desk(casebook_in(folder), FakeClock())
    begun: list[VisitId] = []

    def looked() -> bool:
        if not begun:
            begun.append(acted_for(desk).id)
            desk.name_person(begun[0], PersonGiven("Eero Uusi", date(1970, 1, 2)))
        return False

    assert keeper_in(folder).compare(looked).differing == ()
    desk.close_visit.discard(begun[0])
    assert compared(folder).differing == ()


def test_of_what_goes_on_the_same_is_found_and_what_is_over_is_left_alone(folder, hand):
    def going_on():
        return keeper_in(folder).compare(lambda: False, going_on=True)

    before = going_on()
    assert before.visits == 2
    assert before.differing == ()
    hand(ALTERED["due"])
    assert [(each.table, each.number) for each in going_on().differing] == [("due", 1)]
    hand("UPDATE visit SET kept = 0 WHERE number = 1")  # what an older program says of a visit that is over
    found = going_on()
    assert (found.visits, found.differing) == (1, ())
    assert {each.number for each in compared(folder).differing} == {1}
