"""Payments through the gateway that have ended; money for them may still come, so they are looked back at."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import update

from db.database import Session
from db.ids import InstrumentId, PaymentId
from db.payments import GIVEN_UP, PAYMENT, PaymentRow
from db.schema import booking, payment
from db.states import PaymentState

MAY_BE_MADE = payment.c.instrument_id.is_(None) & payment.c.looked_back_at.is_(None)


def adopt(
    session: Session, payment_id: PaymentId, instrument_id: InstrumentId, *, ends_at: datetime | None
) -> bool:
    """Keep the instrument of a payment that had ended before it was known; False when it is known.

    It is watched and never shown.
    """
    statement = (
        update(payment)
        .where(payment.c.id == payment_id, payment.c.instrument_id.is_(None))
        .values(instrument_id=instrument_id, instrument_ends_at=ends_at)
    )
    return session.execute(statement).rowcount == 1


def with_instrument(session: Session, amounts_paise: Collection[int], *, since: datetime) -> list[PaymentRow]:
    """Return payments of one of these amounts made since then that have an instrument, newest first.

    And those that were given up without one: it may have been made all the same.
    """
    may_have = payment.c.instrument_id.is_not(None) | (
        MAY_BE_MADE & (payment.c.state == PaymentState.VOID) & (payment.c.last_answer == GIVEN_UP)
    )
    statement = (
        PAYMENT.select()
        .where(may_have, payment.c.amount_paise.in_(list(amounts_paise)))
        .where(payment.c.created_at >= since)
    )
    return PAYMENT.list(session.execute(statement.order_by(payment.c.created_at.desc())))


def note_rechecked(session: Session, payment_id: PaymentId) -> None:
    """Note that the gateway was asked a last time about a payment that has ended."""
    statement = update(payment).where(payment.c.id == payment_id, payment.c.settled_at.is_not(None))
    session.execute(statement.values(looked_back_at=session.now))


def list_given_up(session: Session, ended_before: datetime, limit: int) -> list[PaymentRow]:
    """Return payments given up before `ended_before` whose instrument was not looked for yet."""
    statement = (
        PAYMENT.select()
        .where(MAY_BE_MADE, payment.c.state == PaymentState.VOID, payment.c.last_answer == GIVEN_UP)
        .where(payment.c.settled_at <= ended_before)
    )
    return PAYMENT.list(session.execute(statement.order_by(payment.c.created_at).limit(limit)))


def list_to_recheck(session: Session, ended_before: datetime, limit: int) -> list[PaymentRow]:
    """Return ended payments whose hold was over before `ended_before` and that were not looked back at."""
    statement = (
        PAYMENT.select()
        .join(booking, booking.c.id == payment.c.booking_id)
        .where(payment.c.instrument_id.is_not(None), payment.c.looked_back_at.is_(None))
        .where(payment.c.settled_at.is_not(None), booking.c.expires_at <= ended_before)
    )
    return PAYMENT.list(session.execute(statement.order_by(payment.c.created_at).limit(limit)))
