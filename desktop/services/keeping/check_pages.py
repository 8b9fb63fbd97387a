"""CheckPages: is it our file, whole, of our schema, and every page and reference of it sound?"""

import logging
from dataclasses import replace

from db.database import Database
from db.halt import Checksums, HaltKind
from db.node_clock import wall_clock
from db.pages import checksums_of, find_fault

log = logging.getLogger("counterfoil.books")
# Into the log, where one is open; never onto the screen of a command, which says it in its own words.
log.addHandler(logging.NullHandler())
# Each word of progress lets the screen read the condition again.
WORD_PER_CENT = 5


class CheckPages:
    """Halts the desk for what it finds; one that finds nothing lifts the halt for damaged pages.

    Another file or another schema is not lifted: this program has been on its way with the old one.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> bool:
        """Look at everything, and tell whether the books can be read on. Writes nothing.

        Raises DatabaseTrouble when the database can't be asked.
        """
        database = self._database
        try:
            halt = find_fault(database, self._tell)
            checksums = checksums_of(database.engine)
            database.pages = replace(database.pages, checked_at=wall_clock(), checksums=checksums)
        finally:
            database.pages = replace(database.pages, per_cent=None)
        if checksums not in (Checksums.ON, Checksums.SERVER_ON):
            log.warning("CHECKSUMS_OFF: %s", checksums.value)
        if halt is None:
            database.halts.lift(HaltKind.DAMAGED)
        else:
            log.error("BOOKS_NOT_SOUND: %s %s", halt.kind.value, dict(halt.facts))
            database.halts.put(halt)
        return halt is None

    def _tell(self, per_cent: int) -> None:
        pages = self._database.pages
        if pages.per_cent is None or per_cent >= pages.per_cent + WORD_PER_CENT:
            self._database.pages = replace(pages, per_cent=per_cent)
            self._database.halts.changed()
