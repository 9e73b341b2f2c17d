"""Backups: whole, encrypted, with nothing of a draft; put back they are a casebook to work with, and loss is named."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desk import events as ev
from desk.errors import CopyDamaged, CopyUnknown, DeskBusy
from desk.model.hours import HELSINKI
from desk.model.ids import FactName, VisitId
from desk.model.visit import Outcome, VisitChannel, VisitState
from offline_cache import restoring
from offline_cache.casebook.journal import casebook_in
from offline_cache.casebook.keeper import keeper_in
from offline_cache.connection import connect, transaction
from offline_cache.restored import RESTORED, RESTORING
from tests.fakes import FakeKeyring
from tests.offline_cache.casebook.test_erasing import scan
from tests.offline_cache.opening import in_another_process, opened, tools

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=HELSINKI)
KEPT, DRAFT, LATER = VisitId("kept"), VisitId("draft"), VisitId("later")


@pytest.fixture
def keyring():
    return FakeKeyring()


@pytest.fixture
def path(tmp_path, keyring):
    folder = opened(tmp_path / "folder", tools(keyring))
    casebook = casebook_in(folder)
    for visit, said in ((KEPT, "kuollut-puoliso"), (DRAFT, "velkainen-naapuri")):
        casebook.append(visit, [ev.VisitOpened(casebook.next_number(), VisitChannel.DESK, "abc")], NOW)
        casebook.append(visit, [ev.AnswerGiven(FactName("home.kind"), said)], NOW)
    casebook.append_and_erase(KEPT, [ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True)], NOW)
    folder.close()
    return tmp_path / "folder"


@pytest.fixture
def work(path, keyring):
    """Do something in the open folder, and close it."""

    def done(what, at=NOW):
        folder = opened(path, tools(keyring))
        try:
            return what(folder, at)
        finally:
            folder.close()

    return done


def copy_now(folder, at=NOW, why="daily"):
    keeper = keeper_in(folder)
    begun = keeper.begin_copy(at, why, lambda: False)
    assert begun is not None
    copy = keeper.settle_copy(begun)
    assert copy is not None
    return copy


def go_on(folder, at):
    casebook = casebook_in(folder)
    casebook.append(LATER, [ev.VisitOpened(casebook.next_number(), VisitChannel.PHONE, "abc")], at)
    casebook.append(LATER, [ev.AnswerGiven(FactName("home.kind"), "own")], at)


def states(folder, _at):
    casebook = casebook_in(folder)
    assert casebook.verify().broken is None
    return {visit.id: (visit.state, visit.erased) for visit in casebook.visits()}


def test_a_copy_holds_what_is_kept_and_nothing_that_was_said_in_a_draft(work, path, keyring):
    copy = work(copy_now)
    assert (path / "backups" / f"{copy.name}.db").stat().st_mode & 0o077 == 0
    assert scan(path / "backups", keyring, "kuollut-puoliso", "velkainen-naapuri", "home.kind") == {
        f"{copy.name}.db": {"kuollut-puoliso": 1, "home.kind": 1}
    }
    assert "velkainen" in str(scan(path, keyring, "velkainen-naapuri")), "in the casebook itself it is"


def test_restoring_gives_a_casebook_to_work_with_and_names_what_is_lost(work, path, keyring):
    copy = work(copy_now)
    work(go_on, NOW + timedelta(hours=1))
    device = work(lambda folder, _: folder.device)
    told = restoring.restore(path, copy.name, tools(keyring), NOW + timedelta(hours=2), dry=True)
    assert told.lost is not None
    assert (told.lost.events, told.lost.visits, told.lost.opened) == (2, 1, 1)
    assert LATER in work(states)
    done = restoring.restore(path, copy.name, tools(keyring), NOW + timedelta(hours=2))
    assert (done.lost, done.aside) == (told.lost, None)
    assert work(states) == {KEPT: (VisitState.ENDED, False), DRAFT: (VisitState.DISCARDED, True)}
    assert work(lambda folder, _: folder.device) != device
    work(go_on, NOW + timedelta(hours=3))
    assert work(states)[LATER] == (VisitState.DRAFT, False)
    assert done.before is not None
    back = restoring.restore(path, done.before.name, tools(keyring), NOW + timedelta(hours=4))
    assert back.lost is not None
    assert back.lost.opened == 0, "the visit of the same id is in both"
    assert work(states)[LATER] == (VisitState.DISCARDED, True), "it was a draft"


def test_a_damaged_casebook_is_put_aside_and_the_backup_goes_on(work, path, keyring):
    copy = work(copy_now)
    in_another_process(
        "import sys; f = open(sys.argv[1], 'r+b'); f.seek(5000); f.write(bytes(300))", path / "casebook.db"
    )
    done = restoring.restore(path, copy.name, tools(keyring), NOW)
    assert done.lost is None or done.before is None
    assert done.aside is not None
    assert done.aside.exists()
    assert set(work(states)) == {KEPT, DRAFT}


@pytest.mark.parametrize("change", ["damage", "chain"])
def test_a_backup_that_cannot_be_trusted_changes_nothing(work, path, keyring, change):
    copy = work(copy_now)
    file = path / "backups" / f"{copy.name}.db"
    if change == "damage":
        in_another_process("import sys; f = open(sys.argv[1], 'r+b'); f.seek(9000); f.write(bytes(90))", file)
    else:
        key = work(lambda folder, _: folder.casebook_key)
        connection = connect(file, key)
        with transaction(connection):
            connection.execute("DROP TRIGGER event_is_never_changed")
            connection.execute("UPDATE event SET at = 'then' WHERE sequence = 2")
        connection.close()
    with pytest.raises(CopyDamaged):
        restoring.restore(path, copy.name, tools(keyring), NOW)
    with pytest.raises(CopyUnknown):
        restoring.restore(path, "casebook-19990101T000000", tools(keyring), NOW)
    assert work(states)[KEPT] == (VisitState.ENDED, False)


def test_nothing_is_restored_while_somebody_works(path, keyring, work):
    copy = work(copy_now)
    folder = opened(path, tools(keyring))
    with pytest.raises(DeskBusy):
        restoring.restore(path, copy.name, tools(keyring), NOW)
    folder.close()


@pytest.mark.parametrize("moment", ["before", "decided", "moved"])
def test_a_restore_that_was_cut_off_leaves_the_old_casebook_or_the_whole_new_one(work, path, keyring, moment):
    """Killed while it writes, right after it was decided, and when the old store is aside already."""
    copy = work(copy_now)
    work(go_on, NOW + timedelta(hours=1))
    with pytest.MonkeyPatch.context() as patch:
        if moment == "before":
            patch.setattr(restoring, "_write_out", cut_off(lambda: (path / RESTORING).touch()))
        else:
            patch.setattr(restoring, "finish", lambda folder, _now: killed(folder) if is_decided(folder) else None)
        with pytest.raises(KeyboardInterrupt):
            restoring.restore(path, copy.name, tools(keyring), NOW + timedelta(hours=2))
    if moment == "moved":
        (path / "casebook.db").replace(path / "backups" / "casebook-20261123T110000-aside.db")
    assert (LATER in work(states)) is (moment == "before")
    assert not (path / RESTORING).exists()
    assert not (path / RESTORED).exists()


def is_decided(folder):
    return (folder / RESTORED).exists()


def killed(_folder):
    raise KeyboardInterrupt


def cut_off(after):
    def work(*_anything):
        after()
        raise KeyboardInterrupt

    return work


def test_a_copy_of_what_was_erased_while_it_was_written_does_not_count(path, keyring):
    folder = opened(path, tools(keyring))
    keeper, casebook = keeper_in(folder), casebook_in(folder)
    begun = keeper.begin_copy(NOW, "daily", lambda: False) or ""
    casebook.append_and_erase(KEPT, [ev.VisitDiscarded()], NOW)
    assert keeper.settle_copy(begun) is None
    assert keeper.copies() == ()
    folder.close()
    assert scan(path, keyring, "kuollut-puoliso") == {}


def test_the_clerk_works_on_while_a_copy_is_written(path, keyring):
    folder = opened(path, tools(keyring))
    keeper, casebook = keeper_in(folder), casebook_in(folder)
    looked: list[object] = []

    def work_on():
        if not looked:
            looked.append(casebook.append(DRAFT, [ev.AnswerGiven(FactName("home.kind"), "rent")], NOW))
        return False

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("offline_cache.casebook.copying.STEPS_BETWEEN_LOOKS", 1)
        begun = keeper.begin_copy(NOW, "daily", work_on) or ""
    assert keeper.settle_copy(begun) is not None
    assert looked
    folder.close()


def test_a_copy_that_is_stopped_leaves_nothing(path, keyring):
    folder = opened(path, tools(keyring))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("offline_cache.casebook.copying.STEPS_BETWEEN_LOOKS", 1)
        assert keeper_in(folder).begin_copy(NOW, "daily", lambda: True) is None
    assert list((path / "backups").glob("casebook*")) == []
    folder.close()


def test_copies_live_as_long_as_they_may_whatever_the_clock_says(path, keyring):
    folder = opened(path, tools(keyring))
    keeper = keeper_in(folder)
    for days in (0, 1, 6, 7, 8, 40):
        copy_now(folder, NOW + timedelta(days=days))
    assert keeper.drop_copies_out_of_time(date(2026, 12, 1), 7) == 3
    assert [copy.made.day for copy in keeper.copies()] == [29, 30, 1]
    copy_now(folder, NOW - timedelta(days=2))
    copy_now(folder, NOW - timedelta(days=2))
    assert len({copy.name for copy in keeper.copies()}) == 5, "a clock that was set back overwrites nothing"
    folder.close()


COPY_AS_AN_ORDINARY_USER = """
import os, sys
from pathlib import Path
from datetime import datetime, timezone
from desk.errors import DeskError
from offline_cache.casebook.keeper import keeper_in
from offline_cache.casebook.journal import casebook_in
from tests.offline_cache.given_key import GivenKey
from tests.offline_cache.opening import opened, tools
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
folder = opened(Path(sys.argv[1]), tools(GivenKey(sys.argv[2])))
try:
    keeper_in(folder).begin_copy(datetime.now(timezone.utc), "daily", lambda: False)
except DeskError as known:
    print(known.id)
casebook_in(folder).set_setting("goes", "on")
print(casebook_in(folder).setting("goes"))
folder.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes of this kind")
def test_a_backup_folder_that_cannot_be_written_is_told_and_the_desk_goes_on():
    place, keyring = Path(tempfile.mkdtemp()), FakeKeyring()
    place.chmod(0o755)
    opened(place / "folder", tools(keyring)).close()
    (key,) = keyring.secrets.values()
    for each in [*place.rglob("*")] if os.getuid() == 0 else []:
        os.chown(each, 65534, 65534)
    backups = place / "folder" / "backups"
    backups.chmod(0o500)
    try:
        said = in_another_process(COPY_AS_AN_ORDINARY_USER, place / "folder", key)
    finally:
        backups.chmod(0o700)
        shutil.rmtree(place)
    assert said.split() == ["folder.read_only", "on"]


def test_a_disk_that_gets_full_in_a_copy_or_a_restore_changes_nothing(work, path, keyring, tmp_path):
    copy = work(copy_now)
    code = """
import resource, sys
from pathlib import Path
from datetime import datetime, timezone
from desk.errors import DiskFull
from offline_cache import restoring
from offline_cache.casebook.keeper import keeper_in
from tests.offline_cache.given_key import GivenKey
from tests.offline_cache.opening import opened, tools
path, key, name = Path(sys.argv[1]), tools(GivenKey(sys.argv[2])), sys.argv[3]
now = datetime.now(timezone.utc)
folder = opened(path, key)
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (40000, 40000))
for work in (lambda: keeper_in(folder).begin_copy(now, "daily", lambda: False),
             lambda: (folder.close(), restoring.restore(path, name, key, now))):
    try:
        work()
        print("through")
    except DiskFull:
        print("full")
"""
    assert in_another_process(code, path, *keyring.secrets.values(), copy.name).split() == ["full", "full"]
    assert set(work(states)) == {KEPT, DRAFT}
    assert [each.name for each in (path / "backups").glob("*.part")] == []
    assert not (path / RESTORING).exists()


def test_a_copy_that_was_cut_short_by_a_fall_is_swept_away_at_the_next_start(work, path):
    left = path / "backups" / "casebook-20261123T080000-daily.part"
    left.write_bytes(b"half a copy")
    work(states)
    assert not left.exists()


def test_what_an_older_program_kept_has_its_time_too(path, keyring):
    folder = opened(path, tools(keyring))
    with transaction(folder.casebook):
        folder.casebook.execute("DELETE FROM keeping")
    keeper = keeper_in(folder)
    assert keeper.kept() == ()
    keeper.keep_projections_current()
    assert [each.visit for each in keeper.kept()] == [KEPT]
    folder.close()
