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
    Index(None, "kind", "starter", "id"),
    Index(None, "general_description"),
)

link = Table(
    "link",
    metadata,
    Column("service", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("owner", Text, ForeignKey(OWNER, ondelete="CASCADE"), primary_key=True),
    Index(None, "owner"),
    Index(None, "channel"),
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

offered_by = Table(
    "offered_by",
    metadata,
    Column("organization", Text, primary_key=True),
    Column("owner", Text, ForeignKey(OWNER, ondelete="CASCADE"), primary_key=True),
    Index(None, "owner"),
    sqlite_with_rowid=False,
)
"""Whose names stand in the search row of an object: a renamed organization must be found by its new name."""

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
    Column("marks", Text, nullable=False),
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

tombstone = Table(
    "tombstone",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("names", LargeBinary, nullable=False),
    Column("at", Text, nullable=False),
)
"""What was in the national catalogue and is no longer: whoever comes with an old id is told so."""

change = Table(
    "change",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("change", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("names", LargeBinary, nullable=False),
    Column("fields", LargeBinary, nullable=False),
    Index(None, "at"),
    Index(None, "id"),
)

code = Table(
    "code",
    metadata,
    Column("list", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("names", LargeBinary, nullable=False),
    Column("parent", Text),
    sqlite_with_rowid=False,
)

library = Table(
    "library",
    metadata,
    Column("id", Text, primary_key=True),
    Column("municipality", Text),
    Column("name_key", Text, nullable=False),
    Column("channel", Text),
    Column("fetched", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index(None, "channel"),
)
"""Libraries of the library directory, and the channel that is the same place."""

link_check = Table(
    "link_check",
    metadata,
    Column("url", Text, primary_key=True),
    Column("checked", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("failed_days", Integer, nullable=False),
    Column("failed_since", Text),
)

form_file = Table(
    "form_file",
    metadata,
    Column("url", Text, primary_key=True),
    Column("fetched", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

errands_bundle = Table(
    "errands_bundle",
    metadata,
    Column("content_hash", Text, primary_key=True),
    Column("dated", Text, nullable=False),
    Column("format", Integer, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("taken", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""Errands that a pack brought, newer than those of the program: used from the next opening."""

facet = Table(
    "facet",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("names", LargeBinary, nullable=False),
    Index(None, "kind", "value", unique=True),
)
"""What results are narrowed by. The number is its mark, which stands in ``document`` and in both search tables."""

word = Table(
    "word",
    metadata,
    Column("word", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""The words of names and keywords as they stand: what a mistyped word is read as."""

FTS_DDL: tuple[str, ...] = (
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
"""The long texts have an index of their own: a beginning typed into the other must not wade through them."""
