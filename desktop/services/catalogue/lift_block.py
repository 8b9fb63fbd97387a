"""LiftBlock: put on sale again what a block or a stop keeps."""

from db import closures, journal, stock
from db.actor import Actor
from db.catalogue_words import ClosureKind
from db.closures import ClosureRow
from db.database import Database, Session
from db.ids import ClosureId
from desktop.services.catalogue.checked_days import get_offering
from desktop.services.errors import AlreadyDone, NotFound
from desktop.services.events import Publish, StockChanged


class LiftBlock:
    """End a closure once. What another one closes as well stays closed until that one is lifted too."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, block_id: ClosureId, *, actor: Actor) -> int:
        """Return how many claims, or days of a stop, were freed. Raises NotFound, AlreadyDone."""
        with self._database.write(actor) as session:
            found = closures.find(session, block_id)
            if found is None:
                raise NotFound("block", block_id)
            closures.keep_still(session, [found.offering_id])
            if not closures.lift(session, found.id):
                raise AlreadyDone(what="lift_block")
            freed = _free(session, found)
        self._publish(StockChanged())
        return freed


def _free(session: Session, found: ClosureRow) -> int:
    if found.kind is ClosureKind.BLOCK:
        freed = stock.free_block(session, found.id)
        content = {"block": found.id, "reason": found.reason, "claims_released": freed}
        journal.record(session, "STOCK_UNBLOCKED", content)
        return freed
    freed = stock.open_slots(session, found.offering_id, found.first_day, found.last_day)
    content = {
        "offering": get_offering(session, found.offering_id).code,
        "first_day": found.first_day.isoformat(),
        "last_day": found.last_day.isoformat(),
        "stopped": False,
        "reason": found.reason,
        "slots_changed": freed,
    }
    journal.record(session, "STOCK_STOPPED", content)
    return freed
