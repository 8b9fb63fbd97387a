"""A manager's filter as the database is asked it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.review import BookingQuery
from desktop.services.domain.figures import plain_figures
from desktop.services.domain.references import is_surely_reference, read_paper_number, read_reference
from desktop.services.domain.review import ReviewFilter

FIRST_DAY = date(1970, 1, 1)
LAST_DAY = date(9998, 12, 31)
WORDS_MAX = 8
# A telephone number typed with spaces or hyphens is one word; "deluxe 203 204" is three.
NUMBER_DIGITS_MIN = 7
NUMBER_SIGNS = " +-()"


def query_of(wanted: ReviewFilter, zone: ZoneInfo) -> BookingQuery:
    """Return the query; a day goes from midnight to midnight in `zone`."""
    paper_number = read_paper_number(wanted.text)
    return BookingQuery(
        words=() if paper_number else words_of(wanted.text),
        paper_number=paper_number,
        since=_midnight(wanted.first_day, zone),
        until=_midnight(_day_after(wanted.last_day), zone),
        kinds=wanted.kinds,
        states=wanted.states,
        tenders=wanted.tenders,
        desk_codes=wanted.desk_codes,
    )


def words_of(text: str) -> tuple[str, ...]:
    """Return what is to be found, every word of it; a reference and a telephone number are one word."""
    if is_surely_reference(text):
        return (read_reference(text),)
    text = plain_figures(text)
    digits = "".join(sign for sign in text if sign not in NUMBER_SIGNS)
    if len(digits) >= NUMBER_DIGITS_MIN and digits.isdecimal():
        return (digits.lstrip("0") if "+" not in text else f"+{digits}",)
    return tuple(text.split()[:WORDS_MAX])


def _day_after(day: date | None) -> date | None:
    return None if day is None or day > LAST_DAY else day + timedelta(days=1)


def _midnight(day: date | None, zone: ZoneInfo) -> datetime | None:
    if day is None:
        return None
    return datetime.combine(max(day, FIRST_DAY), time(), zone).astimezone(UTC)
