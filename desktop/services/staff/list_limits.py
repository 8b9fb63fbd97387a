"""ListLimits: every act with what each role may do of it by right."""

from db import people
from db.database import Database
from db.states import Role
from desktop.services.domain.permission import Allowed, Limit, ManagerAct, usual


class ListLimits:
    """The house's own limits, and the usual ones where it has set none."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[Limit, ...]:
        """Return two limits for each act: a clerk's and a manager's."""
        with self._database.read() as session:
            rows = {(row.role, row.act): row for row in people.permissions(session)}
        limits = []
        for act in ManagerAct:
            for role in Role:
                row = rows.get((role, act))
                allowed = (
                    Allowed(row.is_allowed, row.most_paise, row.most_percent) if row else usual(role, act)
                )
                limits.append(Limit(role, act, allowed, row is not None))
        return tuple(limits)
