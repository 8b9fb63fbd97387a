"""The series of papers, with the last number of each."""

from dataclasses import dataclass

from db.database import Session
from db.record import Shape
from db.schema import desk, series


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series: `kind` with the registration behind a colon, `year` a financial year."""

    desk_code: str
    kind: str
    year: int
    last_number: int


SERIES = Shape(SeriesRow, series, desk_code=desk.c.code)


def every(session: Session) -> list[SeriesRow]:
    """Return every series, the fullest first."""
    order = (series.c.last_number.desc(), desk.c.code, series.c.kind, series.c.year.desc())
    statement = SERIES.select().join(desk, desk.c.id == series.c.desk_id).order_by(*order)
    return SERIES.list(session.execute(statement))
