"""ListTopUps: what a customer put into the wallet last."""

from db import top_ups
from db.database import Database
from db.ids import CustomerId
from desktop.services.domain.top_ups import TopUp

LAST = 5


class ListTopUps:
    """Read the newest top-ups."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, customer_id: CustomerId) -> tuple[TopUp, ...]:
        """Return the last few of a customer, the newest first; those that were taken back are marked."""
        with self._database.read() as session:
            rows = top_ups.newest(session, customer_id, LAST)
        return tuple(
            TopUp(
                id=row.id,
                amount_paise=row.amount_paise,
                made_at=row.made_at,
                clerk=row.clerk,
                request_key=row.request_key,
                reversed_at=row.reversed_at,
                reverse_reason=row.reverse_reason or "",
            )
            for row in rows
        )
