"""Holds that were extended, and holds that another desk has ended."""

import sqlalchemy as sa
from alembic import op

from db.migrations.table_text import check, limit

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
LENGTH = "expires_at = reserved_at + 600000000 + extensions * 600000000 + grace_seconds * 1000000"


def upgrade() -> None:
    op.add_column("booking", sa.Column("extensions", WHOLE, server_default="0", nullable=False))
    check("booking", "hold_length", "hold_length", LENGTH)
    limit("booking", "extensions_range", "extensions BETWEEN 0 AND 3")
    op.create_table(
        "broken_hold",
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("broken_at", WHOLE, nullable=False),
        sa.Column("broken_desk_id", sa.Text(), nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("read_at", WHOLE, nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_broken_hold_booking_id")),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name=op.f("fk_broken_hold_desk_id")),
        sa.ForeignKeyConstraint(["broken_desk_id"], ["desk.id"], name=op.f("fk_broken_hold_broken_desk_id")),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_broken_hold")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_broken_hold_desk_id"),
        "broken_hold",
        ["desk_id"],
        sqlite_where=sa.text("read_at IS NULL"),
        postgresql_where=sa.text("read_at IS NULL"),
    )
