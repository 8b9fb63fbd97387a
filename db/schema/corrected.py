"""What became of bookings by hand: lines moved, holds ended by another desk, other customers."""

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from db.schema.columns import home, key, metadata, moment, refer, text, whole

# A hold that another desk has ended: the desk that had placed it is told until the notice is read there.
broken_hold = Table(
    "broken_hold",
    metadata,
    Column("booking_id", Text, ForeignKey("booking.id"), primary_key=True),
    # The desk that had placed it.
    refer("desk_id", "desk"),
    moment("broken_at"),
    refer("broken_desk_id", "desk"),
    text("clerk"),
    text("reason"),
    moment("read_at", optional=True),
    home(),
    sqlite_strict=True,
)

# A booking that went to another customer: what was printed before keeps the old name.
customer_change = Table(
    "customer_change",
    metadata,
    key(),
    refer("booking_id", "booking", index=True),
    moment("changed_at"),
    refer("from_customer_id", "customer"),
    refer("to_customer_id", "customer"),
    text("reason"),
    text("clerk"),
    home(),
    sqlite_strict=True,
)

# A line that went to another unit: what was printed before keeps the old name.
line_move = Table(
    "line_move",
    metadata,
    key(),
    refer("booking_id", "booking", index=True),
    whole("number"),
    moment("moved_at"),
    refer("from_unit_id", "unit"),
    refer("from_slot_id", "slot"),
    text("from_name"),
    refer("to_unit_id", "unit"),
    refer("to_slot_id", "slot"),
    text("to_name"),
    text("reason"),
    text("clerk"),
    home(),
    sqlite_strict=True,
)

Index(
    "ix_broken_hold_desk_id",
    broken_hold.c.desk_id,
    sqlite_where=broken_hold.c.read_at.is_(None),
    postgresql_where=broken_hold.c.read_at.is_(None),
)
