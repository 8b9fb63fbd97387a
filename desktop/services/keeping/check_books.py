"""CheckBooks: what is looked at after every start, before the first write."""

import threading
from collections.abc import Callable, Sequence

from db.database import Database

# Looks at the books and puts a halt where something is wrong; tells whether the next look makes sense.
Look = Callable[[], bool]
WAIT_SECONDS = 20.0
"""The end of the program waits so long. The looks write nothing, so that one may be given up."""


class CheckBooks:
    """Runs its looks one after the other in a thread of its own; reading goes on meanwhile, writes wait.

    `failed` is told of a look that broke off: what can't be looked at halts nothing by itself.
    """

    def __init__(
        self, database: Database, looks: Sequence[Look], failed: Callable[[str, BaseException], None]
    ) -> None:
        self._halts = database.halts
        self._looks = looks
        self._failed = failed
        self._thread = threading.Thread(target=self._look, name="check-books", daemon=True)

    def start(self) -> None:
        """Let writes wait from now on, and begin."""
        self._halts.check_begins()
        self._thread.start()

    def wait(self) -> None:
        """Return when all has been looked at, after WAIT_SECONDS at most; at once where nothing was begun."""
        if self._thread.ident is not None:
            self._thread.join(WAIT_SECONDS)

    def _look(self) -> None:
        try:
            for look in self._looks:
                if not look():
                    break
        except Exception as error:  # noqa: BLE001  told below; the desk must not wait for ever
            self._failed("check_books", error)
        finally:
            self._halts.check_ends()
