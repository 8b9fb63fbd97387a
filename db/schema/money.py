"""Payments, refunds, the double-entry ledger, open cases and documents. All amounts in paise."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text, UniqueConstraint

from db.schema.columns import (
    at_least,
    day,
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
from db.states import (
    AccountKind,
    CaseAnswer,
    CaseKind,
    CaseState,
    DocumentKind,
    InstrumentKind,
    LinkSms,
    PaymentState,
    RefundState,
    Tender,
)

ONLY_CASH_IS_ROUNDED = "rounding_paise = 0 OR tender = 'cash' AND rounding_paise BETWEEN -49 AND 50"

account = Table(
    "account",
    metadata,
    key(),
    word("kind", AccountKind),
    # The customer of a wallet, the booking of a reserved wallet, the shift of a drawer; '' elsewhere.
    text("owner_id"),
    # Kept for wallets and reserved wallets only; every other balance is the sum of its postings.
    whole("balance_paise", optional=True),
    home(),
    UniqueConstraint("kind", "owner_id"),
    one_of("kind", AccountKind),
    CheckConstraint(
        "(kind IN ('wallet', 'reserved_wallet')) = (balance_paise IS NOT NULL)", name="balance_kept"
    ),
    at_least("balance_paise", 0),
    sqlite_strict=True,
)

entry = Table(
    "entry",
    metadata,
    key(),
    text("kind"),
    refer("booking_id", "booking", optional=True, index=True),
    moment("at"),
    refer("desk_id", "desk"),
    # Who acted; empty in entries of before.
    text("clerk", default=""),
    # The caller's key where the entry itself is the act: the same top-up asked for twice is posted once.
    Column("request_key", Text, nullable=True, unique=True),
    home(),
    sqlite_strict=True,
)

posting = Table(
    "posting",
    metadata,
    Column("entry_id", Text, ForeignKey("entry.id"), primary_key=True),
    Column("number", whole("number").type, primary_key=True, autoincrement=False),
    refer("account_id", "account", index=True),
    # Positive: debit (money or claims come in). Negative: credit. An entry's postings add up to zero.
    whole("amount_paise"),
    home(),
    CheckConstraint("amount_paise <> 0", name="amount_moves"),
    sqlite_strict=True,
)

payment = Table(
    "payment",
    metadata,
    key(),
    refer("booking_id", "booking", index=True),
    word("tender", Tender),
    word("state", PaymentState),
    whole("amount_paise"),
    # Cash: what the customer handed over; the change is the difference.
    whole("received_paise", optional=True),
    # Cash rounded to the rupee: what was taken beyond `amount_paise`, or short of it.
    whole("rounding_paise", default=0),
    # Card machine: the slip's reference. Razorpay: the payment's id there.
    text("reference", optional=True),
    # Razorpay only: how the money is asked for.
    word("instrument_kind", InstrumentKind, optional=True),
    text("instrument_id", optional=True, unique=True),
    text("instrument_content", optional=True),
    moment("instrument_ends_at", optional=True),
    # When the gateway said that it is closed; unpaid CLOSING_SECONDS later, it is void.
    moment("instrument_closed_at", optional=True),
    moment("answered_at", optional=True),
    text("last_answer", optional=True),
    # A link only: whether its SMS was asked for, and when; asked, but neither sent nor refused: try again.
    word("link_sms", LinkSms, optional=True),
    moment("link_sms_at", optional=True),
    # When the gateway was asked a last time, some time after the end of the hold.
    moment("looked_back_at", optional=True),
    # Razorpay only: the wallet share reserved beside it.
    whole("wallet_paise", default=0),
    refer("shift_id", "shift", optional=True),
    # Where it was asked for or taken.
    refer("desk_id", "desk", optional=True),
    text("request_key", unique=True),
    # Under which tender it was entered first, where that was a mistake.
    word("corrected_from", Tender, optional=True),
    # Which account of the house it went to, where its tender has accounts.
    refer("house_account_id", "house_account", optional=True),
    # Put right after the shift that took it: what that one counted stays with it, and in this shift the money
    # went from where it lay to where it belongs.
    word("moved_from", Tender, optional=True),
    whole("moved_rounding_paise", optional=True),
    refer("moved_shift_id", "shift", optional=True),
    moment("created_at"),
    moment("settled_at", optional=True),
    home(),
    one_of("tender", Tender),
    one_of("state", PaymentState),
    one_of("instrument_kind", InstrumentKind),
    one_of("link_sms", LinkSms),
    CheckConstraint("tender = 'razorpay' OR state = 'captured'", name="only_razorpay_waits"),
    CheckConstraint("(state IN ('captured', 'void')) = (settled_at IS NOT NULL)", name="settled_when"),
    CheckConstraint(
        "received_paise IS NULL OR received_paise >= amount_paise + rounding_paise", name="cash_enough"
    ),
    CheckConstraint(ONLY_CASH_IS_ROUNDED, name="only_cash_is_rounded"),
    CheckConstraint(
        "(moved_shift_id IS NULL) = (moved_from IS NULL)"
        " AND (moved_shift_id IS NULL) = (moved_rounding_paise IS NULL)",
        name="moved_whole",
    ),
    CheckConstraint("tender <> 'razorpay' OR amount_paise >= 100", name="razorpay_minimum"),
    at_least("amount_paise", 1),
    at_least("wallet_paise", 0),
    sqlite_strict=True,
)

# Payments of another program on the same account, known by what they all carry: they make no case.
open_case = Table(
    "open_case",
    metadata,
    key(),
    word("kind", CaseKind),
    word("state", CaseState),
    refer("booking_id", "booking", optional=True),
    refer("customer_id", "customer", optional=True),
    Column(
        "gateway_payment_id", Text, ForeignKey("gateway_money.gateway_payment_id"), nullable=True, unique=True
    ),
    refer("refund_id", "refund", optional=True),
    whole("amount_paise"),
    word("proposal", CaseAnswer),
    text("facts"),
    moment("opened_at"),
    moment("resolved_at", optional=True),
    text("resolution", optional=True),
    text("resolved_by", optional=True),
    home(),
    one_of("kind", CaseKind),
    one_of("state", CaseState),
    one_of("proposal", ("confirm", "wallet", "refund", "cash", "look")),
    CheckConstraint("(state = 'resolved') = (resolved_at IS NOT NULL)", name="resolved_when"),
    at_least("amount_paise", 1),
    sqlite_strict=True,
)

refund = Table(
    "refund",
    metadata,
    key(),
    refer("booking_id", "booking", optional=True, index=True),
    refer("payment_id", "payment", optional=True, index=True),
    # Razorpay: the payment there that the money goes back to.
    Column("gateway_payment_id", Text, nullable=True, index=True),
    word("tender", Tender),
    word("state", RefundState),
    whole("amount_paise"),
    # Cash rounded to the rupee: what was given beyond `amount_paise`, or short of it.
    whole("rounding_paise", default=0),
    text("request_key", unique=True),
    # The exact body that goes to the gateway, so that a retry repeats it to the byte.
    text("body", optional=True),
    text("gateway_refund_id", optional=True, unique=True),
    # Card machine: the reference of the slip by which it was given back.
    text("reference", optional=True),
    whole("attempts", default=0),
    text("last_error", optional=True),
    moment("next_try_at", optional=True),
    refer("shift_id", "shift", optional=True),
    # Where it was decided, and the paper that tells of it.
    refer("desk_id", "desk", optional=True),
    refer("document_id", "document", optional=True),
    moment("created_at"),
    moment("settled_at", optional=True),
    home(),
    one_of("tender", Tender),
    one_of("state", RefundState),
    CheckConstraint("(state IN ('done', 'replaced')) = (settled_at IS NOT NULL)", name="settled_when"),
    CheckConstraint(
        "tender = 'razorpay' OR state = 'done' OR tender = 'card' AND state = 'planned'",
        name="gateway_or_slip_waits",
    ),
    CheckConstraint("(tender = 'razorpay') = (gateway_payment_id IS NOT NULL)", name="razorpay_source"),
    CheckConstraint(ONLY_CASH_IS_ROUNDED, name="only_cash_is_rounded"),
    at_least("amount_paise", 1),
    sqlite_strict=True,
)

document = Table(
    "document",
    metadata,
    key(),
    word("kind", DocumentKind),
    # Without gaps per registration, desk, kind and financial year, e.g. D1-R-2627-000042.
    text("number", unique=True),
    # The code of the registration whose paper it is; empty: the house's own.
    text("registration", default=""),
    # The Indian date of issue; empty in papers of before that have not been frozen yet.
    day("issued_on", optional=True),
    # JSON: see desktop/services/domain/paper.py. Empty in papers of before and where z_slip has it.
    text("content", default=""),
    refer("booking_id", "booking", optional=True, index=True),
    moment("made_at"),
    # On the paper of a deposit: until when the rest had to be paid when it was made.
    moment("balance_by", optional=True),
    # How often it has been printed after the first time.
    whole("copies", default=0),
    flag("practice"),
    home(),
    one_of("kind", DocumentKind),
    at_least("copies", 0),
    flag_check("practice"),
    Index("ix_document_registration_issued_on", "registration", "issued_on"),
    sqlite_strict=True,
)

# The papers that a paper answers by number: the vouchers that an invoice sets off, the invoice of a note.
document_answer = Table(
    "document_answer",
    metadata,
    Column("document_id", Text, ForeignKey("document.id"), primary_key=True),
    Column("answers_id", Text, ForeignKey("document.id"), primary_key=True, index=True),
    home(),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
