"""A hold takes exactly what was quoted, for exactly ten minutes, or nothing."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from db.ids import CustomerId, QuoteId, RequestKey
from db.schema import claim, offering, unit
from db.states import BookingState
from desktop.services.catalogue.block_units import BlockUnits
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.catalogue.stop_sale import StopSale
from desktop.services.domain.catalogue import CellState
from desktop.services.errors import (
    BadRequest,
    DepartureCancelled,
    NotFound,
    QuoteOutdated,
    SlotStopped,
    SlotTaken,
    TakenOffSale,
)
from desktop.services.events import BookingChanged, StockChanged
from desktop.services.holding.place_hold import PlaceHold
from tests.actors import actor_of
from tests.counter import Counter

MICROSECOND = timedelta(microseconds=1).total_seconds()
HOLD_SECONDS = 600


def test_a_hold_ends_600_seconds_after_it_began(any_counter: Counter) -> None:
    hold = any_counter.hold()
    assert hold.reserved_at == any_counter.now()
    assert hold.expires_at - hold.reserved_at == timedelta(seconds=HOLD_SECONDS)
    booking = any_counter.booking(hold)
    assert (booking.state, booking.expires_at) == (BookingState.HELD, hold.expires_at)
    with any_counter.database.read() as session:
        ends = set(session.execute(select(claim.c.expires_at)).scalars())
    assert ends == {hold.expires_at}


def test_the_unit_is_claimable_at_the_deadline_and_not_a_microsecond_before(
    any_counter: Counter, clock: Any
) -> None:
    item = any_counter.item("DLX", "203")
    first = any_counter.hold(any_counter.quote(item))
    clock.advance(HOLD_SECONDS - MICROSECOND)
    second = any_counter.quote(item)
    assert any_counter.look("DLX").cells[2].state is CellState.HELD
    assert any_counter.booking(first).state is BookingState.HELD
    with pytest.raises(SlotTaken) as refusal:
        any_counter.hold(second)
    assert refusal.value.names == ["203"]
    clock.advance(MICROSECOND)
    assert any_counter.look("DLX").cells[2].state is CellState.FREE
    assert any_counter.booking(first).state is BookingState.EXPIRED
    taken_over = any_counter.hold(second)
    assert any_counter.faults() == []
    assert any_counter.sweep() == 1
    assert any_counter.booking(taken_over).state is BookingState.HELD
    assert any_counter.faults() == []


def test_an_hour_of_sleep_without_any_background_job_changes_nothing(counter: Counter, clock: Any) -> None:
    counter.hold()
    before = counter.free("DLX")
    clock.advance(3_600)
    assert counter.free("DLX") == before + 1
    assert counter.sweep() == 1
    assert counter.sweep() == 0
    assert counter.free("DLX") == before + 1


def test_a_basket_is_held_whole_or_not_at_all(any_counter: Counter) -> None:
    counter = any_counter
    counter.hold(counter.quote(counter.item("GOA21", "4B")))
    basket = counter.quote(
        counter.item("DLX", "203", nights=2), counter.item("GOA21", "4A", "4B"), counter.item("HERI")
    )
    before = counter.rows()
    with pytest.raises(SlotTaken) as refusal:
        counter.hold(basket, counter.customer())
    assert refusal.value.names == ["4B"]
    after = counter.rows()
    assert after["claim"] == before["claim"]
    assert after["booking"] == before["booking"]
    assert after["booking_line"] == before["booking_line"]


def test_a_basket_of_all_kinds_has_one_deadline(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold(
        counter.quote(counter.item("STE", nights=3), counter.item("BLR18"), counter.item("SINH"))
    )
    booking = counter.booking(hold)
    assert len(booking.lines) == 5
    assert booking.total_paise == sum(line.total_paise for line in booking.lines)
    assert counter.faults() == []


def test_the_same_act_again_returns_the_same_hold(any_counter: Counter, publish: Any) -> None:
    counter = any_counter
    quote, customer = counter.quote(), counter.customer()
    hold = counter.hold(quote, customer, key="once")
    before = counter.rows()
    events = len(publish.events)
    assert counter.hold(quote, customer, key="once") == hold
    assert counter.rows()["booking"] == before["booking"]
    assert len(publish.events) == events
    with pytest.raises(SlotTaken):
        counter.hold(quote, customer, key="twice")


def test_the_same_act_after_the_quote_is_outdated_still_returns_the_hold(
    counter: Counter, clock: Any
) -> None:
    quote, customer = counter.quote(), counter.customer()
    hold = counter.hold(quote, customer, key="once")
    clock.advance(5_000)
    assert counter.hold(quote, customer, key="once") == hold


def test_a_quote_can_be_held_for_ten_minutes(counter: Counter, clock: Any) -> None:
    first, second = counter.quote(), counter.quote(counter.item("DLX", "207"))
    clock.advance(HOLD_SECONDS - MICROSECOND)
    counter.hold(first)
    clock.advance(MICROSECOND)
    with pytest.raises(QuoteOutdated):
        counter.hold(second)


def test_what_was_stopped_after_the_quote_is_not_held(any_counter: Counter) -> None:
    counter = any_counter
    room, coach = counter.quote(counter.item("DLX", "203")), counter.quote(counter.item("GOA21", "4A"))
    customer = counter.customer()
    day = counter.day(5)
    StopSale(counter.database, counter.publish)(
        counter.offering("DLX").id, day, day, True, "wedding", actor=actor_of(counter.database)
    )
    CancelDeparture(counter.database, counter.publish)(
        counter.offering("GOA21").id, day, "landslide", actor=actor_of(counter.database)
    )
    before = counter.rows()
    with pytest.raises(SlotStopped) as refusal:
        counter.hold(room, customer)
    assert refusal.value.reason == "wedding"
    with pytest.raises(DepartureCancelled):
        counter.hold(coach, customer)
    assert counter.rows() == before


def test_a_room_type_that_went_off_sale_after_the_quote_is_not_held(any_counter: Counter) -> None:
    counter = any_counter
    quote, customer = counter.quote(counter.item("DLX", "203")), counter.customer()
    with counter.database.write(counter.actor) as session:
        session.execute(update(offering).where(offering.c.code == "DLX").values(active=0))
    before = counter.rows()
    with pytest.raises(TakenOffSale):
        counter.hold(quote, customer)
    assert counter.rows() == before


def test_what_was_blocked_after_the_quote_is_taken(counter: Counter) -> None:
    quote = counter.quote(counter.item("DLX", "203"))
    day = counter.day(5)
    rooms = counter.units("DLX", "203")
    BlockUnits(counter.database, counter.publish)(
        counter.offering("DLX").id, rooms, day, day, "painting", actor=actor_of(counter.database)
    )
    with pytest.raises(SlotTaken):
        counter.hold(quote)


def test_a_coach_that_left_after_the_quote_is_not_held(counter: Counter, clock: Any) -> None:
    clock.advance(11.5 * 3_600 - 300)
    quote = counter.quote(counter.item("GOA21", "4A", ahead=0))
    clock.advance(300)
    with pytest.raises(BadRequest, match="departed"):
        counter.hold(quote)


def test_a_unit_taken_off_sale_after_the_quote_is_not_held(counter: Counter) -> None:
    quote, customer = counter.quote(counter.item("DLX", "203")), counter.customer()
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(unit).where(unit.c.name == "203").values(active=0))
    with pytest.raises(NotFound):
        counter.hold(quote, customer)


def test_no_quote_and_no_customer_hold_nothing(any_counter: Counter) -> None:
    counter = any_counter
    quote, customer = counter.quote(), counter.customer()
    before = counter.rows()
    place = PlaceHold(counter.database, counter.publish)
    with pytest.raises(NotFound) as refusal:
        place(QuoteId("nothing"), customer.id, RequestKey("a"), actor=actor_of(counter.database))
    assert refusal.value.what == "quote"
    with pytest.raises(NotFound) as refusal:
        place(quote.id, CustomerId("nobody"), RequestKey("b"), actor=actor_of(counter.database))
    assert refusal.value.what == "customer"
    assert counter.rows() == before


def test_what_happened_is_told_after_the_commit_only(counter: Counter, publish: Any) -> None:
    customer = counter.customer()
    hold = counter.hold(customer=customer)
    assert publish.events == [StockChanged(), BookingChanged(hold.booking_id)]
    reserved = publish.records[-1]
    assert reserved.tag == "BOOKING_RESERVED"
    assert reserved.content["claims_placed"] == 1
    assert reserved.content["total_paise"] == hold.total_paise
    with pytest.raises(SlotTaken):
        counter.hold(counter.quote(counter.item("DLX", "201")), customer)
    assert len(publish.events) == 2
    assert publish.records[-1] is reserved


def test_references_can_be_read_aloud(counter: Counter) -> None:
    holds = [counter.hold() for _ in range(12)]
    letters = "".join(hold.reference.removeprefix("BK-") for hold in holds)
    assert not set(letters) & set("01ILOU")
    assert len({hold.reference for hold in holds}) == 12
