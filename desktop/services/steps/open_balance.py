"""What a booking still has to be paid, and what is asked for now: all of it, or the part that confirms it."""

from dataclasses import fields
from datetime import datetime

from db import deposits, refunds
from db.bookings import BookingRow
from db.database import Session
from db.ids import BookingId
from db.states import BookingState
from desktop.services.domain.deposits import DepositLine, DepositRule, DepositTerms, terms_of
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest
from desktop.services.steps.check_permission import check_permission

Deposit = tuple[int, datetime]


def owes_balance(booking: BookingRow) -> bool:
    """Whether it was confirmed against a part, and the rest is not paid."""
    is_open = booking.balance_by is not None and booking.sold_at is None
    return is_open and booking.state is BookingState.CONFIRMED


def agreed_deposit(booking: BookingRow) -> Deposit | None:
    """Return the part against which it is confirmed, with the moment at which the rest is due, if any."""
    if booking.deposit_paise is None or booking.balance_by is None:
        return None
    return booking.deposit_paise, booking.balance_by


def confirming_paise(booking: BookingRow) -> int:
    """Return what has to be paid in all before a hold is confirmed: the agreed part, else the total."""
    return booking.total_paise if booking.deposit_paise is None else booking.deposit_paise


def left_to_pay(session: Session, booking: BookingRow) -> int:
    """Return what is missing of all that the booking costs now; the fees of lines that ended were kept."""
    kept = refunds.kept_paise(session, booking.id)
    if not owes_balance(booking):
        return booking.total_paise - kept
    return deposits.sums_of_lines(session, booking.id).owed_paise - kept


def asked_now(session: Session, booking: BookingRow) -> int:
    """Return what its payment through the gateway has to bring: a hold's agreed part, or all that is left."""
    if booking.deposit_paise is None or owes_balance(booking):
        return left_to_pay(session, booking)
    return max(confirming_paise(booking) - refunds.kept_paise(session, booking.id), 0)


def read_terms(session: Session, booking_id: BookingId) -> DepositTerms:
    """Return what confirms a booking by the rules as they are now."""
    names = [one.name for one in fields(DepositLine)]
    lines = [
        DepositLine(**{name: getattr(row, name) for name in names})
        for row in deposits.lines_of(session, booking_id)
    ]
    return terms_of(lines, read_rules(session))


def read_rules(session: Session) -> list[DepositRule]:
    """Return the rules of the house, also those that are off."""
    return [
        DepositRule(row.covers, row.percent_bp, row.least_paise, row.due, row.due_value, row.is_active)
        for row in deposits.rules(session)
    ]


def check_deposit(session: Session, booking: BookingRow, deposit_paise: int) -> Deposit:
    """Return a part that may confirm a hold, with the moment at which the rest is due.

    Raises BadRequest for what is no part, or comes too late for one, and NotPermitted for less than the
    rules of the house ask.
    """
    if deposit_paise < 0 or deposit_paise >= booking.total_paise:
        raise BadRequest("deposit", "no_part", most_paise=booking.total_paise)
    terms = read_terms(session, booking.id)
    if not terms.is_possible(session.now):
        raise BadRequest("deposit", "too_late")
    if deposit_paise < terms.least_paise:
        subject = f"{booking.id} deposit={deposit_paise} total={booking.total_paise}"
        missing = terms.least_paise - deposit_paise
        percent = missing * 100 // booking.total_paise
        check_permission(session, ManagerAct.CONFIRM_ON_LESS, subject, amount_paise=missing, percent=percent)
    return deposit_paise, terms.balance_by
