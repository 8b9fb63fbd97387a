"""What was taken for a hold that ended, and to where each part of it goes back."""

from collections.abc import Iterator

from db import payments, refunds
from db.database import Session
from db.ids import BookingId
from db.payments import PaymentRow
from db.states import PaymentState, Tender
from desktop.services.domain.tenders import TENDERS


def parts_to_return(session: Session, booking_id: BookingId) -> Iterator[tuple[PaymentRow, int, Tender]]:
    """Yield each captured payment of which something is left, with what is left and its own way back."""
    for payment in payments.of_booking(session, booking_id):
        left = payment.amount_paise - refunds.refunded_paise(session, payment.id)
        if payment.state is PaymentState.CAPTURED and left > 0:
            yield payment, left, TENDERS[payment.tender].ways_back[0]
