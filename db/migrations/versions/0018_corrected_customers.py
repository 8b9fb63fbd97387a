"""Customers that were made one, and bookings that went to another customer."""

import sqlalchemy as sa
from alembic import op

from db.migrations.table_text import refer

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

PUT_RIGHT = (
    "tag IN ('HOLD_EXTENDED', 'HOLD_BROKEN', 'CUSTOMER_CHANGED', 'CUSTOMERS_MERGED', 'NUMBER_CHANGED')"
)
WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    refer("customer", "merged_into", "customer")
    op.create_index(
        op.f("ix_customer_merged_into"),
        "customer",
        ["merged_into"],
        sqlite_where=sa.text("merged_into IS NOT NULL"),
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    op.create_index(
        "ix_journal_put_right",
        "journal",
        ["at"],
        sqlite_where=sa.text(PUT_RIGHT),
        postgresql_where=sa.text(PUT_RIGHT),
    )
    op.create_table(
        "customer_change",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("changed_at", WHOLE, nullable=False),
        sa.Column("from_customer_id", sa.Text(), nullable=False),
        sa.Column("to_customer_id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_customer_change_booking_id")),
        sa.ForeignKeyConstraint(
            ["from_customer_id"], ["customer.id"], name=op.f("fk_customer_change_from_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["to_customer_id"], ["customer.id"], name=op.f("fk_customer_change_to_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_change")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_customer_change_booking_id"), "customer_change", ["booking_id"])
