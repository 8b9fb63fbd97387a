"""By what payments and refunds are found beside their ids and bookings."""

from sqlalchemy import Index

from db.schema.bookings import booking
from db.schema.money import payment, refund

Index(
    "ix_payment_open",
    payment.c.state,
    sqlite_where=payment.c.settled_at.is_(None),
    postgresql_where=payment.c.settled_at.is_(None),
)
Index(
    "ix_refund_open",
    refund.c.state,
    sqlite_where=refund.c.settled_at.is_(None),
    postgresql_where=refund.c.settled_at.is_(None),
)
NOT_LOOKED_BACK = payment.c.instrument_id.is_not(None) & payment.c.looked_back_at.is_(None)
Index(
    "ix_payment_not_looked_back",
    payment.c.created_at,
    sqlite_where=NOT_LOOKED_BACK,
    postgresql_where=NOT_LOOKED_BACK,
)
Index(
    "ix_payment_settled",
    payment.c.settled_at,
    sqlite_where=payment.c.state == "captured",
    postgresql_where=payment.c.state == "captured",
)
Index("ix_refund_created_at", refund.c.created_at)
# Where a slip was entered before. Refunds with a slip are few: those of the card machine.
Index("ix_payment_reference", payment.c.reference)
WITH_SLIP = refund.c.reference.is_not(None)
Index(
    "ix_refund_slip",
    refund.c.tender,
    refund.c.settled_at,
    sqlite_where=WITH_SLIP,
    postgresql_where=WITH_SLIP,
)
# Cash for all bookings of one occasion is added up.
Index(
    "ix_booking_occasion",
    booking.c.occasion,
    sqlite_where=booking.c.occasion != "",
    postgresql_where=booking.c.occasion != "",
)
