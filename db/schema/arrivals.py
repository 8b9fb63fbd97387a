"""Who has arrived, which lists were made by themselves, and the register of guests.

What a register asks of a guest stands in its own table alone and is blanked when its time is over: nothing
of it goes into the journal.
"""

from sqlalchemy import CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, Index, Table, Text

from db.schema.bookings import booking_line
from db.schema.columns import (
    Day,
    at_least,
    flag,
    flag_check,
    home,
    key,
    metadata,
    moment,
    refer,
    text,
    whole,
)

# One row for each line whose guest or passenger came; taking it back deletes it, the journal tells both.
arrival = Table(
    "arrival",
    metadata,
    Column("booking_id", Text, primary_key=True),
    Column("number", whole("number").type, primary_key=True, autoincrement=False),
    moment("arrived_at"),
    text("arrived_clerk"),
    refer("arrived_desk_id", "desk"),
    moment("departed_at", optional=True),
    text("departed_clerk", default=""),
    home(),
    ForeignKeyConstraint(
        ["booking_id", "number"],
        ["booking_line.booking_id", "booking_line.number"],
        name="fk_arrival_booking_id",
    ),
    CheckConstraint("departed_at >= arrived_at", name="departs_after_arrival"),
    CheckConstraint("(departed_at IS NULL) = (departed_clerk = '')", name="departed_by"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# The lists of a day are made once for the house, by whichever desk takes the day first.
list_print = Table(
    "list_print",
    metadata,
    Column("day", Day, primary_key=True),
    refer("desk_id", "desk"),
    moment("taken_at"),
    # Empty: the desk that took it may have been ended in the middle.
    moment("done_at", optional=True),
    whole("list_count", default=0),
    home(),
    at_least("list_count", 0),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# A guest in the register of a house that keeps one. Every text of a blanked row is empty.
guest_entry = Table(
    "guest_entry",
    metadata,
    key(),
    Column("booking_id", Text, ForeignKey("booking.id"), nullable=False),
    # The first line of the stay.
    whole("number"),
    flag("is_foreign"),
    text("name"),
    text("nationality", default=""),
    text("passport", default=""),
    text("visa", default=""),
    text("arrived_from", default=""),
    text("going_to", default=""),
    text("address", default=""),
    # "passport", "driving licence"; of its number the last four signs alone.
    text("id_kind", default=""),
    text("id_last", default=""),
    text("vehicle", default=""),
    text("purpose", default=""),
    moment("arrived_at"),
    # When the stay ends, as far as it was known; then when the guest left.
    moment("leaves_at"),
    moment("departed_at", optional=True),
    # When Form III of the arrival, and of the departure, was handed in.
    moment("sent_at", optional=True),
    moment("departure_sent_at", optional=True),
    moment("entered_at"),
    text("clerk"),
    moment("changed_at"),
    moment("blanked_at", optional=True),
    home(),
    flag_check("is_foreign"),
    CheckConstraint("length(id_last) <= 4", name="id_last_length"),
    CheckConstraint("departed_at IS NOT NULL OR departure_sent_at IS NULL", name="departure_sent_when"),
    CheckConstraint(
        "blanked_at IS NULL OR name || nationality || passport || visa || arrived_from || going_to"
        " || address || id_kind || id_last || vehicle || purpose = ''",
        name="blanked_whole",
    ),
    Index("ix_guest_entry_booking_id", "booking_id", "number"),
    sqlite_strict=True,
)

Index(
    "ix_guest_entry_kept",
    guest_entry.c.leaves_at,
    sqlite_where=guest_entry.c.blanked_at.is_(None),
    postgresql_where=guest_entry.c.blanked_at.is_(None),
)
# The chart of a departure tells who cancelled; live lines are found by their claims.
Index(
    "ix_booking_line_cancelled_slot",
    booking_line.c.slot_id,
    sqlite_where=booking_line.c.cancelled_at.is_not(None),
    postgresql_where=booking_line.c.cancelled_at.is_not(None),
)
