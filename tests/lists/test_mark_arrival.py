"""One key says that a guest came, and takes it back; two desks never undo each other unseen."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from db.arrivals import arrived
from db.database import Database
from db.ids import BookingId
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.domain.day_lists import ListKind, Mark
from desktop.services.errors import DepartureCancelled, DeskError, NotFound, WrongState
from desktop.services.events import BookingChanged
from desktop.services.list_errors import MarkedOtherwise, NotExpected, TooEarlyToArrive
from desktop.services.lists.mark_arrival import MarkArrival
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import Counter
from tests.lists.day import ACT, Lists, guests, move, sell

ARRIVALS = ListKind.ARRIVALS


@pytest.fixture
def other(any_counter: Counter, clock: SteppedClock) -> Iterator[Database]:
    """Another desk on the same books."""
    url = any_counter.database.engine.url.render_as_string(hide_password=False)
    database = open_database(url, clock, Recorder(), "D2")
    yield database
    database.close()


def marks(counter: Counter, booking_id: BookingId) -> set[int]:
    with counter.database.read() as session:
        return arrived(session, booking_id)


def test_a_key_marks_and_the_same_key_takes_back(any_counter: Counter, publish: Recorder) -> None:
    counter, lists = any_counter, Lists(any_counter)
    hold = sell(counter, counter.item("DLX", "203", ahead=0, nights=2))
    (row,) = lists.rooms(ARRIVALS, 0).rows
    publish.events.clear()
    assert (lists.mark(row), lists.mark(row)) == (2, 0)
    assert publish.events == [BookingChanged(hold.booking_id)]
    assert marks(counter, hold.booking_id) == {1, 2}
    (came,) = lists.rooms(ARRIVALS, 0).rows
    assert (came.mark, came.arrived_at) == (Mark.ARRIVED, counter.now())
    assert (lists.mark(came, ACT.NOT_ARRIVED), lists.mark(came, ACT.NOT_ARRIVED)) == (2, 0)
    assert marks(counter, hold.booking_id) == set()
    tags = [tag for tag, _content in counter.told() if tag.startswith("GUEST_")]
    assert tags == ["GUEST_ARRIVED", "GUEST_ARRIVAL_TAKEN_BACK"]
    assert counter.faults() == []


def test_one_passenger_of_a_booking_or_all_of_them(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    hold = sell(counter, counter.item("GOA21", "4A", "4B", "5A", ahead=0, guests=guests("A", "B", "C")))
    chart = lists.slot("GOA21", 0)
    assert lists.mark(chart.rows[1]) == 1
    assert marks(counter, hold.booking_id) == set(chart.rows[1].numbers)
    act = MarkArrival(counter.database, counter.publish)
    assert act(hold.booking_id, {1, 2, 3}, ACT.ARRIVED, actor=counter.actor) == 2
    assert lists.slot("GOA21", 0).arrived == 3


def test_two_desks_at_once_mark_once(any_counter: Counter, other: Database) -> None:
    counter, lists = any_counter, Lists(any_counter)
    there = Lists(Counter(other, counter.now, counter.publish))
    sell(counter, counter.item("GOA21", "4A", ahead=0))
    (row,) = lists.slot("GOA21", 0).rows
    together = Barrier(2)

    def mark(desk: Lists) -> int:
        together.wait()
        return desk.mark(row)

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(mark, (lists, there))) == [0, 1]
    assert [tag for tag, _ in counter.told()].count("GUEST_ARRIVED") == 1


def test_a_mark_that_another_desk_made_anew_is_not_taken_back(
    any_counter: Counter, other: Database, clock: SteppedClock
) -> None:
    counter, lists = any_counter, Lists(any_counter)
    there = Lists(Counter(other, clock, counter.publish))
    sell(counter, counter.item("GOA21", "4A", ahead=0))
    lists.mark(lists.slot("GOA21", 0).rows[0])
    (old,) = lists.slot("GOA21", 0).rows
    there.mark(old, ACT.NOT_ARRIVED)
    clock.advance(60)
    there.mark(old)
    before = counter.rows()
    with pytest.raises(MarkedOtherwise) as refused:
        lists.mark(old, ACT.NOT_ARRIVED)
    assert (refused.value.at, refused.value.has_left) == (clock.now, False)
    assert counter.rows() == before


def test_who_has_left_did_not_stay_away(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    sell(counter, counter.item("DLX", "203", ahead=0))
    (row,) = lists.rooms(ARRIVALS, 0).rows
    lists.mark(row)
    (came,) = lists.rooms(ARRIVALS, 0).rows
    lists.mark(came, ACT.DEPARTED)
    with pytest.raises(MarkedOtherwise) as refused:
        lists.mark(came, ACT.NOT_ARRIVED)
    assert refused.value.has_left
    assert lists.rooms(ListKind.IN_HOUSE, 0).rows == ()


def test_a_mark_stays_with_a_passenger_who_changes_seats(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    hold = sell(counter, counter.item("GOA21", "4B", ahead=0))
    lists.mark(lists.slot("GOA21", 0).rows[0])
    move(counter, hold, [1], "GOA21", "5B")
    (row,) = lists.slot("GOA21", 0).rows
    assert (row.unit_name, row.mark) == ("5B", Mark.ARRIVED)


def test_nonsense_is_refused_and_writes_nothing(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    act = MarkArrival(counter.database, counter.publish)
    held = counter.hold(counter.quote(counter.item("DLX", "203", ahead=0)))
    early = sell(counter, counter.item("DLX", "204", ahead=4))
    gone = sell(counter, counter.item("DLX", "205", ahead=0))
    counter.cancel(gone)
    bus = sell(counter, counter.item("GOA21", "4A", ahead=1))
    CancelDeparture(counter.database, counter.publish)(
        counter.offering("GOA21").id, counter.day(1), "landslide", actor=counter.actor
    )
    refusals: list[tuple[BookingId, set[int], type[DeskError]]] = [
        (BookingId("nobody"), {1}, NotFound),
        (held.booking_id, {1}, WrongState),
        (early.booking_id, {1}, TooEarlyToArrive),
        (early.booking_id, {7}, NotExpected),
        (early.booking_id, set(), NotExpected),
        (gone.booking_id, {1}, WrongState),
        (bus.booking_id, {1}, DepartureCancelled),
    ]
    before = counter.rows()
    for booking_id, numbers, refusal in refusals:
        with pytest.raises(refusal):
            act(booking_id, numbers, ACT.ARRIVED, actor=counter.actor)
    assert counter.rows() == before
    assert lists.rooms(ARRIVALS, 4).arrived == 0


def test_a_cancelled_line_of_a_booking_that_lives_on_is_not_expected(any_counter: Counter) -> None:
    counter = any_counter
    hold = sell(counter, counter.item("GOA21", "4A", "4B", ahead=0))
    counter.cancel(hold, counter.plan(hold, [1]))
    act = MarkArrival(counter.database, counter.publish)
    with pytest.raises(NotExpected) as refused:
        act(hold.booking_id, {1, 2}, ACT.ARRIVED, actor=counter.actor)
    assert refused.value.numbers == [1]
    assert act(hold.booking_id, {2}, ACT.ARRIVED, actor=counter.actor) == 1
