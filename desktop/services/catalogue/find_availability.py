"""FindAvailability: which units are free on every one of some days, and which to propose."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from db import availability
from db.availability import LiveClaim
from db.catalogue import SlotRow
from db.database import Database, Session
from db.ids import OfferingId, SlotId, UnitId
from desktop.services.catalogue.read_offerings import read_offerings, unit_from_row
from desktop.services.domain.business_date import business_date
from desktop.services.domain.catalogue import (
    Availability,
    CellState,
    DaySale,
    Offering,
    RoomPart,
    Suggestion,
    UnitCell,
)
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.room_gaps import NIGHT, Window, change_of_room, gap_nights
from desktop.services.domain.suggestion import suggest
from desktop.services.errors import BadRequest, NotFound

DAYS_MAX = 370
# How far before and after a stay its room's other nights are looked at, and how long a stay may be for that.
# A gap of a month is long, whatever comes after it, and each night more costs the look its rows.
AROUND_DAYS = 30
STAY_DAYS_MAX = 60


class FindAvailability:
    """Look at an offering over some days."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self, offering_id: OfferingId, first_day: date, last_day: date, wanted_count: int
    ) -> Availability:
        """Return days and units as of the database node's clock.

        Rooms: nights up to, not including, `last_day`. Bus and tour: departures up to and including it.
        A unit is FREE when it is free on every day and every day can still be sold; otherwise SOLD before
        BLOCKED before HELD, whichever of the days says so. Raises NotFound, BadRequest.
        """
        with self._database.read() as session:
            offering = next((o for o in read_offerings(session) if o.id == offering_id), None)
            if offering is None:
                raise NotFound("offering", offering_id)
            days = _days(offering, first_day, last_day)
            return _look(session, offering, days, wanted_count)


def _days(offering: Offering, first: date, last: date) -> list[date]:
    count = (last - first).days + (not TRAITS[offering.kind].has_nights)
    if count < 1:
        raise BadRequest("last_day", "not_after_first")
    if count > DAYS_MAX:
        raise BadRequest("last_day", "too_long", most=DAYS_MAX)
    return [first + timedelta(days=ahead) for ahead in range(count)]


def _look(session: Session, offering: Offering, days: Sequence[date], wanted_count: int) -> Availability:
    offering_id = offering.id
    slots = availability.list_slots(session, offering_id, days[0], days[-1])
    units = availability.list_units(session, offering_id)
    claims: dict[UnitId, list[LiveClaim]] = {unit.id: [] for unit in units}
    taken: dict[SlotId, int] = {slot.id: 0 for slot in slots}
    nights: dict[UnitId, set[date]] = {unit.id: set() for unit in units}
    window = _window(offering, days, session.now)
    for claim in availability.list_live_claims(session, offering_id, window.first, window.last):
        is_asked = days[0] <= claim.day <= days[-1]
        if is_asked:
            # Who has a unit that is retired needs a place as well.
            taken[claim.slot_id] += 1
        if claim.unit_id in claims:
            nights[claim.unit_id].add(claim.day)
            if is_asked:
                claims[claim.unit_id].append(claim)
    sales = tuple(_sale(offering, slot, len(units), taken[slot.id]) for slot in slots)
    obstacle = _obstacle(days, {sale.day: sale for sale in sales}, session.now)
    cells = []
    for unit in units:
        state, free_at, holder = _state(claims[unit.id], obstacle)
        gap = gap_nights(nights[unit.id], days[0], days[-1] + NIGHT, window)
        cells.append(UnitCell(unit_from_row(unit), state, free_at, holder, gap))
    least = min((sale.free_count for sale in sales), default=None)
    unit_ids, reason = suggest(offering.kind, cells, wanted_count, least)
    change: tuple[RoomPart, ...] = ()
    if (
        reason is Suggestion.NOTHING_FREE
        and wanted_count == 1
        and obstacle is None
        and least
        and _is_stay(offering, days)
    ):
        change = change_of_room(nights, days, window)
        reason = Suggestion.CHANGE_OF_ROOM if change else reason
    return Availability(offering, session.now, sales, tuple(cells), unit_ids, reason, change)


def _is_stay(offering: Offering, days: Sequence[date]) -> bool:
    """Whether these are the nights of one stay: a calendar over more of them asks for no room."""
    return TRAITS[offering.kind].has_physical_rooms and len(days) <= STAY_DAYS_MAX


def _window(offering: Offering, days: Sequence[date], now: datetime) -> Window:
    """Return the nights that tell how a stay fits: what is over by now leaves no gap that could be sold."""
    if not _is_stay(offering, days):
        return Window(days[0], days[-1])
    today = business_date(offering, now)
    around = timedelta(days=AROUND_DAYS)
    return Window(min(days[0], max(days[0] - around, today)), days[-1] + around)


def _sale(offering: Offering, slot: SlotRow, unit_count: int, taken_count: int) -> DaySale:
    sold_until = TRAITS[offering.kind].sold_until(
        slot.starts_at, slot.ends_at, boarding_minutes=offering.last_boarding_minutes
    )
    return DaySale(
        slot_id=slot.id,
        day=slot.day,
        starts_at=slot.starts_at,
        price_paise=slot.price_paise,
        free_count=max(unit_count - taken_count, 0),
        unit_count=unit_count,
        stopped=slot.stopped,
        stop_reason=slot.stop_reason or "",
        cancelled=slot.cancelled,
        sold_until=sold_until,
    )


def _obstacle(days: Sequence[date], sales: Mapping[date, DaySale], now: datetime) -> str | None:
    """Return why the days can't be sold whatever is free, None when they can.

    The reason is the manager's; empty where there is no slot or its time has gone by.
    """
    for day in days:
        sale = sales.get(day)
        if sale is None:
            return ""
        if sale.stopped or sale.cancelled:
            return sale.stop_reason
        if sale.sold_until <= now:
            return ""
    return None


def _state(claims: Sequence[LiveClaim], obstacle: str | None) -> tuple[CellState, datetime | None, str]:
    sold = [claim for claim in claims if claim.closure_id is None and claim.expires_at is None]
    if sold:
        return CellState.SOLD, None, sold[0].reference or ""
    blocked = [claim.reason or "" for claim in claims if claim.closure_id is not None]
    if blocked:
        return CellState.BLOCKED, None, blocked[0]
    if obstacle is not None:
        return CellState.BLOCKED, None, obstacle
    held = [(claim.expires_at, _holder(claim)) for claim in claims if claim.expires_at is not None]
    if held:
        return CellState.HELD, *max(held, key=lambda one: one[0])
    return CellState.FREE, None, ""


def _holder(claim: LiveClaim) -> str:
    """Return the desk and who stands there: "D2 Meena"."""
    return " ".join(part for part in (claim.desk_code, claim.clerk) if part)
