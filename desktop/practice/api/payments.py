"""Payments as the merchant sees them: fetch, list, capture, edit."""

from desktop.practice.account.entities import Entity
from desktop.practice.answers.envelopes import Document, invalid
from desktop.practice.api import attempts
from desktop.practice.api.fields import Fields, shown_notes
from desktop.practice.api.listing import collection, expanded, window
from desktop.practice.gateway import Call, Gateway

ALREADY_CAPTURED = "This payment has already been captured"
NOT_AUTHORIZED = "Only payments which have been authorized and not yet captured can be captured"
OTHER_AMOUNT = "Capture amount must be equal to the amount authorized"


def fetch(gateway: Gateway, call: Call) -> Document:
    return _shown(gateway.fetch("payment", call.parameters["id"]), call)


def fetch_all(gateway: Gateway, call: Call) -> Document:
    found = gateway.entities.listed("payment", window(call.query), at=gateway.clock.now())
    return collection(_shown(payment, call) for payment in found)


def capture(gateway: Gateway, call: Call) -> Document:
    payment = gateway.fetch("payment", call.parameters["id"])
    fields = Fields(call.body, {"amount", "currency"})
    amount = fields.required_paise("amount")
    fields.currency()
    if payment.shown["captured"]:
        raise invalid(ALREADY_CAPTURED)
    if payment.status != "authorized":
        raise invalid(NOT_AUTHORIZED)
    if amount != payment.shown["amount"]:
        raise invalid(OTHER_AMOUNT, "amount")
    attempts.capture(gateway, payment)
    return _shown(payment, call)


def edit(gateway: Gateway, call: Call) -> Document:
    payment = gateway.fetch("payment", call.parameters["id"])
    fields = Fields(call.body, {"notes"})
    fields.require("notes")
    payment.shown["notes"] = shown_notes(fields.notes())
    gateway.entities.save(payment)
    return _shown(payment, call)


def _shown(payment: Entity, call: Call) -> Document:
    card = payment.hidden.get("card")
    if card is not None and "card" in expanded(call.query):
        return {**payment.shown, "card": card}
    return payment.shown
