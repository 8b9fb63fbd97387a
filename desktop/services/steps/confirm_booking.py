"""A booking that is paid in full becomes confirmed, in the transaction that took the last paisa."""

from db import bookings, claims, deposits, journal, ledger, refunds
from db.bookings import BookingRow
from db.database import Session
from db.ids import DocumentId
from db.states import AccountKind, BookingState
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.which_paper import Event
from desktop.services.errors import HoldExpired, WrongState
from desktop.services.steps.make_sale_papers import make_sale_papers
from desktop.services.steps.open_balance import Deposit, agreed_deposit, owes_balance


def keep_units(
    session: Session, booking: BookingRow, *, by_gateway: bool = False, deposit: Deposit | None = None
) -> None:
    """Held and in time -> confirmed, its claims for good; `by_gateway` at the desk that asked for the money.

    Raises HoldExpired when the deadline has passed or a claim is no longer the booking's.
    Before any wallet is touched: stock before money is the order in which every transaction locks. `deposit`:
    the part against which it is confirmed.
    """
    confirmed = bookings.confirm(session, booking.id, by_gateway=by_gateway, deposit=deposit)
    if not confirmed or claims.confirm(session, booking.id) != booking.line_count:
        raise HoldExpired(booking.reference, booking.expires_at)


def confirm_on_deposit(session: Session, booking: BookingRow, desk: DeskSettings, deposit: Deposit) -> None:
    """Tell of a booking that a part has confirmed, on paper too; the money stays an advance."""
    make_sale_papers(session, booking.id, Event.PART_PAID, desk)
    paid = refunds.kept_paise(session, booking.id)
    content = {
        "reference": booking.reference,
        "old_status": booking.state,
        "new_status": BookingState.CONFIRMED,
        "total_paise": booking.total_paise,
        "deposit_paise": deposit[0],
        "paid_paise": paid,
        "balance_paise": booking.total_paise - paid,
        "balance_by": deposit[1].isoformat(),
        "confirmed_at": session.now.isoformat(),
    }
    journal.record(session, "BOOKING_CONFIRMED", content, booking_id=booking.id)


def finish_sale(
    session: Session, booking: BookingRow, desk: DeskSettings, *, old_status: BookingState
) -> DocumentId:
    """Post the sale of a booking whose state and claims are settled; return the id of the slip."""
    paid = refunds.kept_paise(session, booking.id)
    if paid != booking.total_paise:
        raise AssertionError(f"{booking.reference}: paid {paid}, total {booking.total_paise}")
    document_id = _post_sale(session, booking, desk, booking.total_paise, booking.tax_paise)
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


def finish_balance(session: Session, booking: BookingRow, desk: DeskSettings) -> DocumentId:
    """Post the sale of a booking whose balance is complete: what of it lives; return the id of the slip.

    Raises WrongState when its balance was not open: roll back then.
    """
    sums, paid = deposits.sums_of_lines(session, booking.id), refunds.kept_paise(session, booking.id)
    if paid != sums.owed_paise:
        raise AssertionError(f"{booking.reference}: paid {paid}, owed {sums.owed_paise}")
    if not deposits.sell(session, booking.id):
        raise WrongState(booking.reference, booking.state)
    document_id = _post_sale(session, booking, desk, sums.live_paise, sums.live_tax_paise)
    content = {
        "reference": booking.reference,
        "total_paise": booking.total_paise,
        "paid_paise": paid,
        "sold_paise": sums.live_paise,
    }
    journal.record(session, "BALANCE_PAID", content, booking_id=booking.id)
    return document_id


def settle_paid(
    session: Session, booking: BookingRow, desk: DeskSettings, *, old_status: BookingState
) -> None:
    """Do what the money that was just posted makes due: the sale, or the paper of a part.

    `booking` is the row of before; its units are kept by now.
    """
    deposit = agreed_deposit(booking)
    if deposit is None:
        finish_sale(session, booking, desk, old_status=old_status)
    elif deposits.sums_of_lines(session, booking.id).owed_paise == refunds.kept_paise(session, booking.id):
        finish_balance(session, booking, desk)
    elif owes_balance(booking):
        make_sale_papers(session, booking.id, Event.PART_PAID, desk)
    else:
        confirm_on_deposit(session, booking, desk, deposit)


def _post_sale(
    session: Session, booking: BookingRow, desk: DeskSettings, total_paise: int, tax_paise: int
) -> DocumentId:
    advances, sales, taxes = ledger.get_accounts(
        session, AccountKind.ADVANCE_RECEIVED, AccountKind.SALES, AccountKind.TAX_PAYABLE
    )
    postings = ((advances, total_paise), (sales, -(total_paise - tax_paise)), (taxes, -tax_paise))
    ledger.post(session, "sale", postings, booking_id=booking.id)
    return make_sale_papers(session, booking.id, Event.PAID, desk)
