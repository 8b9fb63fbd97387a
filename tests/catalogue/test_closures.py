"""Stops and blocks are intents over days: what comes on sale inside them later is closed from its birth."""

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from db.catalogue_words import ClosureKind
from db.database import Database
from db.ids import ClosureId, OfferingId, UnitId
from desktop.services.auditing.audit_database import AuditDatabase
from desktop.services.catalogue.block_units import BlockUnits
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.catalogue.create_sample_catalogue import CreateSampleCatalogue
from desktop.services.catalogue.find_availability import FindAvailability
from desktop.services.catalogue.lift_block import LiftBlock
from desktop.services.catalogue.list_blocks import ListBlocks
from desktop.services.catalogue.list_offerings import ListOfferings
from desktop.services.catalogue.stop_sale import StopSale
from desktop.services.domain.blocks import Block, SaleChange
from desktop.services.domain.catalogue import CellState, Offering
from desktop.services.domain.catalogue_import import ImportReport
from desktop.services.errors import SlotTaken
from tests.actors import actor_of
from tests.catalogue.small_files import ROOMS, SMALL
from tests.catalogue.steps import TODAY, every_row, take

Import = Callable[..., ImportReport]
DEC_1 = date(2026, 12, 1)
ONE = timedelta(days=1)


def dec(number: int) -> date:
    return DEC_1 + timedelta(days=number - 1)


class House:
    """One offering, with every act on it in a short call."""

    def __init__(self, database: Database, code: str) -> None:
        self.database = database
        offering = next(one for one in ListOfferings(database)() if one.code == code)
        self.id: OfferingId = offering.id
        self.has_nights = offering.kind == "room"

    def stop(self, first: date, last: date, reason: str = "wedding") -> SaleChange:
        return self._stop(first, last, True, reason)

    def open(self, first: date, last: date) -> SaleChange:
        return self._stop(first, last, False, "")

    def _stop(self, first: date, last: date, stopped: bool, reason: str) -> SaleChange:
        stop = StopSale(self.database, lambda _: None)
        return stop(self.id, first, last, stopped, reason, actor=actor_of(self.database))

    def block(self, first: date, last: date, *names: str) -> ClosureId:
        seen = FindAvailability(self.database)(self.id, first, first + ONE, 1)
        units: tuple[UnitId, ...] = tuple(cell.unit.id for cell in seen.cells if cell.unit.name in names)
        block = BlockUnits(self.database, lambda _: None)
        return block(self.id, units, first, last, "painting", actor=actor_of(self.database))

    def lift(self, closure_id: ClosureId) -> int:
        return LiftBlock(self.database, lambda _: None)(closure_id, actor=actor_of(self.database))

    def standing(self, kind: ClosureKind) -> tuple[Block, ...]:
        found = ListBlocks(self.database)(self.id, TODAY)
        return tuple(one for one in found if one.kind is kind)

    def stops(self) -> list[tuple[date, date, str]]:
        return [(one.first_day, one.last_day, one.reason) for one in self.standing(ClosureKind.STOP)]

    def on_sale(self, day: date) -> bool | None:
        """None where the day has no slot."""
        until = day + ONE if self.has_nights else day
        sales = FindAvailability(self.database)(self.id, day, until, 1).days
        return not sales[0].stopped if sales else None

    def blocked(self, day: date) -> set[str]:
        seen = FindAvailability(self.database)(self.id, day, day + ONE, 1)
        return {
            cell.unit.name
            for cell in seen.cells
            if (cell.state, cell.holder) == (CellState.BLOCKED, "painting")
        }

    def faults(self) -> list[str]:
        return [line.name for line in AuditDatabase(self.database)() if not line.passed]


@pytest.fixture
def twin(empty: Database, bring_in: Import) -> House:
    """Three rooms; rates from 1 to 10 December."""
    bring_in(**SMALL)
    return House(empty, "TWIN")


def rates(first: date, last: date, price: int = 3_500) -> dict[str, str]:
    return {"rates": f"offering,price,from_day,to_day\nTWIN,{price},{first},{last}\n"}


def test_a_night_that_gets_its_rate_inside_a_stop_is_born_stopped(twin: House, bring_in: Import) -> None:
    assert twin.stop(dec(5), dec(20)) == SaleChange(16, 6)
    bring_in(**rates(dec(11), dec(25)))
    assert [twin.on_sale(dec(day)) for day in (4, 5, 10, 11, 20, 21)] == [
        True,
        False,
        False,
        False,
        False,
        True,
    ]
    seen = FindAvailability(twin.database)(twin.id, dec(20), dec(21), 1)
    assert seen.days[0].stop_reason == "wedding"
    assert twin.faults() == []


def test_days_can_be_stopped_before_any_of_them_has_a_rate(twin: House, bring_in: Import) -> None:
    assert twin.stop(dec(12), dec(14)) == SaleChange(3, 0)
    bring_in(**rates(dec(11), dec(15)))
    assert [twin.on_sale(dec(day)) for day in range(11, 16)] == [True, False, False, False, True]


def test_opening_the_middle_of_a_stop_leaves_two(twin: House, bring_in: Import) -> None:
    twin.stop(dec(5), dec(20))
    assert twin.open(dec(9), dec(12)) == SaleChange(4, 2)
    assert twin.stops() == [(dec(5), dec(8), "wedding"), (dec(13), dec(20), "wedding")]
    bring_in(**rates(dec(11), dec(25)))
    assert [twin.on_sale(dec(day)) for day in (8, 9, 12, 13)] == [False, True, True, False]
    assert twin.faults() == []


def test_a_day_stays_closed_until_the_last_stop_over_it_is_lifted(twin: House) -> None:
    twin.stop(dec(2), dec(6), "wedding")
    twin.stop(dec(5), dec(8), "storm")
    wedding, storm = (one.id for one in twin.standing(ClosureKind.STOP))
    assert twin.lift(wedding) == 3
    assert [twin.on_sale(dec(day)) for day in (4, 5, 6, 8, 9)] == [True, False, False, False, True]
    assert FindAvailability(twin.database)(twin.id, dec(6), dec(7), 1).days[0].stop_reason == "storm"
    assert twin.lift(storm) == 4
    assert twin.on_sale(dec(6)) is True
    assert twin.faults() == []


def test_a_night_that_gets_its_rate_inside_a_block_is_born_claimed(twin: House, bring_in: Import) -> None:
    block = twin.block(dec(8), dec(14), "101", "102")
    bring_in(**rates(dec(11), dec(20)))
    assert [twin.blocked(dec(day)) for day in (7, 8, 14, 15)] == [
        set(),
        {"101", "102"},
        {"101", "102"},
        set(),
    ]
    assert twin.faults() == []
    assert twin.lift(block) == 14
    assert twin.blocked(dec(12)) == set()


def test_two_blocks_never_keep_one_room_on_one_day_though_it_has_no_rate_yet(twin: House) -> None:
    twin.block(dec(12), dec(14), "101", "102")
    before = every_row(twin.database)
    with pytest.raises(SlotTaken) as refusal:
        twin.block(dec(14), dec(16), "102", "103")
    assert refusal.value.names == ["102"]
    assert every_row(twin.database) == before
    assert twin.block(dec(15), dec(16), "102", "103")


def test_a_room_that_is_built_later_is_not_part_of_an_old_block(twin: House, bring_in: Import) -> None:
    twin.block(dec(8), dec(14), "101", "102", "103")
    bring_in(rooms=ROOMS.replace("101-103", "101-104"), **rates(dec(11), dec(20)))
    assert twin.blocked(dec(12)) == {"101", "102", "103"}
    assert twin.faults() == []


def test_a_room_that_is_given_up_leaves_its_block_and_is_kept_back_when_it_returns(
    twin: House, bring_in: Import
) -> None:
    twin.block(dec(1), dec(14), "102", "103")
    seen = FindAvailability(twin.database)(twin.id, dec(2), dec(3), 1)
    take(twin.database, seen, "101", until=None)
    bring_in(rooms=ROOMS.replace("101-103", "101-102"))
    assert twin.blocked(dec(2)) == {"102"}
    bring_in(rooms=ROOMS, **rates(dec(11), dec(12)))
    assert [twin.blocked(dec(day)) for day in (2, 12)] == [{"102", "103"}] * 2
    assert "closures_hold" not in twin.faults()


def test_a_cancelled_departure_stays_cancelled_and_is_no_day_of_a_stop(
    empty: Database, bring_in: Import
) -> None:
    bring_in(**SMALL)
    surat = House(empty, "SUR07")
    surat.stop(dec(2), dec(3))
    CancelDeparture(empty, lambda _: None)(surat.id, dec(3), "landslide", actor=actor_of(empty))
    assert surat.open(dec(2), dec(3)) == SaleChange(2, 1)
    sale = FindAvailability(empty)(surat.id, dec(3), dec(3), 1).days[0]
    assert (sale.cancelled, sale.stop_reason) == (True, "landslide")
    assert surat.faults() == []


def test_the_next_days_of_the_sample_are_born_inside_its_closures(
    database: Database, offering: Callable[[str], Offering]
) -> None:
    deluxe, last = House(database, offering("DLX").code), TODAY + timedelta(days=89)
    deluxe.stop(last, last + ONE)
    deluxe.block(last, last + 2 * ONE, "203")
    CreateSampleCatalogue(database)(TODAY + 2 * ONE, actor=actor_of(database))
    assert [deluxe.on_sale(last + ahead * ONE) for ahead in range(3)] == [False, False, True]
    assert deluxe.blocked(last + 2 * ONE) == {"203"}
    assert deluxe.faults() == []


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_order_a_closed_day_is_closed_and_an_open_one_open(
    twin: House, bring_in: Import, seed: int
) -> None:
    chance = random.Random(seed)
    stopped: dict[ClosureId, set[date]] = {}
    kept: dict[ClosureId, tuple[set[date], set[str]]] = {}
    for _ in range(14):
        first = dec(chance.randint(1, 20))
        days = {first + ahead * ONE for ahead in range(chance.randint(1, 8))}
        match chance.choice(("stop", "open", "block", "rates", "lift", "lift")):
            case "stop":
                twin.stop(first, max(days), f"reason {chance.random()}")
            case "open":
                twin.open(first, max(days))
            case "rates":
                bring_in(**rates(first, max(days), chance.randint(1_000, 9_000)))
            case "block":
                names = set(chance.sample(("101", "102", "103"), chance.randint(1, 2)))
                if any(days & other and names & rooms for other, rooms in kept.values()):
                    with pytest.raises(SlotTaken):
                        twin.block(first, max(days), *names)
                else:
                    kept[twin.block(first, max(days), *names)] = (days, names)
            case _ if stopped or kept:
                one = chance.choice(sorted({**stopped, **kept}))
                twin.lift(one)
                kept.pop(one, None)
        stopped = {
            one.id: {one.first_day + ahead * ONE for ahead in range((one.last_day - one.first_day).days + 1)}
            for one in twin.standing(ClosureKind.STOP)
        }
    closed = {day for days in stopped.values() for day in days}
    for number in range(1, 29):
        day = dec(number)
        assert twin.on_sale(day) in (None, day not in closed)
        if twin.on_sale(day) is not None:
            assert twin.blocked(day) == {
                name for days, names in kept.values() if day in days for name in names
            }
    assert twin.faults() == []
