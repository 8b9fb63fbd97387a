"""Stopping, blocking and cancelling: measured, journalled, told, and all or nothing."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from db.database import Database
from db.ids import ClosureId, OfferingId, UnitId
from db.states import BookingState
from desktop.services.catalogue.block_units import BlockUnits
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.catalogue.lift_block import LiftBlock
from desktop.services.catalogue.stop_sale import StopSale
from desktop.services.domain.blocks import SaleChange
from desktop.services.domain.catalogue import Availability, CellState, Offering
from desktop.services.errors import AlreadyDone, BadRequest, NotFound, NotOnSale, SlotTaken
from desktop.services.events import StockChanged
from tests.actors import actor_of
from tests.catalogue.steps import TODAY, count, every_row, tags, take

NOTHING = SaleChange(0, 0)
WEEK = TODAY + timedelta(days=6)
Look = Callable[..., Availability]
Find = Callable[[str], Offering]


def unit_ids(seen: Availability, *names: str) -> tuple[UnitId, ...]:
    return tuple(cell.unit.id for cell in seen.cells if cell.unit.name in names)


def test_a_week_is_stopped_and_opened_again(
    database: Database, offering: Find, look: Look, events: list[object]
) -> None:
    stop = StopSale(database, events.append)
    assert stop(
        offering("DLX").id, TODAY, WEEK, True, " renovation ", actor=actor_of(database)
    ) == SaleChange(7, 7)
    assert look("DLX", WEEK).days[0].stop_reason == "renovation"
    assert look("DLX", WEEK + timedelta(days=1)).free_count == 12
    assert stop(offering("DLX").id, TODAY, WEEK, True, "renovation", actor=actor_of(database)) == NOTHING
    assert stop(offering("DLX").id, WEEK, WEEK, False, "", actor=actor_of(database)) == SaleChange(1, 1)
    assert stop(offering("DLX").id, WEEK, WEEK, False, "", actor=actor_of(database)) == NOTHING
    assert look("DLX", WEEK).free_count == 12
    written = [content for tag, content in tags(database) if tag == "STOCK_STOPPED"]
    assert [(content["stopped"], content["slots_changed"]) for content in written] == [(True, 7), (False, 1)]
    assert events == [StockChanged(), StockChanged()]


def test_a_stop_needs_a_reason_days_in_order_and_something_on_sale(
    database: Database, offering: Find
) -> None:
    stop = StopSale(database, lambda _: None)
    room = offering("DLX").id
    before = every_row(database)
    with pytest.raises(BadRequest, match="blank"):
        stop(room, TODAY, WEEK, True, "  ", actor=actor_of(database))
    with pytest.raises(BadRequest, match="before_first"):
        stop(room, WEEK, TODAY, True, "x", actor=actor_of(database))
    with pytest.raises(NotOnSale):
        stop(
            room,
            TODAY - timedelta(days=9),
            TODAY - timedelta(days=2),
            True,
            "x",
            actor=actor_of(database),
        )
    with pytest.raises(BadRequest, match="too_long"):
        stop(room, TODAY, TODAY + timedelta(days=36_500), True, "x", actor=actor_of(database))
    with pytest.raises(NotFound):
        stop(OfferingId("nothing"), TODAY, WEEK, True, "x", actor=actor_of(database))
    assert every_row(database) == before


def test_a_block_takes_every_unit_on_every_day(
    database: Database, offering: Find, look: Look, events: list[object]
) -> None:
    rooms = unit_ids(look("DLX", TODAY), "203", "204")
    block = BlockUnits(database, events.append)(
        offering("DLX").id, rooms, TODAY, WEEK, "painting", actor=actor_of(database)
    )
    assert count(database, "claim") == 14
    seen = look("DLX", TODAY, WEEK)
    assert {cell.unit.name for cell in seen.cells if cell.state is CellState.BLOCKED} == {"203", "204"}
    assert LiftBlock(database, events.append)(block, actor=actor_of(database)) == 14
    assert look("DLX", TODAY, WEEK).free_count == 12
    with pytest.raises(AlreadyDone):
        LiftBlock(database, events.append)(block, actor=actor_of(database))
    with pytest.raises(NotFound):
        LiftBlock(database, events.append)(ClosureId("nothing"), actor=actor_of(database))
    measured = [(tag, c.get("claims_made"), c.get("claims_released")) for tag, c in tags(database)[1:]]
    assert measured == [("STOCK_BLOCKED", 14, None), ("STOCK_UNBLOCKED", None, 14)]
    assert events == [StockChanged(), StockChanged()]


def test_a_block_never_takes_what_is_sold_or_held(
    database: Database, offering: Find, look: Look, clock: Any, events: list[object]
) -> None:
    take(database, look("DLX", WEEK), "204", until=None)
    take(database, look("DLX", TODAY), "205", until=clock() + timedelta(seconds=600))
    before = every_row(database)
    rooms = unit_ids(look("DLX", TODAY), "203", "204", "205")
    with pytest.raises(SlotTaken) as refusal:
        BlockUnits(database, events.append)(
            offering("DLX").id, rooms, TODAY, WEEK, "painting", actor=actor_of(database)
        )
    assert refusal.value.names == ["204", "205"]
    assert every_row(database) == before
    assert events == []


def test_a_block_takes_over_a_hold_from_its_last_second(
    database: Database, offering: Find, look: Look, clock: Any
) -> None:
    take(database, look("DLX", TODAY), "205", until=clock() + timedelta(seconds=600))
    rooms = unit_ids(look("DLX", TODAY), "205")
    block = BlockUnits(database, lambda _: None)
    clock.advance(seconds=599, microseconds=999_999)
    with pytest.raises(SlotTaken):
        block(offering("DLX").id, rooms, TODAY, TODAY, "painting", actor=actor_of(database))
    clock.advance(microseconds=1)
    block(offering("DLX").id, rooms, TODAY, TODAY, "painting", actor=actor_of(database))
    assert look("DLX", TODAY).free_count == 11


def test_a_whole_hotel_can_be_blocked_for_ninety_days(database: Database, offering: Find, look: Look) -> None:
    bus = look("GOA21", TODAY)
    everything = tuple(cell.unit.id for cell in bus.cells)
    last = TODAY + timedelta(days=89)
    BlockUnits(database, lambda _: None)(
        offering("GOA21").id, everything, TODAY, last, "strike", actor=actor_of(database)
    )
    assert count(database, "claim") == 40 * 90


def test_a_block_of_nothing_or_of_another_offering_is_refused(
    database: Database, offering: Find, look: Look
) -> None:
    block = BlockUnits(database, lambda _: None)
    room = offering("DLX").id
    seat = unit_ids(look("GOA21", TODAY), "4A")
    with pytest.raises(BadRequest, match="none"):
        block(room, (), TODAY, WEEK, "x", actor=actor_of(database))
    with pytest.raises(BadRequest, match="twice"):
        block(offering("GOA21").id, seat * 2, TODAY, WEEK, "x", actor=actor_of(database))
    with pytest.raises(NotFound):
        block(room, seat, TODAY, WEEK, "x", actor=actor_of(database))
    with pytest.raises(NotOnSale):
        block(
            offering("GOA21").id,
            seat,
            TODAY - timedelta(days=9),
            TODAY - timedelta(days=2),
            "x",
            actor=actor_of(database),
        )


def test_a_cancelled_departure_names_the_bookings_it_hits(
    database: Database, offering: Find, look: Look, clock: Any, events: list[object]
) -> None:
    sold = take(database, look("GOA21", TODAY), "4A", "4B", until=None)
    held = take(database, look("GOA21", TODAY), "5A", until=clock() + timedelta(seconds=600))
    take(database, look("GOA21", TODAY), "6A", until=clock())
    take(database, look("GOA21", WEEK), "7A", until=None)
    result = CancelDeparture(database, events.append)(
        offering("GOA21").id, TODAY, "landslide", actor=actor_of(database)
    )
    hits = {hit.reference: (hit.state, hit.unit_count) for hit in result.bookings}
    assert hits == {sold: (BookingState.CONFIRMED, 2), held: (BookingState.HELD, 1)}
    tag, content = tags(database)[-1]
    assert (tag, content["bookings_hit"], content["units_hit"]) == ("DEPARTURE_CANCELLED", 2, 3)
    assert events == [StockChanged()]


def test_a_departure_is_cancelled_once(database: Database, offering: Find) -> None:
    cancel = CancelDeparture(database, lambda _: None)
    cancel(offering("GOA21").id, TODAY, "landslide", actor=actor_of(database))
    with pytest.raises(AlreadyDone):
        cancel(offering("GOA21").id, TODAY, "landslide", actor=actor_of(database))
    with pytest.raises(NotOnSale):
        cancel(offering("GOA21").id, TODAY + timedelta(days=500), "landslide", actor=actor_of(database))
    with pytest.raises(BadRequest):
        cancel(offering("GOA21").id, WEEK, "", actor=actor_of(database))


def test_opening_the_sale_does_not_revive_a_cancelled_departure(
    database: Database, offering: Find, look: Look
) -> None:
    CancelDeparture(database, lambda _: None)(
        offering("GOA21").id, TODAY, "landslide", actor=actor_of(database)
    )
    assert StopSale(database, lambda _: None)(
        offering("GOA21").id, TODAY, WEEK, True, "x", actor=actor_of(database)
    ) == SaleChange(7, 6)
    assert StopSale(database, lambda _: None)(
        offering("GOA21").id, TODAY, WEEK, False, "", actor=actor_of(database)
    ) == SaleChange(7, 6)
    assert look("GOA21", TODAY).days[0].stop_reason == "landslide"
