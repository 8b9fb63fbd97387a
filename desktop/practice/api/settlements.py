"""Settlements: what was captured reaches the merchant's bank some days later, less refunds and fees."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

from desktop.practice.account.entities import Entity
from desktop.practice.answers.envelopes import Document, invalid, unknown_id
from desktop.practice.api.listing import collection, whole_of, window
from desktop.practice.gateway import Call, Gateway

INDIA = timezone(timedelta(hours=5, minutes=30))
PAYOUT_HOUR = 10
MOST_ROWS = 1000
"""Razorpay Docs, "Settlement Recon", `count`."""


def combined(gateway: Gateway, call: Call) -> Document:
    """GET /settlements/recon/combined: every item settled in a month, or on a day of it."""
    year = _part(call, "year", 2000, 2100, required=True)
    month = _part(call, "month", 1, 12, required=True)
    day = _part(call, "day", 1, 31, required=False)
    page = window(call.query, most=MOST_ROWS)
    rows = []
    for row in _settled_rows(gateway):
        settled = datetime.fromtimestamp(row["settled_at"], INDIA)
        if (settled.year, settled.month) == (year, month) and day in (None, settled.day):
            rows.append(row)
    return collection(rows[page.skip : page.skip + page.count])


def fetch_all(gateway: Gateway, call: Call) -> Document:
    page = window(call.query)
    found = [one for one in _settlements(gateway) if page.since <= one["created_at"] <= page.until]
    return collection(found[page.skip : page.skip + page.count])


def fetch(gateway: Gateway, call: Call) -> Document:
    wanted = call.parameters["id"]
    found = next((one for one in _settlements(gateway) if one["id"] == wanted), None)
    if found is None:
        raise unknown_id()
    return found


def _settlements(gateway: Gateway) -> list[Document]:
    """One for each payout, newest first."""
    payouts: dict[int, Document] = {}
    for row in _settled_rows(gateway):
        payout = payouts.setdefault(
            row["settled_at"],
            {
                "id": row["settlement_id"],
                "entity": "settlement",
                "amount": 0,
                "status": "processed",
                "fees": 0,
                "tax": 0,
                "utr": row["settlement_utr"],
                "created_at": row["settled_at"],
            },
        )
        payout["amount"] += row["credit"] - row["debit"]
        payout["fees"] += row["fee"]
        payout["tax"] += row["tax"]
    return list(payouts.values())


def _settled_rows(gateway: Gateway) -> list[Document]:
    now = gateway.clock.now()
    rows = [row for row in _rows(gateway) if row["settled_at"] <= now]
    return sorted(rows, key=lambda row: row["settled_at"], reverse=True)


def _rows(gateway: Gateway) -> Iterable[Document]:
    orders = {order.id: order for order in gateway.entities.listed("order")}
    payments = {one.id: one for one in gateway.entities.listed("payment") if one.shown["captured"]}
    for payment in payments.values():
        fee = int(payment.shown["fee"])
        settled_at = _payout_after(payment.hidden["captured_at"], payment.hidden["settle_days"])
        row = _row(gateway, payment, payment, orders, settled_at)
        yield {**row, "credit": payment.shown["amount"] - fee, "fee": fee, "tax": payment.shown["tax"]}
    for refund in gateway.entities.listed("refund", status="processed"):
        refunded = payments.get(str(refund.parent))
        if refunded is not None:
            settled_at = _payout_after(refund.created_at, refund.hidden["settle_days"])
            row = _row(gateway, refund, refunded, orders, settled_at)
            yield {**row, "debit": refund.shown["amount"], "payment_id": refunded.id}


def _row(
    gateway: Gateway, item: Entity, payment: Entity, orders: dict[str, Entity], settled_at: int
) -> Document:
    order = orders.get(payment.shown["order_id"] or "")
    card = payment.hidden["card"] or {}
    payout = str(settled_at)
    return {
        "entity_id": item.id,
        "type": item.kind,
        "debit": 0,
        "credit": 0,
        "amount": item.shown["amount"],
        "currency": "INR",
        "fee": 0,
        "tax": 0,
        "on_hold": False,
        "settled": True,
        "created_at": item.created_at,
        "settled_at": settled_at,
        "settlement_id": gateway.identifiers.fixed_id("setl", payout),
        "posted_at": None,
        "credit_type": "default",
        "description": payment.shown["description"] if item is payment else None,
        "notes": next(iter(item.shown["notes"].values()), "") if item.shown["notes"] else "",
        "payment_id": None,
        "settlement_utr": f"{payout}{gateway.identifiers.fixed_id('utr', payout)[-6:].lower()}",
        "order_id": payment.shown["order_id"],
        "order_receipt": None if order is None else order.shown["receipt"],
        "method": payment.shown["method"],
        "card_network": card.get("network"),
        "card_issuer": card.get("issuer"),
        "card_type": card.get("type"),
        "dispute_id": None,
    }


def _payout_after(instant: int, days: int) -> int:
    """Ten in the morning in India, so many days after the day of `instant`."""
    day = datetime.fromtimestamp(instant, UTC).astimezone(INDIA) + timedelta(days=days)
    return int(day.replace(hour=PAYOUT_HOUR, minute=0, second=0, microsecond=0).timestamp())


def _part(call: Call, name: str, least: int, most: int, *, required: bool) -> int | None:
    text = call.query.get(name)
    if text is None:
        if required:
            raise invalid(f"The {name} field is required.", name)
        return None
    value = whole_of(text)
    if value is None or not least <= value <= most:
        raise invalid(f"The {name} is not a valid {name}.", name)
    return value
