"""Limits of the catalogue and of looking at it: the last thing that is taken, the first that is not."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.services.catalogue import cells
from desktop.services.catalogue.cells import CellFault
from desktop.services.catalogue.find_retired import Retiring
from desktop.services.catalogue.row_kinds import RoomRow
from desktop.services.catalogue.stop_sale import StopSale
from desktop.services.errors import BadRequest
from tests.catalogue.changes import bring_in
from tests.counter import Counter

ROOM = RoomRow(
    file="rooms.csv",
    line=2,
    room_type="TWIN",
    site="INN",
    name="Twin",
    room_numbers=("101",),
    adults_max=2,
    children_max=1,
    persons_max=3,
    policy="FREE",
)


@pytest.mark.parametrize(
    ("gone", "of", "needs"), [(2, 4, False), (3, 4, True), (2, 5, False), (3, 5, True), (1, 1, True)]
)
def test_half_of_an_offering_goes_without_a_word_and_more_than_half_with_one(
    gone: int, of: int, needs: bool
) -> None:
    names = tuple(str(number) for number in range(gone))
    assert Retiring(ROOM, "room_numbers", "TWIN", names, of, ()).needs_word is needs


def test_a_building_has_twenty_signs_and_a_room_type_a_thousand_rooms() -> None:
    assert cells.building("A" * 20) == "A" * 20
    assert len(cells.room_numbers("1-1000")) == 1_000
    for read, cell in ((cells.building, "A" * 21), (cells.room_numbers, "1-1001")):
        with pytest.raises(CellFault):
            read(cell)


def test_a_percentage_is_a_hundred_at_most() -> None:
    assert cells.basis_points("100") == 10_000
    with pytest.raises(CellFault, match="above 100"):
        cells.basis_points("100.01")


@pytest.mark.parametrize(("days", "faults"), [(799, 0), (800, 1)])
def test_one_price_reaches_eight_hundred_days(
    counter: Counter, tmp_path: Path, days: int, faults: int
) -> None:
    last = counter.day(days)
    rates = f"offering,price,from_day,to_day\nKAAS,900,,{last}\n"
    report = bring_in(counter.database, tmp_path, dry_run=True, rates=rates)
    assert len(report.faults) == faults


@pytest.mark.parametrize(("days", "columns"), [(799, []), (800, ["from_day"])])
@pytest.mark.parametrize("has_end", [True, False])
def test_a_price_of_one_day_far_ahead_is_as_far_as_a_long_one(
    counter: Counter, tmp_path: Path, days: int, columns: list[str], has_end: bool
) -> None:
    """A year typed wrong, 2062 for 2026, is said though the line prices one day only."""
    day = counter.day(days)
    rates = f"offering,price,from_day,to_day\nKAAS,900,{day},{day if has_end else ''}\n"
    report = bring_in(counter.database, tmp_path, dry_run=True, rates=rates)
    assert [fault.column for fault in report.faults] == columns
    assert all("more than 800 days away" in fault.reason for fault in report.faults)


def test_three_years_can_be_stopped_at_once_for_a_reason_of_two_hundred_signs(counter: Counter) -> None:
    stop, offering = StopSale(counter.database, counter.publish), counter.offering("STE").id
    first = counter.day(1)

    def ask(days: int, signs: int) -> None:
        last = first + timedelta(days=days - 1)
        stop(offering, first, last, True, "x" * signs, actor=counter.actor)

    ask(1_100, 200)
    for days, signs in ((1_101, 200), (1_100, 201)):
        with pytest.raises(BadRequest, match="too_long"):
            ask(days, signs)


def test_a_calendar_is_looked_at_for_370_days(counter: Counter) -> None:
    assert counter.look("DLX", nights=370).days
    with pytest.raises(BadRequest, match="too_long"):
        counter.look("DLX", nights=371)


def test_a_room_is_looked_at_thirty_nights_around_a_stay_of_sixty_at_most(counter: Counter) -> None:
    def gap(ahead: int, nights: int) -> int:
        return counter.look("DLX", ahead, nights).cells[0].gap_nights

    assert gap(40, 1) == 60
    assert gap(29, 1) == 59
    assert (gap(10, 60), gap(10, 61)) == (40, 0)
