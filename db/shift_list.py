"""Shifts as whoever looks after the desks reads them: open, closed, and accepted by a manager."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select, update

from db.catalogue_words import CountMoment
from db.database import Session
from db.ids import DeskId, DocumentId, PersonId, ShiftId
from db.record import Shape
from db.schema import cash_count, desk, shift, z_slip


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A shift with its close and its acceptance, as stored: see the table for each column."""

    id: ShiftId
    desk_id: DeskId
    desk_code: str
    clerk: str
    person_id: PersonId | None
    opened_at: datetime
    float_paise: int
    opening_difference_paise: int
    opening_reason: str
    has_drawer: bool
    closed_at: datetime | None
    closed_by: str | None
    counted_paise: int | None
    expected_paise: int | None
    to_safe_paise: int | None
    left_paise: int | None
    card_counted_paise: int | None
    seal_number: int | None
    seal_hash: str | None
    closing_note: str
    accepted_at: datetime | None
    accepted_by: str | None
    acceptance_note: str
    document_id: DocumentId | None


@dataclass(frozen=True, slots=True)
class CountRow:
    """Pieces of one worth."""

    worth_paise: int
    pieces: int


LISTED = Shape(ListedRow, shift, desk_code=desk.c.code, document_id=z_slip.c.document_id)
COUNT = Shape(CountRow, cash_count)
BOTH = (
    LISTED.select()
    .join(desk, desk.c.id == shift.c.desk_id)
    .outerjoin(z_slip, z_slip.c.shift_id == shift.c.id)
)


def newest(session: Session, *, closed_for: tuple[str, PersonId | None] | None, most: int) -> list[ListedRow]:
    """Return shifts, those that wait for somebody first, then the newest first.

    `closed_for`: name and id of a person; only the closed ones for whom they answered or that they closed.
    """
    statement = BOTH
    if closed_for is not None:
        name, person_id = closed_for
        is_own = shift.c.person_id == person_id if person_id else shift.c.clerk == name
        statement = statement.where(shift.c.closed_at.is_not(None), or_(is_own, shift.c.closed_by == name))
    waits_first = (shift.c.accepted_at.is_not(None), shift.c.opened_at.desc(), shift.c.id.desc())
    return LISTED.list(session.execute(statement.order_by(*waits_first).limit(most)))


def find(session: Session, shift_id: ShiftId) -> ListedRow | None:
    """Return a shift."""
    return LISTED.first(session.execute(BOTH.where(shift.c.id == shift_id)))


def lock(session: Session, shift_id: ShiftId) -> ListedRow | None:
    """Return a shift that nobody accepts before this transaction ends."""
    session.execute(select(shift.c.id).where(shift.c.id == shift_id).with_for_update(key_share=True))
    return find(session, shift_id)


def accept(session: Session, shift_id: ShiftId, note: str) -> bool:
    """Write down that a close is accepted; False where it was accepted before, or is open."""
    values = {"accepted_at": session.now, "accepted_by": session.actor.person, "acceptance_note": note}
    statement = (
        update(shift)
        .where(shift.c.id == shift_id, shift.c.closed_at.is_not(None), shift.c.accepted_at.is_(None))
        .values(values)
    )
    return session.execute(statement).rowcount == 1


def counts(session: Session, shift_id: ShiftId, moment: CountMoment) -> list[CountRow]:
    """Return what was counted, the largest worth first."""
    statement = COUNT.select().where(cash_count.c.shift_id == shift_id, cash_count.c.moment == moment)
    return COUNT.list(session.execute(statement.order_by(cash_count.c.worth_paise.desc())))
