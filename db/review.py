"""The manager's list: filters that combine, pages by key, totals of all found. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, ColumnElement, and_, case, cast, exists, func, or_, select, tuple_

from db.customers import has_words
from db.database import Session
from db.deposits import BALANCE
from db.ids import BookingId, BookingReference
from db.record import Shape
from db.refunds import OF_SALE
from db.schema import booking, booking_line, customer, desk, document, house_account, payment, refund
from db.schema.columns import Whole
from db.search_key import search_key
from db.states import BookingState, Kind, PaymentState, Tender


@dataclass(frozen=True, slots=True)
class BookingQuery:
    """What narrows the list; empty means all. `words` must all be found, each in one of the texts.

    Names of customers and guests are compared by their search keys. A word of digits is also looked for at
    the end of the customer's number. `paper_number` is that of a receipt, ticket or voucher;
    `until` is not included.
    """

    words: tuple[str, ...] = ()
    paper_number: str = ""
    since: datetime | None = None
    until: datetime | None = None
    kinds: frozenset[Kind] = frozenset()
    states: frozenset[BookingState] = frozenset()
    tenders: frozenset[Tender] = frozenset()
    desk_codes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """How many bookings a query finds, when the first and the last of them were made, and what was sold.

    `total_paise` is of those that were sold, cancelled later or not; a hold that came to nothing is no sale,
    it is in `unsold_paise`: both together are the totals of all rows.
    """

    count: int
    total_paise: int
    unsold_paise: int
    first_at: datetime | None
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class ListedBooking:
    """A booking as the list shows it; `state` as it is written down."""

    id: BookingId
    reference: BookingReference
    reserved_at: datetime
    expires_at: datetime
    state: BookingState
    confirmed_at: datetime | None
    title: str
    clerk: str
    total_paise: int
    desk_code: str
    customer_name: str
    customer_mobile: str
    balance_paise: int


@dataclass(frozen=True, slots=True)
class SoldKind:
    """A kind of which a booking has a line."""

    booking_id: BookingId
    kind: Kind


@dataclass(frozen=True, slots=True)
class Captured:
    """What a booking took by one tender, and in which account of the house it is, '' without."""

    booking_id: BookingId
    tender: Tender
    account: str
    paise: int


@dataclass(frozen=True, slots=True)
class GivenBack:
    """What of a booking has gone or is going back."""

    booking_id: BookingId
    paise: int


LISTED = Shape(
    ListedBooking,
    booking,
    desk_code=desk.c.code,
    balance_paise=BALANCE,
    customer_name=customer.c.name,
    customer_mobile=func.coalesce(customer.c.mobile, customer.c.landline, ""),
)
SOLD_KIND = Shape(SoldKind, booking_line)
# PostgreSQL's sum of whole numbers is a decimal.
ACCOUNT = func.coalesce(house_account.c.name, "")
CAPTURED = Shape(Captured, payment, account=ACCOUNT, paise=cast(func.sum(payment.c.amount_paise), Whole))
SOLD_PAISE = case((booking.c.confirmed_at.is_not(None), booking.c.total_paise), else_=0)
# Whoever asks names the bookings, so that none is empty.
GIVEN_BACK = Shape(
    GivenBack, booking_id=refund.c.booking_id, paise=cast(func.sum(refund.c.amount_paise), Whole)
)


def count_bookings(session: Session, query: BookingQuery) -> Found:
    """Return what a query finds in all."""
    made, moment = booking.c.reserved_at, booking.c.reserved_at.type
    statement = select(
        func.count().label("found"),
        func.coalesce(func.sum(SOLD_PAISE), 0).label("total_paise"),
        func.coalesce(func.sum(booking.c.total_paise - SOLD_PAISE), 0).label("unsold_paise"),
        func.min(made, type_=moment).label("first_at"),
        func.max(made, type_=moment).label("last_at"),
    )
    row = session.execute(statement.select_from(booking).where(*_conditions(session, query))).one()
    sold, unsold = int(row.total_paise), int(row.unsold_paise)
    return Found(int(row.found), sold, unsold, row.first_at, row.last_at)


def page_of_bookings(
    session: Session,
    query: BookingQuery,
    *,
    after: tuple[datetime, BookingId] | None,
    rows_max: int,
) -> list[ListedBooking]:
    """Return bookings, the newest first, from behind the (reserved_at, id) `after`."""
    statement = (
        LISTED.select()
        .join(desk, desk.c.id == booking.c.desk_id)
        .join(customer, customer.c.id == booking.c.customer_id)
        .where(*_conditions(session, query))
        .order_by(booking.c.reserved_at.desc(), booking.c.id.desc())
        .limit(rows_max)
    )
    if after is not None:
        # The first condition is what an index on reserved_at alone can use.
        statement = statement.where(
            booking.c.reserved_at <= after[0], tuple_(booking.c.reserved_at, booking.c.id) < after
        )
    return LISTED.list(session.execute(statement))


def kinds_of(session: Session, booking_ids: Sequence[BookingId]) -> list[SoldKind]:
    """Return the kinds of bookings, each pair once, as the lines come."""
    statement = (
        SOLD_KIND.select()
        .where(booking_line.c.booking_id.in_(booking_ids))
        .group_by(booking_line.c.booking_id, booking_line.c.kind)
        .order_by(func.min(booking_line.c.number))
    )
    return SOLD_KIND.list(session.execute(statement))


def paid_by_tender(session: Session, booking_ids: Sequence[BookingId]) -> list[Captured]:
    """Return what was captured, booking by booking and tender by tender."""
    statement = (
        CAPTURED.select()
        .select_from(payment.outerjoin(house_account, house_account.c.id == payment.c.house_account_id))
        .where(payment.c.booking_id.in_(booking_ids), payment.c.state == PaymentState.CAPTURED)
        .group_by(payment.c.booking_id, payment.c.tender, ACCOUNT)
    )
    return CAPTURED.list(session.execute(statement))


def refunded(session: Session, booking_ids: Sequence[BookingId]) -> list[GivenBack]:
    """Return what of the sale has gone or is going back, booking by booking."""
    statement = (
        GIVEN_BACK.select().where(refund.c.booking_id.in_(booking_ids), OF_SALE).group_by(refund.c.booking_id)
    )
    return GIVEN_BACK.list(session.execute(statement))


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
        paid = payment.c.booking_id == booking.c.id, payment.c.state == PaymentState.CAPTURED
        found.append(exists().where(*paid, payment.c.tender.in_(query.tenders)))
    if query.paper_number:
        of_paper = select(document.c.booking_id).where(document.c.number == query.paper_number)
        found.append(booking.c.id.in_(of_paper))
    found.extend(_has_word(session, word) for word in query.words)
    return found


def _in_state(session: Session, states: frozenset[BookingState]) -> ColumnElement[bool]:
    """A hold is over at its deadline, whether or not anybody has written it down."""
    choices: list[ColumnElement[bool]] = [booking.c.state.in_(states - {BookingState.HELD})]
    if BookingState.HELD in states:
        choices.append(and_(booking.c.state == BookingState.HELD, booking.c.expires_at > session.now))
    if BookingState.EXPIRED in states:
        choices.append(and_(booking.c.state == BookingState.HELD, booking.c.expires_at <= session.now))
    return or_(*choices)


def _has_word(session: Session, word: str) -> ColumnElement[bool]:
    people = []
    tests = [_contains(session, booking.c.reference, word), _contains(session, booking.c.title, word)]
    if keys := search_key(word).split():
        people.append(has_words(customer.c.search_key, keys))
        # Empty keys are in no index: whoever looks for a guest leaves them out.
        named = select(booking_line.c.booking_id).where(booking_line.c.search_key != "")
        tests.append(booking.c.id.in_(named.where(has_words(booking_line.c.search_key, keys))))
    if word.lstrip("+").isdecimal():
        numbers = (customer.c.mobile, customer.c.landline)
        people += [number.endswith(word, autoescape=True) for number in numbers]
    if people:
        tests.append(booking.c.customer_id.in_(select(customer.c.id).where(or_(*people))))
    return or_(*tests)


def _contains(session: Session, column: Column[str], word: str) -> ColumnElement[bool]:
    """Without regard to case; SQLite's LIKE has none by itself, and lower() would double its time."""
    if session.on_server:
        return column.icontains(word, autoescape=True)
    return column.contains(word, autoescape=True)
