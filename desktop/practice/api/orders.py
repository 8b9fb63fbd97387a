"""Orders: created, attempted, paid. They never expire and cannot be cancelled."""

from desktop.practice.account.entities import Entity
from desktop.practice.answers.envelopes import Document, invalid
from desktop.practice.api.fields import MOST_PAISE, Fields, shown_notes
from desktop.practice.api.listing import collection, expanded, window
from desktop.practice.gateway import Call, Gateway

RECEIPT_LENGTH = 40
"""Razorpay Docs, "Create an Order"."""
# Razorpay Docs, "Payment Capture Settings API", in minutes.
LEAST_AUTOMATIC_MINUTES = 12
MOST_MANUAL_MINUTES = 7200
ALLOWED = frozenset(
    {
        "amount",
        "currency",
        "customer_id",
        "first_payment_min_amount",
        "notes",
        "partial_payment",
        "payment",
        "receipt",
        "unique_receipt",
    }
)


def create(gateway: Gateway, call: Call) -> Document:
    fields = Fields(
        call.body,
        ALLOWED,
        most_paise=call.number("amount_limit", "paise", default=MOST_PAISE, inactive=MOST_PAISE),
    )
    amount = fields.required_paise("amount")
    currency = fields.currency()
    receipt = fields.text("receipt", most=RECEIPT_LENGTH)
    notes = fields.notes()
    hidden = {
        "partial_payment": fields.flag("partial_payment"),
        "first_payment_min_amount": fields.paise("first_payment_min_amount"),
        **_capture_rule(fields),
    }
    if fields.flag("unique_receipt") and receipt is not None:
        earlier = gateway.entities.listed("order", reference=receipt)
        if earlier:
            return _same_order(earlier[0], amount)
    return open_order(gateway, amount, currency, receipt, notes, hidden).shown


def open_order(
    gateway: Gateway,
    amount: int,
    currency: str,
    receipt: str | None,
    notes: dict[str, str | int],
    hidden: Document,
) -> Entity:
    return gateway.add(
        "order",
        {
            "entity": "order",
            "amount": amount,
            "amount_paid": 0,
            "amount_due": amount,
            "currency": currency,
            "receipt": receipt,
            "offer_id": None,
            "status": "created",
            "attempts": 0,
            "notes": shown_notes(notes),
        },
        reference=receipt,
        hidden=hidden,
    )


def fetch(gateway: Gateway, call: Call) -> Document:
    return gateway.fetch("order", call.parameters["id"]).shown


def fetch_all(gateway: Gateway, call: Call) -> Document:
    page = window(call.query)
    filters: dict[str, object] = {}
    if "receipt" in call.query:
        filters["reference"] = call.query["receipt"]
    found = gateway.entities.listed("order", page, at=gateway.clock.now(), **filters)
    with_payments = bool(expanded(call.query) & {"payments", "payments.card"})
    return collection(
        {**order.shown, "payments": _payments(gateway, order)} if with_payments else order.shown
        for order in found
    )


def fetch_payments(gateway: Gateway, call: Call) -> Document:
    return _payments(gateway, gateway.fetch("order", call.parameters["id"]))


def edit(gateway: Gateway, call: Call) -> Document:
    order = gateway.fetch("order", call.parameters["id"])
    fields = Fields(call.body, {"notes"})
    fields.require("notes")
    order.shown["notes"] = shown_notes(fields.notes())
    gateway.entities.save(order)
    return order.shown


def note_attempt(gateway: Gateway, order: Entity) -> None:
    """A payment was begun: the order is attempted, unless it is paid already."""
    order.shown["attempts"] += 1
    if order.status == "created":
        order.shown["status"] = "attempted"
    gateway.entities.save(order)


def note_capture(gateway: Gateway, order: Entity, amount: int) -> None:
    """Captured money came in: the order is paid once nothing is due."""
    total = int(order.shown["amount"])
    paid = min(total, int(order.shown["amount_paid"]) + amount)
    order.shown |= {"amount_paid": paid, "amount_due": total - paid}
    if paid == total:
        order.shown["status"] = "paid"
    gateway.entities.save(order)


def _payments(gateway: Gateway, order: Entity) -> Document:
    found = gateway.entities.listed("payment", parent=order.id, at=gateway.clock.now())
    return collection(payment.shown for payment in found)


def _same_order(earlier: Entity, amount: int) -> Document:
    if earlier.shown["amount"] != amount:
        raise invalid("Order receipt should be unique.", "receipt")
    return earlier.shown


def _capture_rule(fields: Fields) -> Document:
    """`payment.capture` and its options, which override the account's automatic capture."""
    rule = fields.group("payment")
    if not rule:
        return {"capture": "automatic", "manual_expiry_minutes": None}
    inner = Fields(rule, {"capture", "capture_options"})
    capture = inner.choice("capture", ("automatic", "manual"), required=True)
    options = Fields(
        inner.group("capture_options"), {"automatic_expiry_period", "manual_expiry_period", "refund_speed"}
    )
    automatic = options.whole("automatic_expiry_period")
    if automatic is not None and automatic < LEAST_AUTOMATIC_MINUTES:
        raise invalid(
            f"The automatic expiry period must be at least {LEAST_AUTOMATIC_MINUTES}.",
            "automatic_expiry_period",
        )
    manual = options.whole("manual_expiry_period")
    manual = MOST_MANUAL_MINUTES if manual is None else manual
    if not (automatic or LEAST_AUTOMATIC_MINUTES) <= manual <= MOST_MANUAL_MINUTES:
        raise invalid("The manual expiry period is invalid.", "manual_expiry_period")
    options.choice("refund_speed", ("normal", "optimum"))
    return {
        "capture": capture,
        "manual_expiry_minutes": manual if options.has("manual_expiry_period") else None,
    }
