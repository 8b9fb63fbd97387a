"""What the gateway has paid out to the bank, row by row, and which days of it were read. In paise."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text

from db.schema.bookings import booking
from db.schema.columns import (
    Day,
    at_least,
    flag,
    flag_check,
    home,
    metadata,
    moment,
    one_of,
    refer,
    text,
    whole,
    word,
)
from db.schema.money import payment, refund


class SettledPlace(StrEnum):
    """Where a settled row stands: taken from what the gateway owes for our payments, or beside it."""

    OURS = "ours"
    OTHER = "other"


settled_row = Table(
    "settled_row",
    metadata,
    # Razorpay's own names: a row is taken in once, however often its day is read.
    Column("settlement_id", Text, primary_key=True),
    Column("entity_id", Text, primary_key=True),
    # payment, refund, transfer, adjustment, or what else the gateway calls it.
    text("entity_type"),
    # What the bank's statement calls the payout.
    text("utr", default=""),
    moment("settled_at"),
    whole("amount_paise"),
    whole("credit_paise"),
    whole("debit_paise"),
    # With its tax in it.
    whole("fee_paise"),
    whole("tax_paise"),
    # The payment there that it is, or that it belongs to.
    text("gateway_payment_id", optional=True),
    text("dispute_id", default=""),
    text("description", default=""),
    # Whether it was taken from what the gateway owes, or stands beside it.
    word("place", SettledPlace),
    refer("booking_id", "booking", optional=True),
    Column("entry_id", Text, ForeignKey("entry.id"), nullable=False, unique=True),
    moment("found_at"),
    home(),
    one_of("place", SettledPlace),
    at_least("amount_paise", 0),
    at_least("credit_paise", 0),
    at_least("debit_paise", 0),
    CheckConstraint("tax_paise >= 0 AND fee_paise >= tax_paise", name="fee_has_tax"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("ix_settled_row_settled_at", settled_row.c.settled_at)
Index("ix_settled_row_entity_id", settled_row.c.entity_id)

settlement_day = Table(
    "settlement_day",
    metadata,
    # By the gateway's calendar, which is India's.
    Column("day", Day, primary_key=True),
    # How many rows its last reading has found, and whether it came to the end when the day was over.
    whole("rows_read"),
    flag("is_whole"),
    moment("read_at"),
    home(),
    flag_check("is_whole"),
    at_least("rows_read", 0),
    sqlite_strict=True,
)

# By which the day sheet finds its acts.
Index(
    "ix_booking_sold_at",
    booking.c.sold_at,
    sqlite_where=booking.c.sold_at.is_not(None),
    postgresql_where=booking.c.sold_at.is_not(None),
)
Index(
    "ix_refund_settled_at",
    refund.c.settled_at,
    sqlite_where=refund.c.settled_at.is_not(None),
    postgresql_where=refund.c.settled_at.is_not(None),
)
Index(
    "ix_payment_moved_shift_id",
    payment.c.moved_shift_id,
    sqlite_where=payment.c.moved_shift_id.is_not(None),
    postgresql_where=payment.c.moved_shift_id.is_not(None),
)
