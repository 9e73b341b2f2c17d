"""The errands that unfinished visits follow, kept as long as one of them does."""

from __future__ import annotations

import msgspec
from alembic import op

revision = "casebook_0003"
down_revision = "casebook_0002"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE errands (
        position INTEGER NOT NULL,
        content TEXT NOT NULL,
        body BLOB NOT NULL,
        CONSTRAINT pk_errands PRIMARY KEY (position),
        CONSTRAINT uq_errands_content UNIQUE (content)
    )
     STRICT
    """,
    """
    CREATE TABLE follows (
        visit TEXT NOT NULL,
        content TEXT NOT NULL,
        CONSTRAINT pk_follows PRIMARY KEY (visit)
    )
     STRICT
    """,
)
_UNFINISHED = """
    SELECT visit.id, event.payload FROM visit JOIN event ON event.visit = visit.id AND event.kind = 'VisitOpened'
    WHERE NOT visit.erased AND (visit.kept OR visit.ended_at IS NULL)
"""


def upgrade() -> None:
    """Add the tables, and tell of each unfinished visit what it was opened with."""
    for statement in STATEMENTS:
        op.execute(statement)
    connection = op.get_bind()
    for visit, payload in connection.exec_driver_sql(_UNFINISHED).fetchall():
        followed = (visit, msgspec.json.decode(payload)["content"])
        connection.exec_driver_sql("REPLACE INTO follows (visit, content) VALUES (?, ?)", followed)
