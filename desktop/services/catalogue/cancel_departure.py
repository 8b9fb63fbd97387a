"""CancelDeparture: a bus or a tour does not go."""

from datetime import date

from db import availability, journal, stock
from db.actor import Actor
from db.database import Database
from db.ids import OfferingId
from desktop.services.catalogue.checked_days import REASON_LENGTH_MAX, get_offering
from desktop.services.domain.departures import BookingHit, CancelledDeparture
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import AlreadyDone, NotOnSale
from desktop.services.events import Publish, StockChanged
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_reason import checked_reason


class CancelDeparture:
    """Mark the slot and name the bookings it hits; their money goes back when each of them is cancelled."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(
        self, offering_id: OfferingId, day: date, reason: str, *, actor: Actor
    ) -> CancelledDeparture:
        """Return every booking with a live claim in the departure.

        Raises NotPermitted, NotFound, NotOnSale (no slot on that day), AlreadyDone, BadRequest (no reason).
        """
        why = checked_reason(reason, REASON_LENGTH_MAX)
        with self._database.write(actor) as session:
            offering = get_offering(session, offering_id)
            slots = availability.list_slots(session, offering.id, day, day)
            if not slots:
                raise NotOnSale(name=offering.name, day=day)
            slot_id = slots[0].id
            check_permission(session, ManagerAct.CANCEL_DEPARTURE, slot_id)
            if not stock.cancel_slot(session, slot_id, why):
                raise AlreadyDone(what="cancel_departure")
            hits = tuple(
                BookingHit(row.id, row.reference, row.state, row.unit_count)
                for row in availability.list_bookings_of_slot(session, slot_id)
            )
            content = {
                "offering": offering.code,
                "day": day.isoformat(),
                "reason": why,
                "bookings_hit": len(hits),
                "units_hit": sum(hit.unit_count for hit in hits),
            }
            journal.record(session, "DEPARTURE_CANCELLED", content)
        self._publish(StockChanged())
        return CancelledDeparture(slot_id, day, hits)
