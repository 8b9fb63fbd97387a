"""Top-ups: cash that a customer put into the wallet, each with its own end."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert

from db.database import Session
from db.ids import CustomerId, EntryId, RequestKey, ShiftId, TopUpId
from db.keys import new_key
from db.record import Shape
from db.schema import entry, top_up


@dataclass(frozen=True, slots=True)
class TopUpRow:
    """A top-up as it is stored: see the table for each column."""

    id: TopUpId
    entry_id: EntryId
    customer_id: CustomerId
    amount_paise: int
    shift_id: ShiftId
    clerk: str
    reversed_at: datetime | None
    reversed_by: str | None
    reverse_reason: str | None


TOP_UP = Shape(TopUpRow, top_up)


def add(
    session: Session, *, entry_id: EntryId, customer_id: CustomerId, amount_paise: int, shift_id: ShiftId
) -> TopUpId:
    """Write down a top-up that `entry_id` has posted; return its id."""
    top_up_id = TopUpId(new_key())
    values = {
        "id": top_up_id,
        "entry_id": entry_id,
        "customer_id": customer_id,
        "amount_paise": amount_paise,
        "shift_id": shift_id,
        "clerk": session.actor.person,
        "home": session.home,
    }
    session.execute(insert(top_up), values)
    return top_up_id


def find_by_request(session: Session, request_key: RequestKey) -> TopUpRow | None:
    """Return the top-up that the act with this key has made."""
    statement = TOP_UP.select().join(entry, entry.c.id == top_up.c.entry_id)
    return TOP_UP.first(session.execute(statement.where(entry.c.request_key == request_key)))
