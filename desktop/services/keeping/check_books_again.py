"""CheckBooksAgain: the look of the start once more, when somebody wants it."""

from db.database import Database
from desktop.services.events import ConditionChanged, Publish
from desktop.services.keeping.check_pages import CheckPages


class CheckBooksAgain:
    """Reads every page again; the desk goes on selling meanwhile, and halts for what is found."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._look = CheckPages(database)
        self._publish = publish

    def __call__(self) -> None:
        """Look once more. Raises DatabaseTrouble when the database can't be asked."""
        try:
            self._look()
        finally:
            self._publish(ConditionChanged())
