"""Whether units that are free may be held now: asked when a hold is placed, and when one is taken again."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from db import rules
from db.database import Session
from db.ids import SlotId
from db.lines import NewLine
from db.rules import SlotNow
from desktop.services.domain.kinds import TRAITS
from desktop.services.errors import (
    BadRequest,
    DepartureCancelled,
    NotFound,
    QuoteOutdated,
    SlotStopped,
    SlotTaken,
    TakenOffSale,
)


def check_still_sold(
    session: Session,
    rows: Sequence[NewLine],
    starts: Mapping[SlotId, datetime],
    made_at: datetime,
    *,
    past_last_sale: bool = False,
) -> None:
    """Refuse what was stopped, cancelled, taken off sale or moved, or has begun, since the quote was made.

    `past_last_sale`: what has begun was quoted on purpose. `starts`: when each slot was thought to start; one
    that starts at another time makes the quote outdated.
    """
    # First: an import at the same moment is waited for here, and what it moved is seen below.
    retired = rules.retired_units(session, {line.unit_id for line in rows})
    for slot in rules.doubtful_slots(session, starts):
        if slot.cancelled:
            raise DepartureCancelled(name=slot.name, day=slot.day)
        if slot.stopped:
            raise SlotStopped(name=slot.name, day=slot.day, reason=slot.stop_reason)
        if not slot.on_sale:
            raise TakenOffSale(name=slot.name)
        here = [line for line in rows if line.slot_id == slot.id]
        for line in () if past_last_sale else here:
            _check_in_time(line, slot, session.now)
        if slot.starts_at != starts[slot.id]:
            raise QuoteOutdated(made_at=made_at)
        if rules.places_left(session, slot.id) < len(here):
            raise SlotTaken(names=[line.unit_name for line in here])
    for name in retired:
        raise NotFound("unit", name)


def _check_in_time(line: NewLine, slot: SlotNow, now: datetime) -> None:
    """Refuse a night that has ended, a tour that has begun, a stop of this line that the coach has passed."""
    traits, minutes = TRAITS[line.kind], line.boarding_minutes
    if traits.sold_until(slot.starts_at, slot.ends_at, boarding_minutes=minutes) > now:
        return
    if traits.has_nights:
        raise BadRequest("first_day", "past")
    if minutes:
        raise BadRequest("boarding", "departed")
    raise BadRequest("first_day", "departed")
