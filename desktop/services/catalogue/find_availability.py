"""FindAvailability: which units are free on every one of some days, and which to propose."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from db import availability
from db.availability import LiveClaim
from db.catalogue import SlotRow
from db.database import Database, Session
from db.ids import OfferingId, SlotId, UnitId
from desktop.services.catalogue.read_offerings import read_offerings, unit_from_row
from desktop.services.domain.catalogue import Availability, CellState, DaySale, Offering, UnitCell
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.suggestion import suggest
from desktop.services.errors import BadRequest, NotFound

DAYS_MAX = 370


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
    for claim in availability.list_live_claims(session, offering_id, days[0], days[-1]):
        # Who has a unit that is retired needs a place as well.
        taken[claim.slot_id] += 1
        if claim.unit_id in claims:
            claims[claim.unit_id].append(claim)
    obstacle = _obstacle(offering, days, {slot.day: slot for slot in slots}, session.now)
    cells = []
    for unit in units:
        state, free_at, holder = _state(claims[unit.id], obstacle)
        cells.append(UnitCell(unit_from_row(unit), state, free_at, holder))
    sales = tuple(_sale(slot, len(units), taken[slot.id]) for slot in slots)
    least = min((sale.free_count for sale in sales), default=None)
    unit_ids, reason = suggest(offering.kind, cells, wanted_count, least)
    return Availability(offering, session.now, sales, tuple(cells), unit_ids, reason)


def _sale(slot: SlotRow, unit_count: int, taken_count: int) -> DaySale:
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
    )


def _obstacle(
    offering: Offering, days: Sequence[date], slots: Mapping[date, SlotRow], now: datetime
) -> str | None:
    """Return why the days can't be sold whatever is free, None when they can.

    The reason is the manager's; empty where there is no slot or its time has gone by.
    """
    today = now.astimezone(ZoneInfo(offering.time_zone)).date()
    for day in days:
        slot = slots.get(day)
        if slot is None:
            return ""
        if slot.stopped or slot.cancelled:
            return slot.stop_reason or ""
        # A room may be taken late in the evening of its day; a bus that has left may not.
        is_over = day < today if TRAITS[offering.kind].has_business_night else slot.starts_at <= now
        if is_over:
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
    held = [(claim.expires_at, claim.desk_code or "") for claim in claims if claim.expires_at is not None]
    if held:
        return CellState.HELD, *max(held, key=lambda one: one[0])
    return CellState.FREE, None, ""
