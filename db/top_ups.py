"""Top-ups: cash that a customer put into the wallet, each with its own end."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, insert, select, update

from db.database import Session
from db.ids import CustomerId, EntryId, RequestKey, ShiftId, TopUpId
from db.keys import new_key
from db.record import Shape
from db.schema import entry, top_up


@dataclass(frozen=True, slots=True)
class TopUpRow:
    """A top-up as it is stored, with moment and key of its entry: see the tables for each column."""

    id: TopUpId
    customer_id: CustomerId
    amount_paise: int
    shift_id: ShiftId
    clerk: str
    made_at: datetime
    request_key: RequestKey
    reversed_at: datetime | None
    reverse_reason: str | None


TOP_UP = Shape(TopUpRow, top_up, made_at=entry.c.at, request_key=entry.c.request_key)


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


def _rows() -> Select[tuple[object, ...]]:
    return TOP_UP.select().join(entry, entry.c.id == top_up.c.entry_id)


def find(session: Session, top_up_id: TopUpId) -> TopUpRow | None:
    """Return a top-up."""
    return TOP_UP.first(session.execute(_rows().where(top_up.c.id == top_up_id)))


def get(session: Session, top_up_id: TopUpId) -> TopUpRow:
    """Return a top-up that is there."""
    return TOP_UP.one(session.execute(_rows().where(top_up.c.id == top_up_id)))


def find_by_request(session: Session, request_key: RequestKey) -> TopUpRow | None:
    """Return the top-up that the act with this key has made."""
    return TOP_UP.first(session.execute(_rows().where(entry.c.request_key == request_key)))


def find_reversed_by_request(session: Session, request_key: RequestKey) -> TopUpRow | None:
    """Return the top-up that the act with this key has taken back."""
    acts = select(entry.c.id).where(entry.c.request_key == request_key)
    return TOP_UP.first(session.execute(_rows().where(top_up.c.reversed_entry_id.in_(acts))))


def newest(session: Session, customer_id: CustomerId, most: int) -> list[TopUpRow]:
    """Return a customer's top-ups, the newest first."""
    statement = _rows().where(top_up.c.customer_id == customer_id)
    return TOP_UP.list(session.execute(statement.order_by(top_up.c.id.desc()).limit(most)))


def reverse(
    session: Session, top_up_id: TopUpId, *, entry_id: EntryId, shift_id: ShiftId, reason: str
) -> bool:
    """Note that a top-up was taken back out of a drawer by an entry; False when it was before."""
    values = {
        "reversed_entry_id": entry_id,
        "reversed_at": session.now,
        "reversed_by": session.actor.person,
        "reverse_reason": reason,
        "reversed_shift_id": shift_id,
    }
    statement = (
        update(top_up).where(top_up.c.id == top_up_id, top_up.c.reversed_at.is_(None)).values(**values)
    )
    return session.execute(statement).rowcount == 1
