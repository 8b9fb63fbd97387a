"""The refund plan of a booking as it is now, from its frozen lines and its payments."""

from db import bookings, payments, refunds, rules
from db.bookings import BookingRow
from db.database import Session
from db.states import BookingState, PaymentState
from desktop.services.domain.cancellation import PaidLine, PaidTender, RefundPlan, plan_refund
from desktop.services.records.quote_record import tiers_from_text


def read_refund_plan(session: Session, booking: BookingRow) -> RefundPlan:
    """Return what would come back now.

    A held booking gives back everything that was taken for it; so does one of which the house has cancelled a
    departure, whatever its policy says. A part that went back when the hold ended, before late money paid the
    whole, is no part of it.
    """
    rows = bookings.lines(session, booking.id)
    is_ours = any(slot.cancelled for slot in rules.slots_by_id(session, [row.slot_id for row in rows]))
    lines = [
        PaidLine(row.total_paise, row.tax_paise, row.starts_at, tiers_from_text(row.policy)) for row in rows
    ]
    paid = [
        PaidTender(row.id, row.tender, row.amount_paise, refunds.refunded_paise(session, row.id))
        for row in payments.of_booking(session, booking.id)
        if row.state is PaymentState.CAPTURED
    ]
    paid = [tender for tender in paid if tender.refunded_paise < tender.amount_paise]
    return plan_refund(lines, paid, session.now, all_back=is_ours or booking.state is BookingState.HELD)
