"""Customers, quotes, bookings with their lines, and the claims that are the stock itself."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text, and_

from db.catalogue_words import Gender
from db.schema.columns import at_least, day, home, key, metadata, moment, one_of, refer, text, whole, word
from db.states import BookingState, BuyerKind, Kind, PanAnswer, RefundRule, Supply

HOLD_MICROSECONDS = 600_000_000
GRACE_SECONDS_MAX = 300
# Each adds the 600 s of a hold once more.
EXTENSIONS_MAX = 3

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
    # Of a registered buyer as it was at the hold; it stands on the papers.
    text("buyer_gstin", default=""),
    # How the tax sees the buyer apart from that, as it was at the hold.
    word("buyer_kind", BuyerKind, optional=True),
    moment("reserved_at"),
    moment("expires_at"),
    # Added to the 600 s while gateway money is moving, where the setting allows it.
    whole("grace_seconds", default=0),
    # How often the hold was extended since it was placed, or taken again.
    whole("extensions", default=0),
    moment("confirmed_at", optional=True),
    moment("expired_at", optional=True),
    moment("cancelled_at", optional=True),
    moment("completed_at", optional=True),
    # The desk that took the money of a sold booking.
    refer("sold_desk_id", "desk", optional=True),
    text("cancel_reason", optional=True),
    # The wedding or conference it belongs to: cash for all bookings of one occasion is added up.
    text("occasion", default=""),
    # What the payer of much cash answered when the PAN was asked; empty: not asked.
    word("pan_answer", PanAnswer, optional=True),
    # Confirmed against a part: how much that was to be, until when the rest has to be paid, and when it was
    # and the sale was posted. Empty where everything is paid at once.
    whole("deposit_paise", optional=True),
    moment("balance_by", optional=True),
    moment("sold_at", optional=True),
    # The caller's key: the same hold asked for twice is placed once.
    text("request_key", unique=True),
    home(),
    one_of("state", BookingState),
    one_of("buyer_kind", BuyerKind),
    one_of("pan_answer", PanAnswer),
    CheckConstraint(
        "base_paise - discount_paise + fee_paise + tax_paise = total_paise", name="total_adds_up"
    ),
    CheckConstraint(
        f"expires_at = reserved_at + {HOLD_MICROSECONDS} + extensions * {HOLD_MICROSECONDS}"
        " + grace_seconds * 1000000",
        name="hold_length",
    ),
    CheckConstraint(f"extensions BETWEEN 0 AND {EXTENSIONS_MAX}", name="extensions_range"),
    CheckConstraint(f"grace_seconds BETWEEN 0 AND {GRACE_SECONDS_MAX}", name="grace_range"),
    CheckConstraint(
        "state NOT IN ('confirmed', 'completed') OR confirmed_at IS NOT NULL", name="confirmed_when"
    ),
    CheckConstraint("(state = 'expired') = (expired_at IS NOT NULL)", name="expired_when"),
    CheckConstraint("(state = 'cancelled') = (cancelled_at IS NOT NULL)", name="cancelled_when"),
    CheckConstraint("(deposit_paise IS NULL) = (balance_by IS NULL)", name="balance_by_when_deposit"),
    CheckConstraint("deposit_paise >= 0 AND deposit_paise < total_paise", name="deposit_paise_range"),
    CheckConstraint(
        "sold_at IS NULL OR deposit_paise IS NOT NULL AND confirmed_at IS NOT NULL", name="sold_after_deposit"
    ),
    CheckConstraint(
        "state <> 'completed' OR deposit_paise IS NULL OR sold_at IS NOT NULL", name="completed_when_sold"
    ),
    at_least("line_count", 1),
    *(at_least(f"{part}_paise", 0) for part in ("base", "discount", "fee", "tax", "total")),
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
    # What was chosen as one item has one number: a stay, with or without a change of room; a ride.
    whole("stay"),
    # "Pune-Goa 21:30 4A" as it was sold; `thing` is the name of the offering or the route, without the hour.
    text("description"),
    text("thing"),
    # The unit's name as it is now: a move changes it, with the unit.
    text("unit_name"),
    day("day"),
    # As they were sold; the slot has the times as they are now.
    moment("starts_at"),
    moment("ends_at"),
    # When the chosen boarding stop is reached, after the departure: as sold, and now if it was moved.
    whole("boarding_minutes"),
    whole("boarding_now_minutes", optional=True),
    # The site's, for every paper and screen.
    text("time_zone"),
    text("guest_name", optional=True),
    # The guest's name as db/search_key.py folds it.
    text("search_key", default=""),
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
    # What the levies were worked out from, and each levy; `tax_paise` is their sum. Where the State that is
    # the place of supply is empty nobody knows it, and the levies are what is known of an older line.
    whole("taxable_paise", default=0),
    whole("cgst_paise", default=0),
    whole("sgst_paise", default=0),
    whole("igst_paise", default=0),
    text("place_state", default=""),
    text("tax_class", default=""),
    text("sac", default=""),
    # The code of the registration that supplies it, NONE without one; empty: nobody has said.
    text("registration", default=""),
    # Whether its class is taxed at all; empty in lines of before.
    word("supply", Supply, optional=True),
    # JSON: the cancellation tiers as they stood at the hold.
    text("policy"),
    # The line's own end. An expired hold ends as a whole and leaves its lines as they are.
    moment("cancelled_at", optional=True),
    text("cancel_reason", optional=True),
    refer("cancelled_desk_id", "desk", optional=True),
    word("refund_rule", RefundRule, optional=True),
    # What came back of it, and the tax in that.
    whole("refund_paise", default=0),
    whole("refund_tax_paise", default=0),
    refer("voucher_id", "document", optional=True),
    # What of an ended line was neither given back nor kept: it had not been paid, and is not owed.
    whole("unpaid_paise", default=0),
    whole("unpaid_tax_paise", default=0),
    home(),
    one_of("kind", Kind),
    one_of("guest_gender", Gender),
    one_of("refund_rule", RefundRule),
    one_of("supply", Supply),
    CheckConstraint("(cancelled_at IS NULL) = (refund_rule IS NULL)", name="ends_by_a_rule"),
    CheckConstraint("refund_paise BETWEEN 0 AND total_paise", name="refund_paise_range"),
    CheckConstraint("refund_tax_paise BETWEEN 0 AND refund_paise", name="refund_tax_paise_range"),
    CheckConstraint("cancelled_at IS NOT NULL OR refund_paise = 0", name="refund_after_end"),
    CheckConstraint(
        "unpaid_paise >= 0 AND unpaid_paise + refund_paise <= total_paise", name="unpaid_paise_range"
    ),
    CheckConstraint(
        "unpaid_tax_paise >= 0 AND unpaid_tax_paise + refund_tax_paise <= tax_paise",
        name="unpaid_tax_paise_range",
    ),
    CheckConstraint("cancelled_at IS NOT NULL OR unpaid_paise = 0", name="unpaid_after_end"),
    CheckConstraint(
        "base_paise - discount_paise + fee_paise + tax_paise = total_paise", name="total_adds_up"
    ),
    CheckConstraint("adults >= 0 AND children >= 0 AND adults + children >= 1", name="persons_range"),
    CheckConstraint("cgst_paise + sgst_paise + igst_paise = tax_paise", name="levies_add_up"),
    # In lines of before the fee was not taxed.
    CheckConstraint("total_paise - tax_paise - taxable_paise IN (0, fee_paise)", name="taxable_paise_range"),
    at_least("discount_paise", 0),
    at_least("tax_paise", 0),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

claim = Table(
    "claim",
    metadata,
    # The slot first: what is taken on a day then lies together, and needs no index of its own.
    Column("slot_id", Text, ForeignKey("slot.id"), primary_key=True),
    Column("unit_id", Text, ForeignKey("unit.id"), primary_key=True),
    refer("booking_id", "booking", optional=True),
    # The block that keeps the unit.
    refer("closure_id", "closure", optional=True),
    # NULL: taken for good.
    moment("expires_at", optional=True),
    home(),
    CheckConstraint("(booking_id IS NULL) <> (closure_id IS NULL)", name="one_owner"),
    CheckConstraint("closure_id IS NULL OR expires_at IS NULL", name="closure_stays"),
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
    "ix_claim_closure_id",
    claim.c.closure_id,
    sqlite_where=claim.c.closure_id.is_not(None),
    postgresql_where=claim.c.closure_id.is_not(None),
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
Index(
    "ix_booking_balance",
    booking.c.balance_by,
    sqlite_where=and_(booking.c.balance_by.is_not(None), booking.c.sold_at.is_(None)),
    postgresql_where=and_(booking.c.balance_by.is_not(None), booking.c.sold_at.is_(None)),
)
Index(
    "ix_booking_sold",
    booking.c.confirmed_at,
    sqlite_where=booking.c.confirmed_at.is_not(None),
    postgresql_where=booking.c.confirmed_at.is_not(None),
)
Index(
    "ix_booking_line_cancelled",
    booking_line.c.cancelled_at,
    sqlite_where=booking_line.c.cancelled_at.is_not(None),
    postgresql_where=booking_line.c.cancelled_at.is_not(None),
)
# Most lines name no guest; those that do are searched without reading their rows.
Index(
    "ix_booking_line_search_key",
    booking_line.c.search_key,
    booking_line.c.booking_id,
    sqlite_where=booking_line.c.search_key != "",
    postgresql_where=booking_line.c.search_key != "",
)
