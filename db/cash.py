"""What the law counts of cash, read in one statement: over a person's day, a booking and an occasion."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Text,
    bindparam,
    cast,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.sql.selectable import ScalarSelect

from db.bookings import BOOKING, BookingRow
from db.database import Session
from db.house_rules import NAMES, HouseRules
from db.ids import BookingId, CustomerId
from db.schema import (
    account,
    booking,
    booking_line,
    company_receipt,
    customer,
    entry,
    payment,
    refund,
    setting,
    top_up,
)
from db.states import AccountKind, Kind, PanAnswer, PaymentState, RefundState, Tender

# Customer first: every act with cash locks in this order, so that two desks never wait for each other
# crosswise; both rows in one statement.
LOCK = (
    BOOKING.select()
    .select_from(customer.join(booking, booking.c.customer_id == customer.c.id))
    .where(booking.c.id == bindparam("id"))
    .with_for_update(key_share=True)
)
CUSTOMER = bindparam("customer", type_=Text())
BOOKING_ID = bindparam("booking", type_=Text())
FROM = bindparam("from_moment", type_=payment.c.settled_at.type)
UNTIL = bindparam("until_moment", type_=payment.c.settled_at.type)
IN_CASH = (payment.c.tender == Tender.CASH) & (payment.c.state == PaymentState.CAPTURED)
TAKEN = func.coalesce(func.sum(payment.c.amount_paise + payment.c.rounding_paise), 0)


@dataclass(frozen=True, slots=True)
class CashCounted:
    """Cash that was taken before, whatever went back since, and the house's rules about it.

    `asks_pan`: it is a hotel bill of somebody whose PAN was not asked yet.
    """

    rules: HouseRules
    day_paise: int
    booking_paise: int
    occasion_paise: int
    asks_pan: bool


def lock_booking(session: Session, booking_id: BookingId) -> BookingRow | None:
    """Return a booking; nobody else takes cash of its customer or changes it until the commit.

    Take it before the first use of `session.now`, so that the time is read after any waiting.
    """
    return BOOKING.first(session.execute(LOCK, {"id": booking_id}))


def _of_day() -> tuple[ScalarSelect[int], ...]:
    paid = (
        select(TAKEN)
        .join(booking, booking.c.id == payment.c.booking_id)
        .where(booking.c.customer_id == CUSTOMER, IN_CASH)
        .where(payment.c.settled_at >= FROM, payment.c.settled_at < UNTIL)
    )
    topped_up = (
        select(func.coalesce(func.sum(top_up.c.amount_paise), 0))
        .join(entry, entry.c.id == top_up.c.entry_id)
        .where(top_up.c.customer_id == CUSTOMER, entry.c.at >= FROM, entry.c.at < UNTIL)
    )
    bills = (
        select(func.coalesce(func.sum(company_receipt.c.amount_paise), 0))
        .join(entry, entry.c.id == company_receipt.c.entry_id)
        .where(company_receipt.c.customer_id == CUSTOMER, company_receipt.c.tender == Tender.CASH)
        .where(entry.c.at >= FROM, entry.c.at < UNTIL)
    )
    return paid.scalar_subquery(), topped_up.scalar_subquery(), bills.scalar_subquery()


def _of_occasion() -> ScalarSelect[int]:
    mine = select(booking.c.occasion).where(booking.c.id == BOOKING_ID, booking.c.occasion != "")
    found = select(TAKEN).join(booking, booking.c.id == payment.c.booking_id)
    # Written out, so that the index over bookings with an occasion is used.
    of_it = (booking.c.occasion == mine.scalar_subquery()) & (booking.c.occasion != "")
    return found.where(of_it, IN_CASH).scalar_subquery()


def _asks_pan() -> ColumnElement[int]:
    rooms = select(func.count()).where(
        booking_line.c.booking_id == BOOKING_ID, booking_line.c.kind == Kind.ROOM
    )
    told = (
        select(func.count())
        .select_from(booking.join(customer, customer.c.id == booking.c.customer_id))
        .where(booking.c.id == BOOKING_ID, or_(booking.c.pan_answer.is_not(None), customer.c.pan != ""))
    )
    return func.coalesce(rooms.scalar_subquery(), 0) * (1 - told.scalar_subquery())


def _rows() -> CompoundSelect[Any]:
    paid, topped_up, bills = _of_day()
    of_booking = select(TAKEN).where(payment.c.booking_id == BOOKING_ID, IN_CASH).scalar_subquery()
    sums = {
        "day": paid + topped_up + bills,
        "booking": of_booking,
        "occasion": _of_occasion(),
        "asks_pan": _asks_pan(),
    }
    rules = select(setting.c.name, setting.c.value).where(setting.c.name.in_(NAMES))
    counted = [select(literal(name), cast(paise, Text)) for name, paise in sums.items()]
    return rules.union_all(*counted)


COUNT = _rows()


def count(
    session: Session,
    customer_id: CustomerId,
    booking_id: BookingId | None,
    *,
    from_moment: datetime,
    until_moment: datetime,
) -> CashCounted:
    """Return what a person paid in cash between two moments, for a booking, and for its occasion."""
    wanted = {
        "customer": customer_id,
        "booking": booking_id or "",
        "from_moment": from_moment,
        "until_moment": until_moment,
    }
    found = {str(row.name): int(row.value) for row in session.execute(COUNT, wanted)}
    rules = HouseRules(**{NAMES[name]: value for name, value in found.items() if name in NAMES})
    return CashCounted(rules, found["day"], found["booking"], found["occasion"], bool(found["asks_pan"]))


def unspent_paise(session: Session, customer_id: CustomerId) -> int:
    """Return how much of a wallet is cash that was put in and not spent: cash is spent before other money.

    What came back from a booking that the wallet had paid is unspent again.
    """
    put_in = select(func.coalesce(func.sum(top_up.c.amount_paise), 0)).where(
        top_up.c.customer_id == customer_id, top_up.c.reversed_at.is_(None)
    )
    spent = (
        select(func.coalesce(func.sum(payment.c.amount_paise), 0))
        .join(booking, booking.c.id == payment.c.booking_id)
        .where(booking.c.customer_id == customer_id, payment.c.tender == Tender.WALLET)
        .where(payment.c.state == PaymentState.CAPTURED)
    )
    returned = (
        select(func.coalesce(func.sum(refund.c.amount_paise), 0))
        .join(payment, payment.c.id == refund.c.payment_id)
        .join(booking, booking.c.id == payment.c.booking_id)
        .where(booking.c.customer_id == customer_id, payment.c.tender == Tender.WALLET)
        .where(refund.c.tender == Tender.WALLET, refund.c.state == RefundState.DONE)
    )
    balance = select(func.coalesce(func.sum(account.c.balance_paise), 0)).where(
        account.c.kind == AccountKind.WALLET, account.c.owner_id == customer_id
    )
    parts = (put_in, spent, returned, balance)
    found = session.execute(select(*(part.scalar_subquery() for part in parts))).one()
    cash, gone, back, left = (int(paise) for paise in found)
    return max(min(cash - gone + back, left), 0)


def occasion_of(session: Session, booking_id: BookingId) -> str:
    """Return the occasion that a booking belongs to, '' without one."""
    statement = select(booking.c.occasion).where(booking.c.id == booking_id)
    return session.execute(statement).scalar() or ""


def name_occasion(session: Session, booking_id: BookingId, occasion: str) -> bool:
    """Put a booking to an occasion; False when it belongs to that one already."""
    statement = update(booking).where(booking.c.id == booking_id, booking.c.occasion != occasion)
    return session.execute(statement.values(occasion=occasion)).rowcount == 1


def keep_pan(session: Session, row: BookingRow, answer: PanAnswer, pan: str) -> None:
    """Keep what the payer answered, and the PAN with the customer where it was given."""
    session.execute(update(booking).where(booking.c.id == row.id).values(pan_answer=answer))
    if pan:
        session.execute(update(customer).where(customer.c.id == row.customer_id).values(pan=pan))
