"""Bookings and their lines. Every change of state is one compare-and-set whose row count is checked."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Update, bindparam, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.prepared import Prepared
from db.schema import booking, booking_line, customer, desk, payment, promo, slot

LOCK = select(booking).where(booking.c.id == bindparam("id")).with_for_update(key_share=True)
SHOWN = select(
    booking, desk.c.code.label("desk_code"), func.coalesce(promo.c.code, "").label("promo_code")
).select_from(
    booking.join(desk, desk.c.id == booking.c.desk_id).outerjoin(promo, promo.c.id == booking.c.promo_id)
)
NOW = bindparam("now", type_=booking.c.expires_at.type)
HELD_COLUMNS = (
    "id",
    "reference",
    "quote_id",
    "customer_id",
    "desk_id",
    "clerk",
    "state",
    "title",
    "line_count",
    "base_paise",
    "discount_paise",
    "fee_paise",
    "tax_paise",
    "total_paise",
    "promo_id",
    "reserved_at",
    "expires_at",
    "request_key",
    "home",
)
HELD = {name: bindparam(name, type_=booking.c[name].type) for name in HELD_COLUMNS}
PLACE = Prepared(
    lambda on_server: (
        (postgresql.insert if on_server else sqlite.insert)(booking).values(HELD).on_conflict_do_nothing()
    )
)
ADD_LINES = Prepared(
    lambda _: insert(booking_line).values({column.name: bindparam(column.name) for column in booking_line.c})
)


def place(session: Session, row: Mapping[str, Any]) -> bool:
    """Insert a held booking; False when its request key or its reference exists already."""
    placed: int = PLACE.run(session, {**row, "home": session.home}).rowcount
    return placed == 1


def add_lines(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the frozen lines of a booking."""
    ADD_LINES.run_many(session, [{**row, "home": session.home} for row in rows])


def find_by_request(session: Session, request_key: str) -> Row[Any] | None:
    """Return the booking that this act made before."""
    return session.execute(select(booking).where(booking.c.request_key == request_key)).one_or_none()


def lock(session: Session, booking_id: str) -> Row[Any] | None:
    """Return a booking and keep others from changing it until the commit.

    Take it before the first use of `session.now`, so that the time is read after any waiting.
    """
    return session.execute(LOCK, {"id": booking_id}).one_or_none()


def find(session: Session, text: str) -> Row[Any] | None:
    """Return a booking by its id or its reference, with desk and promo code."""
    by = booking.c.reference if text.startswith("BK-") else booking.c.id
    return session.execute(SHOWN.where(by == text)).one_or_none()


def lines(session: Session, booking_id: str) -> Sequence[Row[Any]]:
    """Return a booking's lines in their order."""
    statement = select(booking_line).where(booking_line.c.booking_id == booking_id)
    return session.execute(statement.order_by(booking_line.c.number)).all()


def live_holds(session: Session) -> Sequence[Row[Any]]:
    """Return the holds whose time is not over, the next to end first."""
    open_payment = (
        select(payment.c.id)
        .where(payment.c.booking_id == booking.c.id, payment.c.settled_at.is_(None))
        .correlate(booking)
        .exists()
    )
    paid = (
        select(func.coalesce(func.sum(payment.c.amount_paise), 0))
        .where(payment.c.booking_id == booking.c.id, payment.c.state == "captured")
        .scalar_subquery()
    )
    first_kind = (
        select(booking_line.c.kind)
        .where(booking_line.c.booking_id == booking.c.id, booking_line.c.number == 1)
        .scalar_subquery()
    )
    statement = (
        select(
            booking,
            desk.c.code.label("desk_code"),
            customer.c.mobile,
            first_kind.label("kind"),
            open_payment.label("paying"),
            paid.label("paid_paise"),
        )
        .join(desk, desk.c.id == booking.c.desk_id)
        .join(customer, customer.c.id == booking.c.customer_id)
        .where(booking.c.state == "held", booking.c.expires_at > session.now)
        .order_by(booking.c.expires_at)
    )
    return session.execute(statement).all()


def expired_ids(session: Session, limit: int) -> list[str]:
    """Return held bookings whose time is over, the longest over first."""
    statement = (
        select(booking.c.id)
        .where(booking.c.state == "held", booking.c.expires_at <= session.now)
        .order_by(booking.c.expires_at)
        .limit(limit)
    )
    return list(session.execute(statement).scalars())


def _move(old: str, /, **changes: object) -> Update:
    """Return the statement that moves a booking out of the state `old`."""
    return (
        update(booking).where(booking.c.id == bindparam("booking"), booking.c.state == old).values(**changes)
    )


CONFIRM = _move("held", state="confirmed", confirmed_at=NOW).where(booking.c.expires_at > NOW)
EXPIRE = _move("held", state="expired", expired_at=booking.c.expires_at).where(booking.c.expires_at <= NOW)
REVIVE = _move("expired", state="confirmed", confirmed_at=NOW, expired_at=None)
COMPLETE = _move("confirmed", state="completed", completed_at=NOW)
CANCEL = {
    state: _move(state, state="cancelled", cancelled_at=NOW, cancel_reason=bindparam("reason"))
    for state in ("held", "confirmed")
}
GRACE = _move("held", grace_seconds=bindparam("seconds"), expires_at=bindparam("until")).where(
    booking.c.expires_at > NOW
)


def confirm(session: Session, booking_id: str) -> bool:
    """Held and in time -> confirmed; False when it was neither."""
    return session.execute(CONFIRM, {"booking": booking_id, "now": session.now}).rowcount == 1


def expire(session: Session, booking_id: str) -> bool:
    """Held and past its deadline -> expired; False when it was neither."""
    return session.execute(EXPIRE, {"booking": booking_id, "now": session.now}).rowcount == 1


def revive(session: Session, booking_id: str) -> bool:
    """Expired -> confirmed, for money that came late while the units were still free."""
    return session.execute(REVIVE, {"booking": booking_id, "now": session.now}).rowcount == 1


def cancel(session: Session, booking_id: str, *, state: str, reason: str) -> bool:
    """`state` (held or confirmed) -> cancelled; False when it was in another state."""
    params = {"booking": booking_id, "now": session.now, "reason": reason}
    return session.execute(CANCEL[state], params).rowcount == 1


def give_grace(session: Session, booking_id: str, *, seconds: int, until: datetime) -> bool:
    """Lengthen a live hold while gateway money is moving; False when it is not live."""
    params = {"booking": booking_id, "now": session.now, "seconds": seconds, "until": until}
    return session.execute(GRACE, params).rowcount == 1


def sold_since(session: Session, moment: datetime) -> Row[Any]:
    """Return count and paise of what this desk has confirmed since `moment`."""
    statement = select(
        func.count().label("bookings"), func.coalesce(func.sum(booking.c.total_paise), 0).label("paise")
    ).where(
        booking.c.state.in_(("confirmed", "completed")),
        booking.c.reserved_at >= moment,
        booking.c.desk_id == session.desk_id,
    )
    return session.execute(statement).one()


def cancelled_since(session: Session, moment: datetime) -> int:
    """Return how many bookings made since `moment` at this desk were cancelled."""
    statement = select(func.count()).where(
        booking.c.state == "cancelled", booking.c.reserved_at >= moment, booking.c.desk_id == session.desk_id
    )
    return int(session.execute(statement).scalar_one())


def complete(session: Session, booking_id: str) -> bool:
    """Confirmed -> completed; False when it was in another state."""
    return session.execute(COMPLETE, {"booking": booking_id, "now": session.now}).rowcount == 1


def used_up(session: Session, limit: int) -> Sequence[Row[Any]]:
    """Return id and reference of confirmed bookings all of whose slots have ended, as they were sold.

    A cancelled slot keeps its booking open: nobody was served, and the customer may still come for the money.
    """
    unserved = or_(slot.c.ends_at > session.now, slot.c.cancelled == 1)
    open_line = (
        select(booking_line.c.slot_id)
        .join(slot, slot.c.id == booking_line.c.slot_id)
        .where(booking_line.c.booking_id == booking.c.id, unserved)
        .correlate(booking)
        .exists()
    )
    statement = select(booking.c.id, booking.c.reference).where(booking.c.state == "confirmed", ~open_line)
    return session.execute(statement.order_by(booking.c.reserved_at).limit(limit)).all()
