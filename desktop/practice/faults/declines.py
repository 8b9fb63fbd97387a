"""Why a payment fails, in the words that Razorpay's error table gives for UPI and cards."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decline:
    code: str
    source: str
    step: str
    reason: str
    description: str


FAILED = Decline(
    "BAD_REQUEST_ERROR",
    "gateway",
    "payment_response",
    "payment_failed",
    "Payment was unsuccessful due to a temporary issue. "
    "If amount got deducted, it will be refunded within 5-7 working days.",
)
TIMED_OUT = Decline(
    "GATEWAY_ERROR", "gateway", "payment_response", "payment_timed_out", "The bank did not answer in time."
)
DECLINES = {
    decline.reason: decline
    for decline in (
        FAILED,
        TIMED_OUT,
        Decline(
            "BAD_REQUEST_ERROR",
            "customer",
            "payment_authentication",
            "payment_cancelled",
            "Your payment has been cancelled. Try again or complete the payment later.",
        ),
        Decline(
            "GATEWAY_ERROR",
            "customer",
            "payment_debit_request",
            "insufficient_funds",
            "Transaction failed due to insufficient funds.",
        ),
        Decline(
            "BAD_REQUEST_ERROR",
            "customer",
            "payment_authentication",
            "incorrect_pin",
            "The UPI PIN was incorrect.",
        ),
        Decline(
            "GATEWAY_ERROR",
            "issuer_bank",
            "payment_debit_request",
            "payment_declined",
            "Payment failed. Please try again with another bank account.",
        ),
    )
}
BY_UPI_AMOUNT = {
    201: "insufficient_funds",
    204: "incorrect_pin",
    302: "payment_cancelled",
    402: "payment_declined",
}
"""Amounts in paise that Razorpay's UPI simulator always fails (Razorpay Docs, S2S, "UPI Error Codes")."""
FAILING_VPA = "failure@razorpay"


def decline(reason: str | None) -> Decline:
    """The table's row for `reason`; an unknown reason keeps its name and takes the general wording."""
    if reason is None:
        return FAILED
    return DECLINES.get(reason, Decline(FAILED.code, FAILED.source, FAILED.step, reason, FAILED.description))


def decided_by_simulator(amount: int, method: str, vpa: str | None) -> str | None:
    """The reason for which the simulator declines, or None if it leaves the decision to the customer."""
    if method != "upi":
        return None
    if vpa == FAILING_VPA:
        return FAILED.reason
    return BY_UPI_AMOUNT.get(amount)
