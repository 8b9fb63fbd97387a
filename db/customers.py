"""Customers, found by telephone number or name."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, bindparam, case, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from db import ledger
from db.database import Session
from db.ids import BookingReference, CustomerId
from db.keys import new_key
from db.record import Shape
from db.schema import account, booking, customer
from db.search_key import search_key
from db.states import AccountKind


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer with the wallet's balance; at most one of the numbers.

    `last_reference`: of the booking made last, for who has no mobile number to be told by.
    """

    id: CustomerId
    mobile: str | None
    landline: str | None
    name: str
    wallet_paise: int
    gstin: str
    state_code: str
    last_reference: BookingReference | None


LAST = (
    select(booking.c.reference)
    .where(booking.c.customer_id == customer.c.id)
    .order_by(booking.c.reserved_at.desc(), booking.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
CUSTOMER = Shape(
    CustomerRow,
    customer,
    wallet_paise=func.coalesce(account.c.balance_paise, 0),
    last_reference=case((customer.c.mobile.is_(None), LAST)),
)
SHOWN = CUSTOMER.select().outerjoin(
    account, (account.c.owner_id == customer.c.id) & (account.c.kind == AccountKind.WALLET)
)
BY_ID = SHOWN.where(customer.c.id == bindparam("id"))
LOCK = select(customer.c.id).where(customer.c.id == bindparam("id")).with_for_update(key_share=True)
FOUND_MAX = 20


def find(session: Session, customer_id: CustomerId) -> CustomerRow | None:
    """Return a customer with the wallet's balance."""
    return CUSTOMER.first(session.execute(BY_ID, {"id": customer_id}))


def of_number(session: Session, number: str) -> list[CustomerRow]:
    """Return whose mobile this E.164 number is, or who is reached at this landline, by name."""
    return _found(session, or_(customer.c.mobile == number, customer.c.landline == number))


def search(session: Session, *, digits: str = "", words: str = "") -> list[CustomerRow]:
    """Return customers whose number ends with `digits` or whose name has every word, by name."""
    tests = []
    if digits:
        tests += [
            number.endswith(digits, autoescape=True) for number in (customer.c.mobile, customer.c.landline)
        ]
    if keys := search_key(words).split():
        tests.append(has_words(customer.c.search_key, keys))
    return _found(session, or_(*tests)) if tests else []


def has_words(column: ColumnElement[str], keys: list[str]) -> ColumnElement[bool]:
    """Whether a stored search key holds every one of these folded words, in any order."""
    return and_(*(column.contains(word, autoescape=True) for word in keys))


def _found(session: Session, test: ColumnElement[bool]) -> list[CustomerRow]:
    statement = SHOWN.where(test).order_by(customer.c.name, customer.c.id).limit(FOUND_MAX)
    return CUSTOMER.list(session.execute(statement))


def find_by_mobile(session: Session, mobile: str) -> CustomerRow | None:
    """Return whose mobile this E.164 number is."""
    return CUSTOMER.first(session.execute(SHOWN.where(customer.c.mobile == mobile)))


def rename(session: Session, customer_id: CustomerId, name: str) -> None:
    """Give a customer another name."""
    values = {"name": name, "search_key": search_key(name)}
    session.execute(update(customer).where(customer.c.id == customer_id).values(values))


def add(session: Session, *, mobile: str | None, landline: str | None, name: str) -> CustomerId | None:
    """Make a customer and return the id; None when somebody has this mobile number already.

    Who has a mobile number has a wallet.
    """
    customer_id = CustomerId(new_key())
    row = {
        "id": customer_id,
        "mobile": mobile,
        "landline": landline,
        "name": name,
        "search_key": search_key(name),
        "created_at": session.now,
        "home": session.home,
    }
    make = postgresql.insert if session.on_server else sqlite.insert
    # Two desks may write down the same person at once: the second waits here and finds the first one's.
    statement = make(customer).values(row).on_conflict_do_nothing()
    if session.execute(statement.execution_options(preserve_rowcount=True)).rowcount != 1:
        return None
    if mobile:
        ledger.open_account(session, AccountKind.WALLET, customer_id)
    return customer_id


def give_mobile(session: Session, customer_id: CustomerId, mobile: str) -> bool:
    """Give this E.164 number and a wallet to whoever has none; False when somebody has the number already."""
    statement = update(customer).where(customer.c.id == customer_id, customer.c.mobile.is_(None))
    try:
        # Another desk may give it to somebody else at once: then the database refuses the second.
        with session.connection.begin_nested():
            given = session.execute(statement.values(mobile=mobile, landline=None)).rowcount == 1
    except IntegrityError:
        return False
    if given:
        ledger.open_account(session, AccountKind.WALLET, customer_id)
    return given


def give_landline(session: Session, customer_id: CustomerId, landline: str | None) -> bool:
    """Write down at which E.164 number somebody without a mobile is called back, or that there is none."""
    statement = update(customer).where(customer.c.id == customer_id, customer.c.mobile.is_(None))
    return session.execute(statement.values(landline=landline)).rowcount == 1


def save_buyer(session: Session, customer_id: CustomerId, *, gstin: str, state_code: str) -> bool:
    """Write down who the customer is to the tax; False where that was known already."""
    known = (customer.c.gstin == gstin) & (customer.c.state_code == state_code)
    statement = update(customer).where(customer.c.id == customer_id, ~known)
    return session.execute(statement.values(gstin=gstin, state_code=state_code)).rowcount == 1


def lock(session: Session, customer_id: CustomerId) -> None:
    """Keep others from acting for this customer until the commit."""
    session.execute(LOCK, {"id": customer_id}).all()
