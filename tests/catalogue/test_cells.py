"""What one cell may say, and what it may not."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.catalogue import cells
from desktop.services.catalogue.cells import CellFault
from desktop.services.domain.money import format_rupees


@pytest.mark.parametrize(
    ("cell", "paise"),
    [
        ("3400", 340_000),
        ("3,400.50", 340_050),
        ("₹ 3,400", 340_000),
        ("₹3,400.5", 340_050),
        ("Rs. 99", 9_900),
        ("0", 0),
        ("0.75", 75),
        ("10,00,000", 1_000_000_00),
        ("1,000,000.00", 1_000_000_00),
    ],
)
def test_amounts_are_exact_to_the_paisa(cell: str, paise: int) -> None:
    assert cells.paise(cell) == paise


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("-5", "negative"),
        ("₹ -5", "negative"),
        ("5-6", "no amount"),
        ("12,50", "no amount"),
        ("1.2.3", "no amount"),
        ("free", "no amount"),
        ("12.345", "parts of a paisa"),
        ("10,00,000.01", "above"),
        ("99999999999", "above"),
        ("9,99,99,999", "above"),
        ("1e3", "no amount"),
        (".75", "no amount"),
        ("99,50", "no amount"),
    ],
)
def test_what_is_no_amount_says_why(cell: str, reason: str) -> None:
    with pytest.raises(CellFault, match=reason):
        cells.paise(cell)


@given(st.integers(0, cells.PRICE_PAISE_MAX))
def test_every_amount_that_is_printed_can_be_read_again(paise: int) -> None:
    assert cells.paise(f"₹ {format_rupees(paise)}") == paise


@pytest.mark.parametrize(
    "cell", ["22-11-26", "22/Nov/26", "2026/11/22", "20261122", "2026-W47-7", "2026-02-30", "soon"]
)
def test_what_is_no_day_is_refused(cell: str) -> None:
    assert cells.day("2026-11-22") == date(2026, 11, 22)
    with pytest.raises(CellFault, match="no day"):
        cells.day(cell)


@pytest.mark.parametrize(
    ("read", "cell", "value"),
    [
        (cells.minute_of_day, "21:30", 1290),
        (cells.basis_points, "12.5", 1250),
        (cells.basis_points, "100 %", 10_000),
        (cells.weekdays, "Fri sat", {4, 5}),
        (cells.weekdays, "sat-mon", {5, 6, 0}),
        (cells.months, "oct-feb", {10, 11, 12, 1, 2}),
        (cells.months, "dec", {12}),
        (cells.room_numbers, "101-103, 110 g1", ("101", "102", "103", "110", "G1")),
        (cells.yes, "No", False),
        (cells.yes, "TRUE", True),
        (cells.yes, "FALSE", False),
        (cells.minute_of_day, "6:00", 360),
        (cells.minute_of_day, "06:00:00", 360),
        (cells.minute_of_day, "6:00 AM", 360),
        (cells.minute_of_day, "12:05 am", 5),
        (cells.minute_of_day, "9:30 p.m.", 1290),
        (cells.whole, "१२", 12),
        (cells.paise, "५००", 50_000),
        (cells.paise, "500/-", 50_000),
        (cells.day, "22-Nov-2026", date(2026, 11, 22)),
        (cells.day, "22 November 2026", date(2026, 11, 22)),
        (cells.day, "22/11/2026", date(2026, 11, 22)),
        (cells.day, "11/22/2026", date(2026, 11, 22)),
        (cells.day, "05/05/2026", date(2026, 5, 5)),
        (cells.day, "2026-11-22 00:00:00", date(2026, 11, 22)),
        (cells.code, "goa21", "GOA21"),
        (cells.time_zone, "Asia/Kolkata", "Asia/Kolkata"),
        (cells.night_end, "00:00", 0),
        (cells.night_end, "11:59", 719),
    ],
)
def test_cells_that_are_right(read: Callable[[str], object], cell: str, value: object) -> None:
    assert read(cell) == value


@pytest.mark.parametrize("cell", ["05/06/2026", "5-6-2026", "05.06.2026"])
def test_a_day_that_may_be_two_is_refused_with_its_remedy(cell: str) -> None:
    with pytest.raises(CellFault, match="may be 05 June or 06 May; format the column as text"):
        cells.day(cell)


@pytest.mark.parametrize(
    ("read", "cell", "reason"),
    [
        (cells.whole, "-1", "negative"),
        (cells.whole, "2.0", "no whole number"),
        (cells.whole, "٣٫٥", "no whole number"),
        (cells.whole, "10001", "above 10,000"),
        (cells.positive, "0", "at least 1"),
        (cells.minute_of_day, "9.30", "no time"),
        (cells.minute_of_day, "13:00 PM", "no time"),
        (cells.minute_of_day, "24:00", "no time"),
        (cells.basis_points, "101", "above 100"),
        (cells.basis_points, "-1", "negative"),
        (cells.basis_points, "5.125", "no percentage"),
        (cells.weekdays, "friday", "no list of weekdays"),
        (cells.months, "13", "no list of months"),
        (cells.room_numbers, "110-101", "no range"),
        (cells.room_numbers, "101-105 103", "twice"),
        (cells.room_numbers, "10 1/2", "no room number"),
        (cells.yes, "y", "yes or no"),
        (cells.kind, "boat", "room, bus or tour"),
        (cells.code, "TOOLONGCODE", "1 to 8"),
        (cells.code, "A B", "1 to 8"),
        (cells.time_zone, "IST", "time zone"),
        (cells.night_end, "12:00", "not between 00:00 and 11:59"),
        (cells.any_text, "x" * 501, "500 characters"),
    ],
)
def test_cells_that_are_wrong(read: Callable[[str], object], cell: str, reason: str) -> None:
    with pytest.raises(CellFault, match=reason):
        read(cell)


@pytest.mark.parametrize(
    "cell",
    ["01-Dec", "1-Dec", "Dec-01", "12 Dec", "12 December", "101-105 3-Mar", "SEPT 4", "1/May/26", "May-2026"],
)
def test_dates_of_a_spreadsheet_are_no_room_numbers(cell: str) -> None:
    with pytest.raises(CellFault, match="format the column as text"):
        cells.room_numbers(cell)


@pytest.mark.parametrize("cell", ["DEC", "DECK-1", "MAR1", "1-12", "A-DEC", "12-MARS", "101 MAY"])
def test_names_that_only_look_a_little_like_months_stay(cell: str) -> None:
    assert cells.room_numbers(cell)


def test_a_promo_may_be_called_after_a_month() -> None:
    assert cells.promo_code("dec-25") == "DEC-25"
    with pytest.raises(CellFault, match="format the column as text"):
        cells.promo_code("25-Dec")
