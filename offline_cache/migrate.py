"""Bring a store to the newest schema: all of the steps or none, through the one keyed library.

Imported late: SQLAlchemy and alembic are needed only when a schema is not the newest one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, StaticPool, create_engine, event
from sqlcipher3 import dbapi2 as sqlcipher

from offline_cache.connection import StoreConnection, StoreKind, connect

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(path: Path, key: bytes, kind: StoreKind) -> None:
    """Run every step that this store has not seen, in one transaction."""
    connection = connect(path, key, kind=kind)
    engine = engine_for(connection)
    try:
        run_steps(engine, kind, "head")
    finally:
        engine.dispose()
        connection.close()


def steps_of(kind: StoreKind) -> tuple[str, ...]:
    """All steps of one line, oldest first."""
    script = _script(kind)
    return tuple(step.revision for step in reversed(list(script.walk_revisions())))


def engine_for(connection: StoreConnection) -> Engine:
    """SQLAlchemy over one open connection of ours; it begins its transactions as we do."""
    engine = create_engine("sqlite://", module=sqlcipher, creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(opened: Any) -> None:
        opened.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def run_steps(engine: Engine, kind: StoreKind, to: str) -> None:
    """Lead a store to one step of its line."""
    script = _script(kind)
    with (
        engine.begin() as connection,
        EnvironmentContext(
            Config(),
            script,
            fn=lambda revision, _context: script._upgrade_revs(to, revision),  # noqa: SLF001
        ) as environment,
    ):
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()


def _script(kind: StoreKind) -> ScriptDirectory:
    line = str(MIGRATIONS / kind.value)
    return ScriptDirectory(dir=str(MIGRATIONS), version_locations=[line])
