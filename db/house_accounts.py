"""Accounts of the house for its own tenders; a row that papers name never changes its names."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import insert, select, update

from db.database import Session
from db.ids import HouseAccountId
from db.keys import new_key
from db.record import Shape, values_of
from db.schema import house_account
from db.states import Tender


@dataclass(frozen=True, slots=True)
class NewHouseAccount:
    """What an account is entered with: see the table for each column."""

    tender: Tender
    name: str
    vpa: str
    payee_name: str
    last_four: str
    bank: str
    upi_limit_paise: int


@dataclass(frozen=True, slots=True)
class HouseAccountRow(NewHouseAccount):
    """An account as it is stored."""

    id: HouseAccountId
    is_active: bool


HOUSE_ACCOUNT = Shape(HouseAccountRow, house_account)


def list_all(session: Session) -> list[HouseAccountRow]:
    """Return every account, those of one tender together, the oldest first."""
    statement = HOUSE_ACCOUNT.select().order_by(house_account.c.tender, house_account.c.id)
    return HOUSE_ACCOUNT.list(session.execute(statement))


def active_ids(session: Session, tender: Tender) -> list[HouseAccountId]:
    """Return the accounts that take a tender now, the oldest first."""
    takes_it = (house_account.c.tender == tender) & (house_account.c.is_active == 1)
    statement = select(house_account.c.id).where(takes_it)
    return [row.id for row in session.execute(statement.order_by(house_account.c.id))]


def find(session: Session, account_id: HouseAccountId) -> HouseAccountRow | None:
    """Return an account."""
    return HOUSE_ACCOUNT.first(
        session.execute(HOUSE_ACCOUNT.select().where(house_account.c.id == account_id))
    )


def names(session: Session, ids: Collection[HouseAccountId | None]) -> dict[HouseAccountId, str]:
    """Return what accounts are called; nothing is asked for none."""
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    statement = select(house_account.c.id, house_account.c.name).where(house_account.c.id.in_(wanted))
    return {row.id: row.name for row in session.execute(statement)}


def add(session: Session, new: NewHouseAccount) -> HouseAccountId:
    """Enter an account that takes its tender from now on; return its id."""
    account_id = HouseAccountId(new_key())
    row = {"id": account_id, **values_of(new), "created_at": session.now, "home": session.home}
    session.execute(insert(house_account), row)
    return account_id


def change(session: Session, row: HouseAccountRow, *, is_active: bool, upi_limit_paise: int) -> bool:
    """Let an account take its tender or not, up to a limit; False when another desk has changed it."""
    known = (
        (house_account.c.id == row.id)
        & (house_account.c.is_active == row.is_active)
        & (house_account.c.upi_limit_paise == row.upi_limit_paise)
    )
    values = {"is_active": is_active, "upi_limit_paise": upi_limit_paise}
    return session.execute(update(house_account).where(known).values(values)).rowcount == 1
