"""How the customer pays: UPI, card, net banking or a wallet, and what a payment tells about it."""

from dataclasses import dataclass

from desktop.practice.account.identifiers import Identifiers
from desktop.practice.answers.envelopes import Document

METHODS = ("upi", "card", "netbanking", "wallet", "paylater")
DEFAULT_VPA = "gauri.kumari@okhdfcbank"


@dataclass(frozen=True, slots=True)
class Means:
    method: str
    vpa: str | None = None


def describe(identifiers: Identifiers, means: Means) -> tuple[Document | None, Document]:
    """The card, if it is one, and the fields of the payment that depend on the method."""
    shown: Document = {"card_id": None, "bank": None, "wallet": None, "vpa": None}
    if means.method == "upi":
        vpa = means.vpa or DEFAULT_VPA
        return None, {**shown, "vpa": vpa, "upi": {"payer_account_type": "bank_account", "vpa": vpa}}
    if means.method == "netbanking":
        return None, {**shown, "bank": "HDFC"}
    if means.method == "wallet":
        return None, {**shown, "wallet": "airtelmoney"}
    if means.method == "paylater":
        return None, {**shown, "wallet": "rzpx_postpaid"}
    card = {
        "id": identifiers.next_id("card"),
        "entity": "card",
        "name": "",
        "last4": "0153",
        "network": "Visa",
        "type": "debit",
        "issuer": None,
        "international": False,
        "emi": False,
        "sub_type": "consumer",
        "token_iin": None,
    }
    return card, {**shown, "card_id": card["id"]}


def acquirer_data(identifiers: Identifiers, means: Means, *, succeeded: bool) -> Document:
    """The bank's reference numbers, all null until the payment is authorized."""
    if means.method == "upi":
        if not succeeded:
            return {"rrn": None}
        return {
            "rrn": identifiers.digits("rrn", 12),
            "upi_transaction_id": identifiers.hexadecimal("upi_transaction", 32),
        }
    if means.method == "netbanking":
        return {"bank_transaction_id": identifiers.digits("bank_transaction", 7) if succeeded else None}
    if means.method == "card":
        return {"auth_code": identifiers.digits("auth_code", 6) if succeeded else None}
    return {"transaction_id": None}
