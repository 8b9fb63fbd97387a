"""A day's comparison with the gateway as JSON in its row."""

import json
from dataclasses import asdict
from typing import NotRequired, TypedDict

from db.ids import GatewayPaymentId
from desktop.services.domain.reconciliation import Comparison


class Figures(TypedDict):
    """A comparison as JSON values."""

    captured_count: int
    captured_paise: int
    booked_paise: int
    undecided_paise: int
    refunded_paise: int
    amount_differences: list[GatewayPaymentId]
    refund_differences: list[GatewayPaymentId]
    others_count: NotRequired[int]
    others_paise: NotRequired[int]


def comparison_to_text(comparison: Comparison) -> str:
    """Return a comparison as a day's row keeps it."""
    return json.dumps(asdict(comparison), sort_keys=True)


def comparison_from_text(text: str) -> Comparison:
    """Return the comparison that a day's row holds."""
    figures: Figures = json.loads(text)
    return Comparison(
        captured_count=figures["captured_count"],
        captured_paise=figures["captured_paise"],
        booked_paise=figures["booked_paise"],
        undecided_paise=figures["undecided_paise"],
        refunded_paise=figures["refunded_paise"],
        amount_differences=tuple(figures["amount_differences"]),
        refund_differences=tuple(figures["refund_differences"]),
        others_count=figures.get("others_count", 0),
        others_paise=figures.get("others_paise", 0),
    )
