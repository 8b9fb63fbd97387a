"""Refunds: one tender's money back, each with its own state, key and exact body."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import case, func, insert, literal, select, update

from db import journal
from db.database import Session
from db.ids import (
    BookingId,
    DocumentId,
    GatewayPaymentId,
    GatewayRefundId,
    PaymentId,
    RefundId,
    RequestKey,
    ShiftId,
)
from db.keys import new_key
from db.record import Shape
from db.schema import payment, refund
from db.states import OPEN_REFUND, PaymentState, RefundState, Tender

COUNTED = (*OPEN_REFUND, RefundState.DONE, RefundState.FAILED)


@dataclass(frozen=True, slots=True)
class RefundRow:
    """A refund as it is stored: see the table for each column."""

    id: RefundId
    booking_id: BookingId | None
    payment_id: PaymentId | None
    gateway_payment_id: GatewayPaymentId | None
    tender: Tender
    state: RefundState
    amount_paise: int
    rounding_paise: int
    request_key: RequestKey
    body: str | None
    gateway_refund_id: GatewayRefundId | None
    reference: str | None
    attempts: int
    last_error: str | None
    next_try_at: datetime | None
    shift_id: ShiftId | None
    # The voucher that tells of it.
    document_id: DocumentId | None
    created_at: datetime
    settled_at: datetime | None


class RefundChange(TypedDict, total=False):
    """What of a refund may change after it was written down."""

    state: RefundState
    gateway_refund_id: GatewayRefundId
    reference: str
    attempts: int
    last_error: str | None
    next_try_at: datetime
    settled_at: datetime
    shift_id: ShiftId | None


REFUND = Shape(RefundRow, refund)
# What a refund of the sale is, for every list, page, paper and sum: it gives back of a payment that was taken
# for the booking, and no other refund has taken its place. Money that was never the sale's (double, late,
# short or of strangers) has no payment that it gives back of.
OF_SALE = refund.c.payment_id.is_not(None) & (refund.c.state != RefundState.REPLACED)


def is_of_sale(row: RefundRow) -> bool:
    """Whether a refund gives back what was taken for the sale: OF_SALE for a row that has been read."""
    return row.payment_id is not None and row.state is not RefundState.REPLACED


def add(
    session: Session,
    *,
    tender: Tender,
    state: RefundState,
    amount_paise: int,
    request_key: RequestKey,
    rounding_paise: int = 0,
    refund_id: RefundId | None = None,
    booking_id: BookingId | None = None,
    payment_id: PaymentId | None = None,
    gateway_payment_id: GatewayPaymentId | None = None,
    body: str | None = None,
    gateway_refund_id: GatewayRefundId | None = None,
    last_error: str | None = None,
    shift_id: ShiftId | None = None,
    document_id: DocumentId | None = None,
    tag: str = "",
) -> RefundId:
    """Insert a refund and return its id, a new one without `refund_id`; a done one is settled now.

    The journal tells of it under REFUND_ with its state, or under `tag`.
    """
    refund_id = refund_id or RefundId(new_key())
    values = {
        "id": refund_id,
        "booking_id": booking_id,
        "payment_id": payment_id,
        "gateway_payment_id": gateway_payment_id,
        "tender": tender,
        "state": state,
        "amount_paise": amount_paise,
        "rounding_paise": rounding_paise,
        "request_key": request_key,
        "body": body,
        "gateway_refund_id": gateway_refund_id,
        "last_error": last_error,
        "shift_id": shift_id,
        "desk_id": session.actor.desk_id,
        "document_id": document_id,
        "created_at": session.now,
        "settled_at": session.now if state is RefundState.DONE else None,
        "home": session.home,
    }
    session.execute(insert(refund), values)
    source = {"payment": payment_id, "gateway_payment": gateway_payment_id}
    content = {"refund": refund_id, "tender": tender, "amount_paise": amount_paise}
    told = content | {name: key for name, key in source.items() if key is not None}
    journal.record(session, tag or f"REFUND_{state.upper()}", told, booking_id=booking_id)
    return refund_id


def find(session: Session, refund_id: RefundId) -> RefundRow | None:
    """Return a refund."""
    return REFUND.first(session.execute(REFUND.select().where(refund.c.id == refund_id)))


def get(session: Session, refund_id: RefundId) -> RefundRow:
    """Return a refund that is there."""
    return REFUND.one(session.execute(REFUND.select().where(refund.c.id == refund_id)))


def of_booking(session: Session, booking_id: BookingId) -> list[RefundRow]:
    """Return a booking's refunds, the oldest first."""
    statement = REFUND.select().where(refund.c.booking_id == booking_id)
    return REFUND.list(session.execute(statement.order_by(refund.c.created_at, refund.c.id)))


def of_gateway_payment(session: Session, gateway_payment_id: GatewayPaymentId) -> list[RefundRow]:
    """Return every refund of one of the gateway's payments."""
    statement = REFUND.select().where(refund.c.gateway_payment_id == gateway_payment_id)
    return REFUND.list(session.execute(statement))


def refunded_paise(session: Session, payment_id: PaymentId) -> int:
    """Return what has gone or is going back of a payment."""
    statement = select(func.coalesce(func.sum(refund.c.amount_paise), 0))
    found = statement.where(refund.c.payment_id == payment_id, refund.c.state.in_(COUNTED))
    return int(session.execute(found).scalar_one())


def kept_paise(session: Session, booking_id: BookingId) -> int:
    """Return what was taken for a booking, less what has gone or is going back and pays for nothing more."""
    is_paid = (payment.c.booking_id == booking_id) & (payment.c.state == PaymentState.CAPTURED)
    taken = select(func.coalesce(func.sum(payment.c.amount_paise), 0)).where(is_paid)
    of_those = select(func.coalesce(func.sum(refund.c.amount_paise), 0)).join(
        payment, payment.c.id == refund.c.payment_id
    )
    back = of_those.where(is_paid, refund.c.state.in_(COUNTED))
    return int(session.execute(select(taken.scalar_subquery() - back.scalar_subquery())).scalar_one())


def list_unsent(session: Session, limit: int) -> list[RefundRow]:
    """Return refunds that wait for the gateway and whose next try is due."""
    statement = (
        REFUND.select()
        .where(refund.c.state.in_(OPEN_REFUND), refund.c.gateway_payment_id.is_not(None))
        .where(refund.c.next_try_at.is_(None) | (refund.c.next_try_at <= session.now))
        .order_by(refund.c.created_at)
        .limit(limit)
    )
    return REFUND.list(session.execute(statement))


def change(
    session: Session, refund_id: RefundId, *, among: Sequence[RefundState], **values: Unpack[RefundChange]
) -> bool:
    """Change a refund that is in one of the states `among`; False when it is in another."""
    statement = update(refund).where(refund.c.id == refund_id, refund.c.state.in_(among)).values(**values)
    return session.execute(statement).rowcount == 1


def replace(session: Session, row: RefundRow) -> bool:
    """Let another way take the place of a refund that failed; False when it had before."""
    replaced: RefundChange = {"state": RefundState.REPLACED, "settled_at": session.now}
    if not change(session, row.id, among=(RefundState.FAILED,), **replaced):
        return False
    content = {"refund": row.id, "tender": row.tender, "amount_paise": row.amount_paise}
    journal.record(session, "REFUND_REPLACED", content, booking_id=row.booking_id)
    return True


def begin_try(session: Session, refund_id: RefundId, *, attempts: int, again_at: datetime) -> bool:
    """Take the next try of a refund that is not at its end; nobody lists it again before `again_at`.

    False when it has ended, or when somebody has tried since it was read with so many `attempts`.
    """
    sent = literal(RefundState.SENT, refund.c.state.type)
    tried = case((refund.c.state == RefundState.PLANNED, sent), else_=refund.c.state)
    statement = (
        update(refund)
        .where(refund.c.id == refund_id, refund.c.state.in_(OPEN_REFUND))
        .where(refund.c.attempts == attempts)
        .values(state=tried, attempts=attempts + 1, next_try_at=again_at)
    )
    return session.execute(statement).rowcount == 1


def done_paise_by_gateway_payment(
    session: Session, ids: Sequence[GatewayPaymentId]
) -> dict[GatewayPaymentId, tuple[int, int]]:
    """Return, by the gateway's payment id, what is done and what is on its way."""
    is_done = refund.c.state == RefundState.DONE
    is_moving = refund.c.state.in_((RefundState.SENT, RefundState.PENDING))
    statement = (
        select(
            refund.c.gateway_payment_id,
            func.sum(case((is_done, refund.c.amount_paise), else_=0)),
            func.sum(case((is_moving, refund.c.amount_paise), else_=0)),
        )
        .where(refund.c.gateway_payment_id.in_(list(ids)))
        .group_by(refund.c.gateway_payment_id)
    )
    rows: Any = session.execute(statement)
    return {row[0]: (int(row[1]), int(row[2])) for row in rows}
