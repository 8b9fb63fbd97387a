"""One request key for each attempt, so that a retry is known as the same request."""

from __future__ import annotations

from uuid import uuid4

from db.ids import RequestKey
from desktop.services.errors import DatabaseLost, OtherContent


class Attempt:
    """Keeps its key while the same thing is tried again; another content or `close` makes a new one.

    Not so after a lost answer: what is asked for next goes under the same key, whatever it is, so that
    nothing is done twice; it is refused if the first was carried out.
    """

    def __init__(self) -> None:
        self._content: object = None
        self._key = RequestKey("")
        self._is_lost = False

    def key_for(self, content: object) -> RequestKey:
        """Return the key under which this content is asked for."""
        if not self._key or (content != self._content and not self._is_lost):
            self._content = content
            self._key = RequestKey(uuid4().hex)
        return self._key

    def failed(self, error: Exception) -> bool:
        """Take in how it failed; whether it is not known what was done."""
        self._is_lost = isinstance(error, DatabaseLost) and (error.unknown or self._is_lost)
        if isinstance(error, OtherContent):
            self.close()
        return self._is_lost

    @property
    def is_lost(self) -> bool:
        """Whether an answer was lost, and it is not known yet what was done."""
        return self._is_lost

    def still(self, error: Exception) -> Exception:
        """Return what to say of `error`: a look that fails, too, leaves not known what was not known."""
        is_older = self._is_lost and isinstance(error, DatabaseLost)
        return DatabaseLost(unknown=True) if is_older else error

    def close(self) -> None:
        """The attempt is over, done or surely not done: the next is another, even with the same content."""
        self._key = RequestKey("")
        self._is_lost = False
