"""FindBooking: one booking with everything that belongs to it."""

from db import named_bookings
from db.database import Database
from desktop.services.domain.booking import Booking
from desktop.services.domain.references import read_paper_number, read_reference
from desktop.services.errors import NotFound
from desktop.services.records.booking_record import read_booking


class FindBooking:
    """Read a booking by reference ("BK-7F3K2Q", "7f3k2q"), by the number of one of its papers, or by id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, text: str) -> Booking:
        """Return the booking as of now. Raises NotFound."""
        with self._database.read() as session:
            if paper := read_paper_number(text):
                found = named_bookings.of_name(session, paper_number=paper)
                if found is None:
                    raise NotFound("booking", paper)
                return read_booking(session, found.reference)
            return read_booking(session, read_reference(text) or text.strip())
