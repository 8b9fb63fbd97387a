"""The months and quarters of returns, by Indian dates."""

import calendar
from dataclasses import dataclass
from datetime import date

QUARTER = 3
DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days, `first` and `last` included: a month, a quarter, or a day."""

    first: date
    last: date

    @property
    def fp(self) -> str:
        """The month as the portal writes it, MMYYYY; of a quarter its last month."""
        return f"{self.last.month:02d}{self.last.year:04d}"


def month_of(day: date) -> Period:
    """Return the month in which a day lies."""
    return Period(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))


def quarter_of(day: date) -> Period:
    """Return the quarter in which a day lies: April to June, July to September, and so on."""
    first = (day.month - 1) // QUARTER * QUARTER + 1
    last = first + QUARTER - 1
    return Period(date(day.year, first, 1), date(day.year, last, calendar.monthrange(day.year, last)[1]))


def day_of(day: date) -> Period:
    """Return one day."""
    return Period(day, day)


def month_from(text: str) -> Period:
    """Return the month that is written as 2026-11. Raises ValueError for anything else."""
    year, dash, month = text.strip().partition("-")
    if not (dash and year.isascii() and year.isdecimal() and month.isascii() and month.isdecimal()):
        raise ValueError(text)
    return month_of(date(int(year), int(month), 1))


def month_before(day: date) -> Period:
    """Return the month before that of a day: the return that is due."""
    first = day.replace(day=1)
    if first.month == 1:
        return month_of(date(first.year - 1, DECEMBER, 1))
    return month_of(date(first.year, first.month - 1, 1))
