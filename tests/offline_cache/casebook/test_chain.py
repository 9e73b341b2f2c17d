"""The chain: whatever is changed, removed or moved behind the program's back is found, and its place is named."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from desk import events as ev
from desk.model.hours import HELSINKI
from desk.model.ids import ErrandId, FactName, PlanCode, StepId, VisitId
from desk.model.visit import Outcome, VisitChannel
from offline_cache.casebook.journal import casebook_in
from offline_cache.casebook.schema import TRIGGERS
from offline_cache.connection import transaction
from offline_cache.store import Access
from tests.fakes import FakeKeyring
from tests.offline_cache.opening import opened, tools

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=HELSINKI)
ERASED, LIVING = VisitId("erased"), VisitId("living")


@pytest.fixture
def keyring():
    return FakeKeyring()


@pytest.fixture
def folder(tmp_path, keyring):
    folder = opened(tmp_path / "folder", tools(keyring))
    yield folder
    folder.close()


@pytest.fixture
def casebook(folder):
    """Events 1-4 are of a visit that was erased, 5-8 of one that goes on."""
    casebook = casebook_in(folder)
    for visit in (ERASED, LIVING):
        casebook.append(visit, [ev.VisitOpened(casebook.next_number(), VisitChannel.DESK, "abc")], NOW)
        casebook.append(visit, [ev.AnswerGiven(FactName("home.kind"), "own")], NOW)
        casebook.append(visit, [ev.AnswerGiven(FactName("citizen.age"), "67")], NOW)
        if visit is ERASED:
            casebook.append_and_erase(visit, [ev.VisitEnded(Outcome.HANDLED, kept=False)], NOW)
    casebook.append(LIVING, [ev.VisitParked()], NOW)
    return casebook


def behind_the_programs_back(folder, *statements):
    """Change the journal as somebody would who has the key and no respect for triggers."""
    with transaction(folder.casebook) as connection:
        for trigger in TRIGGERS:
            connection.execute(f"DROP TRIGGER {trigger.split()[2]}")
        for statement in statements:
            connection.execute(statement)


def test_an_untouched_journal_verifies_also_after_an_erasure(casebook):
    report = casebook.verify()
    assert (report.events, report.erased, report.broken) == (8, 2, None)


def test_verifying_goes_on_beside_a_writer(casebook, folder, keyring):
    reader = opened(folder.path, tools(keyring), Access.READ)
    with transaction(folder.casebook):
        folder.casebook.execute("REPLACE INTO setting VALUES ('a', 'b')")
        assert casebook_in(reader).verify().broken is None
    reader.close()


SWAP = (
    "UPDATE event SET position = -1 WHERE sequence = 6",
    "UPDATE event SET position = 6 WHERE sequence = 7",
    "UPDATE event SET position = 7 WHERE position = -1",
)
FORGED = (
    "INSERT INTO event SELECT 9, 'forged', device, 9, visit, kind, at, payload, salt, content_hash, previous, link "
    "FROM event WHERE sequence = 6"
)


@pytest.mark.parametrize(
    ("changes", "sequence", "reason"),
    [
        (["UPDATE event SET payload = CAST(replace(payload, 'own', 'rent') AS BLOB) WHERE sequence = 6"], 6, "changed"),
        (["UPDATE event SET at = '2026-11-22T09:00:00+02:00' WHERE sequence = 5"], 5, "changed"),
        (["UPDATE event SET visit = 'erased' WHERE sequence = 7"], 7, "changed"),
        (["UPDATE event SET kind = 'VisitResumed' WHERE sequence = 8"], 8, "changed"),
        (["UPDATE event SET payload = NULL WHERE sequence = 6"], 6, "changed"),
        (["UPDATE event SET payload = NULL, salt = NULL WHERE sequence = 6"], 6, "erased without an end"),
        (["UPDATE event SET payload = NULL, salt = NULL WHERE sequence = 5"], 5, "erased without an end"),
        (["UPDATE event SET payload = NULL, salt = NULL WHERE sequence = 1"], 1, "erased without an end"),
        (["UPDATE event SET payload = NULL, salt = NULL WHERE sequence = 4"], 2, "erased without an end"),
        (["UPDATE event SET kind = 'StepNoted', payload = NULL, salt = NULL WHERE sequence = 6"], 6, "changed"),
        (["DELETE FROM event WHERE sequence = 1"], 1, "missing or out of place"),
        (["DELETE FROM event WHERE sequence = 6"], 6, "missing or out of place"),
        (["DELETE FROM event WHERE sequence = 8"], 8, "cut off"),
        (["DELETE FROM event"], 1, "cut off"),
        (["DELETE FROM head"], 9, "cut off"),
        (SWAP, 6, "missing or out of place"),
        (["UPDATE event SET sequence = 99 WHERE sequence = 7"], 7, "missing or out of place"),
        ([FORGED], 9, "changed"),
        (["UPDATE event SET salt = zeroblob(32) WHERE sequence = 8"], 8, "changed"),
        (["UPDATE event SET content_hash = zeroblob(32) WHERE sequence = 2"], 2, "changed"),
    ],
)
def test_what_was_done_behind_the_programs_back_is_found(casebook, folder, changes, sequence, reason):
    behind_the_programs_back(folder, *changes)
    broken = casebook.verify().broken
    assert broken is not None
    assert (broken.device, broken.sequence, broken.reason) == (folder.device, sequence, reason)


def test_a_kept_plan_makes_the_erasing_of_notes_lawful_and_of_nothing_else(casebook, folder):
    casebook.append(LIVING, [ev.StepNoted(StepId("notice"), "soitettu")], NOW)
    casebook.append_and_erase(LIVING, [ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True)], NOW)
    assert casebook.verify().broken is None
    behind_the_programs_back(folder, "UPDATE event SET payload = NULL, salt = NULL WHERE sequence = 6")
    broken = casebook.verify().broken
    assert broken is not None
    assert (broken.sequence, broken.reason) == (6, "erased without an end")


def test_what_came_after_a_change_does_not_hide_it(casebook, folder):
    behind_the_programs_back(folder, "UPDATE event SET at = '2026-11-22T09:00:00+02:00' WHERE sequence = 5")
    casebook.append(LIVING, [ev.VisitResumed()], NOW)
    broken = casebook.verify().broken
    assert broken is not None
    assert broken.sequence == 5


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM event WHERE sequence = 8",
        "UPDATE event SET at = 'now' WHERE sequence = 8",
        "UPDATE event SET payload = x'7b7d' WHERE sequence = 8",
        "UPDATE event SET payload = x'7b7d', salt = zeroblob(32) WHERE sequence = 2",
    ],
)
def test_the_store_itself_refuses_to_change_or_remove_an_event(casebook, folder, statement):
    with pytest.raises(Exception, match=r"only added to|only erased"):
        folder.casebook.execute(statement)
    assert casebook.verify().broken is None


def test_two_equal_answers_have_nothing_in_common_in_the_journal(casebook, folder):
    casebook.append(LIVING, [ev.AnswerGiven(FactName("home.kind"), "own")] * 2, NOW)
    hashes = folder.casebook.execute("SELECT content_hash FROM event WHERE sequence IN (9, 10)").fetchall()
    assert len(set(hashes)) == 2


def test_projections_made_again_from_the_journal_are_the_same(casebook, folder):
    casebook.append(LIVING, [ev.ErrandAdded(ErrandId("moving")), ev.PlanCodeGiven(PlanCode("7K3MZ9QAB"))], NOW)
    casebook.append(LIVING, [ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True)], NOW)
    draft = VisitId("draft")
    casebook.append(draft, [ev.VisitOpened(3, VisitChannel.PHONE, "abc")], NOW + timedelta(days=1))
    tables = ("visit", "plan")
    before = [sorted(folder.casebook.execute(f"SELECT * FROM {table}").fetchall()) for table in tables]
    behind_the_programs_back(folder, "DELETE FROM visit", "DELETE FROM plan")
    assert casebook.visits() == ()
    casebook.rebuild()
    assert [sorted(folder.casebook.execute(f"SELECT * FROM {table}").fetchall()) for table in tables] == before
    assert [len(rows) for rows in before] == [3, 1]
