"""SaveCustomer: a buyer is written down by a mobile number, by a landline and a name, or by a name alone."""

from db import customers, journal
from db.actor import Actor
from db.customers import CustomerRow
from db.database import Database, Session
from db.ids import CustomerId
from db.search_key import search_key
from desktop.services.customers.telephone_number import read_number
from desktop.services.domain.figures import holds_card_number
from desktop.services.domain.people import Customer, mask_mobile
from desktop.services.domain.seen_text import seen_text
from desktop.services.errors import BadRequest, KnownByOtherName
from desktop.services.records.customer_record import read_customer

NAME_MAX = 120


class SaveCustomer:
    """Make the customer, find the one with this number, or rename that one where it is meant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, mobile: str, name: str, *, actor: Actor, rename: bool = False) -> Customer:
        """Return the customer. An empty name leaves a known one as it is.

        Without a mobile number it is whoever has the landline and the name; by a name alone, a new one.
        Raises BadRequest, and KnownByOtherName where the number is known by another name, unless `rename`.
        """
        name = seen_text(name)
        if len(name) > NAME_MAX:
            raise BadRequest("name", "too_long", most=NAME_MAX)
        if holds_card_number(name):
            raise BadRequest("name", "card_number")
        number = read_number(mobile) if mobile.strip() else None
        with self._database.write(actor) as session:
            if number is not None and number.is_mobile:
                customer_id = _with_mobile(session, number.e164, name, rename=rename)
            else:
                customer_id = _without_mobile(session, number.e164 if number else None, name)
            customer = read_customer(session, customer_id)
            content = {"customer": customer.id, "mobile": mask_mobile(customer.number)}
            journal.record(session, "CUSTOMER_SAVED", content)
        return customer


def _with_mobile(session: Session, mobile: str, name: str, *, rename: bool) -> CustomerId:
    made = None
    known = customers.find_by_mobile(session, mobile)
    if known is None:
        made = customers.add(session, mobile=mobile, landline=None, name=name)
        known = None if made else customers.find_by_mobile(session, mobile)
    if made is not None:
        return made
    if known is None:
        raise AssertionError("somebody has this number and can't be read")
    if name and known.name != name:
        if not rename and known.name and search_key(known.name) != search_key(name):
            raise KnownByOtherName(known.id, known.name, name)
        if rename or not known.name:
            customers.rename(session, known.id, name)
    return known.id


def _without_mobile(session: Session, landline: str | None, name: str) -> CustomerId:
    if not name:
        raise BadRequest("name", "blank")
    same: list[CustomerRow] = customers.of_number(session, landline) if landline else []
    for row in same:
        if search_key(row.name) == search_key(name):
            return row.id
    made = customers.add(session, mobile=None, landline=landline, name=name)
    if made is None:
        raise AssertionError("nothing but the mobile number is one customer's alone")
    return made
