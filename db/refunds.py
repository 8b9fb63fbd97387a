"""Refunds: one tender's money back, each with its own state, key and exact body."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, case, func, insert, select, update

from db.database import Session
from db.keys import new_key
from db.schema import payment, refund

COUNTED = ("planned", "sent", "pending", "done", "failed")


def add(session: Session, row: Mapping[str, Any]) -> str:
    """Insert a refund and return its id; a done one is settled now."""
    refund_id = row.get("id") or new_key()
    settled = session.now if row["state"] == "done" else None
    values = {"created_at": session.now, "settled_at": settled, "home": session.home, **row, "id": refund_id}
    session.execute(insert(refund), values)
    return str(refund_id)


def find(session: Session, refund_id: str) -> Row[Any] | None:
    """Return a refund."""
    return session.execute(select(refund).where(refund.c.id == refund_id)).one_or_none()


def of_booking(session: Session, booking_id: str) -> Sequence[Row[Any]]:
    """Return a booking's refunds, the oldest first."""
    statement = select(refund).where(refund.c.booking_id == booking_id)
    return session.execute(statement.order_by(refund.c.created_at, refund.c.id)).all()


def of_gateway_payment(session: Session, gateway_payment_id: str) -> Sequence[Row[Any]]:
    """Return every refund of one of the gateway's payments."""
    return session.execute(select(refund).where(refund.c.gateway_payment_id == gateway_payment_id)).all()


def refunded_paise(session: Session, payment_id: str) -> int:
    """Return what has gone or is going back of a payment."""
    statement = select(func.coalesce(func.sum(refund.c.amount_paise), 0))
    found = statement.where(refund.c.payment_id == payment_id, refund.c.state.in_(COUNTED))
    return int(session.execute(found).scalar_one())


def kept_paise(session: Session, booking_id: str) -> int:
    """Return what was taken for a booking, less what has gone or is going back and pays for nothing more."""
    is_paid = (payment.c.booking_id == booking_id) & (payment.c.state == "captured")
    taken = select(func.coalesce(func.sum(payment.c.amount_paise), 0)).where(is_paid)
    of_those = select(func.coalesce(func.sum(refund.c.amount_paise), 0)).join(
        payment, payment.c.id == refund.c.payment_id
    )
    back = of_those.where(is_paid, refund.c.state.in_(COUNTED))
    return int(session.execute(select(taken.scalar_subquery() - back.scalar_subquery())).scalar_one())


def list_unsent(session: Session, limit: int) -> Sequence[Row[Any]]:
    """Return refunds that wait for the gateway and whose next try is due."""
    statement = (
        select(refund)
        .where(refund.c.state.in_(("planned", "sent", "pending")))
        .where(refund.c.next_try_at.is_(None) | (refund.c.next_try_at <= session.now))
        .order_by(refund.c.created_at)
        .limit(limit)
    )
    return session.execute(statement).all()


def change(session: Session, refund_id: str, *, among: Sequence[str], **values: object) -> bool:
    """Change a refund that is in one of the states `among`; False when it is in another."""
    statement = update(refund).where(refund.c.id == refund_id, refund.c.state.in_(among)).values(**values)
    return session.execute(statement).rowcount == 1


def begin_try(session: Session, refund_id: str, *, attempts: int, again_at: datetime) -> bool:
    """Take the next try of a refund that is not at its end; nobody lists it again before `again_at`.

    False when it has ended, or when somebody has tried since it was read with so many `attempts`.
    """
    tried = case((refund.c.state == "planned", "sent"), else_=refund.c.state)
    statement = (
        update(refund)
        .where(refund.c.id == refund_id, refund.c.state.in_(("planned", "sent", "pending")))
        .where(refund.c.attempts == attempts)
        .values(state=tried, attempts=attempts + 1, next_try_at=again_at)
    )
    return session.execute(statement).rowcount == 1


def done_paise_by_gateway_payment(session: Session, ids: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return, by the gateway's payment id, what is done and what is on its way."""
    is_done = refund.c.state == "done"
    statement = (
        select(
            refund.c.gateway_payment_id,
            func.sum(case((is_done, refund.c.amount_paise), else_=0)),
            func.sum(case((refund.c.state.in_(("sent", "pending")), refund.c.amount_paise), else_=0)),
        )
        .where(refund.c.gateway_payment_id.in_(list(ids)))
        .group_by(refund.c.gateway_payment_id)
    )
    rows: Any = session.execute(statement)
    return {str(row[0]): (int(row[1]), int(row[2])) for row in rows}
