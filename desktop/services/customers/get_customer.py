"""GetCustomer: one customer with the wallet as it is now."""

from db.database import Database
from db.ids import CustomerId
from desktop.services.domain.people import Customer
from desktop.services.records.customer_record import read_customer


class GetCustomer:
    """Read a customer by id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, customer_id: CustomerId) -> Customer:
        """Return the customer. Raises NotFound."""
        with self._database.read() as session:
            return read_customer(session, customer_id)
