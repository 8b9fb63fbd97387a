"""Buyers as the tests of this folder know them, and how the counter writes them down."""

from db.states import BuyerKind
from desktop.services.customers.save_buyer import SaveBuyer
from desktop.services.domain.gstin import check_character
from desktop.services.domain.people import NOT_TOLD, Billing, Customer
from tests.counter import Counter


def gstin(first: str) -> str:
    """Return a GSTIN of its first fourteen characters."""
    return first + check_character(first)


KARNATAKA = gstin("29AAACB1234C1Z")
MAHARASHTRA = gstin("27AAACB1234C1Z")
AT_HOME = Billing("Asha Rao", ("12 Lake Road", "Baner"), "411045")


def save(
    counter: Counter,
    customer: Customer,
    number: str = "",
    state: str = "",
    billing: Billing = NOT_TOLD,
    kind: BuyerKind | None = None,
) -> Customer:
    """Write down who a customer is to the tax."""
    return SaveBuyer(counter.database)(customer.id, number, state, billing, kind, actor=counter.actor)
