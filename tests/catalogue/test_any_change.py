"""Any change of the catalogue against anything that is sold: everybody keeps a place, or nothing changes."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.catalogue_words import Gender
from db.engine import sqlite_url
from db.schema import booking, booking_line, offering, slot, unit
from db.states import BookingState
from desktop.services.cancelling.preview_cancellation import PreviewCancellation
from desktop.services.domain.quote import Guest
from desktop.services.errors import BadRequest, NotFound, SlotTaken
from desktop.services.holding.complete_bookings import CompleteBookings
from tests.catalogue.changes import bring_in, coach, lines_of, rooms, sell
from tests.catalogue.steps import every_row
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import Counter

CODES = ("DLX", "EXE", "GOA21", "GOA22", "HERI")
HOURS = ("05:00", "10:00", "16:30", "21:30", "23:00")

sales = st.tuples(
    st.sampled_from(CODES),
    st.integers(0, 2),  # days ahead
    st.integers(1, 3),  # units
    st.integers(1, 2),  # nights
    st.sampled_from(["held", "sold", "partly", "cancelled"]),
    st.booleans(),  # women
)
numbers = st.sets(st.integers(201, 208), min_size=1, max_size=8).map(lambda found: sorted(found))
changes = st.one_of(
    st.tuples(st.just("rooms"), numbers, st.booleans(), st.booleans(), st.sampled_from(["", "East"])),
    st.tuples(st.just("coach"), st.integers(1, 3), st.sampled_from(["seat", "sleeper"]), st.booleans()),
    st.tuples(st.just("places"), st.integers(6, 15)),
    st.tuples(st.just("hour"), st.sampled_from(HOURS), st.sampled_from(HOURS)),
    st.tuples(st.just("wait"), st.integers(1, 30)),
)


def files_of(change: tuple[Any, ...]) -> dict[str, str]:
    """Return the files of a change; rooms 201 to 208 that are not the one type's are the other's."""
    match change:
        case ("rooms", mine, dlx, exe, building):
            others = [number for number in range(201, 209) if number not in mine] + [301]
            types = {
                code: {
                    "room_numbers": " ".join(map(str, its)),
                    "active": "yes" if on_sale else "no",
                    "building": building,
                }
                for code, its, on_sale in (("DLX", mine, dlx), ("EXE", others, exe))
            }
            return {"rooms": lines_of("rooms.csv", types)}
        case ("coach", rows, berth, ladies):
            seats = coach("OTHER", rows, berth=berth, ladies="1A 1B" if ladies else "")
            codes = {code: {"coach": "OTHER"} for code in ("GOA21", "GOA22")}
            return {"services": lines_of("services.csv", codes), "seats": seats}
        case ("places", count):
            return {"tours": lines_of("tours.csv", {"HERI": {"places": str(count), "persons_max": "6"}})}
        case ("hour", departs, check_in):
            codes = {"GOA21": {"departs": departs, "coach": ""}, "MUM06": {"departs": departs, "coach": ""}}
            site_rooms = rooms(STD={"check_in": check_in})
            return {"services": lines_of("services.csv", codes), "rooms": site_rooms}
    return {}


def try_to_sell(counter: Counter, sale: tuple[Any, ...]) -> None:
    code, ahead, count, nights, end, women = sale
    counter.offerings.clear()
    guest = Guest(name="A", gender=Gender.FEMALE if women else Gender.MALE)
    try:
        seen = counter.look(code, ahead, nights, count)
        names = [cell.unit.name for cell in seen.cells if cell.unit.id in seen.suggested_unit_ids]
        if code in ("DLX", "EXE", "GOA21") and names:
            # Often the last ones: those that go first.
            names = [cell.unit.name for cell in seen.cells if cell.state == "free"][-count:]
        if not names:
            return
        fields: dict[str, Any] = {"ahead": ahead, "nights": nights, "guests": (guest,) * len(names)}
        hold = sell(counter, code, *names, paid=end != "held", **fields)
    except (BadRequest, NotFound, SlotTaken, KeyError):
        return  # off sale by then, or a ladies' seat
    if end == "cancelled" or (end == "partly" and len(counter.booking(hold).lines) > 1):
        numbers = (1,) if end == "partly" else ()
        counter.cancel(hold, PreviewCancellation(counter.database)(hold.booking_id, numbers))


def check(counter: Counter, before: dict[str, int]) -> None:
    """Everybody who was to come still is, with a unit, and no door was sold twice."""
    assert counter.faults() == []
    with counter.database.read() as session:
        statement = (
            select(booking.c.reference, unit.c.name, offering.c.site_id, offering.c.kind, slot.c.day)
            .join(booking_line, booking_line.c.booking_id == booking.c.id)
            .join(unit, unit.c.id == booking_line.c.unit_id)
            .join(slot, slot.c.id == booking_line.c.slot_id)
            .join(offering, offering.c.id == unit.c.offering_id)
            .where(booking_line.c.cancelled_at.is_(None), booking.c.state == BookingState.CONFIRMED)
            .where(slot.c.starts_at > session.now, unit.c.offering_id == slot.c.offering_id)
        )
        rows = session.execute(statement).all()
    assert {ref: sum(row.reference == ref for row in rows) for ref in before} == before
    doors = [(row.site_id, row.name, row.day) for row in rows if row.kind == "room"]
    assert len(doors) == len(set(doors))


def to_come(counter: Counter) -> dict[str, int]:
    """Return how many lines each sold booking has still before it."""
    with counter.database.read() as session:
        statement = (
            select(booking.c.reference)
            .join(booking_line, booking_line.c.booking_id == booking.c.id)
            .join(slot, slot.c.id == booking_line.c.slot_id)
            .where(booking_line.c.cancelled_at.is_(None), booking.c.state == BookingState.CONFIRMED)
            .where(slot.c.starts_at > session.now)
        )
        found = list(session.execute(statement).scalars())
    return {reference: found.count(reference) for reference in found}


@settings(max_examples=25)
@given(
    st.lists(sales, min_size=3, max_size=6),
    st.lists(st.one_of(changes, sales), min_size=1, max_size=6),
)
def test_nobody_loses_a_place_whatever_the_catalogue_becomes(
    sample_file: Path, first: list[tuple[Any, ...]], then: list[tuple[Any, ...]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), SteppedClock()
        shutil.copy(sample_file, folder / "desk.sqlite3")
        database = open_database(sqlite_url(folder / "desk.sqlite3"), clock, Recorder())
        counter = Counter(database, clock, Recorder())
        for step in [*first, *then]:
            if step[0] in CODES:
                try_to_sell(counter, step)
            elif step[0] == "wait":
                clock.now += timedelta(hours=step[1])
                CompleteBookings(database, lambda _: None)(actor=counter.actor)
            else:
                before, rows = to_come(counter), every_row(database)
                dry = bring_in(database, folder, True, **files_of(step))
                assert every_row(database) == rows
                report = bring_in(database, folder, False, **files_of(step))
                assert (report.faults, report.hits, report.changes) == (dry.faults, dry.hits, dry.changes)
                if report.faults:
                    assert every_row(database) == rows
                check(counter, before)
        database.close()
