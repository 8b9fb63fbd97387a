"""Shifts of desks: opened, sold into, counted and closed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, insert, select, update

from db.catalogue_words import CountMoment
from db.database import Session
from db.ids import DeskId, PersonId, ShiftId
from db.record import Shape
from db.schema import cash_count, desk, shift


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A shift as stored, with the code of its desk: see the table for each column."""

    id: ShiftId
    desk_id: DeskId
    desk_code: str
    clerk: str
    person_id: PersonId | None
    opened_at: datetime
    float_paise: int
    is_shared: bool
    has_drawer: bool
    opening_difference_paise: int
    opening_reason: str
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


@dataclass(frozen=True, slots=True)
class OpenShift:
    """The shift that takes and gives the money of a desk."""

    id: ShiftId
    person_id: PersonId | None
    clerk: str
    opened_at: datetime
    is_shared: bool
    has_drawer: bool


SHIFT = Shape(ShiftRow, shift, desk_code=desk.c.code)
OPEN = Shape(OpenShift, shift)


def _rows() -> Select[tuple[object, ...]]:
    return SHIFT.select().join(desk, desk.c.id == shift.c.desk_id)


def sell_into(session: Session, *, alone: bool = False) -> OpenShift | None:
    """Return the actor's shift, else the one open at the desk; None where it is closed, or there is none.

    It stays open until the end of this transaction: a close waits for it, and who comes after a close finds
    none. `alone`: whoever else sells into it waits as well.
    """
    given = session.actor.shift_id
    where = shift.c.desk_id == session.actor.desk_id if given is None else shift.c.id == given
    statement = (
        OPEN.select()
        .where(where, shift.c.closed_at.is_(None))
        .with_for_update(read=not alone, key_share=alone)
    )
    return OPEN.first(session.execute(statement))


def keep_open(session: Session, shift_id: ShiftId) -> bool:
    """Tell whether a shift is not closed; if so it stays open until the end of this transaction."""
    statement = select(shift.c.id).where(shift.c.id == shift_id, shift.c.closed_at.is_(None))
    return session.execute(statement.with_for_update(read=True)).first() is not None


def lock(session: Session, shift_id: ShiftId) -> ShiftRow | None:
    """Return a shift that nobody sells into, or closes, before this transaction ends."""
    session.execute(select(shift.c.id).where(shift.c.id == shift_id).with_for_update(key_share=True))
    return find(session, shift_id)


def find(session: Session, shift_id: ShiftId) -> ShiftRow | None:
    """Return a shift."""
    return SHIFT.first(session.execute(_rows().where(shift.c.id == shift_id)))


def find_open(session: Session, desk_id: DeskId) -> ShiftRow | None:
    """Return the open shift of a desk."""
    return SHIFT.first(
        session.execute(_rows().where(shift.c.desk_id == desk_id, shift.c.closed_at.is_(None)))
    )


def find_opened_at(session: Session, desk_id: DeskId, moment: datetime) -> ShiftRow | None:
    """Return the newest shift that was opened at a desk at this very moment."""
    found = _rows().where(shift.c.desk_id == desk_id, shift.c.opened_at == moment)
    return SHIFT.first(session.execute(found.order_by(shift.c.id.desc()).limit(1)))


def every_open(session: Session) -> list[ShiftRow]:
    """Return the open shifts of all desks, by their desks' codes."""
    return SHIFT.list(session.execute(_rows().where(shift.c.closed_at.is_(None)).order_by(desk.c.code)))


def add(
    session: Session,
    shift_id: ShiftId,
    *,
    desk_id: DeskId,
    clerk: str,
    person_id: PersonId | None,
    is_shared: bool,
    has_drawer: bool,
    float_paise: int,
    difference_paise: int,
    reason: str,
) -> None:
    """Open a shift."""
    values = {
        "id": shift_id,
        "desk_id": desk_id,
        "clerk": clerk,
        "person_id": person_id,
        "opened_at": session.now,
        "is_shared": is_shared,
        "has_drawer": has_drawer,
        "float_paise": float_paise,
        "opening_difference_paise": difference_paise,
        "opening_reason": reason,
        "home": session.home,
    }
    session.execute(insert(shift), values)


def close(
    session: Session,
    shift_id: ShiftId,
    *,
    counted_paise: int,
    expected_paise: int,
    to_safe_paise: int,
    left_paise: int,
    card_counted_paise: int | None,
    note: str,
) -> bool:
    """Close a shift; False when it was closed before."""
    values = {
        "closed_at": session.now,
        "closed_by": session.actor.person,
        "counted_paise": counted_paise,
        "expected_paise": expected_paise,
        "to_safe_paise": to_safe_paise,
        "left_paise": left_paise,
        "card_counted_paise": card_counted_paise,
        "closing_note": note,
    }
    statement = update(shift).where(shift.c.id == shift_id, shift.c.closed_at.is_(None)).values(values)
    return session.execute(statement).rowcount == 1


def seal(session: Session, shift_id: ShiftId, number: int, seal_hash: str) -> None:
    """Write down which record of the journal the close of a shift is, and its hash."""
    values = {"seal_number": number, "seal_hash": seal_hash}
    session.execute(update(shift).where(shift.c.id == shift_id).values(values))


def put_counts(session: Session, shift_id: ShiftId, moment: CountMoment, counts: Mapping[int, int]) -> None:
    """Write down how many notes and coins of each worth in paise were counted."""
    rows = [
        {
            "shift_id": shift_id,
            "moment": moment,
            "worth_paise": worth,
            "pieces": pieces,
            "home": session.home,
        }
        for worth, pieces in sorted(counts.items())
        if pieces
    ]
    if rows:
        session.execute(insert(cash_count), rows)


def counts(session: Session, shift_id: ShiftId, moment: CountMoment) -> dict[int, int]:
    """Return what was counted: pieces by worth in paise."""
    statement = select(cash_count.c.worth_paise, cash_count.c.pieces).where(
        cash_count.c.shift_id == shift_id, cash_count.c.moment == moment
    )
    return {row.worth_paise: row.pieces for row in session.execute(statement)}
