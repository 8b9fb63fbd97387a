"""What a hold's end leaves to be written down. The stock itself was free at the deadline already."""

from db import bookings, cases, claims, journal, promos, refunds
from db.bookings import BookingRow
from db.database import Session
from db.states import CaseAnswer, CaseKind
from desktop.services.steps import reserved_wallet
from desktop.services.steps.give_up_unseen import give_up_unseen


def expire_hold(session: Session, booking: BookingRow) -> bool:
    """Held and past its deadline -> expired, with its remaining claims, its promo use and its money seen to.

    A wallet share stays reserved while a payment through the gateway is open: it may still be paid. Cash or
    a card slip taken before the deadline becomes an open case. False when somebody was faster.
    """
    if not bookings.expire(session, booking.id):
        return False
    released = claims.release(session, booking.id)
    promos.free(session, booking.id)
    voided = 0
    if give_up_unseen(session, booking) is None:
        voided = reserved_wallet.void(session, booking_id=booking.id, customer_id=booking.customer_id)
    # Less what went back already, when it was held again after staff had decided.
    taken = refunds.kept_paise(session, booking.id)
    if taken:
        open_part_payment(session, booking, taken)
    content = {
        "reference": booking.reference,
        "claims_released": released,
        "expires_at": booking.expires_at.isoformat(),
        "wallet_voided_paise": voided,
        "taken_paise": taken,
    }
    journal.record(session, "BOOKING_EXPIRED", content, booking_id=booking.id)
    return True


def open_part_payment(session: Session, booking: BookingRow, taken_paise: int) -> None:
    """Open the case of money that was taken for a hold that ended without being paid in full."""
    cases.open_new(
        session,
        kind=CaseKind.PART_PAYMENT,
        booking_id=booking.id,
        customer_id=booking.customer_id,
        amount_paise=taken_paise,
        proposal=CaseAnswer.CONFIRM,
    )
