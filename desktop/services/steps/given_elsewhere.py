"""Money that somebody gave back on the gateway's own pages leaves the books as it has left the account."""

from db import ledger, refunds
from db.database import Session
from db.ids import BookingId, DocumentId, GatewayPaymentId, GatewayRefundId, PaymentId, RequestKey
from db.keys import new_key
from db.states import AccountKind, RefundState, Tender


def note_given_elsewhere(
    session: Session,
    *,
    gateway_payment_id: GatewayPaymentId,
    amount_paise: int,
    out_of: AccountKind,
    booking_id: BookingId | None = None,
    payment_id: PaymentId | None = None,
    document_id: DocumentId | None = None,
    gateway_refund_id: GatewayRefundId | None = None,
) -> None:
    """Write down a refund that is done and that the desk did not send, so that it has no body.

    `out_of` is the account in which the money stood: unresolved_money, or refunds_payable when it was owed.
    `gateway_refund_id` is None where only the sum is known; `document_id` is the voucher that promised it.
    """
    refunds.add(
        session,
        booking_id=booking_id,
        payment_id=payment_id,
        gateway_payment_id=gateway_payment_id,
        tender=Tender.RAZORPAY,
        state=RefundState.DONE,
        amount_paise=amount_paise,
        request_key=RequestKey(f"elsewhere:{new_key()}"),
        gateway_refund_id=gateway_refund_id,
        document_id=document_id,
        tag="REFUND_MADE_ELSEWHERE",
    )
    postings = (
        (ledger.get_account(session, out_of), amount_paise),
        (ledger.get_account(session, AccountKind.GATEWAY), -amount_paise),
    )
    ledger.post(session, "refund_elsewhere", postings, booking_id=booking_id)
