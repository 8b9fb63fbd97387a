"""ReadDrawer: how much cash the books have in the drawer of whoever acts."""

from db import ledger
from db.actor import Actor
from db.database import Database


class ReadDrawer:
    """Add up the postings of the drawer's shift; cash that the program was not told of is not in them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, actor: Actor) -> int:
        """Return the paise; below zero where more was given out than came in."""
        with self._database.read() as session:
            return ledger.drawer_paise(session, actor)
