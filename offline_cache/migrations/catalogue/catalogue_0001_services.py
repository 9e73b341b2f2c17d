"""The first catalogue: objects whole, what they are found by, and the search index."""

from __future__ import annotations

from alembic import op

revision = "catalogue_0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE document (
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        starter BOOLEAN NOT NULL,
        hidden BOOLEAN NOT NULL,
        names BLOB NOT NULL,
        CONSTRAINT pk_document PRIMARY KEY (number)
    )
    """,
    """
    CREATE UNIQUE INDEX ix_document_kind_id ON document (kind, id)
    """,
    """
    CREATE TABLE document_detail (
        number INTEGER NOT NULL,
        organization TEXT,
        words BLOB NOT NULL,
        summary BLOB NOT NULL,
        CONSTRAINT pk_document_detail PRIMARY KEY (number)
    )
    """,
    """
    CREATE TABLE entry (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        starter BOOLEAN NOT NULL,
        hidden BOOLEAN NOT NULL,
        general_description TEXT,
        nationwide BOOLEAN NOT NULL,
        fetched TEXT NOT NULL,
        digest BLOB NOT NULL,
        body BLOB NOT NULL,
        CONSTRAINT pk_entry PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_entry_general_description ON entry (general_description)
    """,
    """
    CREATE INDEX ix_entry_kind_starter ON entry (kind, starter)
    """,
    """
    CREATE TABLE known (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_known PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE organization_name (
        id TEXT NOT NULL,
        names BLOB NOT NULL,
        whole BOOLEAN NOT NULL,
        CONSTRAINT pk_organization_name PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE link (
        service TEXT NOT NULL,
        channel TEXT NOT NULL,
        owner TEXT NOT NULL,
        CONSTRAINT pk_link PRIMARY KEY (service, channel, owner),
        CONSTRAINT fk_link_owner_entry FOREIGN KEY(owner) REFERENCES entry (id) ON DELETE CASCADE
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_link_owner ON link (owner)
    """,
    """
    CREATE TABLE place (
        municipality TEXT NOT NULL,
        owner TEXT NOT NULL,
        CONSTRAINT pk_place PRIMARY KEY (municipality, owner),
        CONSTRAINT fk_place_owner_entry FOREIGN KEY(owner) REFERENCES entry (id) ON DELETE CASCADE
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_place_owner ON place (owner)
    """,
    """
    CREATE TABLE replacement (
        replaced TEXT NOT NULL,
        owner TEXT NOT NULL,
        CONSTRAINT pk_replacement PRIMARY KEY (replaced, owner),
        CONSTRAINT fk_replacement_owner_entry FOREIGN KEY(owner) REFERENCES entry (id) ON DELETE CASCADE
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_replacement_owner ON replacement (owner)
    """,
    """
    CREATE TABLE service_class (
        class TEXT NOT NULL,
        owner TEXT NOT NULL,
        CONSTRAINT pk_service_class PRIMARY KEY (class, owner),
        CONSTRAINT fk_service_class_owner_entry FOREIGN KEY(owner) REFERENCES entry (id) ON DELETE CASCADE
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_service_class_owner ON service_class (owner)
    """,
    """
    CREATE VIRTUAL TABLE search USING fts5(
        name, words, organization, folded,
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
    """Make the first tables, as the schema was then."""
    for statement in STATEMENTS:
        op.execute(statement)
