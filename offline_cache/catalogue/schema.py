"""The catalogue's tables, for migrations. What reads and writes at run time is plain SQL beside this.

``entry`` holds each object whole, as JSON of the desk's own model; the other tables are what it is found by.
The number of a ``document`` is its static rank: a search reads the first few hundred in this order.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

OWNER = "entry.id"

entry = Table(
    "entry",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("starter", Boolean, nullable=False),
    Column("hidden", Boolean, nullable=False),
    Column("general_description", Text),
    Column("nationwide", Boolean, nullable=False),
    Column("fetched", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index(None, "kind", "starter"),
    Index(None, "general_description"),
)

link = Table(
    "link",
    metadata,
    Column("service", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("owner", Text, ForeignKey(OWNER, ondelete="CASCADE"), primary_key=True),
    Index(None, "owner"),
    sqlite_with_rowid=False,
)

service_class = Table(
    "service_class",
    metadata,
    Column("class", Text, primary_key=True),
    Column("owner", Text, ForeignKey(OWNER, ondelete="CASCADE"), primary_key=True),
    Index(None, "owner"),
    sqlite_with_rowid=False,
)

place = Table(
    "place",
    metadata,
    Column("municipality", Text, primary_key=True),
    Column("owner", Text, ForeignKey(OWNER, ondelete="CASCADE"), primary_key=True),
    Index(None, "owner"),
    sqlite_with_rowid=False,
)

replacement = Table(
    "replacement",
    metadata,
    Column("replaced", Text, primary_key=True),
    Column("owner", Text, ForeignKey(OWNER, ondelete="CASCADE"), primary_key=True),
    Index(None, "owner"),
    sqlite_with_rowid=False,
)

organization_name = Table(
    "organization_name",
    metadata,
    Column("id", Text, primary_key=True),
    Column("names", LargeBinary, nullable=False),
    Column("whole", Boolean, nullable=False),
)
"""Names as the organization itself has them (whole), or the copy that came with a service."""

document = Table(
    "document",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("starter", Boolean, nullable=False),
    Column("hidden", Boolean, nullable=False),
    Column("names", LargeBinary, nullable=False),
    Index(None, "kind", "id", unique=True),
)
"""Narrow on purpose: each keystroke reads some hundred rows of it."""

document_detail = Table(
    "document_detail",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("organization", Text),
    Column("words", LargeBinary, nullable=False),
    Column("summary", LargeBinary, nullable=False),
)

known = Table(
    "known",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Freshness, and what the search index was made with."""

FTS_DDL: tuple[str, ...] = (
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
"""The long texts have an index of their own: a beginning typed into the other must not wade through them."""
