"""StopSale: take days of an offering off sale, or put them back on."""

from datetime import date

from db import availability, journal, stock
from db.actor import Actor
from db.database import Database
from db.ids import OfferingId
from desktop.services.catalogue.checked_days import check_order, checked_reason, get_offering
from desktop.services.errors import NotOnSale
from desktop.services.events import Publish, StockChanged


class StopSale:
    """Stop or open slots; what is held or sold already stays."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(
        self,
        offering_id: OfferingId,
        first_day: date,
        last_day: date,
        stopped: bool,
        reason: str,
        *,
        actor: Actor,
    ) -> int:
        """Return how many slots changed, both days included; cancelled departures stay as they are.

        Stopping needs a reason. Raises NotFound, NotOnSale (no slot in those days), BadRequest.
        """
        why = checked_reason(reason) if stopped else reason.strip()
        check_order(first_day, last_day)
        with self._database.write(actor) as session:
            offering = get_offering(session, offering_id)
            if not availability.list_slots(session, offering.id, first_day, last_day):
                raise NotOnSale(name=offering.name, day=first_day)
            count = stock.stop_slots(session, offering.id, first_day, last_day, stopped=stopped, reason=why)
            if count:
                content = {
                    "offering": offering.code,
                    "first_day": first_day.isoformat(),
                    "last_day": last_day.isoformat(),
                    "stopped": stopped,
                    "reason": why,
                    "slots_changed": count,
                }
                journal.record(session, "STOCK_STOPPED", content)
        if count:
            self._publish(StockChanged())
        return count
