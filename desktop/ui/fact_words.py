"""What the facts of a booking's story are called; one without a word of its own is read out."""

from __future__ import annotations

import json

from PySide6.QtCore import QCoreApplication

from db.states import BookingState, CaseAnswer, CaseKind, InstrumentKind, RefundRule, Tender
from desktop.ui import settlement_words
from desktop.ui.lifecycle_words import booking_word
from desktop.ui.line_words import rule_word
from desktop.ui.tender_words import tender_word

translate = QCoreApplication.translate
# The reason that the program itself writes, where setting the clock confirms a booking again.
CLOCK_SET = "CLOCK_SET"
UNITS = ("_paise", "_at", "_id")


def fact_word(name: str) -> str:
    """Return a fact's name as words: `refund_paise` is `refund`."""
    for unit in UNITS:
        name = name.removesuffix(unit)
    return _names().get(name) or name.replace("_", " ")


def value_word(value: str) -> str:
    """Return a plain word as people read it; what has figures or capitals in it stays as it is."""
    if value == CLOCK_SET:
        return translate("Facts", "the clock was set")
    if not (value.replace("_", "").isalpha() and value.islower()):
        return value
    return _values().get(value) or value.replace("_", " ")


def list_word(value: str) -> str:
    """Return a list of the journal as people read it: words one after another, a move as "4B → 4A"."""
    found: list[object] = json.loads(value)
    return ", ".join(
        f"{one.get('from')} → {one.get('to')}" if isinstance(one, dict) else value_word(str(one))
        for one in found
    )


def _tenders() -> dict[str, str]:
    return {tender.value: tender_word(tender) for tender in Tender}


def _names() -> dict[str, str]:
    return _tenders() | {
        "account": translate("Facts", "account"),
        "amount": translate("Facts", "amount"),
        "attempts": translate("Facts", "attempts"),
        "card": translate("Facts", "card"),
        "balance": translate("Facts", "left to pay"),
        "balance_by": translate("Facts", "to be paid by"),
        "cash": translate("Facts", "cash"),
        "deposit": translate("Facts", "deposit"),
        "unpaid": translate("Facts", "not paid, not owed"),
        "until": translate("Facts", "until"),
        "claims_placed": translate("Facts", "claims placed"),
        "claims_released": translate("Facts", "claims released"),
        "confirmed": translate("Facts", "confirmed"),
        "drawer": translate("Facts", "drawer"),
        "expected": translate("Facts", "expected"),
        "expires": translate("Facts", "expires"),
        "found_by": translate("Facts", "found by"),
        "gateway": translate("Facts", "gateway"),
        "gateway_payment": translate("Facts", "gateway payment"),
        "gateway_refund": translate("Facts", "gateway refund"),
        "gateway_says": translate("Facts", "gateway says"),
        "instrument": translate("Facts", "instrument"),
        "instrument_kind": translate("Facts", "instrument kind"),
        "kept": translate("Facts", "kept"),
        "kind": translate("Facts", "kind"),
        "last_error": translate("Facts", "last error"),
        "lines": translate("Facts", "lines"),
        "mobile": translate("Facts", "mobile"),
        "mode": translate("Facts", "mode"),
        "new_status": translate("Facts", "new status"),
        "old_status": translate("Facts", "old status"),
        "paid": translate("Facts", "paid"),
        "proposal": translate("Facts", "proposal"),
        "reason": translate("Facts", "reason"),
        "received": translate("Facts", "received"),
        "reference": translate("Facts", "reference"),
        "refund": translate("Facts", "refund"),
        "refund_mode": translate("Facts", "refund mode"),
        "refunded": translate("Facts", "given back"),
        "rounding": translate("Facts", "rounding in cash"),
        "reserved": translate("Facts", "reserved"),
        "resolution": translate("Facts", "resolution"),
        "rules": translate("Facts", "rules"),
        "sales": translate("Facts", "sales"),
        "tender": translate("Facts", "tender"),
        "total": translate("Facts", "total"),
        "units": translate("Facts", "units"),
        "what": translate("Facts", "what"),
        "was": translate("Facts", "before"),
        "now": translate("Facts", "now"),
        "use": translate("Facts", "use"),
        "wallet": translate("Facts", "wallet"),
        "wallet_after": translate("Facts", "wallet after"),
        "wallet_before": translate("Facts", "wallet before"),
        **settlement_words.facts(),
    }


def _values() -> dict[str, str]:
    return (
        {state.value: booking_word(state) for state in BookingState}
        | {rule.value: rule_word(rule) for rule in RefundRule}
        | _tenders()
        | {
            "above_captured": translate("Facts", "more than is left of it"),
            Tender.CARD: translate("Facts", "card"),
            InstrumentKind.CARD_LINK: translate("Facts", "card link"),
            Tender.CASH: translate("Facts", "cash"),
            "desk": translate("Facts", "desk"),
            "failed_at_bank": translate("Facts", "failed at the bank"),
            "fully_refunded": translate("Facts", "given back in full already"),
            CaseAnswer.GONE: translate("Facts", "gone back already"),
            "insufficient_balance": translate("Facts", "too little in the account there"),
            CaseKind.LATE: translate("Facts", "late"),
            CaseKind.LOST: translate("Facts", "lost from the books"),
            InstrumentKind.LINK: translate("Facts", "link"),
            CaseAnswer.NOT_OURS: translate("Facts", "not ours"),
            InstrumentKind.QR: translate("Facts", "qr"),
            Tender.RAZORPAY: translate("Facts", "razorpay"),
            Tender.WALLET: translate("Facts", "wallet"),
            CaseAnswer.SEEN: translate("Facts", "seen"),
            **{kind.value: word for kind, word in settlement_words.kinds().items()},
        }
    )
