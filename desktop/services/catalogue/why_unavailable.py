"""WhyUnavailable: who or what keeps a unit, or all of an offering, from being sold over some days."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from db import availability, unavailable
from db.closures import ClosureRow
from db.database import Database
from db.ids import OfferingId, UnitId
from db.states import BookingState
from db.unavailable import AskedUnit, TakerRow
from desktop.services.catalogue.read_offerings import read_offerings
from desktop.services.domain.catalogue import Offering
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.unavailable import Obstruction, WhyAnswer, WhyNot
from desktop.services.errors import BadRequest, NotFound

DAYS_MAX = 370


class WhyUnavailable:
    """Name the holder, the sale, the closure or the rule; reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self,
        offering_id: OfferingId,
        unit_id: UnitId | None,
        first_day: date,
        last_day: date,
        wanted_count: int = 1,
    ) -> WhyAnswer:
        """Return every fact about one unit, or about the offering and all its units without one.

        Days as FindAvailability takes them: of rooms the last one is not included. Raises NotFound,
        BadRequest.
        """
        with self._database.read() as session:
            offering = next((one for one in read_offerings(session) if one.id == offering_id), None)
            if offering is None:
                raise NotFound("offering", offering_id)
            last = last_day - timedelta(days=1) if TRAITS[offering.kind].has_nights else last_day
            if not 0 <= (last - first_day).days < DAYS_MAX:
                raise BadRequest("last_day", "not_after_first")
            unit = unavailable.find_unit(session, offering_id, unit_id) if unit_id else None
            if unit_id and unit is None:
                raise NotFound("unit", unit_id)
            stops = unavailable.stops(session, offering_id, first_day, last)
            slots = {
                slot.day: slot for slot in availability.list_slots(session, offering_id, first_day, last)
            }
            facts: list[Obstruction] = []
            for ahead in range((last - first_day).days + 1):
                day = first_day + timedelta(days=ahead)
                slot = slots.get(day)
                if slot is None:
                    facts.append(Obstruction(WhyNot.NO_PRICE, day))
                elif slot.cancelled:
                    facts.append(Obstruction(WhyNot.CANCELLED, day, reason=slot.stop_reason or ""))
                elif slot.stopped:
                    facts.append(_stopped(day, stops, slot.stop_reason or ""))
                else:
                    until = TRAITS[offering.kind].sold_until(
                        slot.starts_at, slot.ends_at, boarding_minutes=offering.last_boarding_minutes
                    )
                    facts += _over(day, until, session.now)
            rows = unavailable.takers(session, offering_id, unit_id, first_day, last)
            facts += [_taken(row) for row in rows]
            facts += _rules(offering, unit, wanted_count)
            return WhyAnswer(session.now, tuple(facts))


def _stopped(day: date, stops: list[ClosureRow], reason: str) -> Obstruction:
    found = next((one for one in stops if one.first_day <= day <= one.last_day), None)
    if found is None:
        return Obstruction(WhyNot.STOPPED, day, reason=reason)
    return Obstruction(WhyNot.STOPPED, day, person=found.clerk, reason=found.reason, last_day=found.last_day)


def _over(day: date, until: datetime, now: datetime) -> Iterator[Obstruction]:
    if until <= now:
        yield Obstruction(WhyNot.LAST_SALE, day, until=until)


def _taken(row: TakerRow) -> Obstruction:
    if row.reference is None:
        return Obstruction(
            WhyNot.BLOCKED,
            row.day,
            row.unit_name,
            person=row.blocked_by or "",
            reason=row.reason or "",
            last_day=row.last_day,
        )
    is_held = row.expires_at is not None
    return Obstruction(
        WhyNot.HELD if is_held else WhyNot.SOLD,
        row.day,
        row.unit_name,
        desk_code=row.desk_code or "",
        person=row.clerk or "",
        until=row.expires_at,
        reference=row.reference,
        state=BookingState.HELD if is_held else row.state,
    )


def _rules(offering: Offering, unit: AskedUnit | None, wanted_count: int) -> Iterator[Obstruction]:
    if unit is not None and not unit.active:
        yield Obstruction(WhyNot.RETIRED, unit_name=unit.name)
    if unit is not None and unit.ladies_only:
        yield Obstruction(WhyNot.LADIES, unit_name=unit.name)
    if TRAITS[offering.kind].has_group_limits:
        most = offering.persons_max
        if wanted_count < offering.persons_min or (most is not None and wanted_count > most):
            yield Obstruction(WhyNot.GROUP, least=offering.persons_min, most=most)
