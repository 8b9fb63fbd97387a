"""ListPeople and ListRecoveries: who works here, and whose PIN was set anew without the old one."""

from datetime import timedelta

from db import people, recoveries
from db.database import Database
from desktop.services.domain.staff import Person, Recovery
from desktop.services.records.person_record import person_of

TOLD_FOR = timedelta(days=7)


class ListPeople:
    """Everybody by their codes, those who have left too."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[Person, ...]:
        """Return nobody where the house keeps no list of its people."""
        with self._database.read() as session:
            return tuple(person_of(row) for row in people.every(session))


class ListRecoveries:
    """PINs that a system account set anew: every screen tells of them for seven days."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[Recovery, ...]:
        """Return them, the newest first."""
        with self._database.read() as session:
            found = recoveries.since(session, session.now - TOLD_FOR)
        return tuple(Recovery(row.name, row.login, row.at) for row in found if row.login)
