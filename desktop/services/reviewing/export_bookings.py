"""ExportBookings: what the list shows, as CSV."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from db.database import Database
from db.patience import READING
from db.review import BookingQuery
from desktop.services.domain.review import ReviewFilter, ReviewRow
from desktop.services.reviewing.narrowing import query_of
from desktop.services.reviewing.review_rows import Place, place_of, read_rows
from desktop.services.steps.csv_line import csv_line

BLOCK = 500
HEADER = (
    "reference",
    "reserved_at",
    "state",
    "kinds",
    "title",
    "customer",
    "mobile",
    "desk",
    "clerk",
    "tenders",
    "accounts",
    "total",
    "paid",
    "refunded",
    "balance",
)
# The state of a booking that was given up while it was only held.
RELEASED = "released"


class ExportBookings:
    """Read everything a filter finds, newest first, a block at a time. `time_zone` is the desk's."""

    def __init__(self, database: Database, time_zone: str, block: int = BLOCK) -> None:
        self._database = database
        self._zone = ZoneInfo(time_zone)
        self._rows_max = block

    def __call__(self, wanted: ReviewFilter) -> Iterator[str]:
        """Yield the header and one line a booking, each ending in CR LF (RFC 4180), to be written as UTF-8.

        Amounts are rupees with two decimals and no grouping, times ISO 8601 with the desk's offset, numbers
        masked. The database is not kept between blocks, however slowly the lines are written.
        """
        yield csv_line(HEADER)
        query, place = query_of(wanted, self._zone), None
        while True:
            rows = self._block(query, place)
            yield from (csv_line(self._values(row)) for row in rows)
            if len(rows) < self._rows_max:
                return
            place = place_of(rows[-1])

    def _block(self, query: BookingQuery, place: Place | None) -> list[ReviewRow]:
        with self._database.read(READING) as session:
            return read_rows(session, query, after=place, rows_max=self._rows_max)

    def _values(self, row: ReviewRow) -> tuple[str, ...]:
        return (
            row.reference,
            row.reserved_at.astimezone(self._zone).isoformat(timespec="seconds"),
            RELEASED if row.was_released else row.state,
            row.kinds,
            row.title,
            row.customer_name,
            row.masked_mobile,
            row.desk_code,
            row.clerk,
            row.tenders,
            row.accounts,
            _rupees(row.total_paise),
            _rupees(row.paid_paise),
            _rupees(row.refunded_paise),
            _rupees(row.balance_paise),
        )


def _rupees(paise: int) -> str:
    return f"{paise // 100}.{paise % 100:02d}"
