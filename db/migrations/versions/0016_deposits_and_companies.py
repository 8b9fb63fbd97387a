"""Bookings confirmed against a part, and companies that may owe."""

import sqlalchemy as sa
from alembic import op

from db.migrations.table_text import know, limit

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TENDERS = ("wallet", "cash", "card", "own_upi", "bank_transfer", "cheque", "on_account", "razorpay")


def upgrade() -> None:
    know("payment", "tender", TENDERS)
    know("refund", "tender", TENDERS)
    know("document", "kind", ("receipt", "refund_voucher", "deposit_receipt", "ticket", "z_slip"))
    op.add_column("document", sa.Column("balance_by", WHOLE, nullable=True))
    _widen_bookings()
    _make_rules()
    _make_companies()


def _widen_bookings() -> None:
    for name in ("deposit_paise", "balance_by", "sold_at"):
        op.add_column("booking", sa.Column(name, WHOLE, nullable=True))
    limit("booking", "balance_by_when_deposit", "(deposit_paise IS NULL) = (balance_by IS NULL)")
    limit("booking", "deposit_paise_range", "deposit_paise >= 0 AND deposit_paise < total_paise")
    limit(
        "booking",
        "sold_after_deposit",
        "sold_at IS NULL OR deposit_paise IS NOT NULL AND confirmed_at IS NOT NULL",
    )
    limit(
        "booking",
        "completed_when_sold",
        "state <> 'completed' OR deposit_paise IS NULL OR sold_at IS NOT NULL",
    )
    for name in ("unpaid_paise", "unpaid_tax_paise"):
        op.add_column("booking_line", sa.Column(name, WHOLE, server_default="0", nullable=False))
    limit(
        "booking_line",
        "unpaid_paise_range",
        "unpaid_paise >= 0 AND unpaid_paise + refund_paise <= total_paise",
    )
    limit(
        "booking_line",
        "unpaid_tax_paise_range",
        "unpaid_tax_paise >= 0 AND unpaid_tax_paise + refund_tax_paise <= tax_paise",
    )
    limit("booking_line", "unpaid_after_end", "cancelled_at IS NOT NULL OR unpaid_paise = 0")
    open_balance = sa.text("balance_by IS NOT NULL AND sold_at IS NULL")
    op.create_index(
        "ix_booking_balance",
        "booking",
        ["balance_by"],
        unique=False,
        sqlite_where=open_balance,
        postgresql_where=open_balance,
    )


def _make_rules() -> None:
    op.create_table(
        "deposit_rule",
        sa.Column("covers", sa.Text(), nullable=False),
        sa.Column("percent_bp", WHOLE, nullable=False),
        sa.Column("least_paise", WHOLE, server_default="0", nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("due_value", WHOLE, server_default="0", nullable=False),
        sa.Column("is_active", WHOLE, server_default="1", nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "due IN ('before_start', 'at_arrival', 'by_clock')", name=op.f("ck_deposit_rule_due_known")
        ),
        sa.CheckConstraint("is_active IN (0, 1)", name=op.f("ck_deposit_rule_is_active_flag")),
        sa.CheckConstraint("percent_bp BETWEEN 0 AND 10000", name=op.f("ck_deposit_rule_percent_bp_range")),
        sa.CheckConstraint("least_paise >= 0", name=op.f("ck_deposit_rule_least_paise_floor")),
        sa.CheckConstraint("due_value >= 0", name=op.f("ck_deposit_rule_due_value_floor")),
        sa.CheckConstraint(
            "due <> 'by_clock' OR due_value < 1440", name=op.f("ck_deposit_rule_due_value_range")
        ),
        sa.PrimaryKeyConstraint("covers", name=op.f("pk_deposit_rule")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _make_companies() -> None:
    op.create_table(
        "company",
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("limit_paise", WHOLE, nullable=False),
        sa.Column("terms_days", WHOLE, server_default="30", nullable=False),
        sa.Column("is_active", WHOLE, server_default="1", nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("limit_paise >= 0", name=op.f("ck_company_limit_paise_floor")),
        sa.CheckConstraint("terms_days BETWEEN 0 AND 365", name=op.f("ck_company_terms_days_range")),
        sa.CheckConstraint("is_active IN (0, 1)", name=op.f("ck_company_is_active_flag")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_company_customer_id")),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_company")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "company_receipt",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("tender", sa.Text(), nullable=False),
        sa.Column("amount_paise", WHOLE, nullable=False),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("shift_id", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("taken_at", WHOLE, nullable=False),
        sa.Column("request_key", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            f"tender IN ({', '.join(repr(one) for one in TENDERS)})",
            name=op.f("ck_company_receipt_tender_known"),
        ),
        sa.CheckConstraint(
            "tender NOT IN ('wallet', 'on_account', 'razorpay')", name=op.f("ck_company_receipt_paid_by_hand")
        ),
        sa.CheckConstraint("amount_paise >= 1", name=op.f("ck_company_receipt_amount_paise_floor")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_company_receipt_customer_id")
        ),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name=op.f("fk_company_receipt_desk_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_company_receipt_entry_id")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_company_receipt_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_company_receipt")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_company_receipt_entry_id")),
        sa.UniqueConstraint("request_key", name=op.f("uq_company_receipt_request_key")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_company_receipt_customer_id"), "company_receipt", ["customer_id"], unique=False)
    op.create_index(op.f("ix_company_receipt_shift_id"), "company_receipt", ["shift_id"], unique=False)
