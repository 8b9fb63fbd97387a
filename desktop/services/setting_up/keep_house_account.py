"""KeepHouseAccount, ChangeHouseAccount: which accounts take the house's own tenders."""

from db import house_accounts, journal
from db.actor import Actor
from db.database import Database
from db.house_accounts import HouseAccountRow, NewHouseAccount
from db.ids import HouseAccountId
from desktop.services.domain.house_accounts import (
    UPI_LIMIT_PAISE_MAX,
    HouseAccount,
    account_fault,
    plain_account,
)
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest
from desktop.services.steps.check_permission import check_permission


class ListHouseAccounts:
    """Read them all; those that take nothing any more, too."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[HouseAccount, ...]:
        """Return the accounts, those of one tender together, the oldest first."""
        with self._database.read() as session:
            return tuple(_shown(row) for row in house_accounts.list_all(session))


class KeepHouseAccount:
    """Enter an account. What papers name never changes: another name is another account."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, account: HouseAccount, *, actor: Actor) -> HouseAccountId:
        """Return its id; the same again is there already and stays as it is.

        Raises NotPermitted, and BadRequest for a field that can't be so or the name of another account of
        the tender.
        """
        wanted = plain_account(account)
        fault = account_fault(wanted)
        if fault is not None:
            raise BadRequest(f"{fault}", "malformed")
        with self._database.write(actor) as session:
            check_permission(session, ManagerAct.KEEP_HOUSE, f"account:{wanted.tender}:{wanted.name}")
            new = NewHouseAccount(
                wanted.tender,
                wanted.name,
                wanted.vpa,
                wanted.payee_name,
                wanted.last_four,
                wanted.bank,
                wanted.upi_limit_paise,
            )
            for row in house_accounts.list_all(session):
                is_named_so = row.tender is wanted.tender and row.name.lower() == wanted.name.lower()
                if is_named_so and row.is_active:
                    if _of(row) == _of(new):
                        return row.id
                    raise BadRequest("account_name", "taken")
            account_id = house_accounts.add(session, new)
            content = {"account": account_id, "tender": new.tender, "name": new.name}
            content |= {"vpa": new.vpa, "bank": new.bank, "last_four": new.last_four}
            journal.record(
                session, "HOUSE_ACCOUNT_OPENED", content | {"upi_limit_paise": new.upi_limit_paise}
            )
        return account_id


class ChangeHouseAccount:
    """Let an account take its tender or not, and set the limit of its code."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self, account_id: HouseAccountId, *, is_active: bool, upi_limit_paise: int, actor: Actor
    ) -> None:
        """The same again changes nothing. Raises NotPermitted, BadRequest."""
        if not 0 < upi_limit_paise <= UPI_LIMIT_PAISE_MAX:
            raise BadRequest("account_limit", "malformed")
        with self._database.write(actor) as session:
            row = house_accounts.find(session, account_id)
            if row is None:
                raise BadRequest("account", "unknown")
            if (row.is_active, row.upi_limit_paise) == (is_active, upi_limit_paise):
                return
            subject = f"account:{row.id}:{is_active}:{upi_limit_paise}"
            check_permission(session, ManagerAct.KEEP_HOUSE, subject)
            if not house_accounts.change(session, row, is_active=is_active, upi_limit_paise=upi_limit_paise):
                raise BadRequest("account", "changed")
            content: dict[str, object] = {"account": row.id, "tender": row.tender, "name": row.name}
            content |= {"is_active": is_active, "upi_limit_paise": upi_limit_paise}
            content |= {"was_active": row.is_active, "was_upi_limit_paise": row.upi_limit_paise}
            journal.record(session, "HOUSE_ACCOUNT_CHANGED", content)


def _of(row: NewHouseAccount) -> tuple[str, ...]:
    return row.tender, row.name, row.vpa, row.payee_name, row.last_four, row.bank


def _shown(row: HouseAccountRow) -> HouseAccount:
    return HouseAccount(
        tender=row.tender,
        name=row.name,
        vpa=row.vpa,
        payee_name=row.payee_name,
        last_four=row.last_four,
        bank=row.bank,
        upi_limit_paise=row.upi_limit_paise,
        is_active=row.is_active,
        id=row.id,
    )
