"""Where a desk can be stopped: around each commit and around each call of the gateway.

The program itself knows nothing of it; the tests put these in its place.
"""

import contextlib
from collections.abc import Callable, Iterator
from unittest.mock import patch

from requests import PreparedRequest, Response

from db.actor import Actor
from db.database import Database, Session
from db.halt import Purpose
from db.patience import AT_THE_COUNTER, Patience
from desktop.services.gateways.razorpay_session import RazorpaySession

Reach = Callable[[str], None]
BEFORE_WRITE, BEFORE_COMMIT, COMMITTED = "before a write", "before its commit", "after its commit"
BEFORE_CALL, ANSWERED = "before a call", "after its answer"
POINTS = (BEFORE_WRITE, BEFORE_COMMIT, COMMITTED, BEFORE_CALL, ANSWERED)


class Stopped(BaseException):
    """The desk ends here, as if its process were gone. Nothing in the program may catch it."""


class StoppableDatabase(Database):
    """A database that tells each point of a write."""

    reach: Reach = staticmethod(lambda _point: None)

    @contextlib.contextmanager
    def write(
        self, actor: Actor, purpose: Purpose = Purpose.WORK, patience: Patience = AT_THE_COUNTER
    ) -> Iterator[Session]:
        """As Database.write."""
        self.reach(BEFORE_WRITE)
        with super().write(actor, purpose, patience) as session:
            yield session
            self.reach(BEFORE_COMMIT)
        self.reach(COMMITTED)


@contextlib.contextmanager
def stoppable_calls(reach: Reach) -> Iterator[None]:
    """Tell `reach` of every call of every adapter of this process while the block runs."""
    send = RazorpaySession.send

    def told(session: RazorpaySession, request: PreparedRequest, **options: object) -> Response:
        reach(BEFORE_CALL)
        try:
            return send(session, request, **options)
        finally:
            reach(ANSWERED)

    with patch.object(RazorpaySession, "send", told):
        yield
