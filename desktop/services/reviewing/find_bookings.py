"""FindBookings: which bookings a line typed at the desk may mean."""

from db import named_bookings
from db.database import Database
from db.search_key import search_key
from desktop.services.domain.references import read_paper_number, read_reference
from desktop.services.domain.review import FoundBooking

ROWS_MAX = 5
LETTERS_MIN = 3


class FindBookings:
    """Find by reference, by the number of a receipt, ticket or voucher, or by words of a passenger's name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, text: str) -> tuple[FoundBooking, ...]:
        """Return at most five: the one of a reference or paper, then the newest with such a passenger."""
        reference, number = read_reference(text), read_paper_number(text)
        keys = search_key(text).split()
        is_name = len("".join(keys)) >= LETTERS_MIN and not any(sign.isdigit() for sign in text)
        with self._database.read() as session:
            exact = named_bookings.of_name(session, reference=reference, paper_number=number)
            guests = named_bookings.of_guest(session, keys, ROWS_MAX) if is_name else []
        once = {row.reference: row for row in (*((exact,) if exact else ()), *guests)}
        return tuple(FoundBooking(row.reference, row.title, row.guest) for row in once.values())[:ROWS_MAX]
