"""Accounts of the house for its own tenders, and what the law counts of cash."""

import sqlalchemy as sa
from alembic import op

from db.migrations.table_text import limit, refer

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "house_account",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("tender", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("vpa", sa.Text(), server_default="", nullable=False),
        sa.Column("payee_name", sa.Text(), server_default="", nullable=False),
        sa.Column("last_four", sa.Text(), server_default="", nullable=False),
        sa.Column("bank", sa.Text(), server_default="", nullable=False),
        sa.Column("upi_limit_paise", WHOLE, server_default="10000000", nullable=False),
        sa.Column("is_active", WHOLE, server_default="1", nullable=False),
        sa.Column("created_at", WHOLE, nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "tender IN ('own_upi', 'bank_transfer', 'cheque', 'card')",
            name=op.f("ck_house_account_tender_known"),
        ),
        sa.CheckConstraint("vpa = '' OR tender = 'own_upi'", name=op.f("ck_house_account_vpa_of_upi")),
        sa.CheckConstraint("upi_limit_paise >= 1", name=op.f("ck_house_account_upi_limit_paise_floor")),
        sa.CheckConstraint("is_active IN (0, 1)", name=op.f("ck_house_account_is_active_flag")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_house_account")),
        sqlite_strict=True,
    )
    refer("payment", "house_account_id", "house_account")
    op.add_column("customer", sa.Column("pan", sa.Text(), server_default="", nullable=False))
    op.add_column("booking", sa.Column("occasion", sa.Text(), server_default="", nullable=False))
    op.add_column("booking", sa.Column("pan_answer", sa.Text(), nullable=True))
    limit("booking", "pan_answer_known", "pan_answer IN ('given', 'seen', 'declined')")
    op.create_index(
        "ix_booking_occasion",
        "booking",
        ["occasion"],
        sqlite_where=sa.text("occasion != ''"),
        postgresql_where=sa.text("occasion != ''"),
    )
