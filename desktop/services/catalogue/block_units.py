"""BlockUnits: keep some units from being sold for some days."""

from datetime import date

from db import availability, closures, journal, stock
from db.actor import Actor
from db.catalogue_words import ClosureKind
from db.database import Database
from db.ids import ClosureId, OfferingId, UnitId
from desktop.services.catalogue.checked_days import REASON_LENGTH_MAX, check_days, get_offering
from desktop.services.errors import BadRequest, NotFound, SlotTaken
from desktop.services.events import Publish, StockChanged
from desktop.services.steps.checked_reason import checked_reason


class BlockUnits:
    """Claim every unit on every day for a block: all of them or none."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(
        self,
        offering_id: OfferingId,
        unit_ids: tuple[UnitId, ...],
        first_day: date,
        last_day: date,
        reason: str,
        *,
        actor: Actor,
    ) -> ClosureId:
        """Return the block's id; both days included, those too that are not on the calendar yet.

        Raises SlotTaken (with the names of what is held, sold or blocked), NotOnSale (days gone by without
        a slot), NotFound for a unit of another offering, BadRequest.
        """
        why = checked_reason(reason, REASON_LENGTH_MAX)
        if not unit_ids or len(set(unit_ids)) != len(unit_ids):
            raise BadRequest("units", "twice" if unit_ids else "none")
        with self._database.write(actor) as session:
            offering = get_offering(session, offering_id)
            check_days(session, offering, first_day, last_day)
            known = {unit.id for unit in availability.list_units(session, offering.id)}
            wanted = list(unit_ids)
            for unit_id in wanted:
                if unit_id not in known:
                    raise NotFound("unit", unit_id)
            closures.keep_still(session, [offering.id])
            slots = availability.list_slots(session, offering.id, first_day, last_day)
            blocked = closures.names_blocked(session, wanted, first_day, last_day)
            block_id = closures.add(session, ClosureKind.BLOCK, offering.id, first_day, last_day, why)
            closures.add_units(session, block_id, wanted)
            cells = [(unit_id, slot.id) for unit_id in wanted for slot in slots]
            if blocked or not stock.claim_for_block(session, block_id, cells):
                slot_ids = [slot.id for slot in slots]
                names = availability.names_taken_by_others(session, wanted, slot_ids, block_id)
                raise SlotTaken(names=sorted({*blocked, *names}))
            content = {
                "block": block_id,
                "offering": offering.code,
                "first_day": first_day.isoformat(),
                "last_day": last_day.isoformat(),
                "reason": why,
                "units": len(unit_ids),
                "claims_made": len(cells),
            }
            journal.record(session, "STOCK_BLOCKED", content)
        self._publish(StockChanged())
        return block_id
