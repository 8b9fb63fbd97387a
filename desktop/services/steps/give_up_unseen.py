"""A payment whose instrument nobody has seen can't be paid: it ends at once, whatever the gateway says."""

from collections.abc import Sequence

from db import journal, payments
from db.bookings import BookingRow
from db.database import Session
from db.states import PaymentState
from desktop.services.steps import reserved_wallet
from desktop.services.steps.grace import end_grace

UNSEEN = (PaymentState.CREATING, PaymentState.UNRESOLVED)
# The making has no answer and no call of any desk waits for one.
UNANSWERED = (PaymentState.UNRESOLVED,)


def give_up_unseen(
    session: Session, booking: BookingRow, *, among: Sequence[PaymentState] = UNSEEN
) -> payments.PaymentRow | None:
    """End a locked booking's open payment if its instrument was shown to nobody; return what is still open.

    The wallet has its share back. Should the gateway have made the instrument all the same, it is looked for
    later (RecheckPayments, SweepGateway), and money for it climbs the ladder of late money.
    """
    payment = payments.open_of_booking(session, booking.id)
    if payment is None or not payments.give_up(session, payment.id, among=among):
        return payment
    voided = reserved_wallet.void(session, booking_id=booking.id, customer_id=booking.customer_id)
    end_grace(session, booking)
    content = {
        "amount_paise": payment.amount_paise,
        "wallet_voided_paise": voided,
        "answer": payments.GIVEN_UP,
    }
    journal.record(session, "PAYMENT_VOID", content, booking_id=booking.id)
    return None
