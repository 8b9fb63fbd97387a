"""FindBooking: one booking with everything that belongs to it."""

from db.database import Database
from desktop.services.domain.booking import Booking
from desktop.services.domain.figures import plain_figures
from desktop.services.records.booking_record import read_booking

PREFIX = "BK-"
REFERENCE_LENGTH = 6


class FindBooking:
    """Read a booking by reference ("BK-7F3K2Q", "7f3k2q") or id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, text: str) -> Booking:
        """Return the booking as of now. Raises NotFound."""
        name = plain_figures(text).strip()
        if len(name.upper().removeprefix(PREFIX)) == REFERENCE_LENGTH:
            name = PREFIX + name.upper().removeprefix(PREFIX)
        with self._database.read() as session:
            return read_booking(session, name)
