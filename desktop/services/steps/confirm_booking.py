"""A booking that is paid in full becomes confirmed, in the transaction that took the last paisa."""

from db import bookings, claims, journal, ledger, refunds
from db.bookings import BookingRow
from db.database import Session
from db.ids import DocumentId
from db.states import AccountKind, BookingState, DocumentKind
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.errors import HoldExpired
from desktop.services.steps.make_document import make_document


def keep_units(session: Session, booking: BookingRow, *, by_gateway: bool = False) -> None:
    """Held and in time -> confirmed, its claims for good; `by_gateway` at the desk that asked for the money.

    Raises HoldExpired when the deadline has passed or a claim is no longer the booking's.
    Before any wallet is touched: stock before money is the order in which every transaction locks.
    """
    confirmed = bookings.confirm(session, booking.id, by_gateway=by_gateway)
    if not confirmed or claims.confirm(session, booking.id) != booking.line_count:
        raise HoldExpired(booking.reference, booking.expires_at)


def finish_sale(
    session: Session, booking: BookingRow, desk: DeskSettings, *, old_status: BookingState
) -> DocumentId:
    """Post the sale of a booking whose state and claims are settled; return the receipt's id."""
    paid = refunds.kept_paise(session, booking.id)
    if paid != booking.total_paise:
        raise AssertionError(f"{booking.reference}: paid {paid}, total {booking.total_paise}")
    postings = (
        (ledger.get_account(session, AccountKind.ADVANCE_RECEIVED), booking.total_paise),
        (ledger.get_account(session, AccountKind.SALES), -(booking.total_paise - booking.tax_paise)),
        (ledger.get_account(session, AccountKind.TAX_PAYABLE), -booking.tax_paise),
    )
    ledger.post(session, "sale", postings, booking_id=booking.id)
    document_id = make_document(session, DocumentKind.RECEIPT, booking.id, desk)
    content = {
        "reference": booking.reference,
        "old_status": old_status,
        "new_status": BookingState.CONFIRMED,
        "total_paise": booking.total_paise,
        "paid_paise": paid,
        "confirmed_at": session.now.isoformat(),
    }
    journal.record(session, "BOOKING_CONFIRMED", content, booking_id=booking.id)
    return document_id
