"""ListBlocks: what is kept from being sold, so that it can be lifted again."""

from datetime import date

from db import closures
from db.database import Database
from db.ids import ClosureId, OfferingId
from desktop.services.catalogue.checked_days import get_offering
from desktop.services.domain.blocks import Block


class ListBlocks:
    """Read the blocks and the stops of one offering."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, offering_id: OfferingId, from_day: date) -> tuple[Block, ...]:
        """Return what keeps something on `from_day` or later, the earliest first. Raises NotFound."""
        with self._database.read() as session:
            offering = get_offering(session, offering_id)
            names: dict[ClosureId, list[str]] = {}
            for row in closures.list_blocked_units(session, offering.id):
                names.setdefault(row.closure_id, []).append(row.name)
            found = closures.standing(session, [offering.id], from_day)
            return tuple(
                Block(
                    row.id,
                    row.reason,
                    row.clerk,
                    row.created_at,
                    row.first_day,
                    row.last_day,
                    tuple(names.get(row.id, ())),
                    row.kind,
                )
                for row in sorted(found, key=lambda row: row.first_day)
            )
