"""FindCustomers: who is standing at the desk."""

from db import customers
from db.database import Database
from desktop.services.customers.telephone_number import read_number
from desktop.services.domain.figures import bare_number
from desktop.services.domain.people import Customer
from desktop.services.errors import BadRequest
from desktop.services.records.customer_record import customer_from_row

SIGNS_MIN = 3


class FindCustomers:
    """Find by number, its last digits, or words of the name; at most twenty."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, text: str) -> tuple[Customer, ...]:
        """Return who matches, by name; nothing for fewer than three digits or two letters.

        A whole number finds only whoever has it: another country's is nobody's of India that ends alike.
        """
        number, words = bare_number(text), text.strip()
        if len(number or words) < (SIGNS_MIN if number else SIGNS_MIN - 1):
            return ()
        with self._database.read() as session:
            whole = _whole(number)
            if whole:
                found = customers.of_number(session, whole)
            else:
                found = customers.search(session, digits=number, words=words)
        return tuple(customer_from_row(row) for row in found)


def _whole(number: str) -> str:
    try:
        return read_number(number).e164
    except BadRequest:
        return ""
