"""The days that are played beside today."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.day_of_run import shift_seconds
from tests.other_days import DRAWN_FROM_DAYS, READ_A_CLOCK, ROOT, days, listed_days
from tests.test_day_of_run import NOW

TODAY = date(2026, 11, 29)


def test_every_listed_day_has_its_turn() -> None:
    listed = listed_days()
    dice = random.Random(1)
    taken = [days(listed, TODAY + timedelta(days=ahead), dice)[0] for ahead in range(len(listed))]
    assert len(set(taken)) == len(listed)
    for day in taken:
        shift_seconds(day, NOW)


def test_the_other_day_is_drawn_from_the_next_five_years() -> None:
    drawn = {date.fromisoformat(days(["+365"], TODAY, random.Random(seed))[1]) for seed in range(50)}
    assert len(drawn) > 40
    assert all(TODAY < day <= TODAY + timedelta(days=DRAWN_FROM_DAYS) for day in drawn)


@pytest.mark.parametrize("name", READ_A_CLOCK)
def test_what_reads_a_clock_is_still_where_it_was(name: str) -> None:
    assert Path(ROOT, name.partition("::")[0]).exists()
