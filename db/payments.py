"""Payments: one tender's money in, each with its own state."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict, Unpack

from sqlalchemy import bindparam, func, insert, select, update

from db import journal
from db.database import Session
from db.ids import BookingId, HouseAccountId, InstrumentId, PaymentId, RequestKey, ShiftId
from db.keys import new_key
from db.record import Shape
from db.schema import payment
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
    rounding_paise: int
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
    corrected_from: Tender | None
    house_account_id: HouseAccountId | None
    moved_shift_id: ShiftId | None
    created_at: datetime
    settled_at: datetime | None


PAYMENT = Shape(PaymentRow, payment)
# The last answer of a payment that was ended before its instrument was shown to anybody.
GIVEN_UP = "given_up"
# Its instrument may be at the gateway, though we don't know it: the answer to its making was lost.
LOCK = PAYMENT.select().where(payment.c.id == bindparam("id")).with_for_update(key_share=True)


class PaymentChange(TypedDict, total=False):
    """What of a payment may change after it was made."""

    state: PaymentState
    reference: str
    instrument_id: InstrumentId
    instrument_content: str | None
    instrument_ends_at: datetime | None
    instrument_closed_at: datetime | None
    answered_at: datetime
    last_answer: str
    settled_at: datetime


def add(
    session: Session,
    *,
    booking_id: BookingId,
    tender: Tender,
    amount_paise: int,
    request_key: RequestKey,
    state: PaymentState = PaymentState.CAPTURED,
    received_paise: int | None = None,
    rounding_paise: int = 0,
    reference: str | None = None,
    instrument_kind: InstrumentKind | None = None,
    wallet_paise: int = 0,
    shift_id: ShiftId | None = None,
    house_account_id: HouseAccountId | None = None,
) -> PaymentId:
    """Insert a payment and return its id; a captured one is settled now, and told in the journal.

    The table tells each column.
    """
    payment_id = PaymentId(new_key())
    values = {
        "id": payment_id,
        "booking_id": booking_id,
        "tender": tender,
        "state": state,
        "amount_paise": amount_paise,
        "received_paise": received_paise,
        "rounding_paise": rounding_paise,
        "reference": reference,
        "instrument_kind": instrument_kind,
        "wallet_paise": wallet_paise,
        "shift_id": shift_id,
        "house_account_id": house_account_id,
        "desk_id": session.actor.desk_id,
        "request_key": request_key,
        "created_at": session.now,
        "settled_at": session.now if state is PaymentState.CAPTURED else None,
        "home": session.home,
    }
    session.execute(insert(payment), values)
    if state is PaymentState.CAPTURED:
        tell_captured(
            session,
            payment_id,
            booking_id=booking_id,
            tender=tender,
            amount_paise=amount_paise,
            received_paise=received_paise,
            reference=reference,
        )
    return payment_id


def tell_captured(
    session: Session,
    payment_id: PaymentId,
    *,
    booking_id: BookingId,
    tender: Tender,
    amount_paise: int,
    reference: str | None,
    received_paise: int | None = None,
) -> None:
    """Tell the journal of money that came in by one tender."""
    source = "gateway_payment" if tender is Tender.RAZORPAY else "slip"
    facts = {"received_paise": received_paise, source: reference}
    content = {"payment": payment_id, "tender": tender, "amount_paise": amount_paise}
    told = content | {name: fact for name, fact in facts.items() if fact is not None}
    journal.record(session, "PAYMENT_CAPTURED", told, booking_id=booking_id)


def find(session: Session, payment_id: PaymentId) -> PaymentRow | None:
    """Return a payment."""
    return PAYMENT.first(session.execute(PAYMENT.select().where(payment.c.id == payment_id)))


def get(session: Session, payment_id: PaymentId) -> PaymentRow:
    """Return a payment that is there."""
    return PAYMENT.one(session.execute(PAYMENT.select().where(payment.c.id == payment_id)))


def lock(session: Session, payment_id: PaymentId) -> PaymentRow | None:
    """Return a payment and keep others from changing it until the commit."""
    return PAYMENT.first(session.execute(LOCK, {"id": payment_id}))


def lock_known(session: Session, payment_id: PaymentId) -> PaymentRow:
    """Return a payment that is there, as `lock`."""
    return PAYMENT.one(session.execute(LOCK, {"id": payment_id}))


def find_by_request(session: Session, request_key: RequestKey) -> PaymentRow | None:
    """Return the first payment of the act with this key; each tender of an act adds its own name to it."""
    return next(iter(list_by_request(session, request_key)), None)


def list_by_request(session: Session, request_key: RequestKey) -> list[PaymentRow]:
    """Return the payments of the act with this key, the oldest first."""
    keys = [request_key, *(of_tender(request_key, tender) for tender in Tender)]
    statement = PAYMENT.select().where(payment.c.request_key.in_(keys))
    return PAYMENT.list(session.execute(statement.order_by(payment.c.id)))


def of_tender(request_key: RequestKey, tender: Tender) -> RequestKey:
    """Return the key of one tender of an act."""
    return RequestKey(f"{request_key}:{tender}")


def of_booking(session: Session, booking_id: BookingId) -> list[PaymentRow]:
    """Return a booking's payments, the oldest first."""
    statement = PAYMENT.select().where(payment.c.booking_id == booking_id)
    return PAYMENT.list(session.execute(statement.order_by(payment.c.created_at, payment.c.id)))


def captured_paise(session: Session, booking_id: BookingId) -> int:
    """Return what has been taken for a booking."""
    statement = select(func.coalesce(func.sum(payment.c.amount_paise), 0))
    found = statement.where(payment.c.booking_id == booking_id, payment.c.state == PaymentState.CAPTURED)
    return int(session.execute(found).scalar_one())


def open_of_booking(session: Session, booking_id: BookingId) -> PaymentRow | None:
    """Return the payment through the gateway that has not ended yet."""
    statement = PAYMENT.select().where(payment.c.booking_id == booking_id, payment.c.settled_at.is_(None))
    return PAYMENT.first(session.execute(statement.order_by(payment.c.created_at.desc()).limit(1)))


def list_open(session: Session, limit: int) -> list[PaymentRow]:
    """Return every payment that has not ended, the one asked about longest ago first."""
    statement = PAYMENT.select().where(payment.c.settled_at.is_(None))
    return PAYMENT.list(session.execute(statement.order_by(payment.c.answered_at.nulls_first()).limit(limit)))


def count_open(session: Session) -> int:
    """Return how many payments have not ended."""
    statement = select(func.count()).where(payment.c.settled_at.is_(None))
    return int(session.execute(statement).scalar_one())


def change(
    session: Session, payment_id: PaymentId, *, among: Sequence[PaymentState], **values: Unpack[PaymentChange]
) -> bool:
    """Change a payment that is in one of the states `among`; False when it is in another."""
    statement = update(payment).where(payment.c.id == payment_id, payment.c.state.in_(among)).values(**values)
    return session.execute(statement).rowcount == 1


def give_up(session: Session, payment_id: PaymentId, *, among: Sequence[PaymentState]) -> bool:
    """End a payment that has no instrument to be seen; False when it has one, or is in another state."""
    statement = (
        update(payment)
        .where(payment.c.id == payment_id, payment.c.state.in_(among), payment.c.instrument_id.is_(None))
        .values(state=PaymentState.VOID, settled_at=session.now, last_answer=GIVEN_UP)
    )
    return session.execute(statement).rowcount == 1


def correct(
    session: Session,
    row: PaymentRow,
    *,
    tender: Tender,
    reference: str | None,
    received_paise: int | None,
    rounding_paise: int,
    house_account_id: HouseAccountId | None,
    moved_to: ShiftId | None = None,
) -> None:
    """Make a locked payment one of another tender; it keeps the tender under which it was entered first.

    `moved_to`: the shift of now, where the one that took it is another.
    """
    values: dict[str, object] = {
        "tender": tender,
        "reference": reference,
        "received_paise": received_paise,
        "rounding_paise": rounding_paise,
        "house_account_id": house_account_id,
        "corrected_from": row.corrected_from or row.tender,
    }
    if moved_to is not None:
        values |= {
            "moved_from": row.tender,
            "moved_rounding_paise": row.rounding_paise,
            "moved_shift_id": moved_to,
        }
    session.execute(update(payment).where(payment.c.id == row.id).values(**values))


def claim_link_sms(session: Session, payment_id: PaymentId, *, again_before: datetime) -> bool:
    """Take the asking for a link's SMS; False when it has ended, or was asked for after `again_before`."""
    unanswered = (payment.c.link_sms == LinkSms.ASKED) & (payment.c.link_sms_at <= again_before)
    statement = (
        update(payment)
        .where(payment.c.id == payment_id, payment.c.state == PaymentState.WAITING)
        .where(payment.c.instrument_kind == InstrumentKind.LINK)
        .where(payment.c.link_sms.is_(None) | unanswered)
        .values(link_sms=LinkSms.ASKED, link_sms_at=session.now)
    )
    return session.execute(statement).rowcount == 1


def answer_link_sms(session: Session, payment_id: PaymentId, answer: LinkSms) -> None:
    """Keep what the gateway said to the asking for a link's SMS."""
    statement = update(payment).where(payment.c.id == payment_id, payment.c.link_sms == LinkSms.ASKED)
    session.execute(statement.values(link_sms=answer, link_sms_at=session.now))
