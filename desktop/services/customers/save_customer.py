"""SaveCustomer: a buyer is written down by a mobile number, by a landline and a name, or by a name alone."""

from db import customers, journal
from db.actor import Actor
from db.customers import CustomerRow
from db.database import Database, Session
from db.ids import CustomerId
from db.search_key import search_key
from desktop.services.customers.telephone_number import TelephoneNumber, read_number
from desktop.services.domain.figures import holds_card_number
from desktop.services.domain.people import Customer, mask_mobile
from desktop.services.domain.seen_text import seen_text
from desktop.services.errors import BadRequest, KnownByOtherName, NotFound, NumberOfAnother
from desktop.services.records.customer_record import read_customer

NAME_MAX = 120


class SaveCustomer:
    """Make the customer, find the one with this number, or write down more of one who is known."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self, mobile: str, name: str, *, actor: Actor, rename: bool = False, known: CustomerId | None = None
    ) -> Customer:
        """Return the customer. An empty name leaves a known one as it is.

        Without a mobile number it is whoever has the landline and the name; by a name alone, a new one.
        `known` is who has no mobile number yet and gets this number and name.
        Raises BadRequest, and KnownByOtherName where the number is known by another name, unless `rename`;
        for somebody `known` NotFound, and NumberOfAnother where the mobile number is not theirs.
        """
        name = seen_text(name)
        if len(name) > NAME_MAX:
            raise BadRequest("name", "too_long", most=NAME_MAX)
        if holds_card_number(name):
            raise BadRequest("name", "card_number")
        number = read_number(mobile) if mobile.strip() else None
        with self._database.write(actor) as session:
            if known is not None:
                customer_id = _of_one_known(session, known, number, name, rename=rename)
            elif number is not None and number.is_mobile:
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
        _ask_unless(rename, known, name)
        if rename or not known.name:
            customers.rename(session, known.id, name)
    return known.id


def _of_one_known(
    session: Session, known: CustomerId, number: TelephoneNumber | None, name: str, *, rename: bool
) -> CustomerId:
    known = customers.lock(session, known)
    row = customers.find(session, known)
    if row is None:
        raise NotFound("customer", known)
    if not name:
        raise BadRequest("name", "blank")
    _ask_unless(rename, row, name)
    if number is None or not number.is_mobile:
        is_given = not row.mobile and customers.give_landline(session, known, number.e164 if number else None)
    else:
        is_given = row.mobile == number.e164 or (
            not row.mobile and customers.give_mobile(session, known, number.e164)
        )
    if not is_given:
        other = customers.find_by_mobile(session, number.e164) if number else None
        raise NumberOfAnother((other or row).name, name)
    if row.name != name:
        customers.rename(session, known, name)
    return known


def _ask_unless(rename: bool, known: CustomerRow, name: str) -> None:
    if not rename and known.name and search_key(known.name) != search_key(name):
        raise KnownByOtherName(known.id, known.name, name)


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
