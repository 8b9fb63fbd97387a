"""Everything that the database holds about one booking: changes and movements of money. Reads only."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, or_, select

from db.database import Session
from db.schema import account, desk, entry, gateway_money, journal, open_case, posting


def records(session: Session, booking_id: str) -> Sequence[Row[Any]]:
    """Return a booking's journal records with the code of their desk."""
    statement = (
        select(journal, desk.c.code.label("desk_code"))
        .join(desk, desk.c.id == journal.c.desk_id)
        .where(journal.c.booking_id == booking_id)
    )
    return session.execute(statement.order_by(journal.c.at, journal.c.desk_id, journal.c.number)).all()


def postings(session: Session, booking_id: str) -> Sequence[Row[Any]]:
    """Return a booking's postings, entry by entry, with the kinds of entry and account."""
    statement = (
        select(
            entry.c.id,
            entry.c.kind,
            entry.c.at,
            desk.c.code.label("desk_code"),
            account.c.kind.label("account"),
            posting.c.amount_paise,
        )
        .join(posting, posting.c.entry_id == entry.c.id)
        .join(account, account.c.id == posting.c.account_id)
        .join(desk, desk.c.id == entry.c.desk_id)
        .where(entry.c.booking_id == booking_id)
    )
    return session.execute(statement.order_by(entry.c.at, entry.c.id, posting.c.number)).all()


def found_money(session: Session, booking_id: str) -> Sequence[Row[Any]]:
    """Return the gateway's money that was found for a booking."""
    statement = select(gateway_money).where(gateway_money.c.booking_id == booking_id)
    return session.execute(
        statement.order_by(gateway_money.c.found_at, gateway_money.c.gateway_payment_id)
    ).all()


def open_cases(session: Session, booking_id: str) -> Sequence[Row[Any]]:
    """Return the cases that staff had or have to decide about a booking, open or not."""
    of_money = select(gateway_money.c.gateway_payment_id).where(gateway_money.c.booking_id == booking_id)
    statement = select(open_case).where(
        or_(open_case.c.booking_id == booking_id, open_case.c.gateway_payment_id.in_(of_money))
    )
    return session.execute(statement.order_by(open_case.c.opened_at, open_case.c.id)).all()
