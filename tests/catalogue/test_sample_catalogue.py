"""The sample is a catalogue that a desk could have."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import select, update

from db.database import Database
from db.schema import offering as offering_table
from db.schema import slot
from db.states import Kind
from desktop.services.catalogue.create_sample_catalogue import CreateSampleCatalogue
from desktop.services.catalogue.list_offerings import ListOfferings
from desktop.services.domain.catalogue import Availability, Offering
from tests.actors import actor_of
from tests.catalogue.steps import TODAY, count, every_row, tags

LAST = TODAY + timedelta(days=89)


def slots(database: Database) -> list[tuple[str, str, date, int]]:
    """(kind, code, day, price) of everything on sale."""
    statement = select(offering_table.c.kind, offering_table.c.code, slot.c.day, slot.c.price_paise).join(
        slot, slot.c.offering_id == offering_table.c.id
    )
    with database.read() as session:
        return [tuple(row) for row in session.execute(statement)]


def test_a_hotel_with_rooms_enough_to_be_believed(database: Database) -> None:
    rooms = [offering for offering in ListOfferings(database)() if offering.kind is Kind.ROOM]
    assert len(rooms) >= 4
    assert sum(room.unit_count for room in rooms) >= 40
    assert len({room.site_name for room in rooms}) == 1
    for room in rooms:
        assert [plan.code for plan in room.meal_plans] == ["RO", "CP", "MAP", "AP"]
        assert room.meal_plans[0].supplement_paise == 0 < room.meal_plans[1].supplement_paise


def test_every_room_has_every_night_of_ninety(database: Database) -> None:
    nights = Counter(code for kind, code, _, _ in slots(database) if kind == "room")
    assert set(nights.values()) == {90}


def test_four_buses_or_more_leave_every_day(database: Database) -> None:
    departures = Counter(day for kind, _, day, _ in slots(database) if kind == "bus")
    assert min(departures.values()) >= 4
    assert (min(departures), max(departures), len(departures)) == (TODAY, LAST, 90)


def test_coaches_have_seats_and_berths_with_and_without_cooling(
    database: Database, offering: Callable[[str], Offering], look: Callable[..., Availability]
) -> None:
    buses = [offering for offering in ListOfferings(database)() if offering.kind is Kind.BUS]
    assert {bus.air_conditioned for bus in buses} == {True, False}
    assert all(len(bus.boarding) >= 2 and len(bus.dropping) >= 2 for bus in buses)
    assert all(bus.boarding[0].after_minutes == 0 < bus.dropping[0].after_minutes for bus in buses)
    seats = [cell.unit for cell in look("GOA21", TODAY).cells]
    assert {seat.deck for seat in seats} == {1}
    assert Counter(seat.row for seat in seats)[1] == 4
    berths = [cell.unit for cell in look("GOA22", TODAY).cells]
    assert {berth.deck for berth in berths} == {1, 2}
    assert Counter((berth.deck, berth.row) for berth in berths)[1, 1] == 3
    for units in (seats, berths):
        assert any(unit.ladies_only for unit in units)
        assert all(unit.supplement_paise > 0 for unit in units if unit.by_window)
        assert len({(unit.deck, unit.row, unit.column) for unit in units}) == len(units)


def test_three_tours_or_more_some_on_some_days_only(database: Database) -> None:
    tours = [offering for offering in ListOfferings(database)() if offering.kind is Kind.TOUR]
    assert len(tours) >= 3
    assert any(tour.persons_min > 1 for tour in tours)
    dates = Counter(code for kind, code, _, _ in slots(database) if kind == "tour")
    assert dates["HERI"] == 90
    assert {day.weekday() for _, code, day, _ in slots(database) if code == "SINH"} == {5, 6}


def test_both_slabs_of_the_room_tax_occur_and_weekends_cost_more(database: Database) -> None:
    prices = {(code, day): price for _, code, day, price in slots(database)}
    suites = {price for (code, _), price in prices.items() if code == "STE"}
    assert min(suites) == 7_500_00 < max(suites)
    sunday, friday, december = TODAY, date(2026, 11, 27), date(2026, 12, 1)
    assert prices["DLX", sunday] == 4_000_00
    assert prices["DLX", sunday] < prices["DLX", friday]
    assert prices["DLX", sunday] < prices["DLX", december]


def test_the_sample_is_made_once(database: Database) -> None:
    before = every_row(database)
    CreateSampleCatalogue(database)(TODAY, actor=actor_of(database))
    assert every_row(database) == before


def test_a_day_later_one_day_is_added_and_nothing_else_changes(database: Database) -> None:
    before = slots(database)
    CreateSampleCatalogue(database)(TODAY + timedelta(days=1), actor=actor_of(database))
    after = slots(database)
    assert {day for _, _, day, _ in set(after) - set(before)} == {LAST + timedelta(days=1)}
    assert set(before) <= set(after)
    assert count(database, "unit") == 385


def test_prices_that_staff_changed_outlive_the_next_day(database: Database) -> None:
    with database.write(actor_of(database)) as session:
        session.execute(update(slot).where(slot.c.day == LAST).values(price_paise=1))
    CreateSampleCatalogue(database)(TODAY + timedelta(days=1), actor=actor_of(database))
    assert {price for _, _, day, price in slots(database) if day == LAST} == {1}


def test_an_old_sample_is_on_sale_again_from_today(database: Database) -> None:
    later = TODAY + timedelta(days=400)
    CreateSampleCatalogue(database)(later, actor=actor_of(database))
    days = {day for kind, _, day, _ in slots(database) if kind == "bus" and day >= later}
    assert len(days) == 90


def test_a_clock_set_back_changes_nothing(database: Database) -> None:
    before = every_row(database)
    CreateSampleCatalogue(database)(TODAY - timedelta(days=30), actor=actor_of(database))
    assert every_row(database) == before


def test_a_catalogue_of_somebody_else_is_left_alone(empty: Database, bring_in: Callable[..., object]) -> None:
    bring_in(
        sites="site,site_name,city\nH,Inn,Goa\n",
        policies="policy,policy_name,hours_before,refund_percent\nNO,None,0,0\n",
        tours="tour,site,name,starts,duration_minutes,places,persons_min,persons_max,policy\n"
        "WALK,H,Walk,08:00,60,5,1,5,NO\n",
    )
    CreateSampleCatalogue(empty)(TODAY, actor=actor_of(empty))
    assert [offering.code for offering in ListOfferings(empty)()] == ["WALK"]


def test_the_journal_says_what_was_added(database: Database) -> None:
    tag, content = tags(database)[-1]
    assert tag == "CATALOGUE_IMPORTED"
    assert content["source"] == "sample"
    assert content["added"]["slot"] == len(slots(database))
