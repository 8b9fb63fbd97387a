"""Refunds: pending or processed at once, perhaps failed; idempotent under X-Refund-Idempotency."""

import hashlib
import re

from desktop.practice.account.entities import Entity
from desktop.practice.answers.envelopes import Document, invalid, plain
from desktop.practice.api.fields import Fields, shown_notes
from desktop.practice.api.listing import collection, window
from desktop.practice.gateway import Call, Gateway

DAY = 86400
LONGEST_AGE = 183 * DAY
"""Razorpay Docs, "Refunds", errors: a payment of more than six months can't be refunded."""
RECEIPT_LENGTH = 40
# Razorpay Docs, "Create a Normal Refund", the idempotency header and the form of its key.
KEY_HEADER = "x-refund-idempotency"
KEY_FORM = re.compile(r"[A-Za-z0-9_-]{10,}")
OTHER_REQUEST = "Different request with the same idempotency key has already been processed."
IN_PROGRESS = "Another request with the same idempotency key is in progress."
NO_BALANCE = "Your account does not have enough balance to carry out the refund operation."
NOT_CAPTURED = "The payment status should be captured for action to be taken"
FULLY_REFUNDED = "The payment has been fully refunded already."
TOO_MUCH = "The refund amount provided is greater than amount captured"
TOO_OLD = "The payment is more than 6 months old and cannot be refunded."
ALLOWED = frozenset({"amount", "speed", "notes", "receipt"})


def create_for_payment(gateway: Gateway, call: Call) -> Document:
    """POST /payments/:id/refund, the endpoint that knows the idempotency header."""
    key = call.headers.get(KEY_HEADER)
    if key is not None and not KEY_FORM.fullmatch(key):
        raise plain(400, "BAD_REQUEST_ERROR", "The idempotency key is invalid.")
    if "refund_in_progress" in call.faults:
        raise plain(409, "BAD_REQUEST_ERROR", IN_PROGRESS)
    if key is None:
        return _create(gateway, call, call.parameters["id"], call.body)
    digest = hashlib.sha256(call.path.encode() + b"\n" + call.raw).hexdigest()
    earlier = gateway.storage.row("SELECT request_digest, refund_id FROM idempotency WHERE key = ?", key)
    if earlier is not None:
        if earlier["request_digest"] != digest:
            raise plain(409, "BAD_REQUEST_ERROR", OTHER_REQUEST)
        return gateway.fetch("refund", earlier["refund_id"]).shown
    made = _create(gateway, call, call.parameters["id"], call.body)
    gateway.storage.execute("INSERT INTO idempotency VALUES (?, ?, ?)", key, digest, made["id"])
    return made


def create(gateway: Gateway, call: Call) -> Document:
    """POST /refunds: the same with the payment in the body and without idempotency."""
    if "payment_id" not in call.body:
        raise invalid("The payment id field is required.", "payment_id")
    payment_id = call.body["payment_id"]
    if not isinstance(payment_id, str):
        raise invalid("The payment id must be a string.", "payment_id")
    return _create(gateway, call, payment_id, {k: v for k, v in call.body.items() if k != "payment_id"})


def fetch(gateway: Gateway, call: Call) -> Document:
    return gateway.fetch("refund", call.parameters["id"]).shown


def fetch_all(gateway: Gateway, call: Call) -> Document:
    page = window(call.query)
    filters: dict[str, object] = {}
    if "payment_id" in call.query:
        filters["parent"] = gateway.fetch("payment", call.query["payment_id"]).id
    found = gateway.entities.listed("refund", page, at=gateway.clock.now(), **filters)
    return collection(refund.shown for refund in found)


def fetch_of_payment(gateway: Gateway, call: Call) -> Document:
    payment = gateway.fetch("payment", call.parameters["id"])
    found = gateway.entities.listed("refund", window(call.query), at=gateway.clock.now(), parent=payment.id)
    return collection(refund.shown for refund in found)


def fetch_one_of_payment(gateway: Gateway, call: Call) -> Document:
    payment = gateway.fetch("payment", call.parameters["id"])
    refund = gateway.fetch("refund", call.parameters["refund_id"])
    if refund.parent != payment.id:
        raise invalid("The id provided does not exist")
    return refund.shown


def edit(gateway: Gateway, call: Call) -> Document:
    refund = gateway.fetch("refund", call.parameters["id"])
    fields = Fields(call.body, {"notes"})
    fields.require("notes")
    refund.shown["notes"] = shown_notes(fields.notes())
    gateway.entities.save(refund)
    return refund.shown


def finish(gateway: Gateway, refund: Entity, status: str) -> None:
    """Ends a pending refund as `processed` or `failed`. A failed one gives its amount back to the payment, so
    a processed one may still fail; nothing leaves `failed`. ApiError (400) for any other step."""
    if refund.status == status:
        return
    if refund.status == "failed" or status == "pending":
        raise invalid(f"A {refund.status} refund cannot become {status}.", "status")
    refund.shown["status"] = status
    gateway.schedule.cancel("process_refund", refund.id)
    gateway.entities.save(refund)
    if status == "failed":
        gateway.schedule.cancel("note_arn", refund.id)
        payment = gateway.fetch("payment", str(refund.parent))
        _count(gateway, payment, -int(refund.shown["amount"]))
    else:
        gateway.schedule.add(gateway.clock.now() + DAY, "note_arn", refund.id)


def note_arn(gateway: Gateway, refund: Entity) -> None:
    """The bank's reference comes a day after the refund was processed."""
    refund.shown["acquirer_data"] = {"arn": gateway.identifiers.digits("arn", 14)}
    gateway.entities.save(refund)


def _create(gateway: Gateway, call: Call, payment_id: str, body: Document) -> Document:
    fields = Fields(body, ALLOWED)
    payment = gateway.fetch("payment", payment_id)
    amount = _amount(gateway, call, fields, payment)
    speed = fields.choice("speed", ("normal", "optimum")) or "normal"
    failed = "refund_failed" in call.faults
    pending = failed or "refund_pending" in call.faults
    refund = gateway.add(
        "refund",
        {
            "entity": "refund",
            "amount": amount,
            "currency": "INR",
            "payment_id": payment.id,
            "notes": shown_notes(fields.notes()),
            "receipt": fields.text("receipt", most=RECEIPT_LENGTH),
            "acquirer_data": {"arn": None},
            "batch_id": None,
            "status": "pending" if pending else "processed",
            "speed_processed": speed,
            "speed_requested": speed,
        },
        parent=payment.id,
        visible_after=call.number("delayed_visibility", "seconds", default=30),
        hidden={"settle_days": 1 if "settled_next_day" in call.faults else 2},
    )
    _count(gateway, payment, amount)
    now = gateway.clock.now()
    if failed:
        gateway.schedule.add(
            now + call.number("refund_failed", "seconds", default=0), "fail_refund", refund.id
        )
    elif pending:
        gateway.schedule.add(
            now + call.number("refund_pending", "seconds", default=60), "process_refund", refund.id
        )
    else:
        gateway.schedule.add(now + DAY, "note_arn", refund.id)
    return refund.shown


def _amount(gateway: Gateway, call: Call, fields: Fields, payment: Entity) -> int:
    captured, refunded = int(payment.shown["amount"]), int(payment.shown["amount_refunded"])
    amount = fields.paise("amount")
    if payment.status == "refunded":
        raise invalid(FULLY_REFUNDED)
    if payment.status != "captured":
        raise invalid(NOT_CAPTURED)
    if gateway.clock.now() - payment.created_at > LONGEST_AGE:
        raise invalid(TOO_OLD)
    if amount is None:
        amount = captured - refunded
    if amount > captured - refunded:
        raise invalid(TOO_MUCH, "amount")
    if "refund_insufficient_balance" in call.faults:
        raise invalid(NO_BALANCE)
    return amount


def _count(gateway: Gateway, payment: Entity, amount: int) -> None:
    """Adds to what was refunded of a payment; a negative amount is a refund that failed."""
    refunded = int(payment.shown["amount_refunded"]) + amount
    in_full = refunded == payment.shown["amount"]
    payment.shown |= {
        "amount_refunded": refunded,
        "refund_status": None if refunded == 0 else "full" if in_full else "partial",
        "status": "refunded" if in_full else "captured",
    }
    gateway.entities.save(payment)
