"""Companies that may owe up to a limit, what they owe, and what they paid of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, cast, delete, func, insert, select, update

from db.database import Session
from db.ids import BookingReference, CustomerId, EntryId, RequestKey, ShiftId
from db.keys import new_key
from db.record import Shape, values_of
from db.schema import account, booking, company, company_receipt, entry, posting
from db.schema.columns import Whole
from db.states import AccountKind, Tender


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """A company as it is stored: see the table for each column."""

    customer_id: CustomerId
    limit_paise: int
    terms_days: int
    is_active: bool


@dataclass(frozen=True, slots=True)
class CompanyReceiptRow:
    """What a company paid, and under which key."""

    customer_id: CustomerId
    tender: Tender
    amount_paise: int
    reference: str | None
    taken_at: datetime
    request_key: RequestKey


@dataclass(frozen=True, slots=True)
class OwedMove:
    """One change of what a company owes: positive where it owes more. `kind` is that of the entry."""

    at: datetime
    kind: str
    paise: int
    reference: BookingReference | None
    tender: Tender | None
    slip: str | None


COMPANY = Shape(CompanyRow, company)
RECEIPT = Shape(CompanyReceiptRow, company_receipt)
MOVE = Shape(
    OwedMove,
    at=entry.c.at,
    kind=entry.c.kind,
    paise=posting.c.amount_paise,
    reference=booking.c.reference,
    tender=company_receipt.c.tender,
    slip=company_receipt.c.reference,
)
FIND = COMPANY.select().where(company.c.customer_id == bindparam("customer"))
LOCK = FIND.with_for_update()
OWED = (
    select(cast(func.coalesce(func.sum(posting.c.amount_paise), 0), Whole))
    .join(account, account.c.id == posting.c.account_id)
    .where(account.c.kind == AccountKind.OWED_BY_COMPANIES, account.c.owner_id == bindparam("customer"))
)


def find(session: Session, customer_id: CustomerId) -> CompanyRow | None:
    """Return a customer's terms as a company, if there are any."""
    return COMPANY.first(session.execute(FIND, {"customer": customer_id}))


def lock(session: Session, customer_id: CustomerId) -> CompanyRow | None:
    """Return them, and let no other desk change what the company owes until the commit."""
    return COMPANY.first(session.execute(LOCK, {"customer": customer_id}))


def save(session: Session, row: CompanyRow) -> None:
    """Write the terms of a company, in the place of those of before."""
    values = values_of(row)
    changed = session.execute(
        update(company).where(company.c.customer_id == row.customer_id).values(values)
    ).rowcount
    if not changed:
        session.execute(insert(company), {**values, "home": session.home})


def join(session: Session, gone: CustomerId, kept: CustomerId) -> None:
    """Let the terms of `kept` count for both; where it has none, those of `gone` go to it."""
    if find(session, kept) is None:
        session.execute(update(company).where(company.c.customer_id == gone).values(customer_id=kept))
    else:
        session.execute(delete(company).where(company.c.customer_id == gone))


def owed_paise(session: Session, customer_id: CustomerId) -> int:
    """Return what a customer owes on account, negative: what is owed to them."""
    return int(session.execute(OWED, {"customer": customer_id}).scalar_one())


def find_receipt(session: Session, request_key: RequestKey) -> CompanyReceiptRow | None:
    """Return what was taken under a key before."""
    return RECEIPT.first(
        session.execute(RECEIPT.select().where(company_receipt.c.request_key == request_key))
    )


def add_receipt(
    session: Session,
    *,
    entry_id: EntryId,
    customer_id: CustomerId,
    tender: Tender,
    amount_paise: int,
    reference: str | None,
    shift_id: ShiftId,
    request_key: RequestKey,
) -> str:
    """Write down what a company paid, which `entry_id` has posted; return its id."""
    receipt_id = new_key()
    row = {
        "id": receipt_id,
        "customer_id": customer_id,
        "entry_id": entry_id,
        "tender": tender,
        "amount_paise": amount_paise,
        "reference": reference,
        "shift_id": shift_id,
        "desk_id": session.actor.desk_id,
        "clerk": session.actor.person,
        "taken_at": session.now,
        "request_key": request_key,
        "home": session.home,
    }
    session.execute(insert(company_receipt), row)
    return receipt_id


def moves(session: Session, customer_id: CustomerId) -> list[OwedMove]:
    """Return every change of what a customer owes, the oldest first."""
    statement = (
        MOVE.select()
        .select_from(posting)
        .join(account, account.c.id == posting.c.account_id)
        .join(entry, entry.c.id == posting.c.entry_id)
        .outerjoin(booking, booking.c.id == entry.c.booking_id)
        .outerjoin(company_receipt, company_receipt.c.entry_id == entry.c.id)
        .where(account.c.kind == AccountKind.OWED_BY_COMPANIES, account.c.owner_id == customer_id)
        .order_by(entry.c.at, entry.c.id, posting.c.number)
    )
    return MOVE.list(session.execute(statement))
