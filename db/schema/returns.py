"""What is told to the portal of the tax: numbers of e-invoices, and months whose return is filed."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text

from db.schema.columns import home, key, metadata, moment, text

IRN_LENGTH = 64

# The portal's answer to one paper: entered once, never changed.
e_invoice = Table(
    "e_invoice",
    metadata,
    Column("document_id", Text, ForeignKey("document.id"), primary_key=True),
    # 64 figures of base 16, small letters: the portal tells no capitals apart.
    text("irn", unique=True),
    text("ack_number"),
    # The portal's own time of the acknowledgement.
    moment("acked_at"),
    # What the QR code on the paper says, signed by the portal.
    text("signed_qr"),
    moment("entered_at"),
    text("clerk"),
    home(),
    CheckConstraint(f"length(irn) = {IRN_LENGTH}", name="irn_length"),
    CheckConstraint("irn = lower(irn)", name="irn_small"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# A month of a registration whose return went out: no paper is dated in it any more, unless it is opened
# again.
filed_month = Table(
    "filed_month",
    metadata,
    key(),
    # Its code.
    text("registration"),
    # Such as 2026-11.
    text("month"),
    moment("filed_at"),
    text("filed_by"),
    moment("reopened_at", optional=True),
    text("reopened_by", default=""),
    text("reason", default=""),
    home(),
    CheckConstraint("length(month) = 7", name="month_length"),
    CheckConstraint("(reopened_at IS NULL) = (reopened_by = '')", name="reopened_by_whom"),
    sqlite_strict=True,
)

Index(
    "ix_filed_month_filed",
    filed_month.c.registration,
    filed_month.c.month,
    unique=True,
    sqlite_where=filed_month.c.reopened_at.is_(None),
    postgresql_where=filed_month.c.reopened_at.is_(None),
)
