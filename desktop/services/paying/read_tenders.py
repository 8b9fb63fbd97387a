"""The tenders of one act at the desk, checked before anything is written."""

import re

from desktop.services.domain.booking import TakePaymentRequest
from desktop.services.errors import BadRequest, TendersDoNotMatch

# A slip's reference is short; thirteen to nineteen digits would be a card's own number.
CARD_NUMBER = re.compile(r"(?:\d[ -]?){13,19}")
REFERENCE_MAX = 40


def check_tenders(request: TakePaymentRequest, due_paise: int) -> int:
    """Return what is offered in all. Raises BadRequest, TendersDoNotMatch.

    The wallet only ever pays last: it either completes the payment or is not touched.
    """
    amounts = (request.wallet_paise, request.cash_paise, request.card_paise, request.cash_received_paise)
    if any(amount < 0 for amount in amounts):
        raise BadRequest("amount", "not_positive")
    if request.cash_paise and request.cash_received_paise < request.cash_paise:
        raise BadRequest("cash_received", "too_low", needed_paise=request.cash_paise)
    if request.card_paise:
        _check_reference(request.card_reference)
    offered = request.wallet_paise + request.cash_paise + request.card_paise
    too_much = offered > due_paise
    nothing = offered == 0 and due_paise > 0
    wallet_too_early = request.wallet_paise > 0 and offered < due_paise
    if too_much or nothing or wallet_too_early:
        raise TendersDoNotMatch(due_paise=due_paise, offered_paise=offered)
    return offered


def _check_reference(reference: str) -> None:
    if not reference.strip():
        raise BadRequest("card_reference", "blank")
    if len(reference) > REFERENCE_MAX:
        raise BadRequest("card_reference", "too_long", most=REFERENCE_MAX)
    if CARD_NUMBER.search(reference):
        raise BadRequest("card_reference", "card_number")
