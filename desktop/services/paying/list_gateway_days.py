"""ListGatewayDays: what the gateway took, day by day, and whether the books say the same."""

from db import gateway_days
from db.database import Database
from desktop.services.domain.reconciliation import GatewayDay
from desktop.services.records.comparison_record import comparison_from_text

DAYS_MAX = 31


class ListGatewayDays:
    """Read the reports of the days, without a network."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[GatewayDay, ...]:
        """Return the latest days on which the gateway took money, the newest first."""
        with self._database.read() as session:
            return tuple(
                GatewayDay(row.day, row.compared_at, comparison_from_text(row.content))
                for row in gateway_days.list_latest(session, DAYS_MAX)
            )
