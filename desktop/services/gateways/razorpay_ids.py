"""The forms of ids, checked before they are part of an address: a wrong one would ask for something else."""

import re

from db.states import InstrumentKind
from desktop.services.gateways.port import Rejected

NOT_SENT = 0
"""The status of a refusal that was this program's own, before anything was sent."""

# Razorpay Docs: prefix and 14 letters or digits. An attempt becomes a `receipt` or `reference_id` (40), a
# request key the header X-Refund-Idempotency (10 or more; the upper bound is ours). MOBILE is E.164.
PAYMENT = re.compile(r"pay_[0-9A-Za-z]{14}")
ORDER = re.compile(r"order_[0-9A-Za-z]{14}")
REFUND = re.compile(r"rfnd_[0-9A-Za-z]{14}")
QR_CODE = re.compile(r"qr_[0-9A-Za-z]{14}")
LINK = re.compile(r"plink_[0-9A-Za-z]{14}")
ATTEMPT = re.compile(r"[0-9A-Za-z_-]{1,40}")
REQUEST_KEY = re.compile(r"[0-9A-Za-z_-]{10,100}")
MOBILE = re.compile(r"\+[1-9][0-9]{7,14}")

INSTRUMENT = {InstrumentKind.QR: QR_CODE, InstrumentKind.LINK: LINK, InstrumentKind.CARD_LINK: LINK}

LEAST_PAISE = 100
"""Razorpay Docs, "Create an Order", errors: at least INR 1.00."""


def check_form(form: re.Pattern[str], text: str, reason: str) -> None:
    """Raise Rejected (status 0) unless `text` has the form. The text itself is not repeated."""
    if form.fullmatch(text) is None:
        raise Rejected(NOT_SENT, reason, f"not of the form {form.pattern}")


def check_amount(amount_paise: object) -> int:
    """Return the amount. Raises Rejected (status 0) for what is no whole number of at least 100 paise."""
    if type(amount_paise) is not int or amount_paise < LEAST_PAISE:
        raise Rejected(NOT_SENT, "amount_below_minimum", f"not {LEAST_PAISE} paise or more")
    return amount_paise
