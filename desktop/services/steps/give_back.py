"""Money back: one refund row for each leg, and what it does to the ledger."""

import json
from typing import Any

from db import ledger, refunds
from db.database import Session
from db.ids import GatewayPaymentId, RefundId, RequestKey
from db.keys import new_key
from db.states import Tender


def give_back(
    session: Session,
    *,
    booking: Any,
    payment: Any,
    amount_paise: int,
    back_to: Tender,
    request_key: RequestKey,
) -> RefundId:
    """Owe `amount_paise` of a payment no longer: pay it now, or plan its way through the gateway.

    `payment` is None for money that came but became no payment; it can't go to razorpay from here.
    The amount stands in refunds_payable already. Wallet, cash and card are done at once (the clerk gives the
    cash, and repeats the card's refund on the machine); razorpay is planned with its key and exact body.
    """
    row = {
        "booking_id": booking.id,
        "payment_id": payment.id if payment else None,
        "tender": back_to.value,
        "amount_paise": amount_paise,
        "request_key": request_key,
    }
    if back_to is Tender.RAZORPAY:
        return plan_gateway_refund(session, row, payment.reference)
    shift_id = ledger.open_shift_id(session)
    refund_id = refunds.add(session, {**row, "state": "done", "shift_id": shift_id})
    account = {
        Tender.WALLET: ("wallet", booking.customer_id),
        Tender.CASH: ("drawer", shift_id),
        Tender.CARD: ("card_machine", ""),
    }[back_to]
    postings = (
        (ledger.get_account(session, "refunds_payable"), amount_paise),
        (ledger.get_account(session, *account), -amount_paise),
    )
    ledger.post(session, "refund", postings, booking_id=booking.id)
    return RefundId(refund_id)


def plan_gateway_refund(
    session: Session, row: dict[str, Any], gateway_payment_id: GatewayPaymentId
) -> RefundId:
    """Write down a refund through the gateway, with the body that every try repeats to the byte."""
    refund_id = RefundId(new_key())
    body = {
        "amount": row["amount_paise"],
        "speed": "normal",
        "receipt": refund_id,
        "notes": {"refund": refund_id},
    }
    planned = {"id": refund_id, "state": "planned", "gateway_payment_id": gateway_payment_id}
    refunds.add(session, {**row, **planned, "body": json.dumps(body)})
    return refund_id
