"""Money of every tender, each at the moment at which it moved: the takings of a day sheet. In paise."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, literal, null, select, type_coerce

from db.database import Session
from db.day_span import NO_KIND, Span, kind_of, person_of
from db.ids import BookingId, BookingReference
from db.schema import (
    account,
    booking,
    company_receipt,
    desk,
    drawer_move,
    entry,
    payment,
    posting,
    refund,
    shift,
    top_up,
)
from db.states import AccountKind, DrawerMoveKind, PaymentState, RefundState, Tender


class Moved(StrEnum):
    """Why money moved."""

    PAID = "paid"
    # Of a booking that a deposit has confirmed: before it was, and after.
    DEPOSIT = "deposit"
    BALANCE = "balance"
    # A tender put right after its shift was closed: out of the wrong one and into the right one.
    PUT_RIGHT = "put_right"
    BILL = "bill"
    GIVEN_BACK = "given_back"
    TOPPED_UP = "topped_up"
    TOP_UP_BACK = "top_up_back"
    CASH_IN = "cash_in"
    DROP = "drop"
    PAY_OUT = "pay_out"
    # Of the gateway: for no booking yet, and its decision.
    SET_ASIDE = "set_aside"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """Money of one tender: above zero it came, below it went. Cash stands as it was rounded."""

    why: Moved
    at: datetime
    desk: str
    person: str
    booking_id: BookingId | None
    reference: BookingReference | None
    kind: str
    tender: Tender
    paise: int
    rounding_paise: int


NOTHING = literal(0)
NOBODY = type_coerce(null(), payment.c.booking_id.type)
FIRST_TENDER: ColumnElement[Tender] = type_coerce(
    func.coalesce(payment.c.moved_from, payment.c.tender), payment.c.tender.type
)
AS_WAS = func.coalesce(payment.c.moved_rounding_paise, payment.c.rounding_paise)
MOVES = {
    DrawerMoveKind.CASH_IN: (Moved.CASH_IN, 1),
    DrawerMoveKind.DROP: (Moved.DROP, -1),
    DrawerMoveKind.PAY_OUT: (Moved.PAY_OUT, -1),
}


def money(session: Session, span: Span) -> list[MoneyRow]:
    """Return all money that moved, in no order."""
    return [
        *_paid(session, span),
        *_put_right(session, span),
        *_given_back(session, span),
        *_bills(session, span),
        *_top_ups(session, span),
        *_drawer_moves(session, span),
        *_set_aside(session, span),
    ]


def _paid(session: Session, span: Span) -> Iterable[MoneyRow]:
    """A tender put right after its shift stays here as it was; see `_put_right`."""
    mine = span.has_money(payment.c.settled_at, payment.c.shift_id, payment.c.tender, payment.c.desk_id)
    statement = (
        _about(
            payment.c.settled_at,
            person_of(payment.c.booking_id, payment.c.settled_at, "payment", "unresolved_to_booking"),
            payment.c.booking_id,
            FIRST_TENDER,
            payment.c.amount_paise + AS_WAS,
            AS_WAS,
        )
        .add_columns(booking.c.deposit_paise, booking.c.confirmed_at)
        .select_from(payment)
        .join(booking, booking.c.id == payment.c.booking_id)
        .outerjoin(desk, desk.c.id == payment.c.desk_id)
        .where(payment.c.state == PaymentState.CAPTURED, mine)
    )
    for row in session.execute(statement):
        why = Moved.PAID if row.deposit_paise is None else _part(row.at, row.confirmed_at)
        yield _row(why, row)


def _part(at: datetime, confirmed_at: datetime | None) -> Moved:
    return Moved.BALANCE if confirmed_at is not None and at > confirmed_at else Moved.DEPOSIT


def _put_right(session: Session, span: Span) -> Iterable[MoneyRow]:
    """Each gives two rows of the shift of then: what left the wrong tender, what came to the right one."""
    corrected = entry.alias("corrected")
    moment = (
        select(func.max(corrected.c.at))
        .where(corrected.c.booking_id == payment.c.booking_id, corrected.c.kind == "tender_corrected")
        .scalar_subquery()
    )
    person = person_of(payment.c.booking_id, moment, "tender_corrected")
    out = -payment.c.amount_paise - payment.c.moved_rounding_paise
    left = (FIRST_TENDER, out, -payment.c.moved_rounding_paise)
    came = (
        payment.c.tender,
        payment.c.amount_paise + payment.c.rounding_paise,
        payment.c.rounding_paise,
    )
    for side in (left, came):
        statement = (
            _about(moment, person, payment.c.booking_id, *side)
            .select_from(payment)
            .join(booking, booking.c.id == payment.c.booking_id)
            .join(shift, shift.c.id == payment.c.moved_shift_id)
            .join(desk, desk.c.id == shift.c.desk_id)
            .where(payment.c.moved_shift_id.is_not(None), span.has_of(moment, payment.c.moved_shift_id))
        )
        yield from (_row(Moved.PUT_RIGHT, row) for row in session.execute(statement))


def _given_back(session: Session, span: Span) -> Iterable[MoneyRow]:
    mine = span.has_money(refund.c.settled_at, refund.c.shift_id, refund.c.tender, refund.c.desk_id)
    statement = (
        _about(
            refund.c.settled_at,
            person_of(refund.c.booking_id, refund.c.settled_at, "refund", "refund_elsewhere"),
            refund.c.booking_id,
            refund.c.tender,
            -(refund.c.amount_paise + refund.c.rounding_paise),
            -refund.c.rounding_paise,
        )
        .select_from(refund)
        .outerjoin(booking, booking.c.id == refund.c.booking_id)
        .outerjoin(shift, shift.c.id == refund.c.shift_id)
        .outerjoin(desk, desk.c.id == func.coalesce(shift.c.desk_id, refund.c.desk_id))
        .where(refund.c.state == RefundState.DONE, mine)
    )
    return (_row(Moved.GIVEN_BACK, row) for row in session.execute(statement))


def _bills(session: Session, span: Span) -> Iterable[MoneyRow]:
    statement = (
        _plain(entry.c.at, entry.c.clerk, company_receipt.c.tender, company_receipt.c.amount_paise)
        .select_from(company_receipt)
        .join(entry, entry.c.id == company_receipt.c.entry_id)
        .join(desk, desk.c.id == company_receipt.c.desk_id)
        .where(span.has_of(entry.c.at, company_receipt.c.shift_id))
    )
    return (_row(Moved.BILL, row) for row in session.execute(statement))


def _top_ups(session: Session, span: Span) -> Iterable[MoneyRow]:
    cash = type_coerce(literal(Tender.CASH), payment.c.tender.type)
    sides = (
        (Moved.TOPPED_UP, top_up.c.entry_id, top_up.c.shift_id, top_up.c.amount_paise),
        (Moved.TOP_UP_BACK, top_up.c.reversed_entry_id, top_up.c.reversed_shift_id, -top_up.c.amount_paise),
    )
    for why, entry_id, shift_id, paise in sides:
        statement = (
            _plain(entry.c.at, entry.c.clerk, cash, paise)
            .select_from(top_up)
            .join(entry, entry.c.id == entry_id)
            .join(desk, desk.c.id == entry.c.desk_id)
            .where(span.has_of(entry.c.at, shift_id))
        )
        yield from (_row(why, row) for row in session.execute(statement))


def _drawer_moves(session: Session, span: Span) -> Iterable[MoneyRow]:
    cash = type_coerce(literal(Tender.CASH), payment.c.tender.type)
    statement = (
        _plain(drawer_move.c.made_at, drawer_move.c.clerk, cash, drawer_move.c.amount_paise)
        .add_columns(drawer_move.c.kind.label("move"))
        .select_from(drawer_move)
        .join(shift, shift.c.id == drawer_move.c.shift_id)
        .join(desk, desk.c.id == shift.c.desk_id)
        .where(
            drawer_move.c.kind.in_(tuple(MOVES)), span.has_of(drawer_move.c.made_at, drawer_move.c.shift_id)
        )
    )
    for row in session.execute(statement):
        why, sign = MOVES[row.move]
        found = _row(why, row)
        yield replace(found, paise=sign * found.paise)


def _set_aside(session: Session, span: Span) -> Iterable[MoneyRow]:
    """What lies in unresolved money is the gateway's: above zero it waits, below it was decided."""
    razorpay = type_coerce(literal(Tender.RAZORPAY), payment.c.tender.type)
    statement = (
        _about(entry.c.at, entry.c.clerk, entry.c.booking_id, razorpay, -posting.c.amount_paise, NOTHING)
        .select_from(account)
        .join(posting, posting.c.account_id == account.c.id)
        .join(entry, entry.c.id == posting.c.entry_id)
        .join(desk, desk.c.id == entry.c.desk_id)
        .outerjoin(booking, booking.c.id == entry.c.booking_id)
        .where(account.c.kind == AccountKind.UNRESOLVED_MONEY, span.has_at(entry.c.at, entry.c.desk_id))
    )
    for row in session.execute(statement):
        yield _row(Moved.SET_ASIDE if row.paise > 0 else Moved.DECIDED, row)


def _row(why: Moved, row: Row[Any]) -> MoneyRow:
    """Return the row of a statement that begins with the columns of `_about`."""
    return MoneyRow(why, *tuple(row)[: len(fields(MoneyRow)) - 1])


def _about(
    at: ColumnElement[datetime],
    person: ColumnElement[str],
    booking_id: ColumnElement[str],
    tender: ColumnElement[Tender],
    paise: ColumnElement[int],
    rounding: ColumnElement[int],
) -> Select[Any]:
    """Return the columns of a MoneyRow after its first; joins with desk and booking are added to it."""
    return select(
        at.label("at"),
        func.coalesce(desk.c.code, ""),
        person,
        booking_id,
        booking.c.reference,
        kind_of(booking_id),
        tender,
        paise.label("paise"),
        rounding,
    )


def _plain(
    at: ColumnElement[datetime],
    person: ColumnElement[str],
    tender: ColumnElement[Tender],
    paise: ColumnElement[int],
) -> Select[Any]:
    """Return the same columns of an act that is about no booking."""
    columns = (at.label("at"), desk.c.code, person, NOBODY, NOBODY, literal(NO_KIND), tender, paise, NOTHING)
    return select(*columns)
