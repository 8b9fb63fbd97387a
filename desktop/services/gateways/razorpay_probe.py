"""Tries what the desk will need of an account, without leaving anything that could be paid."""

import contextlib
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from db.states import InstrumentKind
from desktop.services.gateways.port import (
    GatewayTrouble,
    Instrument,
    Misconfigured,
    Rejected,
    Unknown,
)
from desktop.services.gateways.razorpay_links import RazorpayLinks
from desktop.services.gateways.razorpay_qr_codes import RazorpayQrCodes

SMALLEST_PAISE = 100
"""Razorpay Docs, "Create an Order", errors: at least INR 1.00."""
LARGEST_PAISE = 10_000_000
"""NPCI: Rs 1,00,000 in one UPI payment, unless the merchant's class is higher. An account that takes less
can't sell everything here."""
LIFE = timedelta(seconds=150)
DESCRIPTION = "Set-up check, not to be paid"


def lacks_of_qr_codes(qr_codes: RazorpayQrCodes, now: datetime) -> list[str]:
    """Make a QR code and close it. Return "qr" or "image_content" if the account lacks them."""
    attempt_id = _new_attempt()
    try:
        made = _made(
            lambda: qr_codes.open(
                attempt_id=attempt_id,
                amount_paise=SMALLEST_PAISE,
                description=DESCRIPTION,
                ends_at=now + LIFE,
            ),
            lambda: qr_codes.find(attempt_id=attempt_id, since=now),
        )
    except Misconfigured:
        raise
    except Rejected:
        return ["qr"]
    # Nobody has seen it, and it ends by itself.
    with contextlib.suppress(GatewayTrouble):
        qr_codes.close(made.id)
    return [] if made.content else ["image_content"]


def lacks_of_links(links: RazorpayLinks, now: datetime) -> list[str]:
    """Make a link over a large amount and cancel it. Return "amount" or "link" if the account lacks them."""
    attempt_id, kind = _new_attempt(), InstrumentKind.CARD_LINK
    try:
        made = _made(
            lambda: links.open(
                kind,
                attempt_id=attempt_id,
                amount_paise=LARGEST_PAISE,
                description=DESCRIPTION,
                ends_at=now + LIFE,
                mobile="",
            ),
            lambda: links.find(kind, attempt_id=attempt_id),
        )
    except Misconfigured:
        raise
    except Rejected as refusal:
        return ["amount" if refusal.reason == "amount_above_limit" else "link"]
    with contextlib.suppress(GatewayTrouble):
        links.close(kind, made.id)
    return []


def _made(make: Callable[[], Instrument], find: Callable[[], Instrument | None]) -> Instrument:
    """Make it; if the answer was lost, look for it, so that it does not stay open."""
    try:
        return make()
    except Unknown:
        found = find()
        if found is None:
            raise
        return found


def _new_attempt() -> str:
    return f"check-{uuid.uuid4().hex}"
