"""The line that starts a new quote of what a booking was for: as a clerk would type it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desktop.services.domain import titles
from desktop.services.domain.kinds import TRAITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.domain.booking import Booking, BookingLine
    from desktop.services.domain.catalogue import Offering


def quote_line(booking: Booking, offerings: Sequence[Offering]) -> str:
    """Return code, days and how many of the first item; empty where no one offering is meant.

    What else was in the basket is added by the clerk.
    """
    first = booking.lines[0]
    item = [line for line in booking.lines if line.stay == first.stay]
    found = [one for one in offerings if _is_of(first, one)]
    if len(found) != 1:
        return ""
    today = booking.as_of.astimezone(ZoneInfo(first.time_zone)).date()
    days, count = {line.day for line in item}, len({line.unit_id for line in item if line.day == first.day})
    if TRAITS[first.kind].has_nights:
        return f"{found[0].code} {titles.stay(min(days), max(days) + timedelta(days=1), today)}"
    return f"{found[0].code} {titles.short_day(first.day, today)} {count}"


def _is_of(line: BookingLine, offering: Offering) -> bool:
    if line.kind is not offering.kind or line.time_zone != offering.time_zone:
        return False
    start = line.starts_at.astimezone(ZoneInfo(line.time_zone))
    is_same_start = TRAITS[line.kind].has_nights or start.hour * 60 + start.minute == offering.start_minute
    return is_same_start and line.thing in (offering.name, f"{offering.origin}-{offering.destination}")
