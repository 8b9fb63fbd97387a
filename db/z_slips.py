"""Z slips: what a close says on paper, kept as it was when the shift was sealed."""

from dataclasses import dataclass

from sqlalchemy import insert, select

from db.database import Session
from db.ids import DeskId, DocumentId, ShiftId
from db.record import Shape
from db.schema import series, z_slip


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A slip as stored; `content` is JSON."""

    shift_id: ShiftId
    content: str


SLIP = Shape(SlipRow, z_slip)


def add(session: Session, document_id: DocumentId, shift_id: ShiftId, content: str) -> None:
    """Keep what a Z slip says, as JSON."""
    values = {"document_id": document_id, "shift_id": shift_id, "content": content, "home": session.home}
    session.execute(insert(z_slip), values)


def find(session: Session, document_id: DocumentId) -> SlipRow | None:
    """Return what a Z slip says."""
    return SLIP.first(session.execute(SLIP.select().where(z_slip.c.document_id == document_id)))


def of_shift(session: Session, shift_id: ShiftId) -> DocumentId | None:
    """Return the slip of a closed shift."""
    return session.execute(select(z_slip.c.document_id).where(z_slip.c.shift_id == shift_id)).scalar()


def last_numbers(session: Session, desk_id: DeskId) -> list[tuple[str, int, int]]:
    """Return the last number of each of a desk's series, with its name and year."""
    columns = (series.c.kind, series.c.year, series.c.last_number)
    statement = select(*columns).where(series.c.desk_id == desk_id).order_by(series.c.year, series.c.kind)
    return [(row.kind, row.year, row.last_number) for row in session.execute(statement)]
