"""ListBookings: every booking that a manager's filter finds, a page at a time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from db import review
from db.database import Database
from db.ids import BookingId
from db.patience import READING
from db.review import BookingQuery, Found
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
        query = query_of(wanted, self._zone)
        place, found = _read_mark(after) if after is not None else (None, None)
        with self._database.read(READING) as session:
            found = found or review.count_bookings(session, query)
            rows = (
                read_rows(session, _within(query, found), after=place, rows_max=rows_max + 1)
                if found.count
                else []
            )
        more = len(rows) > rows_max
        mark = _write_mark(place_of(rows[rows_max - 1]), found) if more else None
        return ReviewPage(tuple(rows[:rows_max]), mark, found.count, found.total_paise, found.unsold_paise)


def _within(query: BookingQuery, found: Found) -> BookingQuery:
    """Where little is found, this is what keeps a page from searching all the years before it."""
    if found.first_at is None or found.last_at is None:
        return query
    return replace(query, since=found.first_at, until=found.last_at + timedelta.resolution)


def _write_mark(place: Place, found: Found) -> str:
    moments = (place[0], found.first_at or place[0], found.last_at or place[0])
    figures = (found.count, found.total_paise, found.unsold_paise)
    return MARK.join((place[1], *map(str, figures), *(m.isoformat() for m in moments)))


def _read_mark(after: str) -> tuple[Place, Found]:
    try:
        booking_id, count, total, unsold, *moments = after.split(MARK)
        at, first, last = map(datetime.fromisoformat, moments)
        # A comparison with a moment without a time zone fails here, not in the database.
        if not first <= at <= last.astimezone(UTC):
            raise ValueError(after)
        return (at, BookingId(booking_id)), Found(int(count), int(total), int(unsold), first, last)
    except (ValueError, TypeError) as error:
        raise BadRequest("after", "malformed") from error
