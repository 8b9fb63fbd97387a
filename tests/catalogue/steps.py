"""What catalogue tests do again and again."""

import json
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select

from db.database import Database, Session
from db.keys import new_key
from db.schema import booking, claim, customer, journal, metadata, quote
from desktop.services.domain.catalogue import Availability
from tests.actors import actor_of

TODAY = date(2026, 11, 22)


def count(database: Database, table: str) -> int:
    with database.read() as session:
        return len(session.execute(select(metadata.tables[table])).all())


def every_row(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """The whole content of the database, to see that nothing changed."""
    with database.read() as session:
        return {
            name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
            for name, table in metadata.tables.items()
        }


def tags(database: Database) -> list[tuple[str, dict[str, Any]]]:
    """The journal's tags with their content, oldest first."""
    with database.read() as session:
        rows = session.execute(select(journal).order_by(journal.c.number)).all()
    return [(row.tag, json.loads(row.content)) for row in rows]


def take(database: Database, seen: Availability, *names: str, until: datetime | None) -> str:
    """Put claims of a booking on the named units for every day seen; return the reference."""
    units = {cell.unit.name: cell.unit.id for cell in seen.cells}
    with database.write(actor_of(database)) as session:
        booking_id, reference = _booking(session, until)
        rows = [
            {
                "unit_id": units[name],
                "slot_id": sale.slot_id,
                "booking_id": booking_id,
                "expires_at": until,
                "home": session.home,
            }
            for name in names
            for sale in seen.days
        ]
        session.execute(insert(claim), rows)
    return reference


def _booking(session: Session, until: datetime | None) -> tuple[str, str]:
    customer_id, quote_id, booking_id = new_key(), new_key(), new_key()
    reference = f"BK-{booking_id[-6:].upper()}"
    ends = until or session.now + timedelta(seconds=600)
    home = {"home": session.home}
    zero = {"base_paise": 0, "discount_paise": 0, "fee_paise": 0, "tax_paise": 0, "total_paise": 0}
    session.execute(
        insert(customer),
        home | {"id": customer_id, "mobile": booking_id, "name": "Meera", "created_at": session.now},
    )
    session.execute(
        insert(quote), home | {"id": quote_id, "made_at": session.now, "content": "{}", "total_paise": 0}
    )
    row: dict[str, Any] = (
        home | zero | {"id": booking_id, "reference": reference, "quote_id": quote_id, "title": "stock"}
    )
    row |= {"customer_id": customer_id, "desk_id": session.actor.desk_id, "clerk": "asha", "line_count": 1}
    row |= {"state": "held" if until else "confirmed", "confirmed_at": None if until else session.now}
    row |= {"reserved_at": ends - timedelta(seconds=600), "expires_at": ends, "request_key": booking_id}
    session.execute(insert(booking), row)
    return booking_id, reference
