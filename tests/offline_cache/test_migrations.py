"""Migrations lead exactly to the models, in one transaction, with a copy beforehand; newer files are left alone."""

from __future__ import annotations

import re
import stat
from dataclasses import replace
from datetime import datetime, timedelta

import msgspec
import pytest
import sqlalchemy as sa

from desk.errors import DeskBusy, StoreNewer
from desk.model.catalogue import (
    Channel,
    ChannelId,
    ChannelKind,
    Offer,
    OrganizationId,
    Role,
    Service,
    ServiceId,
)
from desk.model.local_text import LocalText
from offline_cache import backup, migrate
from offline_cache.casebook import schema as casebook_schema
from offline_cache.casebook.journal import casebook_in
from offline_cache.catalogue import rows, schema as catalogue_schema
from offline_cache.connection import StoreKind, connect, create_file, transaction
from offline_cache.store import STEPS, Access
from tests.fakes import FakeKeyring
from tests.offline_cache.opening import in_another_process, opened, tools

KEY = bytes(32)
MODELS = {
    StoreKind.CASEBOOK: (casebook_schema.metadata, casebook_schema.TRIGGERS),
    StoreKind.CATALOGUE: (catalogue_schema.metadata, catalogue_schema.FTS_DDL),
}


def schema_of(connection):
    """Every object of a store with its definition, in one way of writing."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%'").fetchall()
    return {(kind, name): _normal(sql) for kind, name, sql in rows if "alembic" not in name}


def _normal(sql):
    """One spelling for one meaning: spaces and quotes do not count."""
    return sql and re.sub(r"\s*([(),])\s*", r"\1", re.sub(r"\s+", " ", sql.replace('"', ""))).strip()


@pytest.mark.parametrize("kind", StoreKind)
def test_migrations_make_what_the_models_say(tmp_path, kind):
    migrated, modelled = tmp_path / "migrated.db", tmp_path / "modelled.db"
    create_file(migrated)
    create_file(modelled)
    migrate.upgrade(migrated, KEY, kind)
    metadata, more = MODELS[kind]
    engine = migrate.engine_for(connect(modelled, KEY, kind=kind))
    with engine.begin() as connection:
        metadata.create_all(connection)
        for statement in more:
            connection.execute(sa.text(statement))
    engine.dispose()
    by_migration, by_model = connect(migrated, KEY), connect(modelled, KEY)
    try:
        assert schema_of(by_migration) == schema_of(by_model)
    finally:
        by_migration.close()
        by_model.close()


@pytest.mark.parametrize("kind", StoreKind)
def test_the_steps_known_without_alembic_are_the_steps_there_are(kind):
    assert migrate.steps_of(kind) == STEPS[kind]


OLD_ENTRY = """
    INSERT INTO entry (id, kind, starter, hidden, nationwide, fetched, digest, body)
    VALUES (?, ?, 0, 0, 0, '2026-11-01T10:00:00+02:00', x'00', ?)
"""


def test_a_catalogue_of_the_first_schema_is_read_on_and_knows_whose_names_stand_with_what(tmp_path):
    path = tmp_path / "catalogue.db"
    create_file(path)
    connection = connect(path, KEY, kind=StoreKind.CATALOGUE)
    engine = migrate.engine_for(connection)
    migrate.run_steps(engine, StoreKind.CATALOGUE, "catalogue_0001")
    service = Service(ServiceId("s1"), LocalText({"fi": "A"}), offers=(Offer(OrganizationId("o1"), Role.PRODUCER),))
    place = Channel(ChannelId("c1"), ChannelKind.PLACE, LocalText({"fi": "B"}), organization=OrganizationId("o2"))
    line = Channel(ChannelId("c2"), ChannelKind.PHONE, LocalText({"fi": "C"}))
    for kind, item in (("service", service), ("channel", place), ("channel", line)):
        connection.execute(OLD_ENTRY, (item.id, kind, msgspec.json.encode(item)))
    migrate.run_steps(engine, StoreKind.CATALOGUE, "head")
    told = connection.execute("SELECT organization, owner FROM offered_by ORDER BY organization").fetchall()
    kept = [rows.object_of(*row) for row in connection.execute("SELECT kind, body FROM entry ORDER BY id DESC")]
    engine.dispose()
    connection.close()
    assert told == [("o1", "s1"), ("o2", "c1")]
    assert kept == [service, line, place]


def test_the_unfinished_visits_of_an_older_casebook_follow_what_they_were_opened_with(tmp_path):
    path = tmp_path / "casebook.db"
    create_file(path)
    connection = connect(path, KEY, kind=StoreKind.CASEBOOK)
    engine = migrate.engine_for(connection)
    migrate.run_steps(engine, StoreKind.CASEBOOK, "casebook_0002")
    ended = "2026-11-01T10:00:00+02:00"
    for number, (visit, over, kept, erased) in enumerate(
        [("draft", None, 0, 0), ("kept", ended, 1, 0), ("over", ended, 0, 1)], start=1
    ):
        connection.execute(OLD_VISIT, (visit, number, over, kept, erased))
        payload = msgspec.json.encode({"number": number, "channel": "desk", "content": f"hash-{number}"})
        connection.execute(OLD_EVENT, (f"e{number}", number, visit, payload))
    migrate.run_steps(engine, StoreKind.CASEBOOK, "head")
    told = connection.execute("SELECT visit, content FROM follows ORDER BY visit").fetchall()
    engine.dispose()
    connection.close()
    assert told == [("draft", "hash-1"), ("kept", "hash-2")]


OLD_VISIT = """
    INSERT INTO visit (id, number, channel, state, errands, opened_at, ended_at, kept, erased, answers)
    VALUES (?, ?, 'desk', 'draft', '[]', '2026-11-01T09:00:00+02:00', ?, ?, ?, 0)
"""
OLD_EVENT = """
    INSERT INTO event (id, device, sequence, visit, kind, at, payload, salt, content_hash, previous, link)
    VALUES (?, 'd', ?, ?, 'VisitOpened', '2026-11-01T09:00:00+02:00', ?, x'00', x'00', x'00', x'00')
"""


@pytest.mark.parametrize("kind", StoreKind)
def test_a_store_of_a_newer_program_is_left_as_it_is(tmp_path, kind):
    keyring = FakeKeyring()
    folder = opened(tmp_path / "folder", tools(keyring))
    connection = folder.casebook if kind is StoreKind.CASEBOOK else folder.catalogue
    with transaction(connection):
        connection.execute("UPDATE alembic_version SET version_num = 'casebook_0099'")
    folder.close()
    for access in Access:
        with pytest.raises(StoreNewer) as caught:
            opened(tmp_path / "folder", tools(keyring), access)
        assert caught.value.details["path"].endswith(kind.file_name)


class NewSteps:
    """A program that is one step ahead: its step may fail half way."""

    def __init__(self, fails=False):
        self.fails = fails

    def upgrade(self, path, key, kind):
        connection = connect(path, key, kind=kind)
        try:
            with transaction(connection):
                connection.execute("ALTER TABLE setting ADD COLUMN since TEXT")
                if self.fails:
                    connection.execute("ALTER TABLE no_such_table ADD COLUMN since TEXT")
                connection.execute("UPDATE alembic_version SET version_num = ?", (NEXT_STEP,))
        finally:
            connection.close()


NEXT_STEP = "casebook_next"
AHEAD = {**STEPS, StoreKind.CASEBOOK: (*STEPS[StoreKind.CASEBOOK], NEXT_STEP)}


@pytest.fixture
def keyring():
    return FakeKeyring()


@pytest.fixture
def path(tmp_path, keyring):
    """A data folder of today's program with something in it."""
    folder = opened(tmp_path / "folder", tools(keyring))
    casebook_in(folder).set_setting("point.name", "Pielinen")
    folder.close()
    return tmp_path / "folder"


def name_in(folder):
    try:
        return casebook_in(folder).setting("point.name")
    finally:
        folder.close()


def test_a_copy_is_made_before_a_migration_and_opens_with_the_same_key(path, keyring, monkeypatch):
    with monkeypatch.context() as tomorrow:
        tomorrow.setattr("offline_cache.store.STEPS", AHEAD)
        migrated = opened(path, replace(tools(keyring), migrations=NewSteps))
        assert (
            "since" in migrated.casebook.execute("SELECT sql FROM sqlite_master WHERE name = 'setting'").fetchone()[0]
        )
        assert name_in(migrated) == "Pielinen"
    (copy,) = backup.backups_of(path, StoreKind.CASEBOOK)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert backup.backups_of(path, StoreKind.CATALOGUE) == []
    copy.replace(path / "casebook.db")
    assert name_in(opened(path, tools(keyring))) == "Pielinen"


def test_a_reading_command_that_finds_an_old_schema_brings_it_up_when_nobody_writes(path, keyring, monkeypatch):
    writer = opened(path, tools(keyring))
    monkeypatch.setattr("offline_cache.store.STEPS", AHEAD)
    with pytest.raises(DeskBusy):
        opened(path, replace(tools(keyring), migrations=NewSteps), Access.READ)
    writer.close()
    reader = opened(path, replace(tools(keyring), migrations=NewSteps), Access.READ)
    assert reader.lock is None
    assert reader.casebook.execute("SELECT version_num FROM alembic_version").fetchone() == (NEXT_STEP,)
    reader.close()


def test_a_migration_that_fails_half_way_leaves_the_old_store_and_its_copy(path, keyring, monkeypatch):
    with monkeypatch.context() as tomorrow:
        tomorrow.setattr("offline_cache.store.STEPS", AHEAD)
        with pytest.raises(Exception, match="no_such_table"):
            opened(path, replace(tools(keyring), migrations=lambda: NewSteps(fails=True)))
    assert len(backup.backups_of(path, StoreKind.CASEBOOK)) == 1
    folder = opened(path, tools(keyring))
    assert "since" not in folder.casebook.execute("SELECT sql FROM sqlite_master WHERE name = 'setting'").fetchone()[0]
    assert name_in(folder) == "Pielinen"


def test_only_the_newest_copies_stay(tmp_path):
    folder = opened(tmp_path / "folder", tools(FakeKeyring()))
    start = datetime(2026, 11, 23, 9, 0)
    for day in range(5):
        backup.back_up(folder.casebook, folder.path, StoreKind.CASEBOOK, start + timedelta(days=day))
    kept = [copy.name for copy in backup.backups_of(folder.path, StoreKind.CASEBOOK)]
    assert kept == [f"casebook-202611{day}T090000.db" for day in (25, 26, 27)]
    folder.close()


def test_opening_at_the_newest_schema_imports_nothing_heavy(path, keyring):
    """The promise of a fast start, seen in a process of its own."""
    code = """
import sys
from pathlib import Path
from datetime import datetime, timezone
from offline_cache.folder import FolderTools
from offline_cache.store import open_folder
from offline_cache.casebook.journal import casebook_in
from services.passphrases import GivenPassphrase
from tests.offline_cache.given_key import GivenKey
tools = FolderTools(lambda: GivenKey(sys.argv[2]), GivenPassphrase(None), lambda: None, lambda: None)
folder = open_folder(Path(sys.argv[1]), tools, datetime.now(timezone.utc))
casebook_in(folder).visits()
folder.close()
print(*(name for name in ("sqlalchemy", "alembic", "argon2", "cryptography", "holidays") if name in sys.modules))
"""
    assert in_another_process(code, path, *keyring.secrets.values()).strip() == ""
