"""Who pays what: the wallet first, the rest by another tender."""

from dataclasses import dataclass

GATEWAY_MINIMUM_PAISE = 100
"""Razorpay Docs, "Create an Order", errors: at least INR 1.00."""


@dataclass(frozen=True, slots=True)
class PaymentPlan:
    """`wallet_applied_paise + gateway_payable_paise == total_paise`, each zero or more."""

    total_paise: int
    wallet_applied_paise: int
    gateway_payable_paise: int

    @property
    def needs_gateway(self) -> bool:
        """Whether anything is left after the wallet; only then may gateway widgets exist on the screen."""
        return self.gateway_payable_paise > 0


class GatewayCannotTake(Exception):
    """Razorpay takes no less than 100 paise, and the wallet has nothing to hold back."""

    def __init__(self, payable_paise: int) -> None:
        super().__init__(payable_paise)
        self.payable_paise = payable_paise


def split_payment(total_paise: int, balance_paise: int) -> PaymentPlan:
    """Return `wallet = min(balance, total)` and the remainder. Raises ValueError for negative amounts."""
    if total_paise < 0 or balance_paise < 0:
        raise ValueError("amounts are never negative")
    wallet = min(balance_paise, total_paise)
    return PaymentPlan(total_paise, wallet, total_paise - wallet)


def split_for_gateway(total_paise: int, wallet_paise: int) -> PaymentPlan:
    """Return the plan for a payment through the gateway, which takes 100 paise at least.

    A remainder of 1 to 99 paise takes that much less from the wallet. Raises GatewayCannotTake when the
    whole total is below 100 paise: it is then paid in cash or from the wallet.
    """
    plan = split_payment(total_paise, wallet_paise)
    if plan.gateway_payable_paise == 0 or plan.gateway_payable_paise >= GATEWAY_MINIMUM_PAISE:
        return plan
    if total_paise < GATEWAY_MINIMUM_PAISE:
        raise GatewayCannotTake(plan.gateway_payable_paise)
    return PaymentPlan(total_paise, total_paise - GATEWAY_MINIMUM_PAISE, GATEWAY_MINIMUM_PAISE)
