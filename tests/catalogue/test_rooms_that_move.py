"""A room has one identity at its site: whoever has bought it goes where it goes."""

import csv
import io
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from db.database import Database
from db.keys import new_key
from db.schema import closure, closure_unit, document, offering, unit
from desktop.services.catalogue.block_units import BlockUnits
from desktop.services.catalogue.list_blocks import ListBlocks
from desktop.services.errors import NotFound, SlotTaken
from resources import sample_file
from tests.actors import actor_of
from tests.catalogue.changes import bring_in, nights, rooms, sell, stock_of, told, units
from tests.catalogue.steps import tags
from tests.counter import Counter


def test_a_room_that_moved_to_another_type_is_not_sold_again(counter: Counter, tmp_path: Path) -> None:
    hold = sell(counter, "DLX", "212")
    text = rooms(DLX="201-211", EXE="301-308 212")
    dry = bring_in(counter.database, tmp_path, dry_run=True, rooms=text)
    assert units(counter, hold) == ["212"]
    report = bring_in(counter.database, tmp_path, rooms=text)
    assert (
        told(report)
        == told(dry)
        == [(hold.reference, "moved with its room", f"DLX {nights(counter, 5)}", "DLX 212", "EXE 212")]
    )
    (cell,) = (one for one in counter.look("EXE").cells if one.unit.name == "212")
    assert (cell.state, cell.holder) == ("sold", hold.reference)
    assert (counter.free("DLX"), counter.free("EXE")) == (11, 8)
    with pytest.raises(SlotTaken):
        sell(counter, "EXE", "212")
    assert counter.faults() == []


def test_who_only_holds_a_room_moves_along_and_can_pay_for_it(counter: Counter, tmp_path: Path) -> None:
    hold = sell(counter, "DLX", "211", "212", paid=False, nights=2)
    bring_in(counter.database, tmp_path, rooms=rooms(DLX="201-211", EXE="301-308 212"))
    counter.pay(hold)
    assert sorted(units(counter, hold)) == ["211", "211", "212", "212"]
    assert counter.free("EXE", nights=2) == 8
    assert counter.faults() == []


def test_each_booking_that_moves_has_its_record_and_its_ticket(counter: Counter, tmp_path: Path) -> None:
    hold = sell(counter, "DLX", "212")
    bring_in(counter.database, tmp_path, rooms=rooms(DLX="201-211", EXE="301-308 212"))
    found = dict(tags(counter.database))
    assert found["BOOKING_LINES_MOVED"]["lines"] == [{"line": 1, "from": "212", "to": "212"}]
    assert found["CATALOGUE_IMPORTED"]["bookings_hit"]["moved with its room"] == 1
    with counter.database.read() as session:
        kinds = session.execute(select(document.c.kind).where(document.c.booking_id == hold.booking_id))
        assert sorted(kinds.scalars()) == ["payment_slip", "receipt_voucher", "ticket"]


def test_a_room_of_another_type_on_sale_is_a_fault_that_names_it(counter: Counter, tmp_path: Path) -> None:
    before = stock_of(counter)
    report = bring_in(counter.database, tmp_path, rooms=rooms(EXE="301-308 212"))
    (fault,) = report.faults
    assert (fault.file, fault.line, fault.column) == ("rooms.csv", 2, "room_numbers")
    assert "212" in fault.reason
    assert "DLX" in fault.reason
    assert stock_of(counter) == before


def test_a_room_on_two_lines_of_one_import_is_a_fault(counter: Counter, tmp_path: Path) -> None:
    report = bring_in(counter.database, tmp_path, rooms=rooms(DLX="201-212", EXE="301-308 211 212"))
    (fault,) = report.faults
    assert (fault.line, fault.column) == (3, "room_numbers")
    assert "211 212" in fault.reason
    assert "rooms.csv line 2" in fault.reason


def test_the_room_of_a_type_off_sale_can_be_taken_over(counter: Counter, tmp_path: Path) -> None:
    hold = sell(counter, "DLX", "212")
    off = {"active": "no"}
    bring_in(counter.database, tmp_path, rooms=rooms(DLX=off))
    assert units(counter, hold) == ["212"]
    report = bring_in(counter.database, tmp_path, rooms=rooms(EXE="301-308 212"))
    assert [hit[3:] for hit in told(report)] == [("DLX 212", "EXE 212")]
    # The type comes back without it, not with it.
    assert bring_in(counter.database, tmp_path, rooms=rooms(DLX={})).faults
    assert not bring_in(counter.database, tmp_path, rooms=rooms(DLX="201-211")).faults
    assert counter.faults() == []


def test_files_that_name_a_room_twice_off_sale_change_nothing_the_second_time(
    counter: Counter, tmp_path: Path
) -> None:
    text = rooms(DLX={"active": "no"}, EXE="301-308 212")
    assert bring_in(counter.database, tmp_path, rooms=text).written
    assert not bring_in(counter.database, tmp_path, rooms=text).written


def test_two_types_can_change_rooms(counter: Counter, tmp_path: Path) -> None:
    first, second = sell(counter, "DLX", "201"), sell(counter, "EXE", "301")
    bring_in(counter.database, tmp_path, rooms=rooms(DLX="301 202-212", EXE="201 302-308"))
    assert (units(counter, first), units(counter, second)) == (["201"], ["301"])
    assert (counter.free("DLX"), counter.free("EXE")) == (11, 7)
    assert counter.faults() == []


def test_a_type_without_a_rate_that_day_can_not_take_a_sold_room(counter: Counter, tmp_path: Path) -> None:
    hold = sell(counter, "DLX", "212")
    before = stock_of(counter)
    header = rooms(DLX="201-211")
    new = header + rooms(DLX={"room_type": "NEW", "room_numbers": "212"}).splitlines()[1] + "\n"
    report = bring_in(counter.database, tmp_path, rooms=new)
    (fault,) = report.faults
    assert (fault.line, fault.column) == (3, "room_numbers")
    assert hold.reference in fault.reason
    assert str(counter.day(5)) in fault.reason
    assert stock_of(counter) == before
    rates = f"offering,price,from_day,to_day\nNEW,3000,{counter.day(5)},{counter.day(9)}\n"
    assert len(told(bring_in(counter.database, tmp_path, rooms=new, rates=rates))) == 1


def test_the_same_number_in_two_wings_is_two_rooms(counter: Counter, tmp_path: Path) -> None:
    header, dlx = rooms(DLX={"room_numbers": "101 102", "building": "East"}).splitlines()
    west = rooms(DLX={"room_numbers": "101", "building": "West"}).splitlines()[1]
    report = bring_in(counter.database, tmp_path, rooms="\n".join((header, dlx, west)) + "\n")
    assert report.faults == ()
    assert [cell.unit.name for cell in counter.look("DLX").cells] == ["East 101", "East 102", "West 101"]
    assert sell(counter, "DLX", "East 101")
    assert sell(counter, "DLX", "West 101")


def test_the_lines_of_one_type_differ_in_their_buildings_only(counter: Counter, tmp_path: Path) -> None:
    header, dlx = rooms(DLX={"room_numbers": "101", "building": "East"}).splitlines()
    west = rooms(DLX={"room_numbers": "101", "building": "West", "adults_max": "3"}).splitlines()[1]
    report = bring_in(counter.database, tmp_path, rooms="\n".join((header, dlx, west)) + "\n")
    assert [(fault.line, fault.column) for fault in report.faults] == [(3, "room_type")]


def test_rooms_that_get_the_name_of_their_wing_stay_with_their_guests(
    counter: Counter, tmp_path: Path
) -> None:
    hold = sell(counter, "DLX", "205", "203", nights=3)
    bring_in(counter.database, tmp_path, rooms=rooms(DLX={"building": "East"}))
    assert sorted(set(units(counter, hold))) == ["East 203", "East 205"]
    assert counter.faults() == []


def test_a_block_stays_with_its_room(counter: Counter, tmp_path: Path) -> None:
    database = counter.database
    block_units = BlockUnits(database, lambda _: None)
    dlx, exe = counter.offering("DLX"), counter.offering("EXE")
    both = counter.units("DLX", "211", "212")
    block_units(dlx.id, both, counter.day(5), counter.day(8), "shower broken", actor=counter.actor)
    bring_in(database, tmp_path, rooms=rooms(DLX="201-211", EXE="301-308 212"))
    (cell,) = (one for one in counter.look("EXE").cells if one.unit.name == "212")
    assert (cell.state, cell.holder) == ("blocked", "shower broken")
    assert [block.unit_names for block in ListBlocks(database)(dlx.id, counter.day(0))] == [("211",)]
    assert [block.unit_names for block in ListBlocks(database)(exe.id, counter.day(0))] == [("212",)]
    assert counter.faults() == []


def test_a_blocked_room_that_goes_and_comes_back_is_blocked(counter: Counter, tmp_path: Path) -> None:
    dlx = counter.offering("DLX")
    block_units = BlockUnits(counter.database, lambda _: None)
    room = counter.units("DLX", "212")
    block_units(dlx.id, room, counter.day(5), counter.day(8), "shower broken", actor=counter.actor)
    bring_in(counter.database, tmp_path, rooms=rooms(DLX="201-211"))
    assert counter.free("DLX") == 11
    assert counter.faults() == []
    bring_in(counter.database, tmp_path, rooms=rooms(DLX="201-212"))
    assert counter.free("DLX") == 11
    assert counter.faults() == []


def test_a_quote_for_a_room_that_moved_meanwhile_is_not_held(counter: Counter, tmp_path: Path) -> None:
    quote = counter.quote(counter.item("DLX", "212"))
    bring_in(counter.database, tmp_path, rooms=rooms(DLX="201-211", EXE="301-308 212"))
    with pytest.raises(NotFound):
        counter.hold(quote)


def test_the_database_itself_refuses_a_second_room_of_one_name(database: Database) -> None:
    with database.read() as session:
        row = session.execute(select(unit).where(unit.c.name == "212")).one()
        exe = session.execute(select(offering.c.id).where(offering.c.code == "EXE")).scalar_one()
    twin = {"id": new_key(), "offering_id": exe, "site_id": row.site_id, "name": "212", "rank": 9}

    def write() -> None:
        with database.write(actor_of(database)) as session:
            session.execute(insert(unit), twin | {"home": session.home})

    with pytest.raises(IntegrityError):
        write()


def test_rooms_on_sale_carry_their_site_and_nothing_else_does(counter: Counter, tmp_path: Path) -> None:
    bring_in(counter.database, tmp_path, rooms=rooms(STD={"active": "no"}))
    with counter.database.read() as session:
        statement = select(offering.c.kind, offering.c.active, unit.c.site_id, offering.c.site_id)
        joined = statement.join(unit, unit.c.offering_id == offering.c.id)
        rows = [tuple(row) for row in session.execute(joined)]
        assert session.execute(select(closure)).all() == session.execute(select(closure_unit)).all() == []
    for kind, active, site_id, of_offering in rows:
        assert site_id == (of_offering if kind == "room" and active else None)


def test_what_is_booked_does_not_go_to_another_site(counter: Counter, tmp_path: Path) -> None:
    hold = sell(counter, "DLX", "203")
    before = stock_of(counter)
    other = next(iter(csv.DictReader(io.StringIO(sample_file("sites.csv")))))
    sites = ",".join(other) + "\n" + ",".join({**other, "site": "BEACH"}.values()) + "\n"
    (fault,) = bring_in(counter.database, tmp_path, sites=sites, rooms=rooms(DLX={"site": "BEACH"})).faults
    assert (fault.file, fault.column) == ("rooms.csv", "site")
    assert hold.reference in fault.reason
    assert stock_of(counter) == before
    counter.cancel(hold)
    assert bring_in(counter.database, tmp_path, sites=sites, rooms=rooms(DLX={"site": "BEACH"})).written
