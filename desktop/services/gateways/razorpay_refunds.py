"""Refunds: sent byte for byte as they were stored, under a key that makes every repeat the same refund."""

import contextlib
import json

from db.ids import GatewayPaymentId, RequestKey
from desktop.services.gateways import razorpay_answers, razorpay_ids
from desktop.services.gateways.port import GatewayRefund, Rejected, Unknown
from desktop.services.gateways.razorpay_calls import Ask, listed

KEY_HEADER = "X-Refund-Idempotency"
"""Razorpay Docs, "Create a Normal Refund"."""


def send_refund(
    ask: Ask, payment_id: GatewayPaymentId, *, request_key: RequestKey, body: str
) -> GatewayRefund:
    """Send the refund. Rejected (status 0) when the body is no JSON object with an amount.

    Raises Unknown when the answer names another amount or payment.
    """
    amount_paise = _amount_of(body)
    path = f"/v1/payments/{payment_id}/refund"
    headers = {KEY_HEADER: request_key, "Content-Type": "application/json"}
    # Of the text itself, not of a dictionary: the same key must always come with the same bytes.
    data = body.encode()
    answer = ask(lambda client: client.request("post", path, data=data, headers=headers), urgent=True)
    made = razorpay_answers.refund(answer)
    if made.amount_paise != amount_paise:
        raise Unknown("other_amount")
    if made.payment_id != payment_id:
        raise Unknown("other_payment")
    return made


def refunds_of(ask: Ask, payment_id: GatewayPaymentId) -> tuple[GatewayRefund, ...]:
    """Return the refunds of a payment, also those that were made elsewhere."""
    found = listed(ask, lambda client, page: client.payment.fetch_multiple_refund(payment_id, page))
    refunds = tuple(razorpay_answers.refund(item) for item in found)
    if any(refund.payment_id != payment_id for refund in refunds):
        raise Unknown("other_payment")
    return refunds


def _amount_of(body: str) -> int:
    fields: object = None
    with contextlib.suppress(ValueError):
        fields = json.loads(body)
    if not isinstance(fields, dict):
        raise Rejected(razorpay_ids.NOT_SENT, "bad_body", "not a JSON object")
    return razorpay_ids.check_amount(fields.get("amount"))
