"""SaveCustomer: a walk-in needs a mobile number and, if they like, a name."""

from db import customers, journal
from db.actor import Actor
from db.database import Database
from desktop.services.customers.mobile_number import read_mobile
from desktop.services.domain.people import Customer, mask_mobile
from desktop.services.errors import BadRequest
from desktop.services.records.customer_record import read_customer

NAME_MAX = 120


class SaveCustomer:
    """Make the customer with this number, or rename the one there is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, mobile: str, name: str, *, actor: Actor) -> Customer:
        """Return the customer. An empty name leaves a known one as it is. Raises BadRequest."""
        number, name = read_mobile(mobile), " ".join(name.split())
        if len(name) > NAME_MAX:
            raise BadRequest("name", "too_long", most=NAME_MAX)
        with self._database.write(actor) as session:
            customer = read_customer(session, customers.save(session, mobile=number, name=name))
            journal.record(
                session, "CUSTOMER_SAVED", {"customer": customer.id, "mobile": mask_mobile(number)}
            )
        return customer
