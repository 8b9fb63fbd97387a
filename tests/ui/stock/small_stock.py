"""A manager's stock without a database: a hotel and a coach, and what reached the services."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from db.actor import Actor
from db.catalogue_words import Berth
from db.ids import BookingId, BookingReference, ClosureId, OfferingId, SlotId, UnitId
from db.states import BookingState, Kind
from desktop.services.application import Services
from desktop.services.domain.blocks import Block, SaleChange
from desktop.services.domain.catalogue import (
    Availability,
    CellState,
    DaySale,
    Offering,
    Suggestion,
    Unit,
    UnitCell,
)
from desktop.services.domain.departures import BookingHit, CancelledDeparture
from desktop.services.domain.today import Today
from tests.ui.sample_services import sample_services

NOW = datetime(2026, 11, 22, 5, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)


def _offering(kind: Kind, code: str, name: str) -> Offering:
    bus = kind is Kind.BUS
    return Offering(
        id=OfferingId(code.lower()),
        kind=kind,
        code=code,
        name=name,
        description=name,
        site_name="Deccan Residency",
        city="Pune",
        time_zone="Asia/Kolkata",
        night_ends_minute=360,
        start_minute=840,
        length_minutes=1260,
        air_conditioned=True,
        adults_max=None,
        children_max=None,
        persons_min=1,
        persons_max=None,
        origin="Pune" if bus else None,
        destination="Goa" if bus else None,
        unit_count=4,
        meal_plans=(),
        boarding=(),
        dropping=(),
    )


def _unit(code: str, name: str, place: int, kind: Kind) -> Unit:
    if kind is Kind.BUS:
        return Unit(UnitId(f"{code}-{name}"), name, 1, place, 1, Berth.SEAT, False, False, 0)
    return Unit(UnitId(f"{code}-{name}"), name, None, None, None, None, False, False, 0)


DLX = _offering(Kind.ROOM, "DLX", "Deluxe")
GOA = _offering(Kind.BUS, "GOA21", "Goa 21:30")
HERI = _offering(Kind.TOUR, "HERI", "Old Pune heritage walk")
NAMES = {"dlx": ("201", "202", "203", "204"), "goa21": ("1A", "1B", "1C", "1D"), "heri": ("1", "2", "3", "4")}
PAINTING = Block(
    ClosureId("block-1"), "painting", "meena", NOW, date(2026, 11, 24), date(2026, 11, 26), ("204",)
)
HITS = (
    BookingHit(BookingId("booking-1"), BookingReference("BK-7F3K2Q"), BookingState.CONFIRMED, 2),
    BookingHit(BookingId("booking-2"), BookingReference("BK-2J9QRT"), BookingState.HELD, 1),
)


@dataclass
class SmallStock:
    """`taken` says which units are not free; `calls` records every change that was asked for."""

    taken: dict[str, CellState] = field(default_factory=dict)
    stopped: dict[date, str] = field(default_factory=dict)
    cancelled: set[date] = field(default_factory=set)
    blocks: list[Block] = field(default_factory=list)
    hits: tuple[BookingHit, ...] = HITS
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    failure: Exception | None = None
    # How many of the days that are stopped have a sale; None: all of them.
    priced: int | None = None

    def services(self) -> Services:
        """What the stock page asks."""
        return replace(
            sample_services(),
            list_offerings=lambda: (DLX, GOA, HERI),
            show_today=lambda: Today(NOW, (), 0, 0, 0, 0),
            find_availability=self.find_availability,
            list_blocks=lambda offering_id, _day: tuple(self.blocks) if offering_id == "dlx" else (),
            stop_sale=self.stop_sale,
            block_units=self.block_units,
            lift_block=self.lift_block,
            cancel_departure=self.cancel_departure,
        )

    def find_availability(
        self, offering_id: OfferingId, first_day: date, last_day: date, wanted_count: int
    ) -> Availability:
        """As the contract says: rooms up to, not including, the last day."""
        offering = next(one for one in (DLX, GOA, HERI) if one.id == offering_id)
        until = last_day if offering.kind is Kind.ROOM else last_day + timedelta(days=1)
        days = tuple(first_day + timedelta(days=ahead) for ahead in range((until - first_day).days))
        closed = any(day in self.stopped for day in days)
        cells = tuple(
            UnitCell(unit, *self._state(unit.name, closed))
            for place, name in enumerate(NAMES[offering_id], 1)
            for unit in (_unit(offering_id, name, place, offering.kind),)
        )
        return Availability(
            offering, NOW, tuple(self._sale(day) for day in days), cells, (), Suggestion.NOTHING_FREE
        )

    def stop_sale(
        self,
        offering_id: OfferingId,
        first_day: date,
        last_day: date,
        stopped: bool,
        reason: str,
        *,
        actor: Actor,
    ) -> SaleChange:
        """Stop or open, and count the days."""
        self._record("stop_sale", offering_id, first_day, last_day, stopped, reason)
        days = [first_day + timedelta(days=ahead) for ahead in range((last_day - first_day).days + 1)]
        for day in days:
            if stopped:
                self.stopped[day] = reason
            else:
                self.stopped.pop(day, None)
        return SaleChange(len(days), len(days) if self.priced is None else self.priced)

    def block_units(
        self,
        offering_id: OfferingId,
        unit_ids: tuple[UnitId, ...],
        first_day: date,
        last_day: date,
        reason: str,
        *,
        actor: Actor,
    ) -> ClosureId:
        """Write a block."""
        self._record("block_units", offering_id, unit_ids, first_day, last_day, reason)
        names = tuple(unit_id.removeprefix(f"{offering_id}-") for unit_id in unit_ids)
        self.blocks.append(replace(PAINTING, id=ClosureId("block-2"), reason=reason, unit_names=names))
        return ClosureId("block-2")

    def lift_block(self, block_id: ClosureId, *, actor: Actor) -> int:
        """Forget a block."""
        self._record("lift_block", block_id)
        self.blocks = [block for block in self.blocks if block.id != block_id]
        return 3

    def cancel_departure(
        self, offering_id: OfferingId, day: date, reason: str, *, actor: Actor
    ) -> CancelledDeparture:
        """The coach does not go."""
        self._record("cancel_departure", offering_id, day, reason)
        self.cancelled.add(day)
        return CancelledDeparture(SlotId("slot"), day, self.hits)

    def _record(self, *call: Any) -> None:
        self.calls.append(call)
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure

    def _state(self, name: str, closed: bool) -> tuple[CellState, datetime | None, str]:
        state = self.taken.get(name, CellState.FREE)
        if any(name in block.unit_names for block in self.blocks) or (closed and state is CellState.FREE):
            state = CellState.BLOCKED
        return state, NOW + timedelta(seconds=242) if state is CellState.HELD else None, ""

    def _sale(self, day: date) -> DaySale:
        free = 4 - len(self.taken)
        reason = self.stopped.get(day, "")
        starts = datetime(day.year, day.month, day.day, 8, 30, tzinfo=UTC)
        gone, until = day in self.cancelled, starts + timedelta(hours=21)
        slot_id, stopped = SlotId(f"slot-{day}"), bool(reason)
        return DaySale(slot_id, day, starts, 4_000_00, free, 4, stopped, reason, gone, until)
