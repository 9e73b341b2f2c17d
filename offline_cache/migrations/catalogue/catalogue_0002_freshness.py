"""Keeping fresh: what is gone, what changed, code lists, libraries, checked links, form files, and what narrows.

The search is made anew from the stored objects when the desk is next opened for writing (``reindexing``).
"""

from __future__ import annotations

from alembic import op

revision = "catalogue_0002"
down_revision = "catalogue_0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    DROP INDEX ix_entry_kind_starter
    """,
    """
    CREATE INDEX ix_entry_kind_starter_id ON entry (kind, starter, id)
    """,
    """
    CREATE TABLE offered_by (
        organization TEXT NOT NULL,
        owner TEXT NOT NULL,
        CONSTRAINT pk_offered_by PRIMARY KEY (organization, owner),
        CONSTRAINT fk_offered_by_owner_entry FOREIGN KEY(owner) REFERENCES entry (id) ON DELETE CASCADE
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_offered_by_owner ON offered_by (owner)
    """,
    """
    INSERT OR IGNORE INTO offered_by (organization, owner)
    SELECT offer.value ->> 'organization', entry.id
    FROM entry JOIN json_each(CAST(entry.body AS TEXT), '$.offers') AS offer
    WHERE entry.kind = 'service'
    """,
    """
    INSERT OR IGNORE INTO offered_by (organization, owner)
    SELECT CAST(body AS TEXT) ->> 'organization', id FROM entry
    WHERE kind = 'channel' AND CAST(body AS TEXT) ->> 'organization' IS NOT NULL
    """,
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
    CREATE TABLE errands_bundle (
        content_hash TEXT NOT NULL,
        dated TEXT NOT NULL,
        format INTEGER NOT NULL,
        publisher TEXT NOT NULL,
        taken TEXT NOT NULL,
        body BLOB NOT NULL,
        CONSTRAINT pk_errands_bundle PRIMARY KEY (content_hash)
    )
    """,
    """
    CREATE TABLE facet (
        id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        value TEXT NOT NULL,
        names BLOB NOT NULL,
        CONSTRAINT pk_facet PRIMARY KEY (id)
    )
    """,
    """
    CREATE UNIQUE INDEX ix_facet_kind_value ON facet (kind, value)
    """,
    """
    CREATE TABLE word (
        word TEXT NOT NULL,
        CONSTRAINT pk_word PRIMARY KEY (word)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_link_channel ON link (channel)
    """,
    """
    DROP TABLE document
    """,
    """
    CREATE TABLE document (
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        starter BOOLEAN NOT NULL,
        hidden BOOLEAN NOT NULL,
        names BLOB NOT NULL,
        marks TEXT NOT NULL,
        CONSTRAINT pk_document PRIMARY KEY (number)
    )
    """,
    """
    CREATE UNIQUE INDEX ix_document_kind_id ON document (kind, id)
    """,
    """
    DELETE FROM document_detail
    """,
    """
    DROP TABLE search
    """,
    """
    DROP TABLE search_text
    """,
    """
    CREATE VIRTUAL TABLE search USING fts5(
        name, words, organization, folded, marks,
        content = '', contentless_delete = 1, detail = column, prefix = '2 3 4',
        tokenize = 'unicode61 remove_diacritics 0'
    )
    """,
    """
    CREATE VIRTUAL TABLE search_text USING fts5(
        anything,
        content = '', contentless_delete = 1, detail = none,
        tokenize = 'unicode61 remove_diacritics 0'
    )
    """,
)


def upgrade() -> None:
    """Add the tables, as the schema was then."""
    for statement in STATEMENTS:
        op.execute(statement)
