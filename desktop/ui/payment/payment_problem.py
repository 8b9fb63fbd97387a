"""What is missing before the payment page's main key can do what it says."""

from enum import StrEnum

from db.states import InstrumentKind
from desktop.services.domain.cash_law import pan_answer
from desktop.services.domain.payment_plan import GATEWAY_MINIMUM_PAISE
from desktop.services.domain.tenders import ReferenceFault
from desktop.ui.payment.payment_form import GATEWAY_METHODS, PaymentForm
from desktop.ui.payment.take_now import gives_change


class Problem(StrEnum):
    """What is missing before the primary action can be done."""

    REFERENCE_MISSING = "reference_missing"
    REFERENCE_WRONG = "reference_wrong"
    NO_CASH = "no_cash"
    UNREADABLE = "unreadable"
    PART_WRONG = "part_wrong"
    ACCOUNT_MISSING = "account_missing"
    QR_ABOVE_LIMIT = "qr_above_limit"
    PAN_WANTED = "pan_wanted"


def problem_of(
    form: PaymentForm,
    *,
    left_paise: int,
    now_paise: int,
    taken_paise: int,
    most_by_code_paise: int,
    fault: ReferenceFault | None,
) -> Problem | None:
    """Return the first thing that is missing, for the method of the form; None when all is there."""
    method = form.method
    if form.unreadable:
        return Problem.UNREADABLE
    if left_paise == 0:
        return None
    in_cash, by_gateway = gives_change(method), method in GATEWAY_METHODS
    least = GATEWAY_MINIMUM_PAISE if by_gateway else 1
    checks = {
        Problem.PART_WRONG: in_cash or form.part_paise is None or least <= form.part_paise <= left_paise,
        Problem.NO_CASH: not in_cash or now_paise > 0,
        Problem.ACCOUNT_MISSING: not form.account_missing,
        Problem.REFERENCE_MISSING: fault is not ReferenceFault.BLANK,
        Problem.REFERENCE_WRONG: fault in (None, ReferenceFault.BLANK),
        Problem.QR_ABOVE_LIMIT: method is not InstrumentKind.QR or now_paise <= most_by_code_paise,
        Problem.PAN_WANTED: not in_cash
        or form.room is None
        or not form.room.asks_pan(taken_paise)
        or pan_answer(form.pan) is not None,
    }
    return next((problem for problem, is_well in checks.items() if not is_well), None)
