"""Whether a database is for practice or for real money: decided by its first start, and for good.

Practice fills wallets with money that nobody has paid, and its gateway takes none: a sale of practice that
was cancelled with real money would give away what never came in.
"""

from sqlalchemy import Connection, exists, insert, or_, select

from db.catalogue import SAMPLE_SETTING
from db.database import Session
from db.errors import DatabaseOfOtherMode
from db.schema import customer, document, entry, setting

SETTING = "mode"
PRACTICE, LIVE = "practice", "live"
# How the first balances of practice customers are named.
SAMPLE_REQUESTS = "sample:"


def claim_mode(connection: Connection, *, home: str, practice: bool) -> None:
    """Keep a database for practice or for real money. Raises DatabaseOfOtherMode when it is the other's.

    The caller's transaction must keep other starts waiting, and roll back on a refusal.
    """
    wanted = PRACTICE if practice else LIVE
    found = connection.execute(select(setting.c.value).where(setting.c.name == SETTING)).scalar()
    if found is None:
        found = used_for(connection) or wanted
        connection.execute(insert(setting), {"name": SETTING, "value": found, "home": home})
    if found != wanted:
        raise DatabaseOfOtherMode(practice=found == PRACTICE)


def is_claimed(connection: Connection, *, practice: bool) -> bool:
    """Whether the database is kept for this mode. Raises DatabaseOfOtherMode when it is the other's."""
    found = connection.execute(select(setting.c.value).where(setting.c.name == SETTING)).scalar()
    if found is not None and found != (PRACTICE if practice else LIVE):
        raise DatabaseOfOtherMode(practice=found == PRACTICE)
    return found is not None


def is_practice(connection: Connection) -> bool:
    """Whether a database is for practice; one that nobody has used yet is for nothing else so far."""
    found = connection.execute(select(setting.c.value).where(setting.c.name == SETTING)).scalar()
    return (found or used_for(connection)) != LIVE


def practises(session: Session) -> bool:
    """Whether the books of a session are for practice."""
    found = session.execute(select(setting.c.value).where(setting.c.name == SETTING)).scalar()
    return (found or used_for(session.connection)) != LIVE


def used_for(connection: Connection) -> str | None:
    """Return what a database of before the setting has been used for; None when nobody has used it.

    Every practice start makes customers with balances, so who is known without them is a customer.
    """
    practised = or_(
        exists().where(setting.c.name == SAMPLE_SETTING),
        exists().where(entry.c.request_key.startswith(SAMPLE_REQUESTS, autoescape=True)),
        exists().where(document.c.practice == 1),
    )
    if connection.execute(select(practised)).scalar():
        return PRACTICE
    used = or_(exists().where(customer.c.id.is_not(None)), exists().where(entry.c.id.is_not(None)))
    return LIVE if connection.execute(select(used)).scalar() else None
