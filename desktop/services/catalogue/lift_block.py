"""LiftBlock: put blocked units back on sale."""

from db import journal, stock
from db.actor import Actor
from db.database import Database
from db.ids import ClosureId
from desktop.services.errors import AlreadyDone, NotFound
from desktop.services.events import Publish, StockChanged


class LiftBlock:
    """Free a block's claims once."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, block_id: ClosureId, *, actor: Actor) -> int:
        """Return how many claims were freed. Raises NotFound, AlreadyDone."""
        with self._database.write(actor) as session:
            block = stock.find_block(session, block_id)
            if block is None:
                raise NotFound("block", block_id)
            released = stock.lift_block(session, block.id)
            if released is None:
                raise AlreadyDone(what="lift_block")
            content = {"block": block_id, "reason": block.reason, "claims_released": released}
            journal.record(session, "STOCK_UNBLOCKED", content)
        self._publish(StockChanged())
        return released
