"""SaveBuyer: who a customer is to the tax, and the name and address that their papers bear."""

from db import customers, journal, taxes
from db.actor import Actor
from db.database import Database, Session
from db.ids import CustomerId
from db.states import BuyerKind
from desktop.services.domain.figures import holds_card_number, plain_figures
from desktop.services.domain.gstin import find_state, is_gstin, normal_gstin, state_of
from desktop.services.domain.people import NOT_TOLD, Billing, Customer
from desktop.services.domain.place_of_supply import Buyer
from desktop.services.domain.seen_text import seen_text
from desktop.services.errors import BadRequest
from desktop.services.records.customer_record import read_customer

NAME_MAX = 120
LINE_MAX = 100
LINES_MAX = 4
PIN_LENGTH = 6


class SaveBuyer:
    """Write down who a customer is to the tax. What is held or sold keeps its levies."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self,
        customer_id: CustomerId,
        gstin: str,
        state: str = "",
        billing: Billing = NOT_TOLD,
        kind: BuyerKind | None = None,
        *,
        actor: Actor,
    ) -> Customer:
        """Return the customer. Empty: not registered, State not asked; a GSTIN tells its State itself.

        A State is told by its two digits or its name. Who buys for a special economic zone is registered, a
        foreigner is not.

        Raises NotFound, and BadRequest for a GSTIN with a wrong character or of our own, for no State, no PIN
        code, and for what no paper has room for.
        """
        buyer = _checked_buyer(gstin, state, kind)
        told = _checked_billing(billing)
        with self._database.write(actor) as session:
            customer_id = customers.lock(session, customer_id)
            before = read_customer(session, customer_id)
            if buyer.gstin and buyer.gstin[:12] in _own(session):
                raise BadRequest("gstin", "our_own")
            if (before.buyer, before.billing) == (buyer, told):
                return before
            customers.save_buyer(
                session,
                customer_id,
                gstin=buyer.gstin,
                state_code=buyer.state,
                buyer_kind=buyer.kind,
                billing_name=told.name,
                billing_address="\n".join(told.address),
                pin_code=told.pin_code,
            )
            content: dict[str, object] = {
                "customer": customer_id,
                "gstin": buyer.gstin,
                "state": buyer.state,
                "kind": buyer.kind or "",
                "has_address": bool(told.address),
            }
            journal.record(session, "BUYER_SAVED", content)
            return read_customer(session, customer_id)


def _checked_buyer(gstin: str, state: str, kind: BuyerKind | None) -> Buyer:
    number = normal_gstin(gstin)
    if number and not is_gstin(number):
        raise BadRequest("gstin", "not_a_number")
    place = state_of(number) or find_state(state) if number or state.strip() else ""
    if place is None:
        raise BadRequest("state", "unknown", text=state.strip())
    buyer = Buyer(number, place, kind)
    if buyer.zone and not number:
        raise BadRequest("gstin", "zone_without")
    if kind is BuyerKind.FOREIGNER and number:
        raise BadRequest("gstin", "of_foreigner")
    return buyer


def _checked_billing(billing: Billing) -> Billing:
    name = seen_text(billing.name)
    address = tuple(filter(None, map(seen_text, billing.address)))
    pin = "".join(plain_figures(billing.pin_code).split())
    if len(name) > NAME_MAX:
        raise BadRequest("name", "too_long", most=NAME_MAX)
    if holds_card_number(name):
        raise BadRequest("name", "card_number")
    if len(address) > LINES_MAX or any(len(line) > LINE_MAX for line in address):
        raise BadRequest("address", "too_long", most=LINE_MAX)
    if any(holds_card_number(line) for line in address):
        raise BadRequest("address", "card_number")
    if pin and not (len(pin) == PIN_LENGTH and pin.isascii() and pin.isdigit() and pin[0] != "0"):
        raise BadRequest("pin_code", "malformed")
    return Billing(name, address, pin)


def _own(session: Session) -> set[str]:
    """Return State and PAN of each registration of the house."""
    return {row.gstin[:12] for row in taxes.registrations(session) if row.gstin}
