"""What the gateway's account shows: money met, rules about other programs, days compared. In paise."""

from sqlalchemy import CheckConstraint, Column, Table, Text

from db.schema.columns import (
    Day,
    Moment,
    at_least,
    home,
    key,
    metadata,
    moment,
    one_of,
    refer,
    text,
    whole,
    word,
)
from db.states import (
    MoneyUse,
    SignField,
)

foreign_payment_rule = Table(
    "foreign_payment_rule",
    metadata,
    key(),
    word("field", SignField),
    text("sign"),
    moment("made_at"),
    text("made_by"),
    moment("revoked_at", optional=True),
    text("revoked_by", optional=True),
    home(),
    one_of("field", SignField),
    CheckConstraint("(revoked_at IS NULL) = (revoked_by IS NULL)", name="revoked_whole"),
    sqlite_strict=True,
)

gateway_money = Table(
    "gateway_money",
    metadata,
    # Razorpay's payment id: money is taken in once, whoever finds it.
    Column("gateway_payment_id", Text, primary_key=True),
    refer("payment_id", "payment", optional=True, index=True),
    refer("booking_id", "booking", optional=True),
    whole("amount_paise"),
    word("use", MoneyUse),
    Column("found_at", Moment, nullable=False, index=True),
    text("found_by"),
    # By which rule it is another program's.
    refer("rule_id", "foreign_payment_rule", optional=True, index=True),
    home(),
    one_of("use", MoneyUse),
    at_least("amount_paise", 1),
    sqlite_strict=True,
)

# What the gateway took in one day beside what the books say of it, as of the last comparison.
gateway_day = Table(
    "gateway_day",
    metadata,
    Column("day", Day, primary_key=True),
    moment("compared_at"),
    text("content"),
    home(),
    sqlite_strict=True,
)
