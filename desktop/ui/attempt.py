"""One request key for each attempt, so that a retry is known as the same request."""

from __future__ import annotations

from uuid import uuid4

from db.ids import RequestKey


class Attempt:
    """Keeps its key while the same thing is tried again; another content or `close` makes a new one."""

    def __init__(self) -> None:
        self._content: object = None
        self._key = RequestKey("")

    def key_for(self, content: object) -> RequestKey:
        """Return the key under which this content is asked for."""
        if not self._key or content != self._content:
            self._content = content
            self._key = RequestKey(uuid4().hex)
        return self._key

    def close(self) -> None:
        """The attempt is over, done or surely not done: the next is another, even with the same content."""
        self._key = RequestKey("")
