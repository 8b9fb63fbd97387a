"""Bookings of a real hotel, read from a CSV file; rows that can't be read are named."""

import csv
import gzip
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

MONTHS = {date(2000, number, 1).strftime("%B"): number for number in range(1, 13)}
CANCELLED = "Canceled"
STATUSES = (CANCELLED, "Check-Out", "No-Show")
NIGHTS_MAX = 1_000
RATE_MAX = 1e7
YEARS = range(1990, 2101)
DATE_FORMATS = ("%m/%d/%Y", "%Y-%m-%d")


@dataclass(frozen=True)
class Stay:
    """One row: who wanted to sleep where and when, when they asked, and when they cancelled, if they did."""

    line: int
    room_type: str
    asked_on: date
    arrival: date
    nights: int
    adults: int
    children: int
    rate: float
    cancelled_on: date | None

    @property
    def departure(self) -> date:
        """The day of check-out."""
        return self.arrival + timedelta(days=self.nights)


@dataclass(frozen=True)
class BadRow:
    """A row that is no booking, and why."""

    line: int
    why: str


def read_stays(file: Path) -> Iterator[Stay | BadRow]:
    """Yield every row after the head, in the file's order. Raises ValueError where a column is missing."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8-sig", errors="replace", newline="") as text:
        rows = csv.DictReader(text)
        missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
        if missing:
            raise ValueError(f"{file.name} has no column {', '.join(missing)}")
        while True:
            try:
                row = next(rows)
                yield _stay(rows.line_num, row)
            except StopIteration:
                return
            except (ValueError, OverflowError, csv.Error) as error:
                yield BadRow(rows.line_num, str(error))


COLUMNS = (
    "lead_time",
    "arrival_date_year",
    "arrival_date_month",
    "arrival_date_day_of_month",
    "stays_in_weekend_nights",
    "stays_in_week_nights",
    "adults",
    "children",
    "babies",
    "reserved_room_type",
    "adr",
    "reservation_status",
    "reservation_status_date",
)


def _stay(line: int, row: dict[str, str | None]) -> Stay:
    month, status = row["arrival_date_month"] or "", row["reservation_status"]
    year, lead = _whole(row, "arrival_date_year"), _whole(row, "lead_time")
    nights = _whole(row, "stays_in_weekend_nights") + _whole(row, "stays_in_week_nights")
    rate = float(row["adr"] or "")
    room_type = (row["reserved_room_type"] or "").strip()
    _insist(month in MONTHS, f"arrival_date_month is {month!r}")
    _insist(year in YEARS, f"arrival_date_year is {year}")
    _insist(0 <= lead <= NIGHTS_MAX, f"lead_time is {lead}")
    _insist(0 <= nights <= NIGHTS_MAX, f"the stay has {nights} nights")
    _insist(math.isfinite(rate) and abs(rate) < RATE_MAX, f"adr is {row['adr']!r}")
    _insist(bool(room_type), "reserved_room_type is empty")
    _insist(status in STATUSES, f"reservation_status is {status!r}")
    arrival = date(year, MONTHS[month], _whole(row, "arrival_date_day_of_month"))
    asked_on = arrival - timedelta(days=lead)
    ended_on = _day(row["reservation_status_date"] or "")
    return Stay(
        line=line,
        room_type=room_type,
        asked_on=asked_on,
        arrival=arrival,
        nights=nights,
        adults=_whole(row, "adults"),
        children=_whole(row, "children") + _whole(row, "babies"),
        rate=rate,
        cancelled_on=max(ended_on, asked_on) if status == CANCELLED else None,
    )


def _insist(holds: bool, otherwise: str) -> None:
    if not holds:
        raise ValueError(otherwise)


def _whole(row: dict[str, str | None], name: str) -> int:
    try:
        return int(row[name] or "")
    except ValueError:
        raise ValueError(f"{name} is {row[name]!r}") from None


def _day(words: str) -> date:
    for form in DATE_FORMATS:
        try:
            return datetime.strptime(words, form).date()  # noqa: DTZ007  a day has no time zone
        except ValueError:
            continue
    raise ValueError(f"reservation_status_date is {words!r}")
