"""Payments: one tender's money in, each with its own state."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update

from db.database import Session
from db.ids import BookingId, InstrumentId, PaymentId, RequestKey, ShiftId
from db.keys import new_key
from db.record import Shape
from db.schema import booking, payment
from db.states import InstrumentKind, LinkSms, PaymentState, Tender


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment as it is stored: see the table for each column."""

    id: PaymentId
    booking_id: BookingId
    tender: Tender
    state: PaymentState
    amount_paise: int
    received_paise: int | None
    reference: str | None
    instrument_kind: InstrumentKind | None
    instrument_id: InstrumentId | None
    instrument_content: str | None
    instrument_ends_at: datetime | None
    instrument_closed_at: datetime | None
    answered_at: datetime | None
    last_answer: str | None
    link_sms: LinkSms | None
    link_sms_at: datetime | None
    looked_back_at: datetime | None
    wallet_paise: int
    shift_id: ShiftId | None
    request_key: RequestKey
    created_at: datetime
    settled_at: datetime | None


PAYMENT = Shape(PaymentRow, payment)
LOCK = PAYMENT.select().where(payment.c.id == bindparam("id")).with_for_update(key_share=True)


def add(session: Session, row: Mapping[str, Any]) -> str:
    """Insert a payment and return its id; a captured one is settled now."""
    payment_id = new_key()
    settled = session.now if row["state"] == "captured" else None
    values = {"id": payment_id, "created_at": session.now, "settled_at": settled, "home": session.home, **row}
    session.execute(insert(payment), values)
    return payment_id


def find(session: Session, payment_id: str) -> PaymentRow | None:
    """Return a payment."""
    return PAYMENT.first(session.execute(PAYMENT.select().where(payment.c.id == payment_id)))


def lock(session: Session, payment_id: str) -> PaymentRow | None:
    """Return a payment and keep others from changing it until the commit."""
    return PAYMENT.first(session.execute(LOCK, {"id": payment_id}))


def find_by_request(session: Session, request_key: str) -> Row[Any] | None:
    """Return the first payment of the act with this key; each tender of an act adds its own name to it."""
    keys = [request_key, *(f"{request_key}:{tender}" for tender in ("wallet", "cash", "card"))]
    statement = select(payment).where(payment.c.request_key.in_(keys)).order_by(payment.c.id)
    return session.execute(statement.limit(1)).one_or_none()


def of_booking(session: Session, booking_id: str) -> Sequence[Row[Any]]:
    """Return a booking's payments, the oldest first."""
    statement = select(payment).where(payment.c.booking_id == booking_id)
    return session.execute(statement.order_by(payment.c.created_at, payment.c.id)).all()


def captured_paise(session: Session, booking_id: str) -> int:
    """Return what has been taken for a booking."""
    statement = select(func.coalesce(func.sum(payment.c.amount_paise), 0))
    found = statement.where(payment.c.booking_id == booking_id, payment.c.state == "captured")
    return int(session.execute(found).scalar_one())


def open_of_booking(session: Session, booking_id: str) -> Row[Any] | None:
    """Return the payment through the gateway that has not ended yet."""
    statement = select(payment).where(payment.c.booking_id == booking_id, payment.c.settled_at.is_(None))
    return session.execute(statement.order_by(payment.c.created_at.desc()).limit(1)).one_or_none()


def list_open(session: Session, limit: int) -> Sequence[Row[Any]]:
    """Return every payment that has not ended, the one asked about longest ago first."""
    statement = select(payment).where(payment.c.settled_at.is_(None))
    return session.execute(statement.order_by(payment.c.answered_at.nulls_first()).limit(limit)).all()


def count_open(session: Session) -> int:
    """Return how many payments have not ended."""
    statement = select(func.count()).where(payment.c.settled_at.is_(None))
    return int(session.execute(statement).scalar_one())


def change(session: Session, payment_id: str, *, among: Sequence[str], **values: object) -> bool:
    """Change a payment that is in one of the states `among`; False when it is in another."""
    statement = update(payment).where(payment.c.id == payment_id, payment.c.state.in_(among)).values(**values)
    return session.execute(statement).rowcount == 1


def with_instrument(
    session: Session, amounts_paise: Collection[int], *, since: datetime
) -> Sequence[Row[Any]]:
    """Return payments of one of these amounts made since then that ever had an instrument, newest first."""
    statement = (
        select(payment)
        .where(payment.c.instrument_id.is_not(None), payment.c.amount_paise.in_(list(amounts_paise)))
        .where(payment.c.created_at >= since)
    )
    return session.execute(statement.order_by(payment.c.created_at.desc())).all()


def claim_link_sms(session: Session, payment_id: str, *, again_before: datetime) -> bool:
    """Take the asking for a link's SMS; False when it has ended, or was asked for after `again_before`."""
    unanswered = (payment.c.link_sms == "asked") & (payment.c.link_sms_at <= again_before)
    statement = (
        update(payment)
        .where(payment.c.id == payment_id, payment.c.state == "waiting", payment.c.instrument_kind == "link")
        .where(payment.c.link_sms.is_(None) | unanswered)
        .values(link_sms="asked", link_sms_at=session.now)
    )
    return session.execute(statement).rowcount == 1


def answer_link_sms(session: Session, payment_id: str, answer: str) -> None:
    """Keep what the gateway said to the asking for a link's SMS."""
    statement = update(payment).where(payment.c.id == payment_id, payment.c.link_sms == "asked")
    session.execute(statement.values(link_sms=answer, link_sms_at=session.now))


def note_looked_back(session: Session, payment_id: str) -> None:
    """Note that the gateway was asked a last time about a payment that has ended."""
    statement = update(payment).where(payment.c.id == payment_id, payment.c.settled_at.is_not(None))
    session.execute(statement.values(looked_back_at=session.now))


def list_to_look_back(session: Session, ended_before: datetime, limit: int) -> Sequence[Row[Any]]:
    """Return ended payments whose hold was over before `ended_before` and that were not looked back at."""
    statement = (
        select(payment)
        .join(booking, booking.c.id == payment.c.booking_id)
        .where(payment.c.instrument_id.is_not(None), payment.c.looked_back_at.is_(None))
        .where(payment.c.settled_at.is_not(None), booking.c.expires_at <= ended_before)
    )
    return session.execute(statement.order_by(payment.c.created_at).limit(limit)).all()
