"""The casebook's tables as they are now. Migrations lead here; a test holds the two together.

Imported only by migrations and tests: at run time the casebook speaks plain SQL, because importing
SQLAlchemy takes longer than the first paint of a window.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint, text as sql

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

event = Table(
    "event",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("visit", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("payload", LargeBinary),
    Column("salt", LargeBinary),
    Column("content_hash", LargeBinary, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("link", LargeBinary, nullable=False),
    UniqueConstraint("id"),
    UniqueConstraint("device", "sequence"),
    Index(None, "visit"),
    sqlite_strict=True,
)

head = Table(
    "head",
    metadata,
    Column("device", Text, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("link", LargeBinary, nullable=False),
    sqlite_strict=True,
)

visit = Table(
    "visit",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("channel", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("errands", Text, nullable=False),
    Column("opened_at", Text, nullable=False),
    Column("ended_at", Text),
    Column("outcome", Text),
    Column("kept", Integer, nullable=False),
    Column("erased", Integer, nullable=False),
    Column("answers", Integer, nullable=False),
    Column("erase_on", Text),
    Index(None, "number"),
    Index("ix_visit_unfinished", "number", sqlite_where=sql("NOT erased AND (kept OR ended_at IS NULL)")),
    Index("ix_visit_open", "number", sqlite_where=sql("NOT erased AND ended_at IS NULL")),
    Index(None, "erase_on"),
    Index(None, "opened_at"),
    sqlite_strict=True,
)

plan = Table(
    "plan",
    metadata,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("visit", Text, nullable=False),
    Index(None, "visit"),
    sqlite_strict=True,
)

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

note = Table(
    "note",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("about_kind", Text, nullable=False),
    Column("about_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("until", Text),
    Column("replaces", Text),
    Column("closed", Text),
    Column("outcome", Text, nullable=False),
    Column("keeper", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("on_paper", Integer, nullable=False),
    Index(None, "about_kind", "about_id"),
    sqlite_strict=True,
)
"""The point's own notes and what was wrong at the counter: about services, channels and steps, never about people."""

used = Table(
    "used",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("month", Text, primary_key=True),
    Column("times", Integer, nullable=False),
    sqlite_strict=True,
)
"""How often a service was looked at in a month: what the desk uses most."""

errands = Table(
    "errands",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("content", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("content"),
    sqlite_strict=True,
)
"""The errands as they were when a visit that is not finished was opened: each version once."""

follows = Table(
    "follows",
    metadata,
    Column("visit", Text, primary_key=True),
    Column("content", Text, nullable=False),
    sqlite_strict=True,
)
"""Which of them each unfinished visit follows."""

due = Table(
    "due",
    metadata,
    Column("visit", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("harm", Text, nullable=False),
    Column("of", Text, nullable=False),
    Column("quiet", Integer, nullable=False),
    Column("reach", Text),
    Column("avoid", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Index(None, "visit"),
    Index(None, "seen"),
    sqlite_strict=True,
)
"""What has to be looked at on which day: of each unfinished visit, by ids alone."""

keeping = Table(
    "keeping",
    metadata,
    Column("visit", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("category", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("last_day", Text),
    Column("role", Text),
    Index(None, "visit"),
    sqlite_strict=True,
)
"""What is kept of visits that are over, with the days that its time is counted from."""

document = Table(
    "document",
    metadata,
    Column("id", Text, primary_key=True),
    Column("visit", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("sent_on", Text),
    Index(None, "visit"),
    Index(None, "number"),
    Index(None, "day"),
    Index(None, "sent_on"),
    sqlite_strict=True,
)
"""The documents that were left at the desk: which lie here still, and which came or went when."""

person = Table(
    "person",
    metadata,
    Column("visit", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("birth", Text),
    Column("opened_at", Text, nullable=False),
    Index(None, "person"),
    Index(None, "birth"),
    sqlite_strict=True,
)
"""Whose each kept visit is, where it has a name."""

person_word = Table(
    "person_word",
    metadata,
    Column("word", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("visit", Text, nullable=False),
    Index(None, "word", "number", "visit"),
    Index(None, "visit", "word"),
    sqlite_strict=True,
)
"""The words of these names, as they are compared."""

name_word = Table(
    "name_word",
    metadata,
    Column("word", Text, primary_key=True),
    Column("sound", Text, nullable=False),
    Column("times", Integer, nullable=False),
    Index(None, "sound"),
    sqlite_strict=True,
)
"""Each word once: a misspelt one is looked for here."""

mandate = Table(
    "mandate",
    metadata,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("visit", Text, nullable=False),
    Index(None, "visit"),
    sqlite_strict=True,
)
"""The mandates that can be held against a paper, by the code on it."""

TRIGGERS = (
    "CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event "
    "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END",
    "CREATE TRIGGER event_is_never_changed "
    "BEFORE UPDATE OF position, id, device, sequence, visit, kind, at, content_hash, previous, link ON event "
    "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END",
    "CREATE TRIGGER payload_is_only_erased BEFORE UPDATE OF payload, salt ON event "
    "WHEN NEW.payload IS NOT NULL OR NEW.salt IS NOT NULL "
    "BEGIN SELECT RAISE(ABORT, 'a payload is only erased'); END",
)
"""What holds even when the program has a mistake: nothing of the journal is changed or removed, only erased."""
