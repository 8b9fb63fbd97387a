"""Audit a whole database."""

from db import audits
from db.database import Database
from db.patience import LONG
from desktop.services.domain.auditing import AuditLine


class AuditDatabase:
    """Checks every promise about stock, money, promos and the journal; reads only.

    One line for each check, passed or not, always in the same order. A fault names the row as
    `name=value` facts, amounts in paise; after the first twenty, `more=yes` says that there are others.
    The rows stay in the database, so that its size does not matter to the memory.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[AuditLine, ...]:
        with self._database.read(LONG) as session:
            return tuple(
                AuditLine(finding.name, finding.checked_count, finding.faults)
                for finding in audits.run_all(session)
            )
