"""FindHold: what an act has held whose answer was lost."""

from db import bookings
from db.database import Database
from db.ids import RequestKey
from db.states import BookingState
from desktop.services.domain.booking import Hold
from desktop.services.errors import NotFound


class FindHold:
    """Look up a hold by the request key under which it was asked for; reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, request_key: RequestKey) -> Hold:
        """Return the hold. Raises NotFound where nothing was held, or where it is held no more."""
        with self._database.read() as session:
            placed = bookings.find_by_request(session, request_key)
            if placed is None or placed.state is not BookingState.HELD or placed.expires_at <= session.now:
                raise NotFound("hold", request_key)
            times = (placed.reserved_at, placed.expires_at)
            return Hold(placed.id, placed.reference, placed.total_paise, *times)
