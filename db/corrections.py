"""Customers put right: a booking goes to another one, two rows become one, a number changes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from db.cases import OF_SETTLED
from db.database import Session
from db.ids import BookingId, CustomerId
from db.keys import new_key
from db.record import Shape
from db.schema import booking, customer, customer_change, metadata, open_case, promo_use
from db.states import BookingState, CaseState


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A booking that went to another customer at a moment."""

    id: str
    booking_id: BookingId
    changed_at: datetime
    from_customer_id: CustomerId
    to_customer_id: CustomerId


CHANGE = Shape(ChangeRow, customer_change)


def hand_over(
    session: Session,
    booking_id: BookingId,
    *,
    state: BookingState,
    old: CustomerId,
    new: CustomerId,
    reason: str,
) -> bool:
    """Give a booking and its use of a promo to another customer; False when it is not as it was seen."""
    seen = (booking.c.id == booking_id, booking.c.state == state, booking.c.customer_id == old)
    if session.execute(update(booking).where(*seen).values(customer_id=new)).rowcount != 1:
        return False
    session.execute(update(promo_use).where(promo_use.c.booking_id == booking_id).values(customer_id=new))
    _note(session, [booking_id], old, new, reason)
    return True


def name_gstin(session: Session, booking_id: BookingId, gstin: str) -> None:
    """Let a booking bear the GSTIN that its papers bear from now on."""
    session.execute(update(booking).where(booking.c.id == booking_id).values(buyer_gstin=gstin))


def _note(
    session: Session,
    booking_ids: list[BookingId],
    old: CustomerId,
    new: CustomerId,
    reason: str,
) -> None:
    rows = [
        {
            "id": new_key(),
            "booking_id": one,
            "changed_at": session.now,
            "from_customer_id": old,
            "to_customer_id": new,
            "reason": reason,
            "clerk": session.actor.person,
            "home": session.home,
        }
        for one in booking_ids
    ]
    if rows:
        session.execute(insert(customer_change), rows)


def changes_of(session: Session, booking_id: BookingId) -> list[ChangeRow]:
    """Return how a booking went from one customer to another, the oldest first."""
    statement = CHANGE.select().where(customer_change.c.booking_id == booking_id)
    return CHANGE.list(
        session.execute(statement.order_by(customer_change.c.changed_at, customer_change.c.id))
    )


def has_open_case(session: Session, booking_id: BookingId) -> bool:
    """Whether staff have still to decide about money of a booking."""
    is_of_booking = (open_case.c.booking_id == booking_id) & open_case.c.kind.not_in(OF_SETTLED)
    open_ones = is_of_booking & (open_case.c.state == CaseState.OPEN)
    return session.execute(select(open_case.c.id).where(open_ones).limit(1)).first() is not None


def count_bookings(session: Session, customer_id: CustomerId) -> int:
    """Return how many bookings a customer has, whatever became of them."""
    found = select(func.count()).select_from(booking).where(booking.c.customer_id == customer_id)
    return int(session.execute(found).scalar_one())


def lock_bookings(session: Session, customer_id: CustomerId) -> None:
    """Keep others from changing a customer's bookings, and wait for those who do, in one order."""
    theirs = select(booking.c.id).where(booking.c.customer_id == customer_id).order_by(booking.c.id)
    session.execute(theirs.with_for_update(key_share=True)).all()


def lock_alone(session: Session, *customer_ids: CustomerId) -> None:
    """Keep others from doing anything for these customers, a new booking too, until the commit."""
    rows = select(customer.c.id).where(customer.c.id.in_(customer_ids)).order_by(customer.c.id)
    session.execute(rows.with_for_update()).all()


def merge(session: Session, gone: CustomerId, kept: CustomerId, reason: str) -> int:
    """Let everything that names `gone` name `kept`, and `gone` point there; return how many bookings went.

    Wallets and what is owed are the ledger's. What was printed keeps the customer of its moment.
    """
    theirs = select(booking.c.id).where(booking.c.customer_id == gone).order_by(booking.c.id)
    moved = [BookingId(one) for one in session.execute(theirs).scalars()]
    for column in _columns_that_name_a_customer():
        session.execute(update(column.table).where(column == gone).values({column.name: kept}))
    _note(session, moved, gone, kept, reason)
    # Whoever was merged into it before points straight to who is kept now.
    points_here = or_(customer.c.id == gone, customer.c.merged_into == gone)
    session.execute(update(customer).where(points_here).values(merged_into=kept))
    return len(moved)


def _columns_that_name_a_customer() -> list[Column[str]]:
    """Return every column that refers to a customer, save those of this table and of the history."""
    return [
        key.parent
        for table in metadata.sorted_tables
        if table not in (customer, customer_change)
        for key in table.foreign_keys
        if key.column is customer.c.id
    ]


def is_merged(session: Session, gone: CustomerId) -> CustomerId | None:
    """Return with whom a row was made one, None where it stands for itself or is not there."""
    found = select(customer.c.merged_into).where(customer.c.id == gone)
    merged: CustomerId | None = session.execute(found).scalar()
    return merged


def change_number(session: Session, customer_id: CustomerId, *, old: str | None, mobile: str) -> bool:
    """Give a customer another E.164 mobile number; False when it is not as it was seen, or another's.

    A row that was merged into this customer gives the number up, if it has it.
    """
    theirs = (customer.c.merged_into == customer_id) & (customer.c.mobile == mobile)
    session.execute(update(customer).where(theirs).values(mobile=None))
    statement = update(customer).where(customer.c.id == customer_id, customer.c.mobile == old)
    try:
        # Another desk may give it to somebody else at once: then the database refuses the second.
        with session.connection.begin_nested():
            return session.execute(statement.values(mobile=mobile)).rowcount == 1
    except IntegrityError:
        return False
