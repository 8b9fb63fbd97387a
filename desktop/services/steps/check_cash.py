"""Whether the law lets this cash be taken or given back; asked inside the act, after its customer is locked.

Money that went back does not free its limit, and cash for whatever (a sale, a part, a deposit, a company's
bill) counts alike: an act that takes cash asks here and nowhere else.
"""

from datetime import datetime

from db import cash, house_rules, journal
from db.bookings import BookingRow
from db.cash import CashCounted
from db.database import Session
from db.ids import BookingId, CustomerId
from desktop.services.cash_errors import (
    CashDepositForbidden,
    CashForbidden,
    CashRepaymentForbidden,
    PanWanted,
)
from desktop.services.domain.cash_law import CashCounter, CashRoom, day_of_law, pan_answer
from desktop.services.errors import BadRequest


def cash_room(
    session: Session, customer_id: CustomerId, booking_id: BookingId | None, *, at: datetime | None = None
) -> CashRoom:
    """Return what of the law's limits is used up; `at`: on the day of that moment, else today."""
    return _room(_counted(session, customer_id, booking_id, at or session.now))


def check_cash(
    session: Session,
    customer_id: CustomerId,
    taken_paise: int,
    *,
    booking: BookingRow | None = None,
    at: datetime | None = None,
    pan: str = "",
) -> None:
    """Raise CashForbidden, or PanWanted until it is answered, for cash that is about to be taken.

    The customer is locked: `cash.lock_booking` or `customers.lock`, so that two desks don't pass together.
    `pan`: what was answered, see `pan_answer`; it is kept. `at`: when it was handed over, now without. Raises
    BadRequest for a PAN that is none.
    """
    if taken_paise <= 0:
        return
    answer = pan_answer(pan) if pan else None
    if pan and answer is None:
        raise BadRequest("pan", "malformed")
    room = cash_room(session, customer_id, booking.id if booking else None, at=at)
    if taken_paise > room.most_paise:
        raise CashForbidden(
            counter=room.fullest,
            limit_paise=room.stop_paise,
            counted_paise=room.counted_paise[room.fullest],
            most_paise=room.most_paise,
        )
    if booking is None or not room.asks_pan(taken_paise):
        return
    if answer is None:
        raise PanWanted(limit_paise=house_rules.read(session).cash_pan_paise)
    cash.keep_pan(session, booking, *answer)
    journal.record(session, "PAN_ASKED", {"answer": answer[0]}, booking_id=booking.id)


def check_deposit(session: Session, customer_id: CustomerId, paise: int) -> None:
    """Raise CashForbidden or CashDepositForbidden for cash that is about to go into a wallet."""
    check_cash(session, customer_id, paise)
    limit, unspent = house_rules.read(session).cash_deposit_paise, cash.unspent_paise(session, customer_id)
    most = max(limit - 1 - unspent, 0)
    if paise > most:
        raise CashDepositForbidden(limit_paise=limit, counted_paise=unspent, most_paise=most)


def check_repayment(session: Session, customer_id: CustomerId, paise: int) -> None:
    """Raise CashRepaymentForbidden for cash out of a wallet: the law looks at all that is unspent there."""
    limit = house_rules.read(session).cash_repay_paise
    if max(paise, cash.unspent_paise(session, customer_id)) >= limit:
        raise CashRepaymentForbidden(limit_paise=limit)


def _counted(
    session: Session, customer_id: CustomerId, booking_id: BookingId | None, at: datetime
) -> CashCounted:
    begins, ends = day_of_law(at)
    return cash.count(session, customer_id, booking_id, from_moment=begins, until_moment=ends)


def _room(found: CashCounted) -> CashRoom:
    counted = {
        CashCounter.DAY: found.day_paise,
        CashCounter.BOOKING: found.booking_paise,
        CashCounter.OCCASION: found.occasion_paise,
    }
    pan_at = max(found.rules.cash_pan_paise - found.booking_paise, 0)
    return CashRoom(
        counted_paise=counted,
        stop_paise=found.rules.cash_stop_paise,
        near_percent=found.rules.cash_near_percent,
        asks_pan_at_paise=pan_at if found.asks_pan else None,
    )
