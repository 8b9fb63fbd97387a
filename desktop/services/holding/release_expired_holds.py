"""ReleaseExpiredHolds: write down the ends that time has already brought about."""

from functools import partial

from db import bookings
from db.actor import Actor
from db.database import Database
from db.ids import BookingId
from desktop.services.events import BookingChanged, CasesChanged, Publish, StockChanged
from desktop.services.steps.expire_hold import expire_hold
from desktop.services.steps.one_by_one import one_by_one

HOLDS_PER_RUN_MAX = 200


class ReleaseExpiredHolds:
    """Tidy up after holds that are over. Correctness never waits for it; any number may run at once."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, *, actor: Actor) -> int:
        """Return how many holds were written down as expired, each in its own transaction."""
        with self._database.read() as session:
            waiting = list(bookings.expired_ids(session, HOLDS_PER_RUN_MAX))
        try:
            return sum(one_by_one(waiting, partial(self._expire, actor=actor)))
        finally:
            if waiting:
                self._publish(StockChanged())
                self._publish(CasesChanged())

    def _expire(self, booking_id: BookingId, *, actor: Actor) -> bool:
        if not expire_one(self._database, booking_id, actor=actor):
            return False
        self._publish(BookingChanged(booking_id))
        return True


def expire_one(database: Database, booking_id: BookingId, *, actor: Actor) -> bool:
    """Write one hold's end down in a transaction of its own; False when it is not over or it was done."""
    with database.write(actor) as session:
        booking = bookings.lock(session, booking_id)
        return booking is not None and expire_hold(session, booking)
