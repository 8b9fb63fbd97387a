"""What is known of a case's money, kept as JSON in its row."""

import json
from typing import TypedDict


class CaseFacts(TypedDict, total=False):
    """Money found at the gateway: whose it may be and what has gone back of it. A refund: why it failed.

    `wallet_paise` is the wallet's share that was planned beside the payment.
    """

    gateway_payment: str
    method: str
    found_by: str
    expected_paise: int
    wallet_paise: int
    refunded_paise: int
    reason: str
    gateway_says: str


def facts_from_text(text: str) -> CaseFacts:
    """Return the facts that a case's row holds."""
    facts: CaseFacts = json.loads(text)
    return facts


def facts_to_text(facts: CaseFacts) -> str:
    """Return the facts as a case's row keeps them."""
    return json.dumps(facts)
