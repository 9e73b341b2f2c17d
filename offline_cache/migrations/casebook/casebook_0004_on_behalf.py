"""What the desk has to look at on a day: follow-up, mandates, documents; and who has kept visits."""

from __future__ import annotations

from alembic import op

revision = "casebook_0004"
down_revision = "casebook_0003"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE due (
        visit TEXT NOT NULL,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        day TEXT NOT NULL,
        harm TEXT NOT NULL,
        of TEXT NOT NULL,
        quiet INTEGER NOT NULL,
        reach TEXT,
        avoid TEXT NOT NULL,
        seen TEXT NOT NULL
    )
     STRICT
    """,
    "CREATE INDEX ix_due_visit ON due (visit)",
    "CREATE INDEX ix_due_seen ON due (seen)",
    """
    CREATE TABLE person (
        visit TEXT NOT NULL,
        person TEXT NOT NULL,
        number INTEGER NOT NULL,
        name TEXT NOT NULL,
        birth TEXT,
        opened_at TEXT NOT NULL,
        CONSTRAINT pk_person PRIMARY KEY (visit)
    )
     STRICT
    """,
    "CREATE INDEX ix_person_person ON person (person)",
    "CREATE INDEX ix_person_birth ON person (birth)",
    """
    CREATE TABLE person_word (
        word TEXT NOT NULL,
        number INTEGER NOT NULL,
        visit TEXT NOT NULL
    )
     STRICT
    """,
    "CREATE INDEX ix_person_word_word_number_visit ON person_word (word, number, visit)",
    "CREATE INDEX ix_person_word_visit_word ON person_word (visit, word)",
    """
    CREATE TABLE name_word (
        word TEXT NOT NULL,
        sound TEXT NOT NULL,
        times INTEGER NOT NULL,
        CONSTRAINT pk_name_word PRIMARY KEY (word)
    )
     STRICT
    """,
    "CREATE INDEX ix_name_word_sound ON name_word (sound)",
    """
    CREATE TABLE document (
        id TEXT NOT NULL,
        visit TEXT NOT NULL,
        number TEXT NOT NULL,
        day TEXT NOT NULL,
        sent_on TEXT,
        CONSTRAINT pk_document PRIMARY KEY (id)
    )
     STRICT
    """,
    "CREATE INDEX ix_document_visit ON document (visit)",
    "CREATE INDEX ix_document_number ON document (number)",
    "CREATE INDEX ix_document_day ON document (day)",
    "CREATE INDEX ix_document_sent_on ON document (sent_on)",
    """
    CREATE TABLE keeping (
        visit TEXT NOT NULL,
        number INTEGER NOT NULL,
        category TEXT NOT NULL,
        since TEXT NOT NULL,
        last_day TEXT,
        role TEXT
    )
     STRICT
    """,
    "CREATE INDEX ix_keeping_visit ON keeping (visit)",
    """
    CREATE TABLE mandate (
        code_hash BLOB NOT NULL,
        visit TEXT NOT NULL,
        CONSTRAINT pk_mandate PRIMARY KEY (code_hash)
    )
     STRICT
    """,
    "CREATE INDEX ix_mandate_visit ON mandate (visit)",
    "CREATE INDEX ix_visit_unfinished ON visit (number) WHERE NOT erased AND (kept OR ended_at IS NULL)",
    "CREATE INDEX ix_visit_open ON visit (number) WHERE NOT erased AND ended_at IS NULL",
    "CREATE INDEX ix_visit_erase_on ON visit (erase_on)",
    "CREATE INDEX ix_visit_opened_at ON visit (opened_at)",
    "CREATE INDEX ix_plan_visit ON plan (visit)",
)


def upgrade() -> None:
    """Add the tables; what was kept before has nothing in it that is due until it is opened again."""
    for statement in STATEMENTS:
        op.execute(statement)
