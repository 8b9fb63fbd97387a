"""Papers keep their content, with numbers by registration."""

import sqlalchemy as sa
from alembic import op

from db.migrations.table_text import know, limit

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KINDS = (
    "tax_invoice",
    "ticket_invoice",
    "bill_of_supply",
    "invoice_cum_bill",
    "consolidated_invoice",
    "receipt_voucher",
    "refund_voucher",
    "credit_note",
    "debit_note",
    "financial_note",
    "receipt",
    "deposit_receipt",
    "refund_receipt",
    "ticket",
    "payment_slip",
    "refund_slip",
    "money_receipt",
    "z_slip",
)


def upgrade() -> None:
    know("document", "kind", KINDS)
    for name in ("registration", "content"):
        op.add_column("document", sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.add_column("document", sa.Column("issued_on", sa.Text(), nullable=True))
    op.create_index("ix_document_registration_issued_on", "document", ["registration", "issued_on"])
    op.create_table(
        "document_answer",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("answers_id", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_document_answer_document_id")
        ),
        sa.ForeignKeyConstraint(["answers_id"], ["document.id"], name=op.f("fk_document_answer_answers_id")),
        sa.PrimaryKeyConstraint("document_id", "answers_id", name=op.f("pk_document_answer")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_document_answer_answers_id"), "document_answer", ["answers_id"])
    op.add_column("booking_line", sa.Column("registration", sa.Text(), server_default="", nullable=False))
    op.add_column("booking_line", sa.Column("supply", sa.Text(), nullable=True))
    limit("booking_line", "supply_known", "supply IN ('taxable', 'exempt')")
    _widen_taxes()


def _widen_taxes() -> None:
    for name in ("billing_name", "billing_address", "pin_code"):
        op.add_column("customer", sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.add_column("customer", sa.Column("buyer_kind", sa.Text(), nullable=True))
    limit("customer", "buyer_kind_known", "buyer_kind IN ('sez', 'sez_under_lut', 'foreigner')")
    op.add_column("registration", sa.Column("telephone", sa.Text(), server_default="", nullable=False))
    op.add_column("registration", sa.Column("sac_digits", WHOLE, server_default="6", nullable=False))
    op.add_column("registration", sa.Column("e_invoice", WHOLE, server_default="0", nullable=False))
    limit("registration", "sac_digits_known", "sac_digits IN (4, 6)")
    limit("registration", "e_invoice_flag", "e_invoice IN (0, 1)")
