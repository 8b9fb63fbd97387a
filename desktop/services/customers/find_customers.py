"""FindCustomers: who is standing at the desk."""

from db import customers
from db.database import Database
from desktop.services.domain.people import Customer
from desktop.services.records.customer_record import customer_from_row

DIGITS_MIN = 3


class FindCustomers:
    """Find by number, its last digits, or a part of the name; at most twenty."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, text: str) -> tuple[Customer, ...]:
        """Return who matches; nothing for fewer than three digits or two letters."""
        digits = "".join(character for character in text if character.isdigit())[-10:]
        words = text.strip() if not digits else ""
        if len(digits) < DIGITS_MIN and len(words) < DIGITS_MIN - 1:
            return ()
        with self._database.read() as session:
            found = customers.search(session, digits=digits, words=words)
        return tuple(customer_from_row(row) for row in found)
