"""Customers, found by mobile number or name."""

from dataclasses import dataclass

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db import ledger
from db.database import Session
from db.ids import CustomerId
from db.keys import new_key
from db.record import Shape
from db.schema import account, customer
from db.states import AccountKind


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer with the wallet's balance."""

    id: CustomerId
    mobile: str
    name: str
    wallet_paise: int
    gstin: str
    state_code: str


CUSTOMER = Shape(CustomerRow, customer, wallet_paise=func.coalesce(account.c.balance_paise, 0))
SHOWN = CUSTOMER.select().outerjoin(
    account, (account.c.owner_id == customer.c.id) & (account.c.kind == AccountKind.WALLET)
)
BY_ID = SHOWN.where(customer.c.id == bindparam("id"))
LOCK = select(customer.c.id).where(customer.c.id == bindparam("id")).with_for_update(key_share=True)
FOUND_MAX = 20


def find(session: Session, customer_id: CustomerId) -> CustomerRow | None:
    """Return a customer with the wallet's balance."""
    return CUSTOMER.first(session.execute(BY_ID, {"id": customer_id}))


def search(session: Session, *, digits: str, words: str) -> list[CustomerRow]:
    """Return customers whose number ends with `digits` or whose name holds `words`; exact numbers first."""
    tests = []
    if digits:
        tests.append(customer.c.mobile.endswith(digits, autoescape=True))
    if words:
        tests.append(func.lower(customer.c.name).contains(words.lower(), autoescape=True))
    if not tests:
        return []
    statement = SHOWN.where(or_(*tests)).order_by(customer.c.name, customer.c.id).limit(FOUND_MAX)
    return CUSTOMER.list(session.execute(statement))


def save(session: Session, *, mobile: str, name: str) -> CustomerId:
    """Make the customer with this E.164 number, or give the one there is this name; return the id."""
    found = session.execute(
        select(customer.c.id, customer.c.name).where(customer.c.mobile == mobile)
    ).one_or_none()
    if found is not None:
        if name and found.name != name:
            session.execute(update(customer).where(customer.c.id == found.id).values(name=name))
        return CustomerId(found.id)
    customer_id = CustomerId(new_key())
    row = {"id": customer_id, "mobile": mobile, "name": name, "created_at": session.now, "home": session.home}
    make = postgresql.insert if session.on_server else sqlite.insert
    # Two desks may write down the same person at once: the second waits here and finds the first one's.
    statement = make(customer).values(row).on_conflict_do_nothing()
    if session.execute(statement.execution_options(preserve_rowcount=True)).rowcount != 1:
        return save(session, mobile=mobile, name=name)
    ledger.open_account(session, AccountKind.WALLET, customer_id)
    return customer_id


def save_buyer(session: Session, customer_id: CustomerId, *, gstin: str, state_code: str) -> bool:
    """Write down who the customer is to the tax; False where that was known already."""
    known = (customer.c.gstin == gstin) & (customer.c.state_code == state_code)
    statement = update(customer).where(customer.c.id == customer_id, ~known)
    return session.execute(statement.values(gstin=gstin, state_code=state_code)).rowcount == 1


def lock(session: Session, customer_id: CustomerId) -> None:
    """Keep others from acting for this customer until the commit."""
    session.execute(LOCK, {"id": customer_id}).all()
