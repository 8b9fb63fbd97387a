"""Reads Razorpay's JSON strictly. Whatever is not as documented raises Unknown: look at it again."""

import re
from collections.abc import Mapping
from datetime import datetime

from db.ids import GatewayPaymentId, GatewayRefundId, InstrumentId
from db.states import InstrumentKind
from desktop.services.domain.foreign_money import Marked
from desktop.services.gateways import razorpay_ids
from desktop.services.gateways.clock_offset import ClockOffset
from desktop.services.gateways.port import (
    GatewayPayment,
    GatewayRefund,
    Instrument,
    Unknown,
)

Answer = Mapping[str, object]

ATTEMPT_NOTE = "attempt"
PAYMENT_STATES = ("created", "authorized", "captured", "refunded", "failed")
REFUND_STATES = ("pending", "processed", "failed")
LINK_OPEN = ("created", "partially_paid")
LINK_STATES = (*LINK_OPEN, "paid", "cancelled", "expired")
QR_STATES = ("active", "closed")
PAISE_MAX = 10**12
"""A thousand crore rupees: what is above was never an amount of this desk's account."""
EARLIEST, LATEST = 946_684_800, 4_765_046_400
"""Between these are the moments that the API itself takes (Razorpay Docs, `from`)."""
RETURNED = "returned"
"""Our word for a payment that went back by itself: `refunded` without ever having been captured."""


def qr_code(answer: Answer, clock: ClockOffset) -> Instrument:
    """Read a QR code. `content` is empty when the account gives no text to draw."""
    return Instrument(
        kind=InstrumentKind.QR,
        id=InstrumentId(_id(answer, razorpay_ids.QR_CODE)),
        amount_paise=paise(answer, "payment_amount"),
        content=text(answer, "image_content"),
        image_url=text(answer, "image_url"),
        ends_at=moment(answer, "close_by", clock),
        is_open=_state(answer, QR_STATES) == "active",
        attempt_id=note(answer, ATTEMPT_NOTE),
    )


def link(kind: InstrumentKind, answer: Answer, clock: ClockOffset) -> Instrument:
    """Read a payment link. `content` is its address."""
    if answer.get("currency") != "INR":
        raise Unknown("bad_currency")
    return Instrument(
        kind=kind,
        id=InstrumentId(_id(answer, razorpay_ids.LINK)),
        amount_paise=paise(answer, "amount"),
        content=text(answer, "short_url"),
        image_url="",
        ends_at=moment(answer, "expire_by", clock),
        is_open=_state(answer, LINK_STATES) in LINK_OPEN,
        attempt_id=text(answer, "reference_id"),
    )


def payment(answer: Answer, clock: ClockOffset) -> GatewayPayment:
    """Read a payment. A `refunded` one that was never captured gets the status `returned`."""
    status = _state(answer, PAYMENT_STATES)
    captured = answer.get("captured")
    if status == "captured" and captured is not True:
        raise Unknown("bad_captured")
    if status == "refunded" and captured is not True:
        status = RETURNED
    created_at = moment(answer, "created_at", clock)
    if created_at is None:
        raise Unknown("bad_created_at")
    return GatewayPayment(
        id=GatewayPaymentId(_id(answer, razorpay_ids.PAYMENT)),
        amount_paise=paise(answer, "amount"),
        currency=text(answer, "currency"),
        status=status,
        method=text(answer, "method"),
        refunded_paise=paise(answer, "amount_refunded") if answer.get("amount_refunded") is not None else 0,
        created_at=created_at,
        order_id=text(answer, "order_id"),
        marked=_marked(answer),
    )


def _marked(answer: Answer) -> Marked:
    notes = child(answer, "notes") or {}
    return Marked(
        notes=tuple(sorted((name, str(value)) for name, value in notes.items())),
        description=text(answer, "description"),
        attempt_id=note(answer, ATTEMPT_NOTE),
    )


def refund(answer: Answer) -> GatewayRefund:
    """Read a refund."""
    payment_id = text(answer, "payment_id")
    if razorpay_ids.PAYMENT.fullmatch(payment_id) is None:
        raise Unknown("bad_payment_id")
    return GatewayRefund(
        id=GatewayRefundId(_id(answer, razorpay_ids.REFUND)),
        payment_id=GatewayPaymentId(payment_id),
        amount_paise=paise(answer, "amount"),
        status=_state(answer, REFUND_STATES),
        receipt=text(answer, "receipt"),
    )


def items(answer: Answer, name: str = "items") -> list[Answer]:
    """Return what a list answer lists."""
    listed = answer.get(name)
    if not isinstance(listed, list) or not all(isinstance(item, dict) for item in listed):
        raise Unknown(f"bad_{name}")
    return listed


def child(answer: Answer, name: str) -> Answer | None:
    """Return the object under a name; None when something else or nothing stands there."""
    found = answer.get(name)
    return found if isinstance(found, dict) else None


def note(answer: Answer, name: str) -> str:
    """Return a note, or nothing: a set without notes comes as an object, an empty list or null."""
    notes = child(answer, "notes")
    value = notes.get(name) if notes is not None else None
    return value if isinstance(value, str) else ""


def paise(answer: Answer, name: str) -> int:
    """Return an amount. Neither a fraction nor a text nor true is one."""
    value = answer.get(name)
    if type(value) is not int or not 0 <= value <= PAISE_MAX:
        raise Unknown(f"bad_{name}")
    return value


def _id(answer: Answer, form: re.Pattern[str]) -> str:
    value = answer.get("id")
    if not isinstance(value, str) or form.fullmatch(value) is None:
        raise Unknown("bad_id")
    return value


def _state(answer: Answer, known: tuple[str, ...]) -> str:
    value = answer.get("status")
    if value not in known:
        raise Unknown("bad_status")
    return str(value)


def text(answer: Answer, name: str) -> str:
    value = answer.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Unknown(f"bad_{name}")
    return value


def moment(answer: Answer, name: str, clock: ClockOffset) -> datetime | None:
    """Return a moment by this machine's clock; None for null and for 0, which stands for "not given"."""
    value = answer.get(name)
    if value is None or (type(value) is int and value == 0):
        return None
    if type(value) is not int or not EARLIEST <= value <= LATEST:
        raise Unknown(f"bad_{name}")
    return clock.here(value)
