"""Keeping fresh: what is gone, what changed, code lists, libraries, checked links, form files, facets and places."""

from __future__ import annotations

from alembic import op

revision = "catalogue_0002"
down_revision = "catalogue_0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE tombstone (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        names BLOB NOT NULL,
        at TEXT NOT NULL,
        CONSTRAINT pk_tombstone PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE change (
        position INTEGER NOT NULL,
        at TEXT NOT NULL,
        change TEXT NOT NULL,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        names BLOB NOT NULL,
        fields BLOB NOT NULL,
        CONSTRAINT pk_change PRIMARY KEY (position)
    )
    """,
    """
    CREATE INDEX ix_change_at ON change (at)
    """,
    """
    CREATE INDEX ix_change_id ON change (id)
    """,
    """
    CREATE TABLE code (
        list TEXT NOT NULL,
        code TEXT NOT NULL,
        names BLOB NOT NULL,
        parent TEXT,
        CONSTRAINT pk_code PRIMARY KEY (list, code)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE library (
        id TEXT NOT NULL,
        municipality TEXT,
        name_key TEXT NOT NULL,
        channel TEXT,
        fetched TEXT NOT NULL,
        body BLOB NOT NULL,
        CONSTRAINT pk_library PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_library_channel ON library (channel)
    """,
    """
    CREATE TABLE link_check (
        url TEXT NOT NULL,
        checked TEXT NOT NULL,
        outcome TEXT NOT NULL,
        detail TEXT NOT NULL,
        failed_days INTEGER NOT NULL,
        failed_since TEXT,
        CONSTRAINT pk_link_check PRIMARY KEY (url)
    )
    """,
    """
    CREATE TABLE form_file (
        url TEXT NOT NULL,
        fetched TEXT NOT NULL,
        title TEXT NOT NULL,
        body BLOB NOT NULL,
        CONSTRAINT pk_form_file PRIMARY KEY (url)
    )
    """,
    """
    CREATE TABLE facet (
        kind TEXT NOT NULL,
        value TEXT NOT NULL,
        number INTEGER NOT NULL,
        CONSTRAINT pk_facet PRIMARY KEY (kind, value, number)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_facet_number ON facet (number)
    """,
)


def upgrade() -> None:
    """Add the tables, as the schema was then."""
    for statement in STATEMENTS:
        op.execute(statement)
