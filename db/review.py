"""The manager's list: filters that combine, pages by key, totals of all found. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, Select, and_, exists, func, or_, select, tuple_

from db.database import Session
from db.schema import booking, booking_line, customer, desk, payment, refund


@dataclass(frozen=True, slots=True)
class BookingQuery:
    """What narrows the list; empty means all. `words` must all be found, each in one of the texts.

    A word of digits is also looked for at the end of the customer's number. `until` is not included.
    """

    words: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    kinds: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    tenders: frozenset[str] = frozenset()
    desk_codes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """How many bookings a query finds, their total, and when the first and the last of them were made."""

    count: int
    total_paise: int
    first_at: datetime | None
    last_at: datetime | None


def count_bookings(session: Session, query: BookingQuery) -> Found:
    """Return what a query finds in all."""
    made, moment = booking.c.reserved_at, booking.c.reserved_at.type
    statement = select(
        func.count().label("found"),
        func.coalesce(func.sum(booking.c.total_paise), 0).label("total_paise"),
        func.min(made, type_=moment).label("first_at"),
        func.max(made, type_=moment).label("last_at"),
    )
    row = session.execute(statement.select_from(booking).where(*_conditions(session, query))).one()
    return Found(int(row.found), int(row.total_paise), row.first_at, row.last_at)


def page_of_bookings(
    session: Session,
    query: BookingQuery,
    *,
    after: tuple[datetime, str] | None,
    rows_max: int,
) -> Sequence[Row[Any]]:
    """Return bookings, the newest first, from behind the (reserved_at, id) `after`."""
    statement = (
        _shown()
        .where(*_conditions(session, query))
        .order_by(booking.c.reserved_at.desc(), booking.c.id.desc())
        .limit(rows_max)
    )
    if after is not None:
        # The first condition is what an index on reserved_at alone can use.
        statement = statement.where(
            booking.c.reserved_at <= after[0], tuple_(booking.c.reserved_at, booking.c.id) < after
        )
    return session.execute(statement).all()


def _shown() -> Select[Any]:
    columns = (
        booking,
        desk.c.code.label("desk_code"),
        customer.c.name.label("customer_name"),
        customer.c.mobile.label("customer_mobile"),
    )
    return (
        select(*columns)
        .join(desk, desk.c.id == booking.c.desk_id)
        .join(customer, customer.c.id == booking.c.customer_id)
    )


def kinds_of(session: Session, booking_ids: Sequence[str]) -> Sequence[Row[Any]]:
    """Return (booking_id, kind), each pair once, as the lines come."""
    statement = (
        select(booking_line.c.booking_id, booking_line.c.kind)
        .where(booking_line.c.booking_id.in_(booking_ids))
        .group_by(booking_line.c.booking_id, booking_line.c.kind)
        .order_by(func.min(booking_line.c.number))
    )
    return session.execute(statement).all()


def paid_by_tender(session: Session, booking_ids: Sequence[str]) -> Sequence[Row[Any]]:
    """Return (booking_id, tender, paise) of what was captured."""
    statement = (
        select(payment.c.booking_id, payment.c.tender, func.sum(payment.c.amount_paise).label("paise"))
        .where(payment.c.booking_id.in_(booking_ids), payment.c.state == "captured")
        .group_by(payment.c.booking_id, payment.c.tender)
    )
    return session.execute(statement).all()


def refunded(session: Session, booking_ids: Sequence[str]) -> Sequence[Row[Any]]:
    """Return (booking_id, paise) of what has gone or is going back."""
    statement = (
        select(refund.c.booking_id, func.sum(refund.c.amount_paise).label("paise"))
        .where(refund.c.booking_id.in_(booking_ids), refund.c.state != "replaced")
        .group_by(refund.c.booking_id)
    )
    return session.execute(statement).all()


def _conditions(session: Session, query: BookingQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.since is not None:
        found.append(booking.c.reserved_at >= query.since)
    if query.until is not None:
        found.append(booking.c.reserved_at < query.until)
    if query.states:
        found.append(_in_state(session, query.states))
    if query.desk_codes:
        found.append(booking.c.desk_id.in_(select(desk.c.id).where(desk.c.code.in_(query.desk_codes))))
    if query.kinds:
        line_of = booking_line.c.booking_id == booking.c.id
        found.append(exists().where(line_of, booking_line.c.kind.in_(query.kinds)))
    if query.tenders:
        paid = payment.c.booking_id == booking.c.id, payment.c.state == "captured"
        found.append(exists().where(*paid, payment.c.tender.in_(query.tenders)))
    found.extend(_has_word(session, word) for word in query.words)
    return found


def _in_state(session: Session, states: frozenset[str]) -> ColumnElement[bool]:
    """A hold is over at its deadline, whether or not anybody has written it down."""
    choices: list[ColumnElement[bool]] = [booking.c.state.in_(states - {"held"})]
    if "held" in states:
        choices.append(and_(booking.c.state == "held", booking.c.expires_at > session.now))
    if "expired" in states:
        choices.append(and_(booking.c.state == "held", booking.c.expires_at <= session.now))
    return or_(*choices)


def _has_word(session: Session, word: str) -> ColumnElement[bool]:
    people = _contains(session, customer.c.name, word)
    if word.isdigit():
        people = or_(people, customer.c.mobile.endswith(word, autoescape=True))
    return or_(
        _contains(session, booking.c.reference, word),
        _contains(session, booking.c.title, word),
        booking.c.customer_id.in_(select(customer.c.id).where(people)),
    )


def _contains(session: Session, column: Column[str], word: str) -> ColumnElement[bool]:
    """Without regard to case; SQLite's LIKE has none by itself, and lower() would double its time."""
    if session.on_server:
        return column.icontains(word, autoescape=True)
    return column.contains(word, autoescape=True)
