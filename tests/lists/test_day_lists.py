"""Who stands in which list of which day."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from db.actor import Actor
from db.catalogue_words import Gender
from db.ids import SlotId
from db.schema import permission
from db.states import Role
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.correcting.merge_customers import MergeCustomers, PreviewMerge
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.domain.day_lists import DayListQuery, ListKind, Mark
from desktop.services.domain.permission import Allowed, ManagerAct
from desktop.services.domain.quote import Guest
from desktop.services.holding.complete_bookings import CompleteBookings
from desktop.services.list_errors import ListGone
from desktop.services.lists.read_day_list import ListDayChoices, ReadDayList
from desktop.services.staff.set_limit import SetLimit
from tests.conftest import SteppedClock
from tests.counter import ZONE, Counter
from tests.lists.day import ACT, Lists, guests, move, sell, told
from tests.quoting.test_change_of_room import stay
from tests.staff import keep_staff

HOUR = 3_600
DAY = 86_400
ARRIVALS, IN_HOUSE, DEPARTURES = ListKind.ARRIVALS, ListKind.IN_HOUSE, ListKind.DEPARTURES


def test_a_stay_of_three_nights_stands_in_the_right_lists(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    sell(counter, counter.item("DLX", "203", ahead=2, nights=3, guests=guests("Asha Verma")))
    found = {
        kind: [ahead for ahead in range(8) if lists.on(kind, counter.day(ahead))]
        for kind in (ARRIVALS, IN_HOUSE, DEPARTURES)
    }
    assert found == {ARRIVALS: [2], IN_HOUSE: [3, 4], DEPARTURES: [5]}
    (row,) = lists.rooms(ARRIVALS, 2).rows
    assert (row.first_day, row.until, row.numbers) == (counter.day(2), counter.day(5), frozenset({1, 2, 3}))
    assert (row.mark, row.balance_paise) == (Mark.EXPECTED, 0)


def test_who_came_today_is_in_house_tonight(any_counter: Counter, clock: SteppedClock) -> None:
    counter, lists = any_counter, Lists(any_counter)
    sell(counter, counter.item("DLX", "203", ahead=0, nights=2, guests=guests("Asha")))
    sell(counter, counter.item("DLX", "204", ahead=0, nights=2, guests=guests("Ravi")))
    first, _other = lists.rooms(ARRIVALS, 0).rows
    assert lists.mark(first) == 2
    assert lists.on(IN_HOUSE, counter.day(0)) == ["203 Asha"]
    clock.advance(DAY + 2 * HOUR)
    there = lists.rooms(IN_HOUSE, 0)
    assert told(there.rows) == ["203 Asha", "204 Ravi"]
    assert [row.mark for row in there.rows] == [Mark.ARRIVED, Mark.NO_SHOW]
    assert (there.expected, there.arrived) == (2, 1)


def test_a_change_of_room_is_one_stay(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    sell(counter, stay(counter, ("202", 5, 7), ("201", 7, 9)))
    assert [row.unit_name for row in lists.rooms(ARRIVALS, 5).rows] == ["202"]
    assert lists.rooms(ARRIVALS, 7).rows == ()
    (moving,) = lists.rooms(IN_HOUSE, 7).rows
    assert (moving.unit_name, moving.came_from, moving.numbers) == ("201", "202", frozenset({1, 2, 3, 4}))
    assert [row.unit_name for row in lists.rooms(DEPARTURES, 9).rows] == ["201"]
    assert lists.rooms(DEPARTURES, 7).rows == ()


def test_two_rooms_of_one_item_are_two_rows(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    names = guests("Asha", "अनिल वर्मा")
    sell(counter, counter.item("DLX", "203", "210", ahead=2, nights=2, guests=names))
    assert lists.on(ARRIVALS, counter.day(2)) == ["203 Asha", "210 अनिल वर्मा"]


def test_a_moved_room_and_a_shortened_stay(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    hold = sell(counter, counter.item("DLX", "203", ahead=2, nights=3))
    move(counter, hold, [1, 2, 3], "DLX", "210")
    (row,) = lists.rooms(ARRIVALS, 2).rows
    assert (row.unit_name, row.came_from) == ("210", "203")
    counter.cancel(hold, counter.plan(hold, [1]))
    assert lists.rooms(ARRIVALS, 2).rows == ()
    (later,) = lists.rooms(ARRIVALS, 3).rows
    assert later.numbers == {2, 3}


def test_held_expired_and_cancelled_bookings_are_in_no_list_of_rooms(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter, lists = any_counter, Lists(any_counter)
    counter.hold(counter.quote(counter.item("DLX", "203", ahead=2)))
    gone = sell(counter, counter.item("DLX", "204", ahead=2))
    counter.cancel(gone)
    assert lists.rooms(ARRIVALS, 2).rows == ()
    clock.advance(700)
    counter.sweep()
    assert lists.rooms(ARRIVALS, 2).rows == ()


def test_each_site_has_its_own_lists(any_counter: Counter) -> None:
    counter = any_counter
    choices = ListDayChoices(counter.database, ZONE)(counter.day(2))
    assert [site.code for site in choices.sites] == ["DCR"]
    assert {slot.code for slot in choices.slots} >= {"GOA21", "HERI", "MUM06"}
    assert [slot.starts_at for slot in choices.slots] == sorted(slot.starts_at for slot in choices.slots)
    with pytest.raises(ListGone):
        ReadDayList(counter.database)(
            DayListQuery(ListKind.CHART, counter.day(2), slot_id=SlotId("gone")), counter.actor
        )


def test_the_business_night_of_rooms_lasts_until_morning(counter: Counter, clock: SteppedClock) -> None:
    clock.now = clock.now.replace(hour=20)  # 01:30 on Tuesday at the site
    choices = ListDayChoices(counter.database, ZONE)()
    assert choices.day == counter.day(0)
    assert choices.sites[0].today == counter.day(0) - timedelta(days=1)


def test_the_chart_goes_by_stop_and_seat(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    stops = [point.name for point in counter.offering("GOA21").boarding]
    both = (Guest("Meena", Gender.FEMALE), Guest("Ravi", Gender.MALE))
    sell(counter, counter.item("GOA21", "4A", "2B", ahead=2, boarding=stops[1], guests=both))
    sell(counter, counter.item("GOA21", "5A", "1A", ahead=2, boarding=stops[0], guests=guests("A", "B")))
    chart = lists.slot("GOA21", 2)
    assert [(row.stop, row.unit_name) for row in chart.rows] == [
        (stops[0], "1A"),
        (stops[0], "5A"),
        (stops[1], "2B"),
        (stops[1], "4A"),
    ]
    assert [(one.name, one.count) for one in chart.stops] == [(stops[0], 2), (stops[1], 2)]
    assert {row.guest_name: row.gender for row in chart.rows}["Meena"] is Gender.FEMALE
    assert set(chart.free) == {cell.unit.name for cell in counter.look("GOA21", 2).cells} - {
        *("1A", "2B", "4A", "5A")
    }
    assert chart.starts_at is not None
    assert all(row.begins_at >= chart.starts_at for row in chart.rows)


def test_a_held_seat_is_neither_empty_nor_a_passenger(any_counter: Counter, clock: SteppedClock) -> None:
    counter, lists = any_counter, Lists(any_counter)
    counter.hold(counter.quote(counter.item("GOA21", "4A", ahead=2)))
    chart = lists.slot("GOA21", 2)
    assert (chart.rows, chart.held) == ((), ("4A",))
    clock.advance(601)
    assert "4A" in lists.slot("GOA21", 2).free


def test_moved_and_cancelled_seats_are_told(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    hold = sell(counter, counter.item("GOA21", "4A", "4B", ahead=2, guests=guests("Asha", "Ravi")))
    move(counter, hold, [2], "GOA21", "5B")
    counter.cancel(hold, counter.plan(hold, [1]))
    chart = lists.slot("GOA21", 2)
    assert [(row.unit_name, row.came_from, row.mark) for row in chart.rows] == [
        ("5B", "4B", Mark.EXPECTED),
        ("4A", "", Mark.CANCELLED),
    ]
    assert {"4A", "4B"} < set(chart.free)
    assert (chart.expected, chart.persons) == (1, 1)


def test_a_cancelled_departure_says_so(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    sell(counter, counter.item("GOA21", "4A", ahead=2))
    CancelDeparture(counter.database, counter.publish)(
        counter.offering("GOA21").id, counter.day(2), "landslide", actor=counter.actor
    )
    chart = lists.slot("GOA21", 2)
    assert (chart.is_cancelled, chart.free) == (True, ())
    assert [row.mark for row in chart.rows] == [Mark.NOT_RUNNING]
    assert chart.expected == 0


def test_a_group_of_forty_is_one_booking_in_forty_rows(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    seats = [cell.unit.name for cell in counter.look("MUM06", 2).cells if not cell.unit.ladies_only]
    group = counter.customer(mobile="9812345678", name="Sharma wedding")
    sell(counter, counter.item("MUM06", *seats[:36], ahead=2), customer=group)
    chart = lists.slot("MUM06", 2)
    assert len(chart.rows) == 36
    assert {row.reference for row in chart.rows} == {chart.rows[0].reference}
    every = [number for row in chart.rows for number in row.numbers]
    assert sorted(every) == list(range(1, 37))


def test_a_tour_lists_the_places_of_a_booking_together(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    zara = counter.customer(mobile="9812345678", name="Zara")
    two = counter.look("HERI", 2, wanted=2).suggested_unit_ids
    heri = counter.offering("HERI").id
    item = counter.item("HERI", ahead=2)
    sell(counter, item.__class__(heri, two, item.first_day, guests=guests("Zara", "Zoya")), customer=zara)
    sell(counter, counter.item("HERI", ahead=2), customer=counter.customer(name="Asha"))
    found = lists.slot("HERI", 2)
    assert found.query.kind is ListKind.TOUR
    assert [row.guest_name for row in found.rows] == ["Asha", "Zara", "Zoya"]
    assert len(found.free) == counter.offering("HERI").unit_count - 3


def test_two_days_later_the_lists_still_tell_what_was(any_counter: Counter, clock: SteppedClock) -> None:
    counter, lists = any_counter, Lists(any_counter)
    sell(counter, counter.item("DLX", "203", ahead=0, guests=guests("Asha")))
    sell(counter, counter.item("GOA21", "4A", ahead=0, guests=guests("Ravi")))
    (row,) = lists.slot("GOA21", 0).rows
    lists.mark(row)
    clock.advance(3 * DAY)
    assert CompleteBookings(counter.database, counter.publish)(actor=counter.actor) == 2
    assert [one.mark for one in lists.rooms(ARRIVALS, -3).rows] == [Mark.NO_SHOW]
    assert [one.mark for one in lists.slot("GOA21", -3).rows] == [Mark.ARRIVED]


def test_a_landline_only_customer_and_a_merged_one(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    desk = SaveCustomer(counter.database)("020 2612 3456", "Hotel desk", actor=counter.actor)
    sell(counter, counter.item("DLX", "203", ahead=2), customer=desk)
    kept, gone = counter.customer(), counter.customer(mobile="9812345678", name="Asha V")
    sell(counter, counter.item("DLX", "204", ahead=2), customer=gone)
    shown = PreviewMerge(counter.database)(kept.id, gone.id)
    MergeCustomers(counter.database)(kept.id, gone.id, "one person", shown, actor=counter.actor)
    rows = lists.rooms(ARRIVALS, 2).rows
    assert [(row.customer_name, row.telephone) for row in rows] == [
        ("Hotel desk", "...3456"),
        ("Asha", "...3210"),
    ]


def test_numbers_are_whole_only_for_who_may_see_them(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    sell(counter, counter.item("GOA21", "4A", ahead=2))

    def number(actor: Actor | None = None) -> str:
        (row,) = lists.slot("GOA21", 2, actor).rows
        return row.telephone

    assert number() == "...3210"
    staff = keep_staff(counter.database)
    assert number(staff.manager) == "+919876543210"
    assert number(staff.clerk) == number() == "...3210"
    SetLimit(counter.database)(Role.CLERK, ManagerAct.SEE_NUMBERS, Allowed(True), actor=staff.manager)
    assert number(staff.clerk) == "+919876543210"
    with counter.database.write(staff.manager) as session:
        session.execute(update(permission).values(is_allowed=0))
    assert number(staff.clerk) == "...3210"


def test_a_coach_that_boards_after_midnight_is_on_the_day_of_its_departure(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter, lists = any_counter, Lists(any_counter)
    stops = counter.offering("GOA21").boarding
    last = max(stops, key=lambda point: point.after_minutes)
    sell(counter, counter.item("GOA21", "4A", ahead=0, boarding=last.name))
    (row,) = lists.slot("GOA21", 0).rows
    clock.now = row.begins_at + timedelta(hours=3)
    (later,) = lists.slot("GOA21", -1).rows
    assert lists.mark(later) == 1
    (done,) = lists.slot("GOA21", -1).rows
    assert (done.mark, done.arrived_at) == (Mark.ARRIVED, clock.now)


def test_the_departures_list_marks_who_left(any_counter: Counter, clock: SteppedClock) -> None:
    counter, lists = any_counter, Lists(any_counter)
    sell(counter, counter.item("DLX", "203", ahead=0, guests=guests("Asha")))
    clock.advance(23 * HOUR)
    (row,) = lists.rooms(DEPARTURES, 0).rows
    assert lists.mark(row, ACT.DEPARTED) == 1
    (gone,) = lists.rooms(DEPARTURES, 0).rows
    assert (gone.mark, gone.departed_at, gone.arrived_at) == (Mark.DEPARTED, clock.now, clock.now)
    assert lists.mark(gone, ACT.NOT_DEPARTED) == 1
    (back,) = lists.rooms(DEPARTURES, 0).rows
    assert (back.mark, back.departed_at) == (Mark.ARRIVED, None)
