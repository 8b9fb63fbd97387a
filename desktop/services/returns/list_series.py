"""ListSeries: the last number of each series, and which of them run out of figures."""

from db import series_list, taxes
from db.database import Database
from db.document_kinds import kind_of, number_of
from desktop.services.domain.returns import SeriesState


class ListSeries:
    """Read every series of every desk, the fullest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[SeriesState, ...]:
        """Return each series with its last number as it stands on paper."""
        with self._database.read() as session:
            rows = series_list.every(session)
            digits = taxes.series_digits(taxes.registrations(session))
        found = []
        for row in rows:
            kind, registration = kind_of(row.kind), row.kind.partition(":")[2]
            digit = digits.get(registration, "")
            number = number_of(row.desk_code, kind, row.year, row.last_number, digit)
            found.append(SeriesState(row.desk_code, kind, registration, row.year, row.last_number, number))
        return tuple(found)
