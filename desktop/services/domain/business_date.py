"""Which day a site sells as "today", and from which day on something can still be sold by its own date."""

from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from db.states import Kind
from desktop.services.domain.kinds import TRAITS

# 06:00, where a site says nothing else.
NIGHT_ENDS_MINUTE = 360


class SoldAtSite(Protocol):
    """What the business date of an offering depends on: its kind, and two facts of its site."""

    @property
    def kind(self) -> Kind: ...
    @property
    def time_zone(self) -> str: ...
    @property
    def night_ends_minute(self) -> int: ...


class Timed(SoldAtSite, Protocol):
    """What begins at an hour of its day and lasts some minutes."""

    @property
    def start_minute(self) -> int: ...
    @property
    def length_minutes(self) -> int: ...


def business_date(sold: SoldAtSite, now: datetime) -> date:
    """Return "today" at the site: the calendar's day; for nights, the one that has begun until it ends.

    Every question for the today of rooms is this one.
    """
    minutes = sold.night_ends_minute if TRAITS[sold.kind].has_business_night else 0
    return night_of(now, sold.time_zone, minutes)


def night_of(now: datetime, time_zone: str, night_ends_minute: int) -> date:
    """Return the day of the night that is sold as "tonight" at a site, by its own clock."""
    return (now.astimezone(ZoneInfo(time_zone)) - timedelta(minutes=night_ends_minute)).date()


def first_day_on_sale(sold: Timed, now: datetime, *, boarding_minutes: int = 0) -> date:
    """Return the first day that can still be sold by its own date, as the offering's hours are.

    Last night until its check-out; yesterday's coach until its last boarding stop. At most today.
    """
    first = business_date(sold, now)
    while _sold_until(sold, first - timedelta(days=1), boarding_minutes) > now:
        first -= timedelta(days=1)
    return first


def first_day_proposed(sold: Timed, now: datetime, *, boarding_minutes: int = 0) -> date:
    """Return the day from which a sale is proposed: a night that has ended is sold by its own date only."""
    if TRAITS[sold.kind].has_business_night:
        return business_date(sold, now)
    return first_day_on_sale(sold, now, boarding_minutes=boarding_minutes)


def _sold_until(sold: Timed, day: date, boarding_minutes: int) -> datetime:
    starts_at = datetime.combine(day, time(), ZoneInfo(sold.time_zone)) + timedelta(minutes=sold.start_minute)
    ends_at = starts_at + timedelta(minutes=sold.length_minutes)
    return TRAITS[sold.kind].sold_until(starts_at, ends_at, boarding_minutes=boarding_minutes)
