"""The states of bookings, payments and refunds, and what may follow what.

booking   held -> confirmed -> completed
          held -> expired | cancelled;  confirmed -> cancelled;  expired -> confirmed (late money, units free)
payment   creating -> waiting -> closing -> captured | void;  any open state -> unresolved -> captured | void
refund    planned -> sent -> pending -> done | failed;  failed -> replaced (by another way to give it back)
"""

from enum import StrEnum


class Kind(StrEnum):
    """What an offering is."""

    ROOM = "room"
    BUS = "bus"
    TOUR = "tour"


class BookingState(StrEnum):
    """Where a booking stands."""

    HELD = "held"
    CONFIRMED = "confirmed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    COMPLETED = "completed"


class Tender(StrEnum):
    """A way to pay."""

    WALLET = "wallet"
    CASH = "cash"
    CARD = "card"
    RAZORPAY = "razorpay"


class PaymentState(StrEnum):
    """Where one tender's money stands."""

    CREATING = "creating"
    WAITING = "waiting"
    CLOSING = "closing"
    UNRESOLVED = "unresolved"
    CAPTURED = "captured"
    VOID = "void"


class RefundState(StrEnum):
    """Where one tender's money back stands."""

    PLANNED = "planned"
    SENT = "sent"
    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"
    REPLACED = "replaced"


OPEN_PAYMENT = (PaymentState.CREATING, PaymentState.WAITING, PaymentState.CLOSING, PaymentState.UNRESOLVED)
OPEN_REFUND = (RefundState.PLANNED, RefundState.SENT, RefundState.PENDING)
