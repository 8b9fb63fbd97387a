"""Which days a rate prices, and when a slot of such a day begins and ends."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desktop.services.catalogue.row_kinds import RateRow

HORIZON_DAYS = 90
SPAN_DAYS_MAX = 800


def span_of(rate: RateRow, today: date) -> tuple[date, date]:
    """Return the first and last day a rate names; blanks mean today and the 90th day from today."""
    horizon = today + timedelta(days=HORIZON_DAYS - 1)
    return rate.from_day or today, rate.to_day or max(horizon, rate.from_day or horizon)


def days_of(rate: RateRow, today: date) -> tuple[date, ...]:
    """Return the days the rate prices, none of them before `today`."""
    first, last = span_of(rate, today)
    first = max(first, today)
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    return tuple(day for day in days if day.weekday() in rate.weekdays and day.month in rate.months)


def slot_times(
    day: date, start_minute: int, length_minutes: int, time_zone: str
) -> tuple[datetime, datetime]:
    """Return when the slot of `day` begins and ends, UTC; the day and its hour are the site's."""
    hour, minute = divmod(start_minute, 60)
    begins = datetime.combine(day, time(hour, minute), ZoneInfo(time_zone)).astimezone(UTC)
    return begins, begins + timedelta(minutes=length_minutes)
