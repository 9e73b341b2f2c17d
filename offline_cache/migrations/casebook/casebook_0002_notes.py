"""The point's own notes, marks that something was wrong, and how often services are looked at."""

from __future__ import annotations

from alembic import op

revision = "casebook_0002"
down_revision = "casebook_0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE note (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        about_kind TEXT NOT NULL,
        about_id TEXT NOT NULL,
        name TEXT NOT NULL,
        text TEXT NOT NULL,
        at TEXT NOT NULL,
        until TEXT,
        replaces TEXT,
        closed TEXT,
        outcome TEXT NOT NULL,
        keeper TEXT NOT NULL,
        language TEXT NOT NULL,
        on_paper INTEGER NOT NULL,
        CONSTRAINT pk_note PRIMARY KEY (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_note_about_kind_about_id ON note (about_kind, about_id)
    """,
    """
    CREATE TABLE used (
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        month TEXT NOT NULL,
        times INTEGER NOT NULL,
        CONSTRAINT pk_used PRIMARY KEY (kind, id, month)
    )
     STRICT
    """,
)


def upgrade() -> None:
    """Add the tables, as the schema was then."""
    for statement in STATEMENTS:
        op.execute(statement)
