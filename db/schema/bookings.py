"""Customers, quotes, bookings with their lines, and the claims that are the stock itself."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text

from db.schema.columns import at_least, day, home, key, metadata, moment, one_of, refer, text, whole, word
from db.states import BookingState, Gender, Kind

HOLD_MICROSECONDS = 600_000_000
GRACE_SECONDS_MAX = 300

customer = Table(
    "customer",
    metadata,
    key(),
    # E.164, e.g. +919876543210.
    text("mobile", unique=True),
    text("name"),
    moment("created_at"),
    home(),
    sqlite_strict=True,
)

quote = Table(
    "quote",
    metadata,
    key(),
    moment("made_at"),
    # JSON: the lines, the rules that made them and their versions.
    text("content"),
    whole("total_paise"),
    refer("promo_id", "promo", optional=True),
    home(),
    at_least("total_paise", 0),
    sqlite_strict=True,
)

booking = Table(
    "booking",
    metadata,
    key(),
    text("reference", unique=True),
    refer("quote_id", "quote"),
    refer("customer_id", "customer", index=True),
    refer("desk_id", "desk"),
    text("clerk"),
    word("state", BookingState),
    # What was sold in a few words, e.g. "Deluxe 203, 24-26 Nov".
    text("title"),
    whole("line_count"),
    whole("base_paise"),
    whole("discount_paise"),
    whole("fee_paise"),
    whole("tax_paise"),
    whole("total_paise"),
    refer("promo_id", "promo", optional=True),
    moment("reserved_at"),
    moment("expires_at"),
    # Added to the 600 s while gateway money is moving, where the setting allows it.
    whole("grace_seconds", default=0),
    moment("confirmed_at", optional=True),
    moment("expired_at", optional=True),
    moment("cancelled_at", optional=True),
    moment("completed_at", optional=True),
    text("cancel_reason", optional=True),
    # The caller's key: the same hold asked for twice is placed once.
    text("request_key", unique=True),
    home(),
    one_of("state", BookingState),
    CheckConstraint(
        "base_paise - discount_paise + fee_paise + tax_paise = total_paise", name="total_adds_up"
    ),
    CheckConstraint(
        f"expires_at = reserved_at + {HOLD_MICROSECONDS} + grace_seconds * 1000000", name="hold_length"
    ),
    CheckConstraint(f"grace_seconds BETWEEN 0 AND {GRACE_SECONDS_MAX}", name="grace_range"),
    CheckConstraint(
        "state NOT IN ('confirmed', 'completed') OR confirmed_at IS NOT NULL", name="confirmed_when"
    ),
    CheckConstraint("(state = 'expired') = (expired_at IS NOT NULL)", name="expired_when"),
    CheckConstraint("(state = 'cancelled') = (cancelled_at IS NOT NULL)", name="cancelled_when"),
    at_least("line_count", 1),
    at_least("base_paise", 0),
    at_least("discount_paise", 0),
    at_least("fee_paise", 0),
    at_least("tax_paise", 0),
    at_least("total_paise", 0),
    sqlite_strict=True,
)

booking_line = Table(
    "booking_line",
    metadata,
    Column("booking_id", Text, ForeignKey("booking.id"), primary_key=True),
    Column("number", whole("number").type, primary_key=True, autoincrement=False),
    refer("unit_id", "unit"),
    refer("slot_id", "slot"),
    word("kind", Kind),
    text("description"),
    day("day"),
    moment("starts_at"),
    text("guest_name", optional=True),
    word("guest_gender", Gender, optional=True),
    whole("adults"),
    whole("children"),
    # Words: meal plan, boarding and dropping point, as they stood at the hold.
    text("details"),
    whole("base_paise"),
    whole("discount_paise"),
    whole("fee_paise"),
    whole("tax_paise"),
    whole("total_paise"),
    whole("tax_rate_bp"),
    # JSON: the cancellation tiers as they stood at the hold.
    text("policy"),
    home(),
    one_of("kind", Kind),
    one_of("guest_gender", Gender),
    CheckConstraint(
        "base_paise - discount_paise + fee_paise + tax_paise = total_paise", name="total_adds_up"
    ),
    CheckConstraint("adults >= 0 AND children >= 0 AND adults + children >= 1", name="persons_range"),
    at_least("discount_paise", 0),
    at_least("tax_paise", 0),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

block = Table(
    "block",
    metadata,
    key(),
    refer("offering_id", "offering"),
    text("reason"),
    text("clerk"),
    moment("created_at"),
    moment("lifted_at", optional=True),
    home(),
    sqlite_strict=True,
)

claim = Table(
    "claim",
    metadata,
    # The slot first: what is taken on a day then lies together, and needs no index of its own.
    Column("slot_id", Text, ForeignKey("slot.id"), primary_key=True),
    Column("unit_id", Text, ForeignKey("unit.id"), primary_key=True),
    refer("booking_id", "booking", optional=True),
    refer("block_id", "block", optional=True),
    # NULL: taken for good.
    moment("expires_at", optional=True),
    home(),
    CheckConstraint("(booking_id IS NULL) <> (block_id IS NULL)", name="one_owner"),
    CheckConstraint("block_id IS NULL OR expires_at IS NULL", name="block_stays"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

promo_use = Table(
    "promo_use",
    metadata,
    Column("booking_id", Text, ForeignKey("booking.id"), primary_key=True),
    refer("promo_id", "promo"),
    refer("customer_id", "customer"),
    home(),
    sqlite_strict=True,
)

Index(
    "ix_claim_block_id",
    claim.c.block_id,
    sqlite_where=claim.c.block_id.is_not(None),
    postgresql_where=claim.c.block_id.is_not(None),
)
Index(
    "ix_booking_held",
    booking.c.expires_at,
    sqlite_where=booking.c.state == "held",
    postgresql_where=booking.c.state == "held",
)
Index("ix_booking_reserved_at", booking.c.reserved_at)
Index("ix_promo_use_promo_id_customer_id", promo_use.c.promo_id, promo_use.c.customer_id)
Index(
    "ix_booking_confirmed",
    booking.c.reserved_at,
    sqlite_where=booking.c.state == "confirmed",
    postgresql_where=booking.c.state == "confirmed",
)
