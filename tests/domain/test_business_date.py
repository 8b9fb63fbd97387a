"""The day that a site sells as "today": the night that has begun is tonight until the site's hour."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from db.states import Kind
from desktop.services.domain.business_date import (
    NIGHT_ENDS_MINUTE,
    business_date,
    first_day_on_sale,
    first_day_proposed,
)

TODAY, LAST_NIGHT = date(2026, 11, 24), date(2026, 11, 23)
ZONES = {"Asia/Kolkata": "+05:30", "Asia/Kathmandu": "+05:45", "Asia/Dubai": "+04:00"}


@dataclass(frozen=True)
class Sold:
    """A room from 14:00 to 11:00, a coach at 22:45, or a tour at 23:00."""

    kind: Kind
    time_zone: str
    start_minute: int = 840
    length_minutes: int = 1260
    night_ends_minute: int = 360


def at(hour: str, zone: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-24T{hour}{ZONES[zone]}").astimezone(UTC)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("hour", "room", "other"),
    [
        ("00:00:00", LAST_NIGHT, TODAY),
        ("00:30:00", LAST_NIGHT, TODAY),
        ("05:00:00", LAST_NIGHT, TODAY),
        ("05:59:59", LAST_NIGHT, TODAY),
        ("06:00:00", TODAY, TODAY),
        ("10:30:00", TODAY, TODAY),
        ("23:59:59", TODAY, TODAY),
    ],
)
def test_the_night_that_has_begun_is_tonight_until_six(zone: str, hour: str, room: date, other: date) -> None:
    assert business_date(Sold(Kind.ROOM, zone), at(hour, zone)) == room
    assert business_date(Sold(Kind.BUS, zone), at(hour, zone)) == other
    assert business_date(Sold(Kind.TOUR, zone), at(hour, zone)) == other


@pytest.mark.parametrize(
    ("minute", "hour", "day"),
    [
        (0, "00:00:00", TODAY),
        (240, "03:59:59", LAST_NIGHT),
        (240, "04:00:00", TODAY),
        (719, "11:58:59", LAST_NIGHT),
    ],
)
def test_the_hour_is_the_sites_own(minute: int, hour: str, day: date) -> None:
    sold = Sold(Kind.ROOM, "Asia/Kathmandu", night_ends_minute=minute)
    assert business_date(sold, at(hour, "Asia/Kathmandu")) == day


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("hour", "first"),
    [
        ("05:00:00", LAST_NIGHT),
        ("06:00:00", LAST_NIGHT),
        ("10:59:59", LAST_NIGHT),
        ("11:00:00", TODAY),
    ],
)
def test_last_night_is_sold_by_its_own_date_until_check_out(zone: str, hour: str, first: date) -> None:
    assert first_day_on_sale(Sold(Kind.ROOM, zone), at(hour, zone)) == first


def test_last_night_is_not_proposed_once_the_night_has_ended() -> None:
    room = Sold(Kind.ROOM, "Asia/Kolkata")
    assert first_day_proposed(room, at("05:59:59", "Asia/Kolkata")) == LAST_NIGHT
    assert first_day_proposed(room, at("06:00:00", "Asia/Kolkata")) == TODAY


@pytest.mark.parametrize(("hour", "first"), [("00:44:59", LAST_NIGHT), ("00:45:00", TODAY)])
def test_yesterdays_coach_is_proposed_until_its_last_boarding_stop(hour: str, first: date) -> None:
    coach = Sold(Kind.BUS, "Asia/Kolkata", start_minute=1365, length_minutes=600)
    now = at(hour, "Asia/Kolkata")
    assert first_day_proposed(coach, now, boarding_minutes=120) == first


def test_a_tour_that_began_late_yesterday_is_over() -> None:
    tour = Sold(Kind.TOUR, "Asia/Kolkata", start_minute=1380, length_minutes=300)
    assert first_day_on_sale(tour, at("00:00:00", "Asia/Kolkata")) == TODAY


def test_a_site_that_says_nothing_ends_its_night_at_six() -> None:
    assert NIGHT_ENDS_MINUTE == 6 * 60
