"""The one way in for gateway money, whoever found it: poll, button, start-up, sweep.

Accepted is only what is captured, in INR, in the exact amount, found under our own instrument, and
never seen before. What can't be applied climbs the ladder: take the same units again if they are free;
else an open case.
"""

import json
from collections.abc import Iterable
from typing import Any

from db import bookings, cases, journal, ledger, payments
from db.database import Session
from db.states import OPEN_PAYMENT, BookingState
from desktop.services.domain.desk_facts import DeskFacts
from desktop.services.gateways.port import GatewayPayment
from desktop.services.steps import reserved_wallet
from desktop.services.steps.confirm_booking import finish_sale, keep_units
from desktop.services.steps.expire_hold import expire_hold
from desktop.services.steps.given_elsewhere import note_given_elsewhere
from desktop.services.steps.grace import end_grace
from desktop.services.steps.revive_booking import can_revive, revive_booking


def settle_gateway_money(
    session: Session, payment: Any, found: Iterable[GatewayPayment], desk: DeskFacts, *, found_by: str
) -> int:
    """Take in what is new for a payment of ours; return how many of the gateway's payments were."""
    return sum(_settle_one(session, payment, money, desk, found_by) for money in found if money.captured)


def _settle_one(
    session: Session, payment: Any, money: GatewayPayment, desk: DeskFacts, found_by: str
) -> bool:
    booking = bookings.lock(session, payment.booking_id)
    current = payments.lock(session, payment.id)
    if booking is None or current is None:
        raise AssertionError("a payment without its booking")
    # What has gone back again before we saw it (by somebody else's hand) pays for nothing.
    is_whole = money.amount_paise == current.amount_paise and money.refunded_paise == 0
    is_exact = money.currency == "INR" and is_whole
    is_open = current.state in OPEN_PAYMENT
    applies = is_exact and is_open and _can_confirm(session, booking, money)
    row = {
        "gateway_payment_id": money.id,
        "payment_id": current.id,
        "booking_id": booking.id,
        "amount_paise": money.amount_paise,
        "use": "applied" if applies else "case",
        "found_by": found_by,
    }
    if not cases.take_in(session, row):
        return False
    if applies:
        _apply(session, booking, current, money, desk, found_by)
    else:
        kind = "mismatch" if not is_exact else _kind(booking, current)
        _set_aside(session, booking, current, money, kind, found_by)
    return True


def _can_confirm(session: Session, booking: Any, money: GatewayPayment) -> bool:
    if booking.state == BookingState.HELD and booking.expires_at > session.now:
        return True
    coming = money.amount_paise + ledger.balance_paise(session, "reserved_wallet", booking.id)
    is_over = booking.state in (BookingState.HELD, BookingState.EXPIRED)
    return is_over and can_revive(session, booking, coming_paise=coming)


def _kind(booking: Any, payment: Any) -> str:
    paid = booking.state in (BookingState.CONFIRMED, BookingState.COMPLETED) or payment.state == "captured"
    return "duplicate" if paid else "late"


def _apply(
    session: Session, booking: Any, payment: Any, money: GatewayPayment, desk: DeskFacts, found_by: str
) -> None:
    """Post gateway money and the reserved wallet share, and confirm the booking, late or in time."""
    in_time = booking.state == BookingState.HELD and booking.expires_at > session.now
    if booking.state == BookingState.HELD and not in_time:
        expire_hold(session, booking)  # while the payment is open, so that the reserved share stays
    captured = {
        "state": "captured",
        "settled_at": session.now,
        "reference": money.id,
        "answered_at": session.now,
    }
    if not payments.change(session, payment.id, among=OPEN_PAYMENT, last_answer="captured", **captured):
        raise AssertionError("a locked payment changed its state")
    if in_time:
        keep_units(session, booking)
    else:
        revive_booking(session, bookings.lock(session, booking.id))
    share = ledger.balance_paise(session, "reserved_wallet", booking.id)
    postings = [
        (ledger.get_account(session, "gateway"), money.amount_paise),
        (ledger.get_account(session, "advance_received"), -(money.amount_paise + share)),
    ]
    if share:
        row = {"booking_id": booking.id, "tender": "wallet", "state": "captured", "amount_paise": share}
        payments.add(session, {**row, "request_key": f"{payment.request_key}:wallet"})
        postings.append((ledger.get_account(session, "reserved_wallet", booking.id), share))
    ledger.post(session, "payment", postings, booking_id=booking.id)
    finish_sale(session, booking, desk, old_status="held" if in_time else "expired")
    content = {
        "reference": booking.reference,
        "mode": "gateway",
        "amount_paise": booking.total_paise,
        "wallet_paise": share,
        "gateway_paise": money.amount_paise,
        "gateway_payment": money.id,
        "found_by": found_by,
    }
    journal.record(session, "PAYMENT_FINALIZE_SUCCESS", content, booking_id=booking.id)


def _set_aside(
    session: Session, booking: Any, payment: Any, money: GatewayPayment, kind: str, found_by: str
) -> None:
    """Keep money that can't be applied where staff see it; the attempt itself is over."""
    ended = {"state": "void", "settled_at": session.now, "answered_at": session.now, "last_answer": kind}
    if payments.change(session, payment.id, among=OPEN_PAYMENT, **ended):
        reserved_wallet.void(session, booking_id=booking.id, customer_id=booking.customer_id)
        end_grace(session, booking)
    open_money_case(session, money, kind=kind, found_by=found_by, booking=booking, payment=payment)


def open_money_case(
    session: Session,
    money: GatewayPayment,
    *,
    kind: str,
    found_by: str,
    booking: Any = None,
    payment: Any = None,
) -> None:
    """Post gateway money as unresolved and open the case of what is left of it.

    What has gone back before we saw it, by somebody else's hand, leaves the books as it came; with nothing
    left, nobody is asked. The row in gateway_money exists already.
    """
    booking_id = booking.id if booking else None
    postings = (
        (ledger.get_account(session, "gateway"), money.amount_paise),
        (ledger.get_account(session, "unresolved_money"), -money.amount_paise),
    )
    ledger.post(session, "unresolved_money", postings, booking_id=booking_id)
    facts: dict[str, Any] = {"gateway_payment": money.id, "method": money.method, "found_by": found_by}
    if payment is not None:
        facts |= {"expected_paise": payment.amount_paise, "wallet_paise": payment.wallet_paise}
    if money.refunded_paise:
        facts["refunded_paise"] = money.refunded_paise
        note_given_elsewhere(
            session,
            gateway_payment_id=money.id,
            amount_paise=money.refunded_paise,
            out_of="unresolved_money",
            booking_id=booking_id,
        )
    left = money.amount_paise - money.refunded_paise
    case_id = cases.open_new(
        session,
        {
            "kind": kind,
            "booking_id": booking_id,
            "customer_id": booking.customer_id if booking else None,
            "gateway_payment_id": money.id,
            "amount_paise": left or money.amount_paise,
            "proposal": "wallet" if kind == "late" else "refund" if booking else "look",
            "facts": json.dumps(facts),
        },
    )
    content = {"amount_paise": left, "gateway_payment": money.id, "kind": kind, "found_by": found_by}
    if left:
        journal.record(session, "PAYMENT_CASE_OPENED", content, booking_id=booking_id)
        return
    if not cases.resolve(session, case_id, "gone", by_clerk=False):
        raise AssertionError("a case was resolved before it was opened")
    content |= {"case": case_id, "answer": "gone", "amount_paise": money.amount_paise}
    journal.record(session, "CASE_RESOLVED", content, booking_id=booking_id)
