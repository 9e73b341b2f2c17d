"""After an erasure no answer is left: not in a page, not in the log, not in a copy, even for one who has the key."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from datetime import datetime

import pytest

from desk import events as ev
from desk.model.hours import HELSINKI
from desk.model.ids import FactName, StepId, VisitId
from desk.model.visit import Outcome, VisitChannel
from offline_cache import backup
from offline_cache.casebook.journal import casebook_in
from offline_cache.connection import StoreKind
from offline_cache.store import Access
from tests.fakes import FakeKeyring
from tests.offline_cache.opening import ROOT, in_another_process, opened, tools

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=HELSINKI)
V = VisitId("visit")


@pytest.fixture
def keyring():
    return FakeKeyring()


@pytest.fixture
def folder(tmp_path, keyring):
    folder = opened(tmp_path / "folder", tools(keyring))
    yield folder
    folder.close()


def scan(path, keyring, *words):
    """How often the words stand in each file, seen with the key from another process."""
    (key,) = keyring.secrets.values()
    ran = subprocess.run(
        [sys.executable, "tools/scan_folder.py", str(path), *words],
        cwd=ROOT,
        env=os.environ | {"DESK_ROOT_KEY": key},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(ran.stdout)


def open_and_answer(casebook, visit=V, said="kuollut-puoliso", times=1):
    casebook.append(visit, [ev.VisitOpened(casebook.next_number(), VisitChannel.DESK, "abc")], NOW)
    for number in range(times):
        casebook.append(visit, [ev.AnswerGiven(FactName(f"deceased.fact_{number}"), said)], NOW)


def test_the_scan_finds_what_is_there_only_with_the_key(folder, keyring):
    open_and_answer(casebook_in(folder))
    assert scan(folder.path, keyring, "kuollut-puoliso") == {"casebook.db-wal": {"kuollut-puoliso": 1}}
    assert scan(folder.path, FakeKeyring({"x": "ab" * 32}), "kuollut-puoliso") == {}
    folder.casebook.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert scan(folder.path, keyring, "kuollut-puoliso") == {"casebook.db": {"kuollut-puoliso": 1}}


def test_a_visit_that_ended_leaves_no_answer_in_store_log_or_copy(folder, keyring):
    casebook = casebook_in(folder)
    open_and_answer(casebook, times=40)
    casebook.append(V, [ev.StepNoted(StepId("notice"), "muistiinpano-xyz" * 2000)], NOW)
    backup.back_up(folder.casebook, folder.path, StoreKind.CASEBOOK, NOW)
    folder.casebook.execute("PRAGMA wal_checkpoint(PASSIVE)")
    assert set(scan(folder.path, keyring, "kuollut-puoliso", "muistiinpano-xyz")) == {
        "casebook.db",
        "casebook.db-wal",
        "backups/casebook-20261123T090000.db",
    }
    casebook.append_and_erase(V, [ev.VisitEnded(Outcome.HANDLED, kept=False)], NOW)
    assert scan(folder.path, keyring, "kuollut-puoliso", "muistiinpano-xyz", "deceased.fact_7") == {}
    assert casebook.verify().broken is None


def test_an_answer_that_was_taken_back_is_erased_too(folder, keyring):
    casebook = casebook_in(folder)
    open_and_answer(casebook)
    casebook.append(V, [ev.AnswerWithdrawn(FactName("deceased.fact_0")), ev.VisitParked()], NOW)
    casebook.append_and_erase(V, [ev.VisitDiscarded()], NOW)
    assert scan(folder.path, keyring, "kuollut-puoliso", "deceased.fact_0") == {}


def test_many_visits_that_come_and_go_leave_nothing_behind(folder, keyring):
    """Random visits of all sizes grow beside one another: rows move between pages, and pages are freed and reused."""
    chance = random.Random(20261123)
    casebook = casebook_in(folder)
    living: list[int] = []
    erased: list[int] = []
    for step in range(700):
        if len(living) < 6:
            living.append(len(living) + len(erased))
            open_and_answer(casebook, VisitId(f"visit-{living[-1]}"), f"salaisuus-{living[-1]:04d}")
        one = chance.choice(living)
        note = f"salaisuus-{one:04d}" * chance.choice([1, 1, 1, 3, 30, 300, 1500])
        casebook.append(VisitId(f"visit-{one}"), [ev.StepNoted(StepId(f"s{step}"), note)], NOW)
        if chance.random() < 0.06:
            erased.append(living.pop(chance.randrange(len(living))))
            casebook.append_and_erase(VisitId(f"visit-{erased[-1]}"), [ev.VisitDiscarded()], NOW)
            assert (folder.path / "casebook.db-wal").stat().st_size == 0
    folder.casebook.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    found = scan(folder.path, keyring, *(f"salaisuus-{number:04d}" for number in [*living, *erased]))
    assert len(erased) > 30
    assert set(found) == {"casebook.db"}
    assert set(found["casebook.db"]) == {f"salaisuus-{number:04d}" for number in living}
    assert casebook.verify().broken is None


def test_a_reader_in_another_process_delays_the_log_and_the_next_append_empties_it(folder, keyring):
    casebook = casebook_in(folder)
    open_and_answer(casebook)
    reader = opened(folder.path, tools(keyring), Access.READ)
    reader.casebook.execute("BEGIN")
    reader.casebook.execute("SELECT count(*) FROM event").fetchone()
    casebook.append_and_erase(V, [ev.VisitDiscarded()], NOW)
    assert "casebook.db-wal" in scan(folder.path, keyring, "kuollut-puoliso")
    reader.casebook.execute("COMMIT")
    reader.close()
    casebook.append(VisitId("next"), [ev.VisitOpened(2, VisitChannel.DESK, "abc")], NOW)
    assert scan(folder.path, keyring, "kuollut-puoliso") == {}


def test_a_desk_killed_between_erasing_and_emptying_the_log_finishes_when_it_is_opened(tmp_path, keyring):
    path = tmp_path / "folder"
    opened(path, tools(keyring)).close()
    code = """
import os, sys
from pathlib import Path
from datetime import datetime, timezone
from desk import events as ev
from offline_cache.casebook import journal
from desk.model.visit import VisitChannel
from tests.offline_cache.given_key import GivenKey
from tests.offline_cache.opening import opened, tools
folder = opened(Path(sys.argv[1]), tools(GivenKey(sys.argv[2])))
casebook = journal.casebook_in(folder)
now = datetime.now(timezone.utc)
opening = ev.VisitOpened(1, VisitChannel.DESK, "abc")
casebook.append("visit", [opening, ev.AnswerGiven("home.kind", "kuollut-puoliso")], now)
journal.empty_log = lambda connection: os._exit(0)
casebook.append_and_erase("visit", [ev.VisitDiscarded()], now)
"""
    in_another_process(code, path, *keyring.secrets.values())
    assert "casebook.db-wal" in scan(path, keyring, "kuollut-puoliso")
    folder = opened(path, tools(keyring))
    assert casebook_in(folder).visits()[0].erased
    assert scan(path, keyring, "kuollut-puoliso") == {}
    folder.close()
