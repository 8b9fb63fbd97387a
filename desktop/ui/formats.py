"""How amounts, days, times and the rest of a hold are written on the screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from desktop.services.domain.money import format_rupees

if TYPE_CHECKING:
    from datetime import datetime


def amount(paise: int) -> str:
    """Return `8,400.00`, for columns and buttons."""
    return format_rupees(paise)


def rupees(paise: int) -> str:
    """Return `₹8,400.00`, for sentences."""
    sign = "-" if paise < 0 else ""
    return f"{sign}₹{format_rupees(abs(paise))}"


def per_cent(rate_bp: int) -> str:
    """Return `5 %` or `12.5 %` for a rate in hundredths of a per cent."""
    whole, rest = divmod(rate_bp, 100)
    return f"{whole}.{rest:02d}".rstrip("0") + " %" if rest else f"{whole} %"


def day(value: date, locale: QLocale | None = None) -> str:
    """Return `Sun 22 Nov` in the language of the screen, or of `locale`."""
    return _written(value, "ddd d MMM", locale)


def dated(value: date, today: date, locale: QLocale | None = None) -> str:
    """Return `Sun 22 Nov`, and `Sat 2 Jan 2027` where the year is not that of `today`."""
    pattern = "ddd d MMM" if value.year == today.year else "ddd d MMM yyyy"
    return _written(value, pattern, locale)


def whole_day(value: date) -> str:
    """Return `Sunday 22 November 2026`, for whoever compares it with a calendar."""
    return _written(value, "dddd d MMMM yyyy")


def short_day(value: date) -> str:
    """Return `22 Nov`."""
    return _written(value, "d MMM")


def weekday(value: date) -> str:
    """Return `Sun`."""
    return _written(value, "ddd")


def day_and_year(value: date, locale: QLocale | None = None) -> str:
    """Return `22 Nov 2026` in the language of the screen, or of `locale`."""
    return _written(value, "d MMM yyyy", locale)


def days(first: date, last: date, today: date | None = None) -> str:
    """Return `24–26 Nov`, `30 Nov – 2 Dec`, or one day when both are the same.

    With `today`, a year that is not its own is told: `30 Dec – 2 Jan 2027`.
    """
    end = _written(last, "d MMM" if today is None or last.year == today.year else "d MMM yyyy")
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    told = today is None or first.year in (today.year, last.year)
    return f"{_written(first, 'd MMM' if told else 'd MMM yyyy')} – {end}"


def clock(moment: datetime, time_zone: str) -> str:
    """Return `10:42`, the time of day of a moment in `time_zone`."""
    return _local(moment, time_zone).strftime("%H:%M")


def clock_seconds(moment: datetime, time_zone: str) -> str:
    """Return `10:42:07`."""
    return _local(moment, time_zone).strftime("%H:%M:%S")


def moment_text(moment: datetime, time_zone: str) -> str:
    """Return `22 Nov, 10:42`."""
    local = _local(moment, time_zone)
    return f"{_written(local.date(), 'd MMM')}, {local:%H:%M}"


def local_day(moment: datetime, time_zone: str) -> date:
    """Return the day that a moment belongs to in `time_zone`."""
    return _local(moment, time_zone).date()


def remaining(seconds: int) -> str:
    """Return `08:17`, never below zero."""
    minutes, rest = divmod(max(seconds, 0), 60)
    return f"{minutes:02d}:{rest:02d}"


def _written(value: date, pattern: str, locale: QLocale | None = None) -> str:
    return (locale or QLocale()).toString(QDate(value.year, value.month, value.day), pattern)


def _local(moment: datetime, time_zone: str) -> datetime:
    from zoneinfo import ZoneInfo  # not before the first frame

    return moment.astimezone(ZoneInfo(time_zone))
