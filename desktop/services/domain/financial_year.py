"""The financial year of a paper: April to March, by the Indian date on which it was issued."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

INDIA = ZoneInfo("Asia/Kolkata")
APRIL = 4


def issued_on(moment: datetime) -> date:
    """Return the Indian date of a moment, wherever the desk is."""
    return moment.astimezone(INDIA).date()


def financial_year(day: date) -> int:
    """Return 2627 for each day from 1 April 2026 to 31 March 2027."""
    first = day.year if day.month >= APRIL else day.year - 1
    return first % 100 * 100 + (first + 1) % 100
