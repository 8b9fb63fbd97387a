"""The gateway's list beside the books."""

from collections.abc import Sequence

from db import cases, refunds
from db.database import Session
from desktop.services.domain.reconciliation import Comparison
from desktop.services.gateways.port import GatewayPayment


def compare_books(session: Session, found: Sequence[GatewayPayment]) -> Comparison:
    """Compare what was captured of `found`, payment by payment, with what was taken in and given back."""
    captured = {money.id: money for money in found if money.captured}
    ids = list(captured)
    booked = cases.paise_by_gateway_payment(session, ids)
    others = cases.not_ours(session, ids)  # whoever they belong to gives them back without us
    returned = refunds.done_paise_by_gateway_payment(session, ids)
    return Comparison(
        captured_count=len(captured),
        captured_paise=sum(money.amount_paise for money in captured.values()),
        booked_paise=sum(booked.values()),
        undecided_paise=cases.undecided_paise(session, ids),
        refunded_paise=sum(money.refunded_paise for money in captured.values()),
        others_count=len(others),
        others_paise=sum(captured[one].amount_paise for one in others),
        amount_differences=tuple(
            one for one, money in captured.items() if booked.get(one) != money.amount_paise
        ),
        refund_differences=tuple(
            one
            for one, money in captured.items()
            if one not in others and not _is_returned(money.refunded_paise, *returned.get(one, (0, 0)))
        ),
    )


def _is_returned(paise: int, done_paise: int, on_its_way_paise: int) -> bool:
    """Whether the gateway has given back what we know of; it counts one on its way sooner or later."""
    return paise in (done_paise, done_paise + on_its_way_paise)
