"""Money back: one refund row for each leg, and what it does to the ledger."""

import json

from db import ledger, refunds
from db.bookings import BookingRow
from db.database import Session
from db.ids import BookingId, DocumentId, GatewayPaymentId, PaymentId, RefundId, RequestKey
from db.keys import new_key
from db.payments import PaymentRow
from db.states import AccountKind, RefundState, Tender
from desktop.services.domain.tenders import TENDERS
from desktop.services.steps.open_shift import open_shift_id, shift_of_desk
from desktop.services.steps.round_cash import rounding_of
from desktop.services.steps.tender_account import tender_account


def give_back(
    session: Session,
    *,
    booking: BookingRow,
    payment: PaymentRow | None,
    amount_paise: int,
    back_to: Tender,
    request_key: RequestKey,
    document_id: DocumentId | None = None,
    rounding_paise: int | None = None,
) -> RefundId:
    """Owe `amount_paise` of a payment no longer: pay it now, or plan its way through the gateway.

    `payment` is None for money that came but became no payment; it can't go to the gateway from
    here. The amount stands in refunds_payable already. Cash and the wallet are done at once; the card's is
    planned until its slip is entered (EnterRefundSlip), the gateway's with key and exact body. Cash may
    be rounded to the rupee: the whole debt is paid, and the difference is the house's. `rounding_paise` says
    by what where more of the same act goes back in cash; None: it is rounded alone.
    """
    payment_id = payment.id if payment else None
    if TENDERS[back_to].by_gateway:
        if payment is None or payment.reference is None:
            raise AssertionError("nothing came through the gateway that could go back there")
        return plan_gateway_refund(
            session,
            GatewayPaymentId(payment.reference),
            amount_paise=amount_paise,
            request_key=request_key,
            booking_id=booking.id,
            payment_id=payment_id,
            document_id=document_id,
        )
    in_drawer = TENDERS[back_to].in_drawer
    shift_id = open_shift_id(session, cash=True) if in_drawer else shift_of_desk(session)
    rounding = rounding_of(session, back_to, amount_paise) if rounding_paise is None else rounding_paise
    refund_id = refunds.add(
        session,
        booking_id=booking.id,
        payment_id=payment_id,
        tender=back_to,
        state=RefundState.PLANNED if TENDERS[back_to].back_by_slip else RefundState.DONE,
        amount_paise=amount_paise,
        rounding_paise=rounding,
        request_key=request_key,
        shift_id=shift_id,
        document_id=document_id,
    )
    if TENDERS[back_to].back_by_slip:
        return refund_id
    postings = [
        (ledger.get_account(session, AccountKind.REFUNDS_PAYABLE), amount_paise),
        (tender_account(session, back_to, booking, shift_id), -amount_paise - rounding),
    ]
    if rounding:
        postings.append((ledger.get_account(session, AccountKind.ROUNDING), rounding))
    ledger.post(session, "refund", postings, booking_id=booking.id)
    return refund_id


def plan_gateway_refund(
    session: Session,
    gateway_payment_id: GatewayPaymentId,
    *,
    amount_paise: int,
    request_key: RequestKey,
    booking_id: BookingId | None,
    payment_id: PaymentId | None = None,
    document_id: DocumentId | None = None,
) -> RefundId:
    """Write down a refund through the gateway, with the body that every try repeats to the byte."""
    refund_id = RefundId(new_key())
    body = {"amount": amount_paise, "speed": "normal", "receipt": refund_id, "notes": {"refund": refund_id}}
    return refunds.add(
        session,
        refund_id=refund_id,
        booking_id=booking_id,
        payment_id=payment_id,
        gateway_payment_id=gateway_payment_id,
        tender=Tender.RAZORPAY,
        state=RefundState.PLANNED,
        amount_paise=amount_paise,
        request_key=request_key,
        body=json.dumps(body),
        document_id=document_id,
    )
