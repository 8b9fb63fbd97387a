"""Day and time as a clerk types them: "29 nov 8:55", "8.55", "29/11/2026 0855", "2026-11-29 20:55"."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from desktop.services.domain.figures import plain_figures
from desktop.ui.typed.day_text import parse_day

TIME = re.compile(r"(?:^|[\s,]+)(\d{1,2})(?:[:.](\d{2})|(\d{2}))\s*(am|pm)?$", re.IGNORECASE)
NOON = 12


def parse_moment(text: str, today: date, zone: ZoneInfo) -> datetime | None:
    """Return the moment, None for no such text. Without a day it is `today`, without a year the nearest."""
    plain = plain_figures(text).strip()
    found = TIME.search(plain)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3])
    half = (found[4] or "").lower()
    if half and not 1 <= hour <= NOON:
        return None
    if half:
        hour = hour % NOON + (NOON if half == "pm" else 0)
    words = plain[: found.start()].strip().rstrip(",")
    day = _nearest(words, today) if words else today
    try:
        return None if day is None else datetime.combine(day, time(hour, minute), zone)
    except ValueError:
        return None


def _nearest(words: str, today: date) -> date | None:
    day = parse_day(words, today, any_weekday=True)
    if day is None or str(day.year) in words:
        return day
    # "28 nov" on the 29th was yesterday, not in a year.
    try:
        before = day.replace(year=day.year - 1)
    except ValueError:
        return day
    return before if abs(before - today) < abs(day - today) and words[0].isdigit() else day
