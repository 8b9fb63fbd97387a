"""The double-entry ledger. Positive amounts are debits; every entry adds up to zero.

Wallets and reserved wallets are what the house owes, so their kept balance is minus the sum of their
postings; it can't fall below zero. Every other balance is a sum, so that no row is hot.
"""

from collections.abc import Sequence

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.actor import Actor
from db.database import Session
from db.errors import BalanceTooLow, KeyUsed
from db.ids import AccountId, BookingId, CustomerId, EntryId, RequestKey, ShiftId
from db.keys import new_key
from db.prepared import Prepared
from db.schema import account, entry, posting, shift
from db.states import AccountKind

KEPT = (AccountKind.WALLET, AccountKind.RESERVED_WALLET)
Posting = tuple[AccountId, int]
# The customer of a wallet, the booking of a reserved wallet, the shift of a drawer.
Owner = CustomerId | BookingId | ShiftId

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
    found: AccountId | None = session.execute(FIND, {"kind": kind, "owner": owner_id or ""}).scalar()
    return found or open_account(session, kind, owner_id)


def balance_paise(session: Session, kind: AccountKind, owner_id: Owner) -> int:
    """Return the kept balance of a wallet or reserved wallet; 0 where there is none."""
    statement = select(account.c.balance_paise).where(account.c.kind == kind, account.c.owner_id == owner_id)
    return session.execute(statement).scalar() or 0


def open_shift_id(session: Session) -> ShiftId:
    """Return the shift whose drawer takes and gives the cash: the actor's, else the one open at the desk."""
    if session.actor.shift_id is not None:
        return session.actor.shift_id
    statement = select(shift.c.id).where(
        shift.c.desk_id == session.actor.desk_id, shift.c.closed_at.is_(None)
    )
    return ShiftId(session.execute(statement.order_by(shift.c.opened_at.desc()).limit(1)).scalar_one())


def is_open(session: Session, shift_id: ShiftId) -> bool:
    """Tell whether a shift is not closed yet."""
    statement = select(shift.c.id).where(shift.c.id == shift_id, shift.c.closed_at.is_(None))
    return session.execute(statement).first() is not None


def drawer_paise(session: Session, actor: Actor) -> int:
    """Return what the postings leave in the drawer of an actor's shift, else of the one open at the desk."""
    open_shift = select(shift.c.id).where(shift.c.desk_id == actor.desk_id, shift.c.closed_at.is_(None))
    newest = open_shift.order_by(shift.c.opened_at.desc()).limit(1).scalar_subquery()
    statement = (
        select(func.coalesce(func.sum(posting.c.amount_paise), 0))
        .join(account, account.c.id == posting.c.account_id)
        .where(account.c.kind == AccountKind.DRAWER, account.c.owner_id == (actor.shift_id or newest))
    )
    return int(session.execute(statement).scalar_one())


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
