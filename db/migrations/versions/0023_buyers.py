"""What the papers of a buyer ask for, e-invoices, filed months."""

import sqlalchemy as sa
from alembic import op

from db.migrations.table_text import limit

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("booking", sa.Column("buyer_kind", sa.Text(), nullable=True))
    limit("booking", "buyer_kind_known", "buyer_kind IN ('sez', 'sez_under_lut', 'foreigner')")
    op.create_table(
        "e_invoice",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("irn", sa.Text(), nullable=True),
        sa.Column("ack_number", sa.Text(), server_default="", nullable=False),
        sa.Column("acked_at", WHOLE, nullable=True),
        sa.Column("signed_qr", sa.Text(), server_default="", nullable=False),
        sa.Column("entered_at", WHOLE, nullable=True),
        sa.Column("clerk", sa.Text(), server_default="", nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("length(irn) = 64", name=op.f("ck_e_invoice_irn_length")),
        sa.CheckConstraint("irn = lower(irn)", name=op.f("ck_e_invoice_irn_small")),
        sa.CheckConstraint("(irn IS NULL) = (acked_at IS NULL)", name=op.f("ck_e_invoice_acked_with_irn")),
        sa.CheckConstraint(
            "(irn IS NULL) = (entered_at IS NULL)", name=op.f("ck_e_invoice_entered_with_irn")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_e_invoice_document_id")),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_e_invoice")),
        sa.UniqueConstraint("irn", name=op.f("uq_e_invoice_irn")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_e_invoice_waiting",
        "e_invoice",
        ["document_id"],
        sqlite_where=sa.text("irn IS NULL"),
        postgresql_where=sa.text("irn IS NULL"),
    )
    op.create_table(
        "filed_month",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("registration", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("filed_at", WHOLE, nullable=False),
        sa.Column("filed_by", sa.Text(), nullable=False),
        sa.Column("reopened_at", WHOLE, nullable=True),
        sa.Column("reopened_by", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("length(month) = 7", name=op.f("ck_filed_month_month_length")),
        sa.CheckConstraint(
            "(reopened_at IS NULL) = (reopened_by = '')", name=op.f("ck_filed_month_reopened_by_whom")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filed_month")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_filed_month_filed",
        "filed_month",
        ["registration", "month"],
        unique=True,
        sqlite_where=sa.text("reopened_at IS NULL"),
        postgresql_where=sa.text("reopened_at IS NULL"),
    )
