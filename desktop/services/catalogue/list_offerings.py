"""ListOfferings: what the desk sells."""

from db.database import Database
from desktop.services.catalogue.read_offerings import read_offerings
from desktop.services.domain.catalogue import Offering


class ListOfferings:
    """Read the catalogue."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[Offering, ...]:
        """Return the offerings on sale: rooms, buses, tours, each by its code."""
        with self._database.read() as session:
            return read_offerings(session)
