"""Late money that staff decide for the booking: its hold is confirmed if that lives, else revived."""

import json
from typing import Any

from db import bookings, cases, ledger, payments, refunds
from db.database import Session
from db.errors import BalanceTooLow
from db.states import BookingState
from desktop.services.domain.desk_facts import DeskFacts
from desktop.services.errors import PaymentUnderWay, SlotTaken, WalletTooLow, WrongState
from desktop.services.steps.confirm_booking import finish_sale, keep_units
from desktop.services.steps.expire_hold import expire_hold
from desktop.services.steps.revive_booking import can_revive, revive_booking
from desktop.services.steps.takes_place import check_takes_place


def confirm_late(session: Session, case: Any, desk: DeskFacts) -> None:
    """Apply a case's money to its booking and, if it was planned so, the wallet's share beside it.

    Raises WrongState, PaymentUnderWay (other money is asked for while the hold lives), DepartureCancelled,
    SlotTaken and WalletTooLow: roll back then.
    """
    booking: Any = bookings.lock(session, case.booking_id)
    if booking.state == BookingState.HELD and expire_hold(session, booking):
        booking = bookings.lock(session, booking.id)  # its end had only not been written down
    if booking.state not in (BookingState.HELD, BookingState.EXPIRED):
        raise WrongState(booking.reference, booking.state)
    is_live = booking.state == BookingState.HELD
    if is_live and payments.open_of_booking(session, booking.id):
        raise PaymentUnderWay(reference=booking.reference)
    share = booking.total_paise - refunds.kept_paise(session, booking.id) - case.amount_paise
    if share < 0 or share > json.loads(case.facts).get("wallet_paise", 0):
        raise WrongState(booking.reference, "paid_otherwise")
    if is_live:
        check_takes_place(session, booking)
        keep_units(session, booking)
    elif not can_revive(session, booking, coming_paise=case.amount_paise + share):
        raise SlotTaken(names=[booking.title])
    else:
        revive_booking(session, booking)
    _take(session, case, booking, share)
    finish_sale(session, booking, desk, old_status="held" if is_live else "expired")


def _take(session: Session, case: Any, booking: Any, share_paise: int) -> None:
    """Write the captured payments and post them."""
    row = {"booking_id": booking.id, "state": "captured"}
    late = {"tender": "razorpay", "amount_paise": case.amount_paise, "reference": case.gateway_payment_id}
    payments.add(session, {**row, **late, "request_key": f"case:{case.id}"})
    advance = ledger.get_account(session, "advance_received")
    unresolved = (ledger.get_account(session, "unresolved_money"), case.amount_paise)
    postings = (unresolved, (advance, -case.amount_paise))
    ledger.post(session, "unresolved_to_booking", postings, booking_id=booking.id)
    cases.apply_money(session, case.gateway_payment_id)
    if not share_paise:
        return
    wallet = {"tender": "wallet", "amount_paise": share_paise, "request_key": f"case:{case.id}:wallet"}
    payments.add(session, {**row, **wallet})
    debit = (ledger.get_account(session, "wallet", booking.customer_id), share_paise)
    try:
        ledger.post(session, "payment", (debit, (advance, -share_paise)), booking_id=booking.id)
    except BalanceTooLow as low:
        raise WalletTooLow(needed_paise=low.needed_paise, available_paise=low.available_paise) from low
