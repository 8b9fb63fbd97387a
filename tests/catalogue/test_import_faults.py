"""Files with faults: each is named with line and column, and nothing changes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import update

from db.database import Database
from db.schema import promo
from desktop.services.catalogue.import_catalogue import ImportCatalogue
from desktop.services.domain.catalogue_import import ImportReport
from tests.actors import actor_of
from tests.catalogue.small_files import (
    POLICIES,
    PROMOS,
    RATES,
    ROOMS,
    SEATS,
    SERVICES,
    SITES,
    SMALL,
    STOPS,
    TOURS,
)
from tests.catalogue.steps import every_row
from tests.counter import FACTS

Import = Callable[..., ImportReport]

RATE = "offering,price,from_day,to_day\nTWIN,{}\n"
PROMO = "promo,applies_to,amount,percent,cap,from_day,to_day\nX,any,{}\n"
TAX = "tax_on,tax_percent,air_conditioned,over,up_to\n{}\n"

# file, its text, then line, column and part of the reason of the one fault.
FAULTS = {
    "bad number": ("rates", RATE.format("cheap,,"), 2, "price", "no amount in rupees"),
    "negative price": ("rates", RATE.format("-5,,"), 2, "price", "negative"),
    "price above the bound": ("rates", RATE.format('"10,00,001",,'), 2, "price", "above 10,00,000"),
    "parts of a paisa": ("rates", RATE.format("3400.505,,"), 2, "price", "parts of a paisa"),
    "day in another form": ("rates", RATE.format("5,1.12.26,"), 2, "from_day", "no day in the form"),
    "no such day": ("rates", RATE.format("5,2027-02-29,"), 2, "from_day", "no day of the calendar"),
    "days turned round": ("rates", RATE.format("5,2026-12-09,2026-12-01"), 2, "to_day", "before from_day"),
    "days gone by": ("rates", RATE.format("5,2026-01-01,2026-11-21"), 2, "to_day", "is over"),
    "days too far off": ("rates", RATE.format("5,2026-12-01,2036-12-01"), 2, "to_day", "more than 800"),
    "no day left": (
        "rates",
        "offering,price,from_day,to_day,weekdays\nTWIN,5,2026-11-23,2026-11-24,sun\n",
        2,
        "to_day",
        "leaves no day",
    ),
    "overlapping": ("rates", RATES + "twin,1,2026-12-10,2026-12-11,\n", 5, "offering", "rates.csv line 2"),
    "unknown code": ("rates", RATES.replace("WINE", "BEER"), 4, "offering", "no known room type"),
    "empty cell": ("rates", RATE.format(",,"), 2, "price", "is empty"),
    "too few cells": ("rates", RATE.format("5"), 2, "", "has 2 cells, but the header has 4"),
    "unknown site": ("rooms", ROOMS.replace("TWIN,INN", "TWIN,OUT"), 2, "site", "no known site"),
    "unknown policy": ("tours", TOURS.replace("EASY", "HARD"), 2, "policy", "no known cancellation policy"),
    "unknown coach": ("services", SERVICES.replace("MINI", "MAXI"), 2, "coach", "no known coach"),
    "no coach": ("services", SERVICES.replace("MINI", ""), 2, "coach", "has no seats yet"),
    "stops of a tour": ("stops", STOPS.replace("SUR07,drop", "WINE,drop"), 3, "service", "no known bus"),
    "meals of a bus": (
        "meals",
        "room_type,meal_plan,meal_plan_name,supplement\nSUR07,RO,x,0\n",
        2,
        "room_type",
        "no known room type",
    ),
    "room twice": ("rooms", ROOMS.replace("101-103", "101-103 102"), 2, "room_numbers", "102 twice"),
    "room type twice": ("rooms", ROOMS + ROOMS.splitlines()[1], 3, "room_type", "repeats rooms.csv line 2"),
    "code of two kinds": ("tours", TOURS.replace("WINE", "SUR07"), 2, "tour", "repeats services.csv"),
    "seat twice": ("seats", SEATS + "MINI,1A,2,1\n", 4, "seat", "repeats seats.csv line 2"),
    "two seats in one place": ("seats", SEATS + "MINI,9Z,1,2\n", 4, "column", "repeats seats.csv line 3"),
    "persons turned round": ("tours", TOURS.replace("2,8", "8,2"), 2, "persons_max", "below persons_min"),
    "group above places": ("tours", TOURS.replace("2,8", "2,17"), 2, "persons_max", "number of places"),
    "room too small": ("rooms", ROOMS.replace("2,1,3", "2,1,1"), 2, "persons_max", "below adults_max"),
    "room too full": ("rooms", ROOMS.replace("2,1,3", "2,1,4"), 2, "persons_max", "above adults_max"),
    "neither amount nor percent": ("promos", PROMO.format(",,,,"), 2, "amount", "must be filled"),
    "amount and percent": ("promos", PROMO.format("5,5,,,"), 2, "amount", "not both"),
    "cap without percent": ("promos", PROMO.format("5,,5,,"), 2, "cap", "percentage only"),
    "nothing off": ("promos", PROMO.format(",0,,,"), 2, "percent", "above zero"),
    "promo turned round": (
        "promos",
        PROMO.format("5,,,2027-01-02,2027-01-01"),
        2,
        "to_day",
        "before from_day",
    ),
    "slab turned round": ("taxes", TAX.format("room,5,,100,50"), 2, "up_to", "is not above"),
    "slabs leave amounts out": (
        "taxes",
        TAX.format("room,5,,,3000\nroom,18,,7500,"),
        3,
        "over",
        "leaves amounts above 3,000.00 up to 7,500.00 without a tax",
    ),
    "slabs begin late": ("taxes", TAX.format("room,18,,7500,"), 2, "over", "up to 7,500.00"),
    "slabs end early": ("taxes", TAX.format("room,18,,,7500"), 2, "up_to", "above 7,500.00"),
    "half a tax": ("taxes", TAX.format("bus,5,yes,,"), 2, "air_conditioned", "without air-conditioning"),
    "later is cheaper": (
        "policies",
        POLICIES.replace("24,100", "24,40"),
        3,
        "refund_percent",
        "policies.csv line 2 gives back to who cancels earlier",
    ),
    "policy of two names": (
        "policies",
        POLICIES.replace("Free,0", "Half,0"),
        3,
        "policy_name",
        "another name",
    ),
    "slabs overlap": ("taxes", TAX.format("room,5,,,100\nroom,6,yes,99,"), 3, "over", "overlaps the slab"),
    "missing column": (
        "rooms",
        ROOMS.replace("room_numbers,", ""),
        1,
        "room_numbers",
        "missing in the header",
    ),
    "strange column": ("sites", SITES.replace("city", "city,stars"), 1, "stars", "is no column"),
    "column twice": ("sites", SITES.replace("city", "city,city"), 1, "city", "twice"),
    "strange header": ("sites", "colour,size\nred,5\n", 1, "", "no known kind"),
    "other separator": ("sites", SITES.replace(",", ";"), 1, "", "other separators"),
    "only a header": ("sites", SITES.splitlines()[0], 1, "", "no line below"),
    "nothing": ("sites", "", 1, "", "is empty"),
    "quotation mark left open": ("sites", SITES + 'A,"B,C\n', 3, "", "quotation marks"),
    "zero byte": ("sites", SITES + "A\0,B,C\n", 3, "", "zero byte"),
    "wrong encoding": ("rooms", ROOMS.replace("Twin", "Caf\xe9").encode("latin-1"), 2, "", "not UTF-8"),
    "a spreadsheet's UTF-16": ("rooms", ROOMS.encode("utf-16"), 1, "", "not UTF-8"),
}


# The tour whose code became a bus's is missed by its rate as well.
CONSEQUENCES = {"code of two kinds": [("rates.csv", 4, "offering")]}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_once_and_nothing_changes(
    empty: Database, bring_in: Import, events: list[object], fault: str
) -> None:
    file, text, line, column, reason = FAULTS[fault]
    before = every_row(empty)
    report = bring_in(**{**SMALL, file: text})
    named = [(found.file, found.line, found.column) for found in report.faults]
    assert named == [*CONSEQUENCES.get(fault, []), (f"{file}.csv", line, column)]
    assert reason in report.faults[-1].reason
    assert (report.changes, report.written, events) == ((), False, [])
    assert every_row(empty) == before


def test_all_faults_of_all_files_come_at_once(bring_in: Import) -> None:
    report = bring_in(
        **SMALL
        | {
            "rates": "offering,price,from_day,to_day\nTWIN,-1,tomorrow,\nBEER,5,,\nWINE,x,,\n",
            "tours": TOURS.replace("15:00", "3 pm").replace("240", "0"),
            "sites": SITES.encode() + b"\xff",
        }
    )
    assert [(fault.file, fault.line, fault.column) for fault in report.faults] == [
        ("rates.csv", 2, "price"),
        ("rates.csv", 2, "from_day"),
        ("rates.csv", 4, "price"),
        ("sites.csv", 3, ""),
        ("tours.csv", 2, "starts"),
        ("tours.csv", 2, "duration_minutes"),
    ]


def test_a_code_whose_own_line_is_wrong_is_not_called_unknown(bring_in: Import) -> None:
    report = bring_in(**SMALL | {"rooms": ROOMS.replace("2,1,3", "2,1,x")})
    assert [(fault.file, fault.column) for fault in report.faults] == [("rooms.csv", "persons_max")]


def test_the_line_of_a_fault_counts_lines_within_cells(bring_in: Import) -> None:
    text = 'offering,price,weekdays\n"TWIN","5","mon\ntue"\nBEER,5,\n'
    report = bring_in(**SMALL | {"rates": text})
    assert [(fault.line, fault.column) for fault in report.faults] == [(4, "offering")]


def test_the_code_of_a_stored_room_can_not_become_a_tour(bring_in: Import) -> None:
    bring_in(**SMALL)
    report = bring_in(tours=TOURS.replace("WINE", "TWIN"))
    assert [(fault.column, fault.reason) for fault in report.faults] == [
        ("tour", "is the code of a room already (TWIN)")
    ]


def test_a_promo_can_not_be_limited_below_its_uses(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    with empty.write(actor_of(empty)) as session:
        session.execute(update(promo).values(uses=3))
    report = bring_in(promos=PROMOS.replace("cap", "uses_max").replace("500", "2"))
    assert [(fault.line, fault.column) for fault in report.faults] == [(2, "uses_max")]


def test_a_file_that_is_not_there_is_a_fault_too(empty: Database, tmp_path: Path) -> None:
    report = ImportCatalogue(empty, lambda _: None, FACTS)(
        (tmp_path / "gone.csv",), False, actor=actor_of(empty)
    )
    assert [(fault.file, fault.line) for fault in report.faults] == [("gone.csv", 0)]


def test_a_dry_run_names_the_same_faults(bring_in: Import) -> None:
    wrong = SMALL | {"rates": RATE.format("-5,,")}
    assert bring_in(dry_run=True, **wrong).faults == bring_in(**wrong).faults != ()
