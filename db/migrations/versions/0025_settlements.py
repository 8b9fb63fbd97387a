"""What the gateway has paid out."""

import sqlalchemy as sa
from alembic import op

from db.migrations.table_text import know

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CASES = (
    *("late", "duplicate", "mismatch", "foreign", "lost", "part_payment", "refund_failed"),
    *("settled_unknown", "settled_otherwise", "chargeback"),
)
ACCOUNTS = (
    *("wallet", "reserved_wallet", "drawer", "card_machine", "own_upi", "bank_transfer", "cheque"),
    *("gateway", "sales", "tax_payable", "advance_received", "refunds_payable", "unresolved_money"),
    *("rounding", "safe", "next_float", "bank", "pay_outs", "cash_over_and_short", "owed_by_companies"),
    *("gateway_fees", "gateway_fee_tax", "settled_other"),
)


def upgrade() -> None:
    know("open_case", "kind", CASES)
    know("account", "kind", ACCOUNTS)
    _make_rows()
    op.create_table(
        "settlement_day",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("rows_read", WHOLE, nullable=False),
        sa.Column("is_whole", WHOLE, server_default="0", nullable=False),
        sa.Column("read_at", WHOLE, nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("is_whole IN (0, 1)", name=op.f("ck_settlement_day_is_whole_flag")),
        sa.CheckConstraint("rows_read >= 0", name=op.f("ck_settlement_day_rows_read_floor")),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_settlement_day")),
        sqlite_strict=True,
    )
    for table, column in (("booking", "sold_at"), ("refund", "settled_at"), ("payment", "moved_shift_id")):
        there = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_{table}_{column}",
            table,
            [column],
            unique=False,
            sqlite_where=there,
            postgresql_where=there,
        )


def _make_rows() -> None:
    op.create_table(
        "settled_row",
        sa.Column("settlement_id", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Text(), nullable=False),
        sa.Column("entity_type", sa.Text(), nullable=False),
        sa.Column("utr", sa.Text(), server_default="", nullable=False),
        sa.Column("settled_at", WHOLE, nullable=False),
        sa.Column("amount_paise", WHOLE, nullable=False),
        sa.Column("credit_paise", WHOLE, nullable=False),
        sa.Column("debit_paise", WHOLE, nullable=False),
        sa.Column("fee_paise", WHOLE, nullable=False),
        sa.Column("tax_paise", WHOLE, nullable=False),
        sa.Column("gateway_payment_id", sa.Text(), nullable=True),
        sa.Column("dispute_id", sa.Text(), server_default="", nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=True),
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("found_at", WHOLE, nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("place IN ('ours', 'other')", name=op.f("ck_settled_row_place_known")),
        sa.CheckConstraint("amount_paise >= 0", name=op.f("ck_settled_row_amount_paise_floor")),
        sa.CheckConstraint("credit_paise >= 0", name=op.f("ck_settled_row_credit_paise_floor")),
        sa.CheckConstraint("debit_paise >= 0", name=op.f("ck_settled_row_debit_paise_floor")),
        sa.CheckConstraint(
            "tax_paise >= 0 AND fee_paise >= tax_paise", name=op.f("ck_settled_row_fee_has_tax")
        ),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_settled_row_booking_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_settled_row_entry_id")),
        sa.PrimaryKeyConstraint("settlement_id", "entity_id", name=op.f("pk_settled_row")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_settled_row_entry_id")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    for column in ("settled_at", "entity_id"):
        op.create_index(f"ix_settled_row_{column}", "settled_row", [column], unique=False)
