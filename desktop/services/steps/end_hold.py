"""A live hold for which nothing has been paid ends by hand: state, lines, claims, promo and journal."""

from db import bookings, claims, journal, lines, payments, promos
from db.bookings import BookingRow
from db.database import Session
from db.lines import LineEnd
from db.states import BookingState, RefundRule
from desktop.services.errors import PaymentUnderWay, WrongState
from desktop.services.records.booking_record import shown_state
from desktop.services.steps.give_up_unseen import give_up_unseen


def end_hold(session: Session, booking: BookingRow, reason: str) -> int:
    """Held -> cancelled for a locked booking; return how many claims were released.

    With money taken it is a cancellation, which shows its refund plan first. Raises PaymentUnderWay,
    WrongState.
    """
    if give_up_unseen(session, booking):
        raise PaymentUnderWay(reference=booking.reference)
    if payments.captured_paise(session, booking.id):
        raise WrongState(booking.reference, "part_paid")
    if shown_state(booking, session) is not BookingState.HELD:
        raise WrongState(booking.reference, shown_state(booking, session))
    if not bookings.cancel(session, booking.id, state=BookingState.HELD, reason=reason):
        raise WrongState(booking.reference, booking.state)
    ends = [LineEnd(row.number, RefundRule.HOLD, 0, 0) for row in lines.of_booking(session, booking.id)]
    lines.end(session, booking.id, ends, reason=reason, voucher_id=None)
    released = claims.release(session, booking.id)
    promos.free(session, booking.id)
    content = {
        "reference": booking.reference,
        "old_status": BookingState.HELD,
        "new_status": BookingState.CANCELLED,
        "refund_paise": 0,
        "refund_mode": "none",
        "claims_released": released,
    }
    journal.record(session, "BOOKING_CANCELLED", content, booking_id=booking.id)
    return released
