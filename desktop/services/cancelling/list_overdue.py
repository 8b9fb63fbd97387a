"""ListOverdue: balances that should have been paid by now, the longest overdue first."""

from db import bookings, deposits, lines
from db.database import Database
from desktop.services.cancelling.read_refund_plan import read_refund_plan
from desktop.services.domain.overdue import Overdue
from desktop.services.records.booking_record import read_booking

OVERDUE_MAX = 100


class ListOverdue:
    """Read them with what their rule would do; nothing is done by itself."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[Overdue, ...]:
        """Return OVERDUE_MAX of them at most."""
        found = []
        with self._database.read() as session:
            for booking_id in deposits.overdue(session, OVERDUE_MAX):
                row = bookings.get(session, booking_id)
                plan = read_refund_plan(session, row, lines.of_booking(session, booking_id))
                found.append(Overdue(read_booking(session, booking_id), plan))
        return tuple(found)
