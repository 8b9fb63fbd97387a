"""Customers read from their rows."""

from db import customers
from db.customers import CustomerRow
from db.database import Session
from db.ids import CustomerId
from desktop.services.domain.people import Billing, Customer
from desktop.services.domain.place_of_supply import Buyer
from desktop.services.errors import NotFound


def read_customer(session: Session, customer_id: CustomerId) -> Customer:
    """Return a customer with the wallet's balance. Raises NotFound."""
    row = customers.find(session, customer_id)
    if row is None:
        raise NotFound("customer", customer_id)
    return customer_from_row(row)


def customer_from_row(row: CustomerRow) -> Customer:
    """Return the customer that a row holds."""
    buyer = Buyer(row.gstin, row.state_code, row.buyer_kind)
    address = tuple(filter(None, row.billing_address.split("\n")))
    return Customer(
        id=row.id,
        mobile=row.mobile or "",
        name=row.name,
        wallet_paise=row.wallet_paise,
        landline=row.landline or "",
        buyer=buyer,
        billing=Billing(row.billing_name, address, row.pin_code),
        last_booking=row.last_reference or "",
    )
