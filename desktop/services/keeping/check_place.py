"""CheckPlace: whether the books at this place were moved to another."""

from db import moved
from db.database import Database


class CheckPlace:
    """A look of the start: halts the desk on books that are sold on elsewhere."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> bool:
        """Return whether these are the books to sell on."""
        with self._database.read() as session:
            gone = moved.find(session.connection)
        if gone is not None:
            self._database.halts.put(moved.halt_of(gone))
        return gone is None
