"""The double-entry ledger. Positive amounts are debits; every entry adds up to zero.

Wallets and reserved wallets are what the house owes, so their kept balance is minus the sum of their
postings; it can't fall below zero. Every other balance is a sum, so that no row is hot.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.errors import BalanceTooLow, KeyUsed
from db.ids import AccountId, BookingId, CustomerId, DeskId, EntryId, RequestKey, ShiftId
from db.keys import new_key
from db.prepared import Prepared
from db.record import Shape
from db.schema import account, entry, posting
from db.states import AccountKind

KEPT = (AccountKind.WALLET, AccountKind.RESERVED_WALLET)
Posting = tuple[AccountId, int]
# Entries of a drawer at which no cash is put in or taken out: it was counted, or the books were wrong.
NO_HAND = frozenset(("tender_corrected", "shift_opened", "shift_closed"))
# The customer of a wallet, the booking of a reserved wallet, the shift of a drawer, the desk of a float.
Owner = CustomerId | BookingId | ShiftId | DeskId


@dataclass(frozen=True, slots=True)
class EntryRow:
    """The head of an entry."""

    id: EntryId
    kind: str
    desk_id: DeskId
    at: datetime


ENTRY_ROW = Shape(EntryRow, entry)
OF_HOUSE = select(account.c.kind, account.c.id).where(
    account.c.owner_id == "", account.c.kind.in_(bindparam("kinds", expanding=True))
)
FIND = select(account.c.id).where(
    account.c.kind == bindparam("kind"), account.c.owner_id == bindparam("owner")
)
ENTRY = {column.name: bindparam(column.name, type_=column.type) for column in entry.c}
WRITE = Prepared(
    lambda on_server: (
        (postgresql.insert if on_server else sqlite.insert)(entry).values(ENTRY).on_conflict_do_nothing()
    )
)
DEBIT = (
    update(account)
    .where(account.c.id == bindparam("account"), account.c.balance_paise >= bindparam("amount"))
    .values(balance_paise=account.c.balance_paise - bindparam("amount"))
)
BALANCES = select(account.c.id, account.c.balance_paise).where(
    account.c.id.in_(bindparam("ids", expanding=True)), account.c.balance_paise.is_not(None)
)


def open_account(session: Session, kind: AccountKind, owner_id: Owner | None) -> AccountId:
    """Open an account with nothing in it and return its id."""
    account_id = AccountId(new_key())
    balance = 0 if kind in KEPT else None
    row = {
        "id": account_id,
        "kind": kind,
        "owner_id": owner_id or "",
        "balance_paise": balance,
        "home": session.home,
    }
    session.execute(insert(account), row)
    return account_id


def get_account(session: Session, kind: AccountKind, owner_id: Owner | None = None) -> AccountId:
    """Return the account of `kind` for its owner, opened where there is none; the house's own have none."""
    known: AccountId | None = session.execute(FIND, {"kind": kind, "owner": owner_id or ""}).scalar()
    found = known or open_account(session, kind, owner_id)
    if kind is AccountKind.DRAWER:
        session.drawers.add(found)
    return found


def get_accounts(session: Session, *kinds: AccountKind) -> list[AccountId]:
    """Return the house's own accounts of these kinds, in their order, read at once."""
    found: dict[str, AccountId] = {row.kind: row.id for row in session.execute(OF_HOUSE, {"kinds": kinds})}
    return [found.get(kind) or open_account(session, kind, None) for kind in kinds]


def balance_paise(session: Session, kind: AccountKind, owner_id: Owner) -> int:
    """Return the kept balance of a wallet or reserved wallet; 0 where there is none."""
    statement = select(account.c.balance_paise).where(account.c.kind == kind, account.c.owner_id == owner_id)
    return session.execute(statement).scalar() or 0


def posted_paise(session: Session, kind: AccountKind, owner_id: Owner) -> int:
    """Return what the postings leave on the account of an owner: in a drawer, of a float, owed."""
    statement = (
        select(func.coalesce(func.sum(posting.c.amount_paise), 0))
        .join(account, account.c.id == posting.c.account_id)
        .where(account.c.kind == kind, account.c.owner_id == owner_id)
    )
    return int(session.execute(statement).scalar_one())


def find_entry(session: Session, request_key: RequestKey) -> EntryRow | None:
    """Return the entry that the act with this key has posted."""
    return ENTRY_ROW.first(session.execute(ENTRY_ROW.select().where(entry.c.request_key == request_key)))


def post(
    session: Session,
    kind: str,
    postings: Sequence[Posting],
    *,
    booking_id: BookingId | None = None,
    request_key: RequestKey | None = None,
) -> EntryId:
    """Write one entry of (account id, paise) and return its id. Zero amounts are left out.

    Raises BalanceTooLow when a kept balance would fall below zero, KeyUsed when an entry of whatever kind has
    the request key, ValueError when the sum is not zero.
    """
    moved = [(account_id, paise) for account_id, paise in postings if paise]
    if sum(paise for _, paise in moved) != 0:
        raise ValueError(f"the postings of {kind} do not add up to zero")
    entry_id = EntryId(new_key())
    head = {
        "id": entry_id,
        "kind": kind,
        "booking_id": booking_id,
        "at": session.now,
        "desk_id": session.actor.desk_id,
        "clerk": session.actor.person,
    }
    head |= {"request_key": request_key, "home": session.home}
    if WRITE.run(session, head).rowcount != 1:
        raise KeyUsed(_moved_under(session, request_key))
    if not moved:
        return entry_id
    rows = [
        {
            "entry_id": entry_id,
            "number": number,
            "account_id": account_id,
            "amount_paise": paise,
            "home": session.home,
        }
        for number, (account_id, paise) in enumerate(moved, start=1)
    ]
    session.execute(insert(posting), rows)
    if kind not in NO_HAND and any(account_id in session.drawers for account_id, _ in moved):
        session.opens_drawer = True
    _keep_balances(session, moved)
    return entry_id


def _moved_under(session: Session, request_key: RequestKey | None) -> int:
    statement = (
        select(func.coalesce(func.sum(posting.c.amount_paise), 0))
        .join(entry, entry.c.id == posting.c.entry_id)
        .where(entry.c.request_key == request_key, posting.c.amount_paise > 0)
    )
    return int(session.execute(statement).scalar_one())


def _keep_balances(session: Session, moved: Sequence[Posting]) -> None:
    kept = {row.id for row in session.execute(BALANCES, {"ids": sorted({a for a, _ in moved})})}
    # One order for every program, so that two entries never wait for each other crosswise.
    for account_id in sorted(kept):
        amount = sum(paise for other, paise in moved if other == account_id)
        if session.execute(DEBIT, {"account": account_id, "amount": amount}).rowcount != 1:
            left = session.execute(select(account.c.balance_paise).where(account.c.id == account_id)).scalar()
            raise BalanceTooLow(account_id, amount, left or 0)
