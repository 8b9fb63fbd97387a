"""One payment's life: created, then failed or authorized, then captured, then refunded. Only forwards,
except that a failed payment may still be authorized late."""

from desktop.practice.account.entities import Entity
from desktop.practice.answers.envelopes import Document
from desktop.practice.api import instruments
from desktop.practice.api.means import Means, acquirer_data, describe
from desktop.practice.faults.declines import Decline
from desktop.practice.gateway import Gateway

DAY = 86400
AUTO_REFUND_AFTER = 3 * DAY
"""Razorpay Docs, "Late Authorisation": uncaptured money goes back after three days (other pages say five)."""
FEE_PER_CENT = 2
"""Razorpay's published standard price; an account's own may be another."""
TAX_PER_CENT = 18
"""GST on that fee, at the rate for services without a rate of their own."""


def begin(
    gateway: Gateway,
    instrument: instruments.Instrument,
    amount: int,
    means: Means,
    *,
    visible_after: int = 0,
    settle_days: int = 2,
    without_notes: bool = False,
) -> Entity:
    """A payment in `created`, under the order or QR code that asked for it."""
    notes = [] if without_notes else instrument.payment_notes
    card, shown_means = describe(gateway.identifiers, means)
    shown: Document = {
        "entity": "payment",
        "amount": amount,
        "currency": "INR",
        "status": "created",
        "order_id": instrument.order_id,
        "invoice_id": None,
        "international": False,
        "method": means.method,
        "amount_refunded": 0,
        "refund_status": None,
        "captured": False,
        "description": instrument.payment_description,
        **shown_means,
        "email": instrument.email,
        "contact": instrument.contact,
        "notes": notes,
        "fee": None,
        "tax": None,
        "error_code": None,
        "error_description": None,
        "error_source": None,
        "error_step": None,
        "error_reason": None,
        "acquirer_data": acquirer_data(gateway.identifiers, means, succeeded=False),
    }
    if instrument.customer_id is not None:
        shown["customer_id"] = instrument.customer_id
    return gateway.add(
        "payment",
        shown,
        parent=instrument.order_id or instrument.target.id,
        reference=instrument.target.id,
        hidden={"card": card, "means": means.method, "settle_days": settle_days},
        visible_after=visible_after,
    )


def fail(gateway: Gateway, payment: Entity, why: Decline) -> None:
    payment.shown |= {
        "status": "failed",
        "error_code": why.code,
        "error_description": why.description,
        "error_source": why.source,
        "error_step": why.step,
        "error_reason": why.reason,
    }
    gateway.entities.save(payment)


def authorize(gateway: Gateway, payment: Entity) -> None:
    """The bank promised the money. Uncaptured, it goes back by itself after the order's or the account's
    period."""
    cleared = ("error_code", "error_description", "error_source", "error_step", "error_reason")
    payment.shown |= dict.fromkeys(cleared)
    means = Means(payment.shown["method"], payment.shown["vpa"])
    payment.shown |= {
        "status": "authorized",
        "acquirer_data": acquirer_data(gateway.identifiers, means, succeeded=True),
    }
    gateway.entities.save(payment)
    minutes = instruments.of_payment(gateway, payment).manual_expiry_minutes
    waits = AUTO_REFUND_AFTER if minutes is None else minutes * 60
    gateway.schedule.add(gateway.clock.now() + waits, "auto_refund", payment.id)


def capture(gateway: Gateway, payment: Entity) -> None:
    """The money is the merchant's; its order, link or QR code takes note."""
    fee, tax = _fee(payment)
    payment.shown |= {"status": "captured", "captured": True, "fee": fee, "tax": tax}
    payment.hidden["captured_at"] = gateway.clock.now()
    gateway.entities.save(payment)
    gateway.schedule.cancel("auto_refund", payment.id)
    gateway.schedule.cancel("capture", payment.id)
    instruments.note_capture(gateway, payment)


def succeed_late(gateway: Gateway, payment: Entity) -> None:
    """The bank's answer to a failed, pending or authorized payment came after all. If another payment has
    fulfilled the order meanwhile, the money goes straight back."""
    if payment.status in ("created", "failed"):
        authorize(gateway, payment)
    order = gateway.entities.find("order", payment.shown["order_id"] or "")
    if order is not None and order.status == "paid":
        give_back(gateway, payment)
    else:
        capture(gateway, payment)


def give_back(gateway: Gateway, payment: Entity) -> None:
    """Razorpay's own refund of a payment that the merchant never captured."""
    gateway.schedule.cancel("auto_refund", payment.id)
    payment.shown |= {
        "status": "refunded",
        "amount_refunded": payment.shown["amount"],
        "refund_status": "full",
    }
    gateway.entities.save(payment)
    gateway.add(
        "refund",
        {
            "entity": "refund",
            "amount": payment.shown["amount"],
            "currency": "INR",
            "payment_id": payment.id,
            "notes": [],
            "receipt": None,
            "acquirer_data": {"arn": None},
            "batch_id": None,
            "status": "processed",
            "speed_processed": "normal",
            "speed_requested": "normal",
        },
        parent=payment.id,
        hidden={"of_uncaptured": True},
    )


def _fee(payment: Entity) -> tuple[int, int]:
    """Fee with its tax, and the tax: 2 % and 18 % of that, rounded half up; UPI QR payments are free."""
    if payment.shown["order_id"] is None:
        return 0, 0
    base = (int(payment.shown["amount"]) * FEE_PER_CENT + 50) // 100
    tax = (base * TAX_PER_CENT + 50) // 100
    return base + tax, tax
