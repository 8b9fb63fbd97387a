"""What is known of a case's money, kept as JSON in its row."""

import json
from typing import TypedDict

from db.states import SignField
from desktop.services.domain.foreign_money import Sign


class CaseFacts(TypedDict, total=False):
    """Money found at the gateway: whose it may be and what has gone back of it. A refund: why it failed.

    `wallet_paise` is the wallet's share that was planned beside the payment. `sign_field` and `sign`: by what
    money of nobody we know is known; `looks_ours`: it names something of ours, or has an amount of ours.
    From `settlement` on: a row of a payout as the gateway has it.
    `note`, `reference`, `units`: what money of ours that the books have lost tells of its booking.
    """

    gateway_payment: str
    method: str
    found_by: str
    expected_paise: int
    wallet_paise: int
    refunded_paise: int
    reason: str
    gateway_says: str
    sign_field: SignField
    sign: str
    looks_ours: bool
    reference: str
    units: str
    note: dict[str, str]
    settlement: str
    entity: str
    entity_type: str
    utr: str
    description: str
    dispute: str
    amount_there_paise: int


def facts_from_text(text: str) -> CaseFacts:
    """Return the facts that a case's row holds."""
    facts: CaseFacts = json.loads(text)
    return facts


def sign_from_facts(facts: CaseFacts) -> Sign | None:
    """Return by what a stranger's money is known; None where nothing tells it, or where it could be ours."""
    if facts.get("looks_ours") or "sign" not in facts:
        return None
    return Sign(SignField(facts["sign_field"]), facts["sign"])


def facts_to_text(facts: CaseFacts) -> str:
    """Return the facts as a case's row keeps them."""
    return json.dumps(facts)
