"""Customers, found by telephone number or name."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, FromClause, and_, bindparam, case, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from db import ledger
from db.database import Session
from db.ids import BookingReference, CustomerId
from db.keys import new_key
from db.record import Shape
from db.schema import account, booking, customer
from db.search_key import search_key
from db.states import AccountKind, BuyerKind


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
    billing_name: str
    billing_address: str
    pin_code: str
    buyer_kind: BuyerKind | None
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
MERGED = customer.alias("merged")
# The customer of an id; of one that was made one with another, that other.
LIVING = (
    select(func.coalesce(MERGED.c.merged_into, MERGED.c.id)).where(MERGED.c.id == bindparam("id"))
).scalar_subquery()
BY_ID = SHOWN.where(customer.c.id == LIVING)
AS_STORED = SHOWN.where(customer.c.id == bindparam("id"))
LOCK = (
    select(customer.c.id, customer.c.merged_into)
    .where(customer.c.id == bindparam("id"))
    .with_for_update(key_share=True)
)
FOUND_MAX = 20


def find(session: Session, customer_id: CustomerId) -> CustomerRow | None:
    """Return a customer with the wallet's balance; for one that was merged, whom they were made one with."""
    return CUSTOMER.first(session.execute(BY_ID, {"id": customer_id}))


def find_as_stored(session: Session, customer_id: CustomerId) -> CustomerRow | None:
    """Return the row with this very id, merged or not."""
    return CUSTOMER.first(session.execute(AS_STORED, {"id": customer_id}))


def of_number(session: Session, number: str) -> list[CustomerRow]:
    """Return whose mobile this E.164 number is, or who is reached at this landline, by name."""
    return _found(session, _answers(lambda of: or_(of.c.mobile == number, of.c.landline == number)))


def _answers(test: Callable[[FromClause], ColumnElement[bool]]) -> ColumnElement[bool]:
    """Whether a test of numbers finds a customer by their own, or by one of a row merged into theirs."""
    living = select(func.coalesce(MERGED.c.merged_into, MERGED.c.id)).where(test(MERGED))
    return customer.c.id.in_(living)


def search(session: Session, *, digits: str = "", words: str = "") -> list[CustomerRow]:
    """Return customers whose number ends with `digits` or whose name has every word, by name."""
    tests = []
    if digits:
        tests.append(
            _answers(
                lambda of: or_(
                    *(number.endswith(digits, autoescape=True) for number in (of.c.mobile, of.c.landline))
                )
            )
        )
    if keys := search_key(words).split():
        tests.append(has_words(customer.c.search_key, keys))
    return _found(session, or_(*tests)) if tests else []


def has_words(column: ColumnElement[str], keys: list[str]) -> ColumnElement[bool]:
    """Whether a stored search key holds every one of these folded words, in any order."""
    return and_(*(column.contains(word, autoescape=True) for word in keys))


def _found(session: Session, test: ColumnElement[bool]) -> list[CustomerRow]:
    statement = (
        SHOWN.where(test, customer.c.merged_into.is_(None))
        .order_by(customer.c.name, customer.c.id)
        .limit(FOUND_MAX)
    )
    return CUSTOMER.list(session.execute(statement))


def find_by_mobile(session: Session, mobile: str) -> CustomerRow | None:
    """Return whose mobile this E.164 number is; a merged row's is that of whom it was made one with."""
    test = _answers(lambda of: of.c.mobile == mobile)
    return CUSTOMER.first(session.execute(SHOWN.where(test, customer.c.merged_into.is_(None))))


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


def save_buyer(
    session: Session,
    customer_id: CustomerId,
    *,
    gstin: str,
    state_code: str,
    buyer_kind: BuyerKind | None,
    billing_name: str,
    billing_address: str,
    pin_code: str,
) -> None:
    """Write down who a locked customer is to the tax, and what their papers bear of them."""
    values = {
        "gstin": gstin,
        "state_code": state_code,
        "buyer_kind": buyer_kind,
        "billing_name": billing_name,
        "billing_address": billing_address,
        "pin_code": pin_code,
    }
    session.execute(update(customer).where(customer.c.id == customer_id).values(values))


def lock(session: Session, customer_id: CustomerId) -> CustomerId:
    """Keep others from acting for this customer until the commit; return whom to act for.

    That is somebody else where the row was made one with theirs.
    """
    found = session.execute(LOCK, {"id": customer_id}).one_or_none()
    if found is None or found.merged_into is None:
        return customer_id
    return lock(session, CustomerId(found.merged_into))
