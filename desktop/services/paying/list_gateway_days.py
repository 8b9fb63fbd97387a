"""ListGatewayDays: what the gateway took, day by day, and whether the books say the same."""

import json
from typing import Any

from db import gateway_days
from db.database import Database
from desktop.services.domain.reconciliation import Comparison, GatewayDay

DAYS_MAX = 31


class ListGatewayDays:
    """Read the reports of the days, without a network."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[GatewayDay, ...]:
        """Return the latest days on which the gateway took money, the newest first."""
        with self._database.read() as session:
            return tuple(_day(row) for row in gateway_days.list_latest(session, DAYS_MAX))


def _day(row: Any) -> GatewayDay:
    figures = json.loads(row.content)
    lists = {name: tuple(value) for name, value in figures.items() if isinstance(value, list)}
    return GatewayDay(row.day, row.compared_at, Comparison(**(figures | lists)))
