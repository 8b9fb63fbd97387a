"""Promo codes and their uses. The counter with its CHECK is what stops the use too many."""

from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, func, insert, or_, select, update

from db.database import Session
from db.schema import booking, promo, promo_use

RESERVE = (
    update(promo)
    .where(promo.c.id == bindparam("promo"), or_(promo.c.uses_max.is_(None), promo.c.uses < promo.c.uses_max))
    .values(uses=promo.c.uses + 1)
)
FREE = update(promo).where(promo.c.id == bindparam("promo"), promo.c.uses > 0).values(uses=promo.c.uses - 1)


def find(session: Session, code: str) -> Row[Any] | None:
    """Return the promo with this trimmed, upper-case code."""
    return session.execute(select(promo).where(promo.c.code == code)).one_or_none()


def reserve(session: Session, promo_id: str) -> bool:
    """Count one use more; False when all are gone. Keeps the promo's row locked until the commit."""
    return session.execute(RESERVE, {"promo": promo_id}).rowcount == 1


def add_use(session: Session, promo_id: str, *, booking_id: str, customer_id: str) -> None:
    """Write down whose booking has the reserved use."""
    row = {"promo_id": promo_id, "booking_id": booking_id, "customer_id": customer_id, "home": session.home}
    session.execute(insert(promo_use), row)


def uses_of_customer(session: Session, promo_id: str, customer_id: str, *, only_live: bool) -> int:
    """Return how many uses a customer's bookings have; `only_live` leaves out holds that are over.

    Those keep their use until their end has been written down.
    """
    is_over = and_(booking.c.state == "held", booking.c.expires_at <= session.now)
    statement = (
        select(func.count())
        .select_from(promo_use)
        .join(booking, booking.c.id == promo_use.c.booking_id)
        .where(promo_use.c.promo_id == promo_id, promo_use.c.customer_id == customer_id)
    )
    found = statement.where(~is_over) if only_live else statement
    return int(session.execute(found).scalar_one())


def free(session: Session, booking_id: str) -> None:
    """Give a booking's use back, if it has one."""
    held = session.execute(select(promo_use.c.promo_id).where(promo_use.c.booking_id == booking_id)).scalar()
    if held is None:
        return
    session.execute(delete(promo_use).where(promo_use.c.booking_id == booking_id))
    session.execute(FREE, {"promo": held})


def expired_users(session: Session, promo_id: str) -> list[str]:
    """Return bookings whose hold is over but that still have a use of this promo."""
    statement = (
        select(booking.c.id)
        .join(promo_use, promo_use.c.booking_id == booking.c.id)
        .where(
            promo_use.c.promo_id == promo_id, booking.c.state == "held", booking.c.expires_at <= session.now
        )
    )
    return list(session.execute(statement).scalars())
