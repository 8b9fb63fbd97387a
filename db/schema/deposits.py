"""Rules of deposits, companies that may owe, and what they paid of it. All amounts in paise."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Table, Text

from db.catalogue_words import BalanceDue
from db.schema.columns import (
    at_least,
    flag,
    flag_check,
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
from db.states import Tender

# The nearest rule counts: that of the offering, else that of its kind, else that of any kind.
deposit_rule = Table(
    "deposit_rule",
    metadata,
    # "any", a kind, or the code of an offering.
    Column("covers", Text, primary_key=True),
    # In hundredths of a per cent of what the line costs.
    whole("percent_bp"),
    # For the whole booking, where the share is less.
    whole("least_paise", default=0),
    word("due", BalanceDue),
    # Hours before the start, or minutes after midnight of the first day; 0 at arrival.
    whole("due_value", default=0),
    flag("is_active", default=1),
    home(),
    one_of("due", BalanceDue),
    flag_check("is_active"),
    CheckConstraint("percent_bp BETWEEN 0 AND 10000", name="percent_bp_range"),
    at_least("least_paise", 0),
    at_least("due_value", 0),
    CheckConstraint("due <> 'by_clock' OR due_value < 1440", name="due_value_range"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

company = Table(
    "company",
    metadata,
    Column("customer_id", Text, ForeignKey("customer.id"), primary_key=True),
    whole("limit_paise"),
    # So many days after the sale it should be paid.
    whole("terms_days", default=30),
    flag("is_active", default=1),
    home(),
    at_least("limit_paise", 0),
    CheckConstraint("terms_days BETWEEN 0 AND 365", name="terms_days_range"),
    flag_check("is_active"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# What a company paid of what it owes.
company_receipt = Table(
    "company_receipt",
    metadata,
    key(),
    refer("customer_id", "customer", index=True),
    Column("entry_id", Text, ForeignKey("entry.id"), nullable=False, unique=True),
    word("tender", Tender),
    whole("amount_paise"),
    text("reference", optional=True),
    refer("shift_id", "shift", index=True),
    refer("desk_id", "desk"),
    text("clerk"),
    moment("taken_at"),
    text("request_key", unique=True),
    home(),
    one_of("tender", Tender),
    CheckConstraint("tender NOT IN ('wallet', 'on_account', 'razorpay')", name="paid_by_hand"),
    at_least("amount_paise", 1),
    sqlite_strict=True,
)
