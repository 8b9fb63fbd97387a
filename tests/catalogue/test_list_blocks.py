"""The blocks that stand, as the manager sees them before lifting one."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from db.database import Database
from db.ids import OfferingId, UnitId
from desktop.services.catalogue.block_units import BlockUnits
from desktop.services.catalogue.lift_block import LiftBlock
from desktop.services.catalogue.list_blocks import ListBlocks
from desktop.services.domain.catalogue import Availability
from desktop.services.errors import NotFound
from tests.actors import actor_of
from tests.catalogue.steps import TODAY

Find = Callable[[str], Any]
Look = Callable[..., Any]


def unit_ids(seen: Availability, *names: str) -> tuple[UnitId, ...]:
    found = {cell.unit.name: cell.unit.id for cell in seen.cells}
    return tuple(found[name] for name in names)


def later(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_a_block_is_listed_with_its_units_days_and_reason_until_it_is_lifted(
    database: Database, offering: Find, look: Look
) -> None:
    deluxe = offering("DLX").id
    block = BlockUnits(database, lambda _: None)
    rooms = unit_ids(look("DLX", TODAY), "204", "203")
    late = block(deluxe, rooms, later(5), later(7), "painting", actor=actor_of(database))
    early = block(deluxe, rooms[:1], TODAY, later(1), "tap drips", actor=actor_of(database))
    family = look("FAM", TODAY)
    block(offering("FAM").id, (family.cells[0].unit.id,), TODAY, TODAY, "elsewhere", actor=actor_of(database))
    listed = ListBlocks(database)(deluxe, TODAY)
    assert [(one.id, one.reason, one.unit_names, one.first_day, one.last_day) for one in listed] == [
        (early, "tap drips", ("204",), TODAY, later(1)),
        (late, "painting", ("203", "204"), later(5), later(7)),
    ]
    assert listed[0].clerk
    LiftBlock(database, lambda _: None)(late, actor=actor_of(database))
    assert [one.id for one in ListBlocks(database)(deluxe, TODAY)] == [early]


def test_a_block_whose_last_day_is_over_is_left_out(database: Database, offering: Find, look: Look) -> None:
    deluxe = offering("DLX").id
    BlockUnits(database, lambda _: None)(
        deluxe, unit_ids(look("DLX", TODAY), "203"), TODAY, later(1), "tap drips", actor=actor_of(database)
    )
    assert len(ListBlocks(database)(deluxe, later(1))) == 1
    assert ListBlocks(database)(deluxe, later(2)) == ()


def test_blocks_of_what_the_desk_does_not_sell_are_refused(database: Database) -> None:
    with pytest.raises(NotFound):
        ListBlocks(database)(OfferingId("nothing"), TODAY)
