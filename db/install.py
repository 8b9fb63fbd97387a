"""The rows without which nothing works: the node, this desk with its shift, and the accounts of the house."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, insert, select, text

from db.ids import DeskId
from db.journal import FIRST_HASH
from db.keys import new_key
from db.migrate import ADVISORY_LOCK, LATEST
from db.mode import claim_mode, is_claimed
from db.node_clock import wall_clock
from db.patience import LONG, OPTION
from db.schema import account, desk, node, person, shift
from db.states import AccountKind

# These have one for each owner; of every other kind the house has one.
OWNED = (
    AccountKind.WALLET,
    AccountKind.RESERVED_WALLET,
    AccountKind.DRAWER,
    AccountKind.NEXT_FLOAT,
    AccountKind.OWED_BY_COMPANIES,
)
HOUSE_ACCOUNTS = tuple(kind for kind in AccountKind if kind not in OWNED)


@dataclass(frozen=True, slots=True)
class Installed:
    """Who this program is in the database."""

    home: str
    desk_id: DeskId
    desk_code: str


def install(engine: Engine, *, desk_code: str, clerk: str, practice: bool | None = None) -> Installed:
    """Make sure that the node, the house accounts, the desk and an open shift exist; return who we are.

    Where the house keeps a list of its people, one of them counts the float and opens the shift instead.

    A desk says whether it will practise or take real money, and the database stays so; None asks nothing and
    decides nothing. Raises DatabaseOfOtherMode, and leaves nothing behind then.
    """
    with engine.connect().execution_options(reads_only=True) as connection:
        there = _find(connection, desk_code, practice=practice)
    # Nothing is written at an ordinary start: the books are looked at first.
    if there is not None:
        return there
    with engine.execution_options(**{OPTION: LONG}).begin() as connection:
        if connection.dialect.name == "postgresql":  # SQLite lets one write at a time anyway
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
        home = _node(connection)
        if practice is not None:
            claim_mode(connection, home=home, practice=practice)
        _house_accounts(connection, home)
        known = connection.execute(select(desk.c.id).where(desk.c.code == desk_code)).scalar()
        desk_id = _new_desk(connection, home, desk_code) if known is None else DeskId(known)
        open_shift = select(shift.c.id).where(shift.c.desk_id == desk_id, shift.c.closed_at.is_(None))
        if connection.execute(open_shift).scalar() is None and not _keeps_people(connection):
            _new_shift(connection, home, desk_id, clerk)
    return Installed(home, desk_id, desk_code)


def _find(connection: Connection, desk_code: str, *, practice: bool | None) -> Installed | None:
    """Return who we are, None where anything of it is missing. Raises DatabaseOfOtherMode."""
    home = connection.execute(select(node.c.id)).scalar()
    kinds = set(connection.execute(select(account.c.kind).where(account.c.owner_id == "")).scalars())
    is_open = (shift.c.desk_id == desk.c.id) & shift.c.closed_at.is_(None)
    find = select(desk.c.id, shift.c.id.is_not(None)).select_from(desk).outerjoin(shift, is_open)
    desk_id, has_shift = connection.execute(find.where(desk.c.code == desk_code)).one_or_none() or (
        None,
        False,
    )
    if not has_shift and not _keeps_people(connection):
        return None
    is_known = practice is None or is_claimed(connection, practice=practice)
    if home is None or desk_id is None or not is_known or not kinds.issuperset(HOUSE_ACCOUNTS):
        return None
    return Installed(str(home), DeskId(desk_id), desk_code)


def _keeps_people(connection: Connection) -> bool:
    return connection.execute(select(person.c.id).limit(1)).first() is not None


def _node(connection: Connection) -> str:
    found = connection.execute(select(node.c.id)).scalar()
    if found is not None:
        return str(found)
    home = new_key()
    row = {"id": home, "name": "main", "boot_id": "", "boot_nanoseconds": 0, "wall_at": wall_clock()}
    connection.execute(insert(node), row)
    return home


def _house_accounts(connection: Connection, home: str) -> None:
    there = set(connection.execute(select(account.c.kind).where(account.c.owner_id == "")).scalars())
    missing = [kind for kind in HOUSE_ACCOUNTS if kind not in there]
    for kind in missing:
        connection.execute(insert(account), {"id": new_key(), "kind": kind, "owner_id": "", "home": home})


def _new_desk(connection: Connection, home: str, code: str) -> DeskId:
    desk_id = DeskId(new_key())
    row = {"id": desk_id, "code": code, "name": f"Desk {code.removeprefix('D')}", "home": home}
    connection.execute(
        insert(desk), row | {"journal_number": 0, "journal_hash": FIRST_HASH, "schema": LATEST}
    )
    return desk_id


def _new_shift(connection: Connection, home: str, desk_id: DeskId, clerk: str) -> None:
    shift_id = new_key()
    row = {"id": shift_id, "desk_id": desk_id, "clerk": clerk, "opened_at": wall_clock(), "home": home}
    connection.execute(insert(shift), row | {"float_paise": 0})
    connection.execute(
        insert(account), {"id": new_key(), "kind": AccountKind.DRAWER, "owner_id": shift_id, "home": home}
    )
