"""Customers of the account."""

import re

from desktop.practice.account.entities import Entity
from desktop.practice.answers.envelopes import Document, invalid
from desktop.practice.api.fields import Fields, shown_notes
from desktop.practice.api.listing import collection, window
from desktop.practice.gateway import Call, Gateway

ALLOWED = frozenset({"name", "email", "contact", "gstin", "notes", "fail_existing"})
LEAST_DIGITS = 8
"""Razorpay Docs, "Create a Customer", errors."""


def create(gateway: Gateway, call: Call) -> Document:
    fields = Fields(_written(call.body), ALLOWED)
    shown: Document = {"entity": "customer", **_details(fields), "notes": shown_notes(fields.notes())}
    existing = _same_person(gateway, shown)
    if existing is not None:
        if fields.choice("fail_existing", ("0", "1")) == "0":
            return existing.shown
        raise invalid("Customer already exists for the merchant")
    return gateway.add("customer", shown, reference=shown["contact"]).shown


def edit(gateway: Gateway, call: Call) -> Document:
    customer = gateway.fetch("customer", call.parameters["id"])
    fields = Fields(_written(call.body), {"name", "email", "contact"})
    customer.shown |= {name: value for name, value in _details(fields).items() if fields.has(name)}
    customer.reference = customer.shown["contact"]
    gateway.entities.save(customer)
    return customer.shown


def fetch(gateway: Gateway, call: Call) -> Document:
    return gateway.fetch("customer", call.parameters["id"]).shown


def fetch_all(gateway: Gateway, call: Call) -> Document:
    return collection(customer.shown for customer in gateway.entities.listed("customer", window(call.query)))


def _written(body: Document) -> Document:
    """The body with its digits as text: the SDK's own examples send both of these as numbers."""
    numbers = {name: str(body[name]) for name in ("contact", "fail_existing") if type(body.get(name)) is int}
    return {**body, **numbers}


def _details(fields: Fields) -> dict[str, str | None]:
    contact = fields.text("contact")
    if contact is not None and not re.fullmatch(rf"\+?[0-9]{{{LEAST_DIGITS},15}}", contact):
        refusal = invalid(
            "Contact number should be at least 8 digits, including country code",
            "contact",
            reason="invalid_contact_number",
        )
        refusal.body["error"]["step"] = "NA"
        raise refusal
    return {
        "name": fields.text("name", most=50),
        "email": fields.text("email", most=64),
        "contact": contact,
        "gstin": fields.text("gstin"),
    }


def _same_person(gateway: Gateway, shown: Document) -> Entity | None:
    if shown["contact"] is None:
        return None
    found = gateway.entities.listed("customer", reference=shown["contact"])
    return next((one for one in found if one.shown["email"] == shown["email"]), None)
