"""What is told to the portal of the tax: numbers of e-invoices, and months whose return is filed."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text

from db.schema.columns import home, key, metadata, moment, text

IRN_LENGTH = 64

# A paper that needs the portal's number: it waits for the answer, which is entered once and never changed.
e_invoice = Table(
    "e_invoice",
    metadata,
    Column("document_id", Text, ForeignKey("document.id"), primary_key=True),
    # 64 figures of base 16, small letters: the portal tells no capitals apart.
    text("irn", unique=True, optional=True),
    text("ack_number", default=""),
    # The portal's own time of the acknowledgement.
    moment("acked_at", optional=True),
    # What the QR code on the paper says, signed by the portal.
    text("signed_qr", default=""),
    moment("entered_at", optional=True),
    text("clerk", default=""),
    home(),
    CheckConstraint(f"length(irn) = {IRN_LENGTH}", name="irn_length"),
    CheckConstraint("irn = lower(irn)", name="irn_small"),
    CheckConstraint("(irn IS NULL) = (acked_at IS NULL)", name="acked_with_irn"),
    CheckConstraint("(irn IS NULL) = (entered_at IS NULL)", name="entered_with_irn"),
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
    "ix_e_invoice_waiting",
    e_invoice.c.document_id,
    sqlite_where=e_invoice.c.irn.is_(None),
    postgresql_where=e_invoice.c.irn.is_(None),
)
Index(
    "ix_filed_month_filed",
    filed_month.c.registration,
    filed_month.c.month,
    unique=True,
    sqlite_where=filed_month.c.reopened_at.is_(None),
    postgresql_where=filed_month.c.reopened_at.is_(None),
)
