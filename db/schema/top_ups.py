"""Top-ups of wallets, and their taking back. All amounts in paise."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Table, Text

from db.schema.columns import at_least, home, key, metadata, moment, refer, text, whole

top_up = Table(
    "top_up",
    metadata,
    key(),
    # The entry that posted it: its desk, its moment and the key of the act.
    Column("entry_id", Text, ForeignKey("entry.id"), nullable=False, unique=True),
    refer("customer_id", "customer", index=True),
    whole("amount_paise"),
    # In whose drawer the cash was put.
    refer("shift_id", "shift", index=True),
    text("clerk"),
    # Taken back: by which entry, when, by whom, why and out of which drawer.
    Column("reversed_entry_id", Text, ForeignKey("entry.id"), nullable=True, unique=True),
    moment("reversed_at", optional=True),
    text("reversed_by", optional=True),
    text("reverse_reason", optional=True),
    refer("reversed_shift_id", "shift", optional=True),
    home(),
    at_least("amount_paise", 1),
    CheckConstraint(
        "(reversed_at IS NULL) = (reversed_entry_id IS NULL)"
        " AND (reversed_at IS NULL) = (reversed_by IS NULL)"
        " AND (reversed_at IS NULL) = (reverse_reason IS NULL)"
        " AND (reversed_at IS NULL) = (reversed_shift_id IS NULL)",
        name="reversed_whole",
    ),
    sqlite_strict=True,
)
