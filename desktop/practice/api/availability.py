"""Which methods the account offers, and which of them are down."""

from desktop.practice.answers.envelopes import Document
from desktop.practice.api.listing import collection
from desktop.practice.gateway import Call, Gateway


def methods(_gateway: Gateway, _call: Call) -> Document:
    return {
        "entity": "methods",
        "card": True,
        "debit_card": True,
        "credit_card": True,
        "prepaid_card": True,
        "card_networks": {"AMEX": 0, "DICL": 0, "MC": 1, "MAES": 1, "VISA": 1, "JCB": 0, "RUPAY": 1},
        "amex": False,
        "netbanking": {"HDFC": "HDFC Bank", "ICIC": "ICICI Bank", "SBIN": "State Bank of India"},
        "wallet": {"airtelmoney": True},
        "emi": False,
        "upi": True,
        "cardless_emi": [],
        "paylater": {"rzpx_postpaid": True},
        "recurring": {},
        "upi_intent": True,
    }


def downtimes(gateway: Gateway, call: Call) -> Document:
    """Empty unless the fault `upi_downtime` is on."""
    if "upi_downtime" not in call.faults:
        return collection([])
    now = gateway.clock.now()
    return collection(
        [
            {
                "id": gateway.identifiers.fixed_id("down", "upi"),
                "entity": "payment.downtime",
                "method": "upi",
                "begin": now - 60,
                "end": None,
                "status": "started",
                "scheduled": False,
                "severity": "high",
                "instrument": {"vpa_handle": "ALL"},
                "instrument_schema": ["vpa_handle"],
                "created_at": now - 60,
                "updated_at": now,
            }
        ]
    )
