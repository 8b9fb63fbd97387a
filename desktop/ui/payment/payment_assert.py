"""PAYMENT_UI_ASSERT: writes down what the payment window really shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from desktop.services.domain.booking import Booking
    from desktop.ui.payment.payment_view import (
        PaymentView,
    )

log = structlog.get_logger("counterfoil")


@dataclass(frozen=True, slots=True)
class _Shown:
    booking: str
    reference: str
    wallet_balance_paise: int
    wallet_applied_paise: int
    total_paise: int
    paid_paise: int
    gateway_payable_paise: int
    gateway_shown: bool


class PaymentAssert:
    """Logs once for each picture that differs from the last. `gateway_shown` is read from the widget."""

    def __init__(self) -> None:
        self._last: _Shown | None = None

    def __call__(self, booking: Booking, view: PaymentView, *, gateway_shown: bool) -> None:
        """Log the amounts of `view` beside whether the tenders are on the screen."""
        shown = _Shown(
            booking.id,
            booking.reference,
            view.wallet_balance_paise,
            view.wallet_applied_paise,
            view.total_paise,
            view.paid_paise,
            view.gateway_payable_paise,
            gateway_shown,
        )
        if shown == self._last:
            return
        self._last = shown
        log.info(
            "PAYMENT_UI_ASSERT",
            booking=shown.booking,
            reference=shown.reference,
            wallet_balance_paise=shown.wallet_balance_paise,
            wallet_applied_paise=shown.wallet_applied_paise,
            total_paise=shown.total_paise,
            paid_paise=shown.paid_paise,
            gateway_payable_paise=shown.gateway_payable_paise,
            gateway_shown=shown.gateway_shown,
        )
