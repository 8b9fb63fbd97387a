"""What a tender takes in this act, beside what is left to pay after it. Amounts in paise."""

from enum import StrEnum

from db.states import Tender
from desktop.services.domain.money import to_the_rupee
from desktop.services.domain.payment_plan import GATEWAY_MINIMUM_PAISE
from desktop.services.domain.tenders import TENDERS
from desktop.ui.payment.payment_form import Method


class Note(StrEnum):
    """Why an amount is not the one that was expected."""

    WALLET_GIVES_WAY = "wallet_gives_way"
    CASH_GIVES_WAY = "cash_gives_way"
    TOO_SMALL_FOR_GATEWAY = "too_small_for_gateway"


def gives_change(method: Method) -> bool:
    """Whether what was received is asked, and change given."""
    return isinstance(method, Tender) and TENDERS[method].has_change


def take_now(
    due_paise: int, left_paise: int, method: Method, received_paise: int | None, *, rounds: bool
) -> tuple[int, int, int, Note | None]:
    """Return what the tender takes now, its rounding, the change, whether cash leaves room for the gateway.

    Where cash is rounded, a part of it is whole rupees too.
    """
    rounding = to_the_rupee(left_paise) if rounds else 0
    if not gives_change(method) or received_paise is None:
        return left_paise, rounding, 0, None
    if received_paise >= left_paise + rounding:
        return left_paise, rounding, received_paise - left_paise - rounding, None
    taken, note = min(received_paise, left_paise), None
    if due_paise - taken < GATEWAY_MINIMUM_PAISE <= due_paise:
        taken, note = min(due_paise - GATEWAY_MINIMUM_PAISE, left_paise), Note.CASH_GIVES_WAY
    if rounds:
        taken -= taken % 100
    return taken, 0, received_paise - taken, note
