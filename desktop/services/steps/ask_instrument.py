"""What is asked of an instrument. One that the account does not know is closed and has taken nothing."""

from datetime import timedelta

from db.ids import InstrumentId
from db.payments import PaymentRow
from db.states import InstrumentKind
from desktop.services.gateways.port import (
    GatewayPayment,
    Instrument,
    Misconfigured,
    PaymentGateway,
    Rejected,
)

# The two clocks differ a little.
LISTED_BEFORE = timedelta(minutes=5)


def kind_of(payment: PaymentRow) -> InstrumentKind:
    """Return how a payment through the gateway is asked for."""
    if payment.instrument_kind is None:
        raise AssertionError(f"the payment {payment.id} does not go through the gateway")
    return payment.instrument_kind


def find_lost(gateway: PaymentGateway, payment: PaymentRow) -> Instrument | None:
    """Return the instrument of a payment whose making had no answer, or None. Raises GatewayTrouble.

    Of an account that refuses to list its instruments nobody was shown one.
    """
    try:
        return gateway.find_instrument(kind_of(payment), attempt_id=payment.id, since=payment.created_at)
    except Misconfigured:
        raise
    except Rejected:
        return None


def close(gateway: PaymentGateway, kind: InstrumentKind, instrument_id: InstrumentId) -> bool:
    """Close an instrument; return whether it is closed. Raises GatewayTrouble."""
    try:
        return not gateway.close_instrument(kind, instrument_id).is_open
    except Rejected as refused:
        _only_unknown(refused)
        return True


def payments_of(
    gateway: PaymentGateway, kind: InstrumentKind, instrument_id: InstrumentId
) -> tuple[GatewayPayment, ...]:
    """Return an instrument's payments. Raises GatewayTrouble."""
    try:
        return gateway.payments_of(kind, instrument_id)
    except Rejected as refused:
        _only_unknown(refused)
        return ()


def all_payments_of(gateway: PaymentGateway, payment: PaymentRow) -> tuple[GatewayPayment, ...]:
    """Return an instrument's payments, with what only the account's list holds of them.

    Ask it before an instrument is stopped or called unpaid. Raises GatewayTrouble.
    """
    if payment.instrument_id is None:
        return ()
    kind = kind_of(payment)
    own = payments_of(gateway, kind, payment.instrument_id)
    listed = gateway.payments_in_account(
        kind,
        payment.instrument_id,
        amount_paise=payment.amount_paise,
        since=payment.created_at - LISTED_BEFORE,
    )
    known = {money.id for money in own}
    return (*own, *(money for money in listed if money.id not in known))


def _only_unknown(refused: Rejected) -> None:
    if refused.reason != "unknown_id":
        raise refused
