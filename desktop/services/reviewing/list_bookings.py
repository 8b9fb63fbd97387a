"""ListBookings: every booking that a manager's filter finds, a page at a time."""

from datetime import datetime
from zoneinfo import ZoneInfo

from db import review
from db.database import Database
from desktop.services.domain.review import ReviewFilter, ReviewPage
from desktop.services.errors import BadRequest
from desktop.services.reviewing.narrowing import query_of
from desktop.services.reviewing.review_rows import Place, place_of, read_rows

ROWS_MAX = 500
MARK = "|"


class ListBookings:
    """Read pages of bookings, newest first, from this database alone. `time_zone` is the desk's."""

    def __init__(self, database: Database, time_zone: str) -> None:
        self._database = database
        self._zone = ZoneInfo(time_zone)

    def __call__(self, wanted: ReviewFilter, after: str | None, rows_max: int) -> ReviewPage:
        """Return the page behind `after`, a `next_after` of the same filter; None is the first page.

        What is sold meanwhile moves no row to another page: pages follow the key, not a count, and keep
        the totals of their first page. `refunded_paise` is what went or is going back. Raises BadRequest for
        rows_max outside 1 to 500, and for an `after` that no page gave.
        """
        if not 1 <= rows_max <= ROWS_MAX:
            raise BadRequest("rows_max", "out_of_range", least=1, most=ROWS_MAX)
        place, totals = _read_mark(after) if after is not None else (None, None)
        query = query_of(wanted, self._zone)
        with self._database.read() as session:
            count, total = totals or review.count_bookings(session, query)
            rows = read_rows(session, query, after=place, rows_max=rows_max + 1) if count else []
        more = len(rows) > rows_max
        mark = _write_mark(place_of(rows[rows_max - 1]), count, total) if more else None
        return ReviewPage(tuple(rows[:rows_max]), mark, count, total)


def _write_mark(place: Place, count: int, total: int) -> str:
    return MARK.join((place[0].isoformat(), place[1], str(count), str(total)))


def _read_mark(after: str) -> tuple[Place, tuple[int, int]]:
    try:
        at, booking_id, count, total = after.split(MARK)
        return (datetime.fromisoformat(at), booking_id), (int(count), int(total))
    except ValueError as error:
        raise BadRequest("after", "malformed") from error
