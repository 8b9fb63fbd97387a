"""SaveBuyer: a GSTIN, or the State of the address, decides where a ride or a tour is supplied."""

from db import customers, journal, taxes
from db.actor import Actor
from db.database import Database, Session
from db.ids import CustomerId
from desktop.services.domain.gstin import find_state, is_gstin, normal_gstin, state_of
from desktop.services.domain.people import Customer
from desktop.services.errors import BadRequest
from desktop.services.records.customer_record import read_customer


class SaveBuyer:
    """Write down who a customer is to the tax. What is held or sold keeps its levies."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, customer_id: CustomerId, gstin: str, state: str = "", *, actor: Actor) -> Customer:
        """Return the customer. Empty: not registered, State not asked; a GSTIN tells its State itself.

        A State is told by its two digits or its name.

        Raises NotFound, and BadRequest for a GSTIN with a wrong character or of our own, or for no State.
        """
        number = normal_gstin(gstin)
        if number and not is_gstin(number):
            raise BadRequest("gstin", "not_a_number")
        place = state_of(number) or find_state(state) if number or state.strip() else ""
        if place is None:
            raise BadRequest("state", "unknown", text=state.strip())
        with self._database.write(actor) as session:
            customer_id = customers.lock(session, customer_id)
            read_customer(session, customer_id)
            if number and number[:12] in _own(session):
                raise BadRequest("gstin", "our_own")
            if customers.save_buyer(session, customer_id, gstin=number, state_code=place):
                content: dict[str, object] = {"customer": customer_id, "gstin": number, "state": place}
                journal.record(session, "BUYER_SAVED", content)
            return read_customer(session, customer_id)


def _own(session: Session) -> set[str]:
    """Return State and PAN of each registration of the house."""
    return {row.gstin[:12] for row in taxes.registrations(session) if row.gstin}
