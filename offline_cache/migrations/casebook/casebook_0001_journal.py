"""The journal, its heads, and the projections that screens read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "casebook_0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables."""
    _journal()
    _journal_is_only_added_to()
    _heads()
    _projections()


def _journal() -> None:
    op.create_table(
        "event",
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("visit", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("payload", sa.LargeBinary),
        sa.Column("salt", sa.LargeBinary),
        sa.Column("content_hash", sa.LargeBinary, nullable=False),
        sa.Column("previous", sa.LargeBinary, nullable=False),
        sa.Column("link", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_event"),
        sa.UniqueConstraint("id", name="uq_event_id"),
        sa.UniqueConstraint("device", "sequence", name="uq_event_device_sequence"),
        sqlite_strict=True,
    )
    op.create_index("ix_event_visit", "event", ["visit"])


def _journal_is_only_added_to() -> None:
    op.execute(
        "CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event "
        "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END"
    )
    op.execute(
        "CREATE TRIGGER event_is_never_changed "
        "BEFORE UPDATE OF position, id, device, sequence, visit, kind, at, content_hash, previous, link ON event "
        "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END"
    )
    op.execute(
        "CREATE TRIGGER payload_is_only_erased BEFORE UPDATE OF payload, salt ON event "
        "WHEN NEW.payload IS NOT NULL OR NEW.salt IS NOT NULL "
        "BEGIN SELECT RAISE(ABORT, 'a payload is only erased'); END"
    )


def _heads() -> None:
    op.create_table(
        "head",
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("link", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("device", name="pk_head"),
        sqlite_strict=True,
    )


def _projections() -> None:
    op.create_table(
        "visit",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("errands", sa.Text, nullable=False),
        sa.Column("opened_at", sa.Text, nullable=False),
        sa.Column("ended_at", sa.Text),
        sa.Column("outcome", sa.Text),
        sa.Column("kept", sa.Integer, nullable=False),
        sa.Column("erased", sa.Integer, nullable=False),
        sa.Column("answers", sa.Integer, nullable=False),
        sa.Column("erase_on", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_visit"),
        sqlite_strict=True,
    )
    op.create_index("ix_visit_number", "visit", ["number"])
    op.create_table(
        "plan",
        sa.Column("code_hash", sa.LargeBinary, nullable=False),
        sa.Column("visit", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("code_hash", name="pk_plan"),
        sqlite_strict=True,
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
        sqlite_strict=True,
    )
