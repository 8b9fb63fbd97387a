"""What a tender takes in this act, beside what is left to pay after it. Amounts in paise."""

from enum import StrEnum

from db.states import Tender
from desktop.services.domain.money import to_the_rupee
from desktop.services.domain.payment_plan import GATEWAY_MINIMUM_PAISE
from desktop.services.domain.tenders import TENDERS
from desktop.ui.payment.payment_form import Method

# The largest banknote. Nobody adds a note that only comes back: with one, change is less than it is worth.
LARGEST_NOTE_PAISE = 2_000_00
# The largest still given out. Ten times the price, and more change than that, has a nought too many.
COMMON_NOTE_PAISE = 500_00


class Note(StrEnum):
    """Why an amount is not the one that was expected."""

    WALLET_GIVES_WAY = "wallet_gives_way"
    CASH_GIVES_WAY = "cash_gives_way"
    TOO_SMALL_FOR_GATEWAY = "too_small_for_gateway"


def gives_change(method: Method) -> bool:
    """Whether what was received is asked, and change given."""
    return isinstance(method, Tender) and TENDERS[method].has_change


def take_now(
    due_paise: int,
    left_paise: int,
    method: Method,
    received_paise: int | None,
    *,
    rounds: bool,
    least: int = GATEWAY_MINIMUM_PAISE,
) -> tuple[int, int, int, Note | None]:
    """Return what the tender takes now, its rounding, the change, whether cash leaves room for the gateway.

    Where cash is rounded, a part of it is whole rupees too. `least`: what the gateway takes at least; 0 where
    there is none.
    """
    rounding = to_the_rupee(left_paise) if rounds else 0
    if not gives_change(method) or received_paise is None:
        return left_paise, rounding, 0, None
    if received_paise >= left_paise + rounding:
        return left_paise, rounding, received_paise - left_paise - rounding, None
    taken, note = min(received_paise, left_paise), None
    if due_paise - taken < least <= due_paise:
        taken, note = min(due_paise - least, left_paise), Note.CASH_GIVES_WAY
    if rounds:
        taken -= taken % 100
    return taken, 0, received_paise - taken, note


def is_much(taken_paise: int, change_paise: int) -> bool:
    """Whether no banknote explains so much change: the clerk is asked once, for a nought may be too many."""
    is_tenfold = taken_paise + change_paise >= 10 * taken_paise
    return change_paise >= (COMMON_NOTE_PAISE if is_tenfold else LARGEST_NOTE_PAISE)
