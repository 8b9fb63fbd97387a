"""What taking money answers, read back from the rows it wrote."""

from db import bookings, documents, ledger, payments
from db.database import Session
from db.ids import BookingId
from db.states import AccountKind, PaymentState, Tender
from desktop.services.domain.booking import PaymentResult, TakePaymentRequest
from desktop.services.errors import NotFound
from desktop.services.records.booking_record import shown_state


def payment_result(
    session: Session, booking_id: BookingId, request: TakePaymentRequest | None = None
) -> PaymentResult:
    """Return where the booking stands. Raises NotFound."""
    booking = bookings.find(session, booking_id)
    if booking is None:
        raise NotFound("booking", booking_id)
    rows = payments.of_booking(session, booking_id)
    captured = [row for row in rows if row.state is PaymentState.CAPTURED]
    mine = [row for row in captured if request and row.request_key == f"{request.request_key}:cash"]
    document = documents.newest_of_booking(session, booking_id)
    return PaymentResult(
        booking_id=booking_id,
        reference=booking.reference,
        state=shown_state(booking, session),
        due_paise=max(booking.total_paise - sum(row.amount_paise for row in captured), 0),
        change_paise=sum((row.received_paise or row.amount_paise) - row.amount_paise for row in mine),
        wallet_used_paise=sum(row.amount_paise for row in captured if row.tender is Tender.WALLET),
        wallet_balance_paise=ledger.balance_paise(session, AccountKind.WALLET, booking.customer_id),
        document_id=document.id if document else None,
    )
