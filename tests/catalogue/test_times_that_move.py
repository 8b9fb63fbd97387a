"""An hour that an import changes: the price is frozen, the time is live, and who has bought is told."""

from pathlib import Path
from typing import Any

import pytest

from db.states import RefundRule
from desktop.services.errors import QuoteOutdated
from tests.catalogue.changes import bring_in, lines_of, nights, rooms, sell, stock_of, told
from tests.catalogue.steps import tags
from tests.counter import Counter


def departs(hour: str) -> str:
    return lines_of("services.csv", {"GOA21": {"departs": hour, "coach": ""}})


def rule(counter: Counter, hold: Any) -> RefundRule:
    (line,) = counter.plan(hold).lines
    return line.rule


def test_a_moved_departure_names_its_bookings_and_retitles_them(counter: Counter, tmp_path: Path) -> None:
    sold, held = sell(counter, "GOA21", "1A"), sell(counter, "GOA21", "1B", ahead=6, paid=False)
    other = sell(counter, "GOA22")
    before = counter.booking(sold)
    dry = bring_in(counter.database, tmp_path, dry_run=True, services=departs("18:00"))
    assert counter.booking(sold) == before
    report = bring_in(counter.database, tmp_path, services=departs("18:00"))
    assert (
        told(report)
        == told(dry)
        == [
            (sold.reference, "moved in time", f"GOA21 {nights(counter, 5)}", "21:30", "18:00"),
            (held.reference, "moved in time", f"GOA21 {nights(counter, 6)}", "21:30", "18:00"),
        ]
    )
    assert "18:00" in counter.booking(sold).title
    assert "18:00" in counter.booking(held).title
    assert "22:45" in counter.booking(other).title
    assert counter.booking(sold).total_paise == before.total_paise
    found = dict(tags(counter.database))
    assert (found["BOOKING_TIME_MOVED"]["was"], found["BOOKING_TIME_MOVED"]["now"]) == ("21:30", "18:00")
    assert found["CATALOGUE_IMPORTED"]["bookings_hit"]["moved in time"] == 2
    assert counter.faults() == []


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        ("22:00", RefundRule.POLICY),
        ("22:01", RefundRule.HOUSE_MOVED),
        ("21:00", RefundRule.POLICY),
        ("20:59", RefundRule.HOUSE_MOVED),
    ],
)
def test_more_than_half_an_hour_gives_all_back(
    counter: Counter, tmp_path: Path, hour: str, expected: RefundRule
) -> None:
    hold = sell(counter, "GOA21", "1A")
    bring_in(counter.database, tmp_path, services=departs(hour))
    plan = counter.plan(hold)
    assert rule(counter, hold) is expected
    assert (plan.refund_paise == hold.total_paise) or expected is RefundRule.POLICY


def test_a_departure_that_is_moved_back_is_as_it_was(counter: Counter, tmp_path: Path) -> None:
    hold = sell(counter, "GOA21", "1A")
    bring_in(counter.database, tmp_path, services=departs("18:00"))
    report = bring_in(counter.database, tmp_path, services=departs("21:30"))
    assert [hit[3:] for hit in told(report)] == [("18:00", "21:30")]
    assert rule(counter, hold) is RefundRule.POLICY


@pytest.mark.parametrize(
    ("hour", "expected"), [("14:30", RefundRule.POLICY), ("15:00", RefundRule.HOUSE_MOVED)]
)
def test_a_check_in_hour_is_a_start_too(
    counter: Counter, tmp_path: Path, hour: str, expected: RefundRule
) -> None:
    hold = sell(counter, "DLX", "201")
    report = bring_in(counter.database, tmp_path, rooms=rooms(DLX={"check_in": hour}))
    assert told(report) == [(hold.reference, "moved in time", f"DLX {nights(counter, 5)}", "14:00", hour)]
    assert rule(counter, hold) is expected


def test_a_check_out_hour_is_told(counter: Counter, tmp_path: Path) -> None:
    sell(counter, "DLX", "201", nights=2)
    report = bring_in(counter.database, tmp_path, rooms=rooms(DLX={"check_out": "10:00"}))
    assert [hit[2:] for hit in told(report)] == [
        (f"DLX {nights(counter, 5, 2)}", "until 11:00", "until 10:00")
    ]


def test_a_quote_for_another_hour_is_not_held(counter: Counter, tmp_path: Path) -> None:
    quote = counter.quote(counter.item("GOA21", "1A"))
    bring_in(counter.database, tmp_path, services=departs("21:45"))
    with pytest.raises(QuoteOutdated):
        counter.hold(quote)


def test_nobody_is_moved_into_the_past(counter: Counter, tmp_path: Path, clock: Any) -> None:
    hold = sell(counter, "GOA21", "1A", ahead=0)
    clock.advance(hours=6)  # half past four in the afternoon
    before = stock_of(counter)
    for dry_run in (True, False):
        (fault,) = bring_in(counter.database, tmp_path, dry_run=dry_run, services=departs("16:00")).faults
        assert (fault.file, fault.line, fault.column) == ("services.csv", 2, "departs")
        assert hold.reference in fault.reason
        assert stock_of(counter) == before


def test_a_coach_that_has_left_does_not_leave_again(counter: Counter, tmp_path: Path, clock: Any) -> None:
    hold = sell(counter, "GOA21", "1A", ahead=0)
    clock.advance(hours=12)  # half past ten at night
    left = counter.booking(hold).lines[0].starts_now_at
    bring_in(counter.database, tmp_path, services=departs("23:30"))
    assert counter.booking(hold).lines[0].starts_now_at == left
    rates = f"offering,price,from_day,to_day\nGOA21,900,{counter.day(0)},{counter.day(2)}\n"
    bring_in(counter.database, tmp_path, rates=rates)
    assert counter.booking(hold).lines[0].starts_now_at == left
