"""What the desk has to look at on a day: follow-up, mandates, documents."""

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
        of TEXT NOT NULL
    )
     STRICT
    """,
    "CREATE INDEX ix_due_visit ON due (visit)",
    "CREATE INDEX ix_due_day ON due (day)",
)


def upgrade() -> None:
    """Add the table; what was kept before has nothing in it that is due until it is opened again."""
    for statement in STATEMENTS:
        op.execute(statement)
