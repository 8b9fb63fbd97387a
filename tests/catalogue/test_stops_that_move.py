"""A boarding stop that the house moves or gives up: whoever boards there hears of it."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import update

from db.catalogue_words import StopDirection
from db.schema import booking_line
from db.states import RefundRule
from tests.catalogue.changes import bring_in, sell, stock_of, told
from tests.counter import Counter

STOP = "Satara bypass"


def stops(counter: Counter, minutes: int | None, dropping: str = "") -> str:
    """Return the stops of GOA21 with STOP so many minutes after the departure, or without it."""
    offering = counter.offering("GOA21")
    lines = ["service,direction,stop,after_minutes"]
    for direction, points in zip(StopDirection, (offering.boarding, offering.dropping), strict=True):
        for point in points:
            after = minutes if point.name == STOP else point.after_minutes
            if after is not None and point.name != dropping:
                lines.append(f"GOA21,{direction},{point.name},{after}")
    return "\n".join(lines) + "\n"


def test_who_boards_at_a_stop_that_moved_is_named_and_boards_at_its_new_time(
    counter: Counter, tmp_path: Path
) -> None:
    hold = sell(counter, "GOA21", "10A", boarding=STOP)
    sell(counter, "GOA21", "10B")
    before = counter.booking(hold).lines[0].boards_at
    text = stops(counter, 60)
    dry = bring_in(counter.database, tmp_path, dry_run=True, stops=text)
    assert counter.booking(hold).lines[0].boards_at == before
    report = bring_in(counter.database, tmp_path, stops=text)
    day = counter.day(5)
    hit = (hold.reference, "moved in time", f"GOA21 {day}", "23:30", "22:30")
    assert told(report) == told(dry) == [hit]
    assert counter.booking(hold).lines[0].boards_at == before - timedelta(minutes=60)
    assert not bring_in(counter.database, tmp_path, stops=text).written


def test_a_stop_where_somebody_boards_or_leaves_can_not_be_given_up(counter: Counter, tmp_path: Path) -> None:
    hold = sell(counter, "GOA21", "10A", boarding=STOP, dropping="Mapusa", paid=False)
    before = stock_of(counter)
    for text, name in ((stops(counter, None), STOP), (stops(counter, 120, "Mapusa"), "Mapusa")):
        (fault,) = bring_in(counter.database, tmp_path, stops=text).faults
        assert (fault.file, fault.column) == ("stops.csv", "stop")
        assert hold.reference in fault.reason
        assert name in fault.reason
    assert stock_of(counter) == before
    counter.cancel(hold)
    assert bring_in(counter.database, tmp_path, stops=stops(counter, None)).written


def test_who_has_boarded_keeps_the_time_they_boarded_at(counter: Counter, tmp_path: Path, clock: Any) -> None:
    hold = sell(counter, "GOA21", "10A", boarding=STOP, ahead=0)
    clock.now = counter.booking(hold).lines[0].boards_at
    report = bring_in(counter.database, tmp_path, stops=stops(counter, None))
    assert (report.written, report.hits) == (True, ())


def test_a_stop_that_the_house_moves_by_more_than_half_an_hour_gives_all_back(
    counter: Counter, tmp_path: Path
) -> None:
    hold = sell(counter, "GOA21", "10A", boarding=STOP)
    with counter.database.write(counter.actor) as session:
        session.execute(update(booking_line).values(policy="[]"))
    moved = RefundRule.HOUSE_MOVED
    for minutes, rule in ((150, RefundRule.POLICY), (151, moved), (89, moved)):
        bring_in(counter.database, tmp_path, stops=stops(counter, minutes))
        assert [line.rule for line in counter.plan(hold).lines] == [rule]
    assert counter.plan(hold).refund_paise == hold.total_paise
    line = counter.booking(hold).lines[0]
    assert (line.is_moved, line.boards_at - line.sold_boards_at) == (True, timedelta(minutes=-31))
