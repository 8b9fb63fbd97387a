"""What an import takes off sale is named; much of an offering, or what is sold, needs a word."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from db.database import Database
from desktop.services.catalogue.find_availability import FindAvailability
from desktop.services.catalogue.list_offerings import ListOfferings
from desktop.services.domain.catalogue import Offering
from desktop.services.domain.catalogue_import import ImportFault, ImportReport, Retired
from tests.catalogue.small_files import ROOMS, SEATS, SERVICES, SMALL, TOURS
from tests.catalogue.steps import every_row, tags, take

Import = Callable[..., ImportReport]
DEC_1 = date(2026, 12, 1)
ONE = timedelta(days=1)
FEWER = ROOMS.replace("101-103", "101-102")


def offering(database: Database, code: str) -> Offering:
    return next(found for found in ListOfferings(database)() if found.code == code)


def names(database: Database, code: str, day: date = DEC_1) -> list[str]:
    seen = FindAvailability(database)(offering(database, code).id, day, day + ONE, 1)
    return [cell.unit.name for cell in seen.cells]


def sell(database: Database, code: str, *unit_names: str, until: Any = None, day: date = DEC_1) -> str:
    found = offering(database, code)
    last = day + ONE if found.kind == "room" else day
    return take(database, FindAvailability(database)(found.id, day, last, 1), *unit_names, until=until)


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_room_that_goes_off_sale_is_named(empty: Database, bring_in: Import, dry_run: bool) -> None:
    bring_in(**SMALL)
    report = bring_in(dry_run=dry_run, rooms=FEWER)
    assert (report.faults, report.retired) == ((), (Retired("TWIN", ("103",)),))
    if not dry_run:
        assert tags(empty)[-1][1]["retired"] == [["TWIN", "103"]]


@pytest.mark.parametrize("dry_run", [True, False])
def test_more_than_half_of_a_room_type_goes_only_with_a_word(
    empty: Database, bring_in: Import, dry_run: bool
) -> None:
    bring_in(**SMALL)
    before = every_row(empty)
    report = bring_in(dry_run=dry_run, rooms=ROOMS.replace("101-103", "101 201-209"))
    reason = "retires 2 of 3 of TWIN: 102, 103; say --retire if that is meant"
    assert report.faults == (ImportFault("rooms.csv", 2, "room_numbers", reason),)
    assert every_row(empty) == before
    report = bring_in(dry_run=dry_run, retire=True, rooms=ROOMS.replace("101-103", "101 201-209"))
    assert report.retired == (Retired("TWIN", ("102", "103")),)


def test_a_sold_room_goes_only_with_a_word_that_names_its_booking(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    reference = sell(empty, "TWIN", "103")
    report = bring_in(rooms=FEWER)
    assert [fault.reason for fault in report.faults] == [
        f"retires 1 of 3 of TWIN: 103, booked by {reference}; say --retire if that is meant"
    ]
    assert names(empty, "TWIN") == ["101", "102", "103"]


def test_a_hold_counts_until_it_ends_and_a_stay_until_it_is_over(
    empty: Database, bring_in: Import, clock: Any
) -> None:
    bring_in(**SMALL)
    sell(empty, "TWIN", "103", until=clock() + timedelta(seconds=600))
    assert bring_in(rooms=FEWER).faults
    clock.advance(seconds=600)
    assert bring_in(dry_run=True, rooms=FEWER).faults == ()
    sell(empty, "TWIN", "103", day=DEC_1 + ONE)
    assert bring_in(rooms=FEWER).faults
    clock.advance(days=20)
    assert bring_in(rooms=FEWER).faults == ()


def test_places_and_seats_go_as_rooms_do(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    small = TOURS.replace("240,16,2,8", "240,7,2,7")
    report = bring_in(tours=small, services=SERVICES, seats=SEATS.replace("1A", "9A").replace("1B", "9B"))
    assert [(fault.file, fault.line, fault.column) for fault in report.faults] == [
        ("services.csv", 2, "coach"),
        ("tours.csv", 2, "places"),
    ]


def test_a_room_type_off_sale_is_named_and_needs_the_word_while_it_is_booked(
    empty: Database, bring_in: Import
) -> None:
    bring_in(**SMALL)
    header, line = ROOMS.splitlines()
    closed = f"{header},active\n{line},no\n"
    assert bring_in(dry_run=True, rooms=closed).retired == (Retired("TWIN", ()),)
    reference = sell(empty, "TWIN", "101")
    report = bring_in(rooms=closed)
    reason = f"takes TWIN off sale, booked by {reference}; say --retire if that is meant"
    assert report.faults == (ImportFault("rooms.csv", 2, "active", reason),)
    assert bring_in(retire=True, rooms=closed).retired == (Retired("TWIN", ()),)
    assert bring_in(rooms=closed).retired == ()


def test_a_seats_file_alone_changes_the_services_that_use_the_coach(
    empty: Database, bring_in: Import
) -> None:
    bring_in(**SMALL)
    report = bring_in(seats=SEATS + "MINI,1C,1,3\n")
    assert (report.written, report.changes) == (True, (("unit", 1, 0, 2),))
    assert names(empty, "SUR07") == ["1A", "1B", "1C"]
    assert bring_in(seats=SEATS).retired == (Retired("SUR07", ("1C",)),)
    sell(empty, "SUR07", "1B")
    report = bring_in(seats=SEATS.replace("MINI,1B", "MINI,1D"))
    assert [(fault.file, fault.line, fault.column) for fault in report.faults] == [("seats.csv", 2, "coach")]


def test_seats_of_a_coach_that_nobody_uses_are_a_fault(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    report = bring_in(seats=SEATS.replace("MINI", "MAXI"))
    assert report.faults == (ImportFault("seats.csv", 2, "coach", "is no known coach of a service (MAXI)"),)


def test_a_service_that_keeps_its_seats_keeps_its_coach(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    assert bring_in(services=SERVICES).changes == (("offering", 0, 0, 1),)
    bring_in(services=SERVICES.replace(",MINI", ","))
    assert bring_in(seats=SEATS + "MINI,1C,1,3\n").changes == (("unit", 1, 0, 2),)


@pytest.mark.parametrize(
    ("file", "text", "column"),
    [
        ("rooms", ROOMS.replace("101-103", "01-Dec"), "room_numbers"),
        ("rooms", ROOMS.replace("TWIN", "Dec-01"), "room_type"),
        ("seats", SEATS.replace("1A", "1-Jan"), "seat"),
        ("seats", SEATS.replace("MINI,1A", "2-Feb,1A"), "coach"),
    ],
)
def test_a_number_that_a_spreadsheet_made_a_date_of_is_refused(
    bring_in: Import, file: str, text: str, column: str
) -> None:
    faults = bring_in(**SMALL | {file: text}).faults
    (found,) = (fault for fault in faults if "format the column as text" in fault.reason)
    assert (found.file, found.line, found.column) == (f"{file}.csv", 2, column)
