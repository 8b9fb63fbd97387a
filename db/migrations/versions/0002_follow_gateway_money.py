"""Follow gateway money: a link's SMS, the look back after a hold, the days, and whose turn it is."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    # In words of our own: Alembic would copy the whole table on SQLite to add a CHECK.
    op.execute(
        "ALTER TABLE payment ADD COLUMN link_sms TEXT"
        " CONSTRAINT ck_payment_link_sms_known CHECK (link_sms IN ('asked', 'sent', 'refused'))"
    )
    op.add_column("payment", sa.Column("link_sms_at", WHOLE, nullable=True))
    op.add_column("payment", sa.Column("looked_back_at", WHOLE, nullable=True))
    # What had ended before was followed by the sweeps of its days.
    op.execute("UPDATE payment SET looked_back_at = settled_at WHERE instrument_id IS NOT NULL")
    followed = sa.text("instrument_id IS NOT NULL AND looked_back_at IS NULL")
    op.create_index(
        "ix_payment_not_looked_back",
        "payment",
        ["created_at"],
        sqlite_where=followed,
        postgresql_where=followed,
    )
    op.create_index("ix_refund_gateway_payment_id", "refund", ["gateway_payment_id"])
    op.create_index("ix_gateway_money_found_at", "gateway_money", ["found_at"])
    op.create_table(
        "gateway_day",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("compared_at", WHOLE, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_gateway_day")),
        sqlite_strict=True,
    )
    op.create_table(
        "job_turn",
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("taken_at", WHOLE, nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name=op.f("fk_job_turn_desk_id")),
        sa.PrimaryKeyConstraint("job", name=op.f("pk_job_turn")),
        sqlite_strict=True,
    )
