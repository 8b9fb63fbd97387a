"""The keys of every entity, as the documentation's samples have them."""

from typing import Any

import pytest

from tests.practice.client import Client

PAYMENT = {
    "id",
    "entity",
    "amount",
    "currency",
    "status",
    "order_id",
    "invoice_id",
    "international",
    "method",
    "amount_refunded",
    "refund_status",
    "captured",
    "description",
    "card_id",
    "bank",
    "wallet",
    "vpa",
    "email",
    "contact",
    "notes",
    "fee",
    "tax",
    "error_code",
    "error_description",
    "error_source",
    "error_step",
    "error_reason",
    "acquirer_data",
    "created_at",
}
ORDER = {
    "id",
    "entity",
    "amount",
    "amount_paid",
    "amount_due",
    "currency",
    "receipt",
    "offer_id",
    "status",
    "attempts",
    "notes",
    "created_at",
}
REFUND = {
    "id",
    "entity",
    "amount",
    "currency",
    "payment_id",
    "notes",
    "receipt",
    "acquirer_data",
    "created_at",
    "batch_id",
    "status",
    "speed_processed",
    "speed_requested",
}
QR_CODE = {
    "id",
    "entity",
    "created_at",
    "name",
    "usage",
    "type",
    "image_url",
    "image_content",
    "payment_amount",
    "status",
    "description",
    "fixed_amount",
    "payments_amount_received",
    "payments_count_received",
    "notes",
    "customer_id",
    "close_by",
    "closed_at",
    "close_reason",
}
LINK = {
    "accept_partial",
    "amount",
    "amount_paid",
    "callback_method",
    "callback_url",
    "cancelled_at",
    "created_at",
    "currency",
    "customer",
    "description",
    "expire_by",
    "expired_at",
    "first_min_partial_amount",
    "id",
    "notes",
    "notify",
    "payments",
    "reference_id",
    "reminder_enable",
    "reminders",
    "short_url",
    "status",
    "updated_at",
    "upi_link",
    "user_id",
    "whatsapp_link",
}
RECON = {
    "entity_id",
    "type",
    "debit",
    "credit",
    "amount",
    "currency",
    "fee",
    "tax",
    "on_hold",
    "settled",
    "created_at",
    "settled_at",
    "settlement_id",
    "posted_at",
    "credit_type",
    "description",
    "notes",
    "payment_id",
    "settlement_utr",
    "order_id",
    "order_receipt",
    "method",
    "card_network",
    "card_issuer",
    "card_type",
    "dispute_id",
}


def test_an_order(merchant: Client) -> None:
    assert set(merchant.order()) == ORDER


@pytest.mark.parametrize(
    ("method", "more"),
    [("upi", {"upi"}), ("card", set()), ("netbanking", set()), ("wallet", set()), ("paylater", set())],
)
@pytest.mark.parametrize("outcome", ["approve", "decline", "authorize"])
def test_a_payment_of_each_method_and_outcome(
    merchant: Client, method: str, more: set[str], outcome: str
) -> None:
    assert set(merchant.paid_order(outcome=outcome, method=method)) == PAYMENT | more


def test_a_refund(merchant: Client) -> None:
    assert set(merchant.post(f"/v1/payments/{merchant.paid_order()['id']}/refund")) == REFUND


def test_a_qr_code_open_and_closed(merchant: Client) -> None:
    qr_code = merchant.qr_code()
    assert set(qr_code) == QR_CODE
    assert set(merchant.post(f"/v1/payments/qr_codes/{qr_code['id']}/close")) == QR_CODE


def test_a_payment_link_unpaid_and_paid(merchant: Client) -> None:
    link = merchant.link()
    assert set(link) == LINK
    merchant.pay(link["id"])
    assert set(merchant.get(f"/v1/payment_links/{link['id']}")) == LINK | {"order_id"}


def test_a_customer(merchant: Client) -> None:
    customer = merchant.post("/v1/customers", {"name": "Asha"})
    assert set(customer) == {"id", "entity", "name", "email", "contact", "gstin", "notes", "created_at"}


def test_a_row_of_a_settlement(merchant: Client) -> None:
    merchant.post(f"/v1/payments/{merchant.paid_order()['id']}/refund", {"amount": 100})
    merchant.advance(3 * 86400)
    [settlement] = merchant.get("/v1/settlements")["items"]
    assert set(settlement) == {"id", "entity", "amount", "status", "fees", "tax", "utr", "created_at"}
    rows: list[dict[str, Any]] = merchant.get("/v1/settlements/recon/combined?year=2000&month=1")["items"]
    assert rows == []
    day = settlement["created_at"]
    for year_and_month in months_around(day):
        rows += merchant.get(f"/v1/settlements/recon/combined?{year_and_month}")["items"]
    assert [set(row) for row in rows] == [RECON, RECON]


def months_around(instant: int) -> set[str]:
    """The months that an instant may belong to, whatever the time zone."""
    from datetime import UTC, datetime, timedelta

    moments = [datetime.fromtimestamp(instant, UTC) + timedelta(hours=hours) for hours in (0, 5.5)]
    return {f"year={moment.year}&month={moment.month}" for moment in moments}
