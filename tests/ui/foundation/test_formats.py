"""Amounts, days and clocks as they stand on the screen."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.ui import formats
from desktop.ui.steady_clock import NodeTime

LATE = datetime(2026, 11, 22, 18, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("paise", "written"),
    [
        (0, "₹0.00"),
        (99, "₹0.99"),
        (840_000, "₹8,400.00"),
        (1_234_567_850, "₹1,23,45,678.50"),
        (-5_000, "-₹50.00"),
    ],
)
def test_rupees_have_lakhs_and_crores(paise: int, written: str) -> None:
    assert formats.rupees(paise) == written


@pytest.mark.parametrize(
    ("rate", "written"), [(0, "0 %"), (500, "5 %"), (1_250, "12.5 %"), (1_805, "18.05 %")]
)
def test_rates(rate: int, written: str) -> None:
    assert formats.per_cent(rate) == written


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2026, 11, 24), date(2026, 11, 26), "24–26 Nov"),
        (date(2026, 11, 30), date(2026, 12, 2), "30 Nov – 2 Dec"),
        (date(2026, 11, 24), date(2026, 11, 24), "24 Nov"),
        (date(2026, 12, 31), date(2027, 12, 1), "31 Dec – 1 Dec"),
    ],
)
def test_stays(first: date, last: date, written: str) -> None:
    assert formats.days(first, last) == written


def test_the_year_is_written_where_it_is_not_this_one() -> None:
    today = date(2026, 11, 22)
    assert formats.dated(date(2026, 12, 2), today) == "Wed 2 Dec"
    assert formats.dated(date(2027, 1, 2), today) == "Sat 2 Jan 2027"
    assert formats.days(date(2026, 12, 30), date(2027, 1, 2), today) == "30 Dec – 2 Jan 2027"
    assert formats.days(date(2027, 1, 2), date(2027, 1, 4), today) == "2–4 Jan 2027"
    assert formats.days(date(2026, 12, 30), date(2027, 1, 2), date(2027, 1, 1)) == "30 Dec 2026 – 2 Jan"


def test_a_moment_belongs_to_the_day_of_its_place() -> None:
    assert formats.local_day(LATE, "Asia/Kolkata") == date(2026, 11, 23)
    assert formats.clock(LATE, "Asia/Kolkata") == "00:15"
    assert formats.clock_seconds(LATE, "Asia/Kolkata") == "00:15:00"
    assert formats.moment_text(LATE, "Asia/Kolkata") == "23 Nov, 00:15"
    assert formats.day(date(2026, 11, 22)) == "Sun 22 Nov"


@pytest.mark.parametrize(
    ("seconds", "written"), [(600, "10:00"), (497, "08:17"), (1, "00:01"), (-3, "00:00")]
)
def test_what_is_left(seconds: int, written: str) -> None:
    assert formats.remaining(seconds) == written


def test_the_nodes_time_goes_on_by_the_steady_clock_alone() -> None:
    steady = [1_000.0]
    now = NodeTime(LATE, lambda: steady[0])
    ends = LATE + timedelta(seconds=600)
    assert now.seconds_until(ends) == 600
    steady[0] += 0.4
    assert now.seconds_until(ends) == 600
    steady[0] += 599.6
    assert now.seconds_until(ends) == 0
    assert now() == ends
