"""Bookings. Every change of state is one compare-and-set whose row count is checked."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, Update, bindparam, cast, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.ids import (
    BookingId,
    BookingReference,
    CustomerId,
    DeskId,
    PromoId,
    QuoteId,
    RequestKey,
)
from db.prepared import Prepared
from db.record import Shape, values_of
from db.schema import booking, booking_line, desk, journal, payment, promo
from db.schema.columns import Whole
from db.states import BookingState, BuyerKind, Tender


@dataclass(frozen=True, slots=True)
class NewBooking:
    """What a held booking is placed with; the request key and the reference are nobody else's."""

    id: BookingId
    reference: BookingReference
    quote_id: QuoteId
    customer_id: CustomerId
    desk_id: DeskId
    clerk: str
    state: BookingState
    title: str
    line_count: int
    base_paise: int
    discount_paise: int
    fee_paise: int
    tax_paise: int
    total_paise: int
    promo_id: PromoId | None
    buyer_gstin: str
    buyer_kind: BuyerKind | None
    reserved_at: datetime
    expires_at: datetime
    request_key: RequestKey


@dataclass(frozen=True, slots=True)
class BookingRow(NewBooking):
    """A booking as it is stored: see the table for each column."""

    grace_seconds: int
    extensions: int
    confirmed_at: datetime | None
    cancelled_at: datetime | None
    completed_at: datetime | None
    sold_desk_id: DeskId | None
    cancel_reason: str | None
    deposit_paise: int | None
    balance_by: datetime | None
    sold_at: datetime | None


@dataclass(frozen=True, slots=True)
class ShownBookingRow(BookingRow):
    """A booking with the code of its desk, and of its promo or nothing."""

    desk_code: str
    promo_code: str


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A booking by its names."""

    id: BookingId
    reference: BookingReference


BOOKING = Shape(BookingRow, booking)
SHOWN = Shape(ShownBookingRow, booking, desk_code=desk.c.code, promo_code=func.coalesce(promo.c.code, ""))
NAMED = Shape(NamedRow, booking)

LOCK = BOOKING.select().where(booking.c.id == bindparam("id")).with_for_update(key_share=True)
NOW = bindparam("now", type_=booking.c.expires_at.type)
HELD_COLUMNS = (*(field.name for field in fields(NewBooking)), "home")
HELD = {name: bindparam(name, type_=booking.c[name].type) for name in HELD_COLUMNS}
PLACE = Prepared(
    lambda on_server: (
        (postgresql.insert if on_server else sqlite.insert)(booking).values(HELD).on_conflict_do_nothing()
    )
)


def place(session: Session, new: NewBooking) -> bool:
    """Insert a held booking; False when its request key or its reference exists already."""
    placed: int = PLACE.run(session, {**values_of(new), "home": session.home}).rowcount
    return placed == 1


def find_by_request(session: Session, request_key: RequestKey) -> BookingRow | None:
    """Return the booking that this act made before."""
    return BOOKING.first(session.execute(BOOKING.select().where(booking.c.request_key == request_key)))


def lock(session: Session, booking_id: BookingId) -> BookingRow | None:
    """Return a booking and keep others from changing it until the commit.

    Take it before the first use of `session.now`, so that the time is read after any waiting.
    """
    return BOOKING.first(session.execute(LOCK, {"id": booking_id}))


def lock_known(session: Session, booking_id: BookingId) -> BookingRow:
    """Return a booking that is there, as `lock`."""
    return BOOKING.one(session.execute(LOCK, {"id": booking_id}))


def find(session: Session, name: BookingId | BookingReference) -> ShownBookingRow | None:
    """Return a booking by its id or its reference, with desk and promo code."""
    return SHOWN.first(_shown(session, name))


def get(session: Session, booking_id: BookingId) -> ShownBookingRow:
    """Return a booking that is there, with desk and promo code."""
    return SHOWN.one(_shown(session, booking_id))


def _shown(session: Session, name: str) -> CursorResult[Any]:
    by = booking.c.reference if name.startswith("BK-") else booking.c.id
    statement = SHOWN.select().join(desk, desk.c.id == booking.c.desk_id)
    return session.execute(statement.outerjoin(promo, promo.c.id == booking.c.promo_id).where(by == name))


def expired_ids(session: Session, limit: int) -> list[BookingId]:
    """Return held bookings whose time is over, the longest over first."""
    statement = (
        select(booking.c.id)
        .where(booking.c.state == BookingState.HELD, booking.c.expires_at <= session.now)
        .order_by(booking.c.expires_at)
        .limit(limit)
    )
    return [BookingId(one) for one in session.execute(statement).scalars()]


def _move(old: BookingState, /, **changes: object) -> Update:
    """Return the statement that moves a booking out of the state `old`."""
    return (
        update(booking).where(booking.c.id == bindparam("booking"), booking.c.state == old).values(**changes)
    )


# Money that the gateway tells of counts for the desk that asked for it, whichever found it.
ASKED_AT = (
    select(payment.c.desk_id)
    .where(payment.c.booking_id == booking.c.id, payment.c.tender == Tender.RAZORPAY)
    .order_by(payment.c.created_at.desc(), payment.c.id.desc())
    .limit(1)
)
BY_DESK = bindparam("desk", type_=booking.c.sold_desk_id.type)
ASKED_OR_HERE = func.coalesce(ASKED_AT.scalar_subquery(), BY_DESK)
# By whether the money came through the gateway.
CONFIRM = {
    by_gateway: _move(
        BookingState.HELD,
        state=BookingState.CONFIRMED,
        confirmed_at=NOW,
        sold_desk_id=sold_desk,
        deposit_paise=bindparam("deposit"),
        balance_by=bindparam("balance_by", type_=booking.c.balance_by.type),
    ).where(booking.c.expires_at > NOW)
    for by_gateway, sold_desk in ((False, BY_DESK), (True, ASKED_OR_HERE))
}
EXPIRE = _move(BookingState.HELD, state=BookingState.EXPIRED, expired_at=booking.c.expires_at).where(
    booking.c.expires_at <= NOW
)
REVIVE = _move(
    BookingState.EXPIRED,
    state=BookingState.CONFIRMED,
    confirmed_at=NOW,
    expired_at=None,
    sold_desk_id=ASKED_OR_HERE,
)
# The record that tells that a hold was taken again, which it may be once.
HELD_AGAIN = "BOOKING_HELD_AGAIN"
WAS_HELD_AGAIN = (
    exists().where(journal.c.booking_id == booking.c.id, journal.c.tag == HELD_AGAIN).correlate(booking)
)
HOLD_AGAIN = _move(
    BookingState.EXPIRED,
    state=BookingState.HELD,
    reserved_at=NOW,
    expires_at=bindparam("until", type_=booking.c.expires_at.type),
    grace_seconds=0,
    extensions=0,
    expired_at=None,
).where(booking.c.expires_at > bindparam("ended_after", type_=booking.c.expires_at.type), ~WAS_HELD_AGAIN)
CANCEL = {
    state: _move(state, state=BookingState.CANCELLED, cancelled_at=NOW, cancel_reason=bindparam("reason"))
    for state in (BookingState.HELD, BookingState.CONFIRMED, BookingState.COMPLETED)
}
OF_LINES = booking_line.c.booking_id == bindparam("booking")
SUM_UP = (
    update(booking)
    .where(booking.c.id == bindparam("booking"), booking.c.state == BookingState.HELD)
    .values(
        line_count=select(func.count()).where(OF_LINES).scalar_subquery(),
        **{
            name: cast(select(func.sum(booking_line.c[name])).where(OF_LINES).scalar_subquery(), Whole)
            for name in ("base_paise", "discount_paise", "fee_paise", "tax_paise", "total_paise")
        },
    )
)
RETITLE = update(booking).where(booking.c.id == bindparam("booking")).values(title=bindparam("title"))
GRACE = _move(BookingState.HELD, grace_seconds=bindparam("seconds"), expires_at=bindparam("until")).where(
    booking.c.expires_at > NOW
)


def _by_desk(session: Session, booking_id: BookingId) -> dict[str, object]:
    return {"booking": booking_id, "now": session.now, "desk": session.actor.desk_id}


def confirm(
    session: Session, booking_id: BookingId, *, by_gateway: bool, deposit: tuple[int, datetime] | None = None
) -> bool:
    """Held and in time -> confirmed; False when it was neither.

    It is the sale of the desk that takes the money now, or `by_gateway` of the one that asked for it.
    `deposit`: the part against which it is, and when the rest is due; None: all is paid.
    """
    part, balance_by = deposit or (None, None)
    params = {**_by_desk(session, booking_id), "deposit": part, "balance_by": balance_by}
    return session.execute(CONFIRM[by_gateway], params).rowcount == 1


def expire(session: Session, booking_id: BookingId) -> bool:
    """Held and past its deadline -> expired; False when it was neither."""
    return session.execute(EXPIRE, {"booking": booking_id, "now": session.now}).rowcount == 1


def revive(session: Session, booking_id: BookingId) -> bool:
    """Expired -> confirmed, for money that came late while the units were still free."""
    return session.execute(REVIVE, _by_desk(session, booking_id)).rowcount == 1


def hold_again(session: Session, booking_id: BookingId, *, until: datetime, ended_after: datetime) -> bool:
    """Expired -> held until then, if it ended after `ended_after` and was never held again; else False."""
    params = {"booking": booking_id, "now": session.now, "until": until, "ended_after": ended_after}
    return session.execute(HOLD_AGAIN, params).rowcount == 1


def was_held_again(session: Session, booking_id: BookingId) -> bool:
    """Whether a booking was held again after its hold had ended."""
    found = select(booking.c.id).where(booking.c.id == booking_id, WAS_HELD_AGAIN)
    return session.execute(found).first() is not None


def cancel(session: Session, booking_id: BookingId, *, state: BookingState, reason: str) -> bool:
    """`state` (held, confirmed or completed) -> cancelled; False when it was in another state.

    Its lines end with `lines.end`, in the same transaction.
    """
    params = {"booking": booking_id, "now": session.now, "reason": reason}
    return session.execute(CANCEL[state], params).rowcount == 1


def retitle(session: Session, booking_id: BookingId, title: str) -> None:
    """Set what a booking is called in lists."""
    session.execute(RETITLE, {"booking": booking_id, "title": title})


def sum_up(session: Session, booking_id: BookingId) -> None:
    """Set a hold's amounts and the count of its lines anew, after lines were taken out of it."""
    session.execute(SUM_UP, {"booking": booking_id})


def give_grace(session: Session, booking_id: BookingId, *, seconds: int, until: datetime) -> bool:
    """Lengthen a live hold while gateway money is moving; False when it is not live."""
    params = {"booking": booking_id, "now": session.now, "seconds": seconds, "until": until}
    return session.execute(GRACE, params).rowcount == 1
