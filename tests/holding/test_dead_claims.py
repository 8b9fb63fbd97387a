"""A hold that is over holds nothing, and nobody reads its number or its unit in a map, a list or a refusal.

Its claims lie there until somebody takes them over or the job tidies up: here nobody has.
"""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from db import bookings
from desktop.services.cancelling.list_departure_refunds import ListDepartureRefunds
from desktop.services.catalogue.block_units import BlockUnits
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.catalogue.find_availability import FindAvailability
from desktop.services.domain.catalogue import CellState
from desktop.services.errors import SlotTaken
from desktop.services.moving.list_free_units import ListFreeUnits
from desktop.services.steps.revive_booking import revive_booking
from tests.catalogue.changes import bring_in, rooms
from tests.conftest import SteppedClock
from tests.counter import Counter

ALMOST = 600 - 1e-6
MICROSECOND = 1e-6


def test_a_refusal_names_only_what_was_asked_for_and_somebody_has(
    any_counter: Counter, clock: SteppedClock
) -> None:
    """Room 203 is somebody's too, on a night on which only 204 is asked for."""
    counter = any_counter
    counter.hold(counter.quote(counter.item("DLX", "203")))
    clock.advance(600)
    counter.hold(counter.quote(counter.item("DLX", "203", ahead=8)))
    counter.hold(counter.quote(counter.item("DLX", "205")))
    basket = counter.quote(counter.item("DLX", "203", "205"), counter.item("DLX", "204", ahead=8))
    with pytest.raises(SlotTaken) as refused:
        counter.hold(basket)
    assert refused.value.names == ["205"]


def test_late_money_is_told_who_has_its_rooms_now_and_not_who_had_them(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    late = counter.hold(counter.quote(counter.item("DLX", "203", "204")))
    clock.advance(600)
    counter.sweep()
    counter.hold(counter.quote(counter.item("DLX", "203")))
    counter.pay(counter.hold(counter.quote(counter.item("DLX", "204"))))

    def taken() -> Sequence[str]:
        with pytest.raises(SlotTaken) as refused, counter.database.write(counter.actor) as session:
            revive_booking(session, bookings.lock_known(session, late.booking_id))
        return list(refused.value.names)

    clock.advance(ALMOST)
    assert taken() == ["203", "204"]
    clock.advance(MICROSECOND)
    assert taken() == ["204"]


def test_a_map_names_the_holder_of_a_hold_that_lives(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    counter.hold(counter.quote(counter.item("DLX", "203")))
    clock.advance(ALMOST)
    cell = counter.look("DLX").cells[2]
    assert (cell.state, cell.holder) == (CellState.HELD, "D1 clerk")
    clock.advance(MICROSECOND)
    cell = counter.look("DLX").cells[2]
    assert (cell.state, cell.holder, cell.free_at) == (CellState.FREE, "", None)


def test_a_block_is_refused_by_the_names_of_live_claims_only(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    counter.hold(counter.quote(counter.item("DLX", "203")))
    clock.advance(600)
    counter.hold(counter.quote(counter.item("DLX", "204")))
    day, block = counter.day(5), BlockUnits(counter.database, counter.publish)
    dlx, both = counter.offering("DLX").id, counter.units("DLX", "203", "204")
    with pytest.raises(SlotTaken) as refused:
        block(dlx, both, day, day, "paint", actor=counter.actor)
    assert refused.value.names == ["204"]
    block(dlx, both[:1], day, day, "paint", actor=counter.actor)


def test_a_room_of_a_hold_that_is_over_can_be_moved_to(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    counter.hold(counter.quote(counter.item("DLX", "203")))
    clock.advance(ALMOST)
    sold = counter.hold(counter.quote(counter.item("DLX", "204")))
    look = ListFreeUnits(counter.database)
    numbers = [counter.booking(sold).lines[0].number]
    assert "203" not in [one.name for one in look(sold.booking_id, numbers)]
    clock.advance(MICROSECOND)
    assert "203" in [one.name for one in look(sold.booking_id, numbers)]


def test_a_departure_that_is_cancelled_names_only_who_has_a_seat(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    counter.hold(counter.quote(counter.item("GOA21", "4A")))
    clock.advance(600)
    rides = counter.hold(counter.quote(counter.item("GOA21", "4B")))
    counter.pay(rides)
    goa, day = counter.offering("GOA21").id, counter.day(5)
    cancel = CancelDeparture(counter.database, counter.publish)
    hit = cancel(goa, day, "landslide", actor=counter.actor)
    assert [one.reference for one in hit.bookings] == [rides.reference]
    refunds = ListDepartureRefunds(counter.database)(goa, day)
    assert [one.reference for one in refunds] == [rides.reference]


def test_an_import_names_and_carries_nobody_whose_hold_is_over(
    counter: Counter, clock: SteppedClock, tmp_path: Path
) -> None:
    counter.hold(counter.quote(counter.item("DLX", "212")))
    clock.advance(600)
    report = bring_in(counter.database, tmp_path, rooms=rooms(DLX="201-211"))
    assert (report.faults, report.hits) == ((), ())
    day = counter.day(5)
    found = FindAvailability(counter.database)(counter.offering("DLX").id, day, day + timedelta(days=1), 1)
    assert found.free_count == 11
