"""ChangeNumber: a customer has another mobile number; wallet and bookings stay theirs."""

import hashlib

from db import corrections, customers, journal
from db.actor import Actor
from db.database import Database
from db.ids import CustomerId
from desktop.services.correcting_errors import OtherThanShown
from desktop.services.customers.telephone_number import read_number
from desktop.services.domain.people import Customer, mask_mobile
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest, NumberOfAnother
from desktop.services.records.customer_record import read_customer
from desktop.services.steps.check_permission import check_permission


class ChangeNumber:
    """Put another mobile number in the place of the one that is shown."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, customer_id: CustomerId, shown: str, mobile: str, *, actor: Actor) -> Customer:
        """Return the customer; the number that they have already changes nothing.

        The old number finds them no more. `shown` is the number on the screen, E.164. Raises NotFound,
        NotPermitted, OtherThanShown, BadRequest for what is no mobile number or for a customer without
        one, and NumberOfAnother: then the two are made one customer, if they are one person.
        """
        number = read_number(mobile)
        if not number.is_mobile:
            raise BadRequest("mobile", "not_mobile")
        with self._database.write(actor) as session:
            customer_id = customers.lock(session, customer_id)
            before = read_customer(session, customer_id)
            if before.mobile == number.e164:
                return before
            if before.mobile != shown or not before.mobile:
                raise OtherThanShown()
            digest = hashlib.sha256(f"{customer_id}{number.e164}".encode()).hexdigest()[:16]
            check_permission(session, ManagerAct.CHANGE_NUMBER, f"{customer_id} {digest}")
            other = customers.find_by_mobile(session, number.e164)
            if other is not None and other.id != customer_id:
                raise NumberOfAnother(other.name, before.name)
            if not corrections.change_number(session, customer_id, old=before.mobile, mobile=number.e164):
                other = customers.find_by_mobile(session, number.e164)
                raise NumberOfAnother(other.name if other else "", before.name)
            content = {
                "customer": customer_id,
                "old_mobile": mask_mobile(before.mobile),
                "new_mobile": mask_mobile(number.e164),
            }
            journal.record(session, "NUMBER_CHANGED", content)
            return read_customer(session, customer_id)
