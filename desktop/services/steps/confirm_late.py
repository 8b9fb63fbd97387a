"""Late money that staff decide for the booking: its hold is confirmed if that lives, else revived."""

from db import bookings, cases, ledger, payments
from db.bookings import BookingRow
from db.cases import CaseRow
from db.database import Session
from db.errors import BalanceTooLow
from db.ids import BookingId, RequestKey
from db.states import AccountKind, BookingState, Tender
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.errors import PaymentUnderWay, SlotTaken, WalletTooLow, WrongState
from desktop.services.records.case_facts import facts_from_text
from desktop.services.steps.confirm_booking import keep_units, settle_paid
from desktop.services.steps.expire_hold import expire_hold
from desktop.services.steps.give_up_unseen import give_up_unseen
from desktop.services.steps.money_gone import gateway_payment_of
from desktop.services.steps.open_balance import agreed_deposit, asked_now, owes_balance
from desktop.services.steps.revive_booking import can_revive, revive_booking
from desktop.services.steps.takes_place import check_takes_place


def confirm_late(session: Session, case: CaseRow, desk: DeskSettings) -> None:
    """Apply a case's money to its booking and, if it was planned so, the wallet's share beside it.

    Raises WrongState, PaymentUnderWay (other money is asked for while the hold lives), DepartureCancelled,
    SlotTaken and WalletTooLow: roll back then.
    """
    booking = bookings.lock_known(session, booking_of(case))
    if booking.state == BookingState.HELD and expire_hold(session, booking):
        booking = bookings.lock_known(session, booking.id)  # its end had only not been written down
    is_balance = owes_balance(booking)
    if booking.state not in (BookingState.HELD, BookingState.EXPIRED) and not is_balance:
        raise WrongState(booking.reference, booking.state)
    is_live = booking.state == BookingState.HELD
    if (is_live or is_balance) and give_up_unseen(session, booking):
        raise PaymentUnderWay(reference=booking.reference)
    share = _share(session, case, booking, is_balance=is_balance)
    if share < 0 or share > facts_from_text(case.facts).get("wallet_paise", 0):
        raise WrongState(booking.reference, "paid_otherwise")
    if is_live:
        check_takes_place(session, booking)
        keep_units(session, booking, by_gateway=True, deposit=agreed_deposit(booking))
    elif is_balance:
        check_takes_place(session, booking)
    elif not can_revive(session, booking, coming_paise=case.amount_paise + share):
        raise SlotTaken(names=[booking.title])
    else:
        revive_booking(session, booking)
    _take(session, case, booking, share)
    settle_paid(session, booking, desk, old_status=booking.state)


def _share(session: Session, case: CaseRow, booking: BookingRow, *, is_balance: bool) -> int:
    """Return what the wallet gives beside the case's money: what was planned so, of a balance no more."""
    missing = asked_now(session, booking) - case.amount_paise
    planned = facts_from_text(case.facts).get("wallet_paise", 0)
    return min(missing, planned) if is_balance else missing


def booking_of(case: CaseRow) -> BookingId:
    """Return the booking that a case is about."""
    if case.booking_id is None:
        raise AssertionError(f"the case {case.id} is about no booking")
    return case.booking_id


def _take(session: Session, case: CaseRow, booking: BookingRow, share_paise: int) -> None:
    """Write the captured payments and post them."""
    key, money_id = RequestKey(f"case:{case.id}"), gateway_payment_of(session, case)
    payments.add(
        session,
        booking_id=booking.id,
        tender=Tender.RAZORPAY,
        amount_paise=case.amount_paise,
        reference=money_id,
        request_key=key,
    )
    advance = ledger.get_account(session, AccountKind.ADVANCE_RECEIVED)
    unresolved = (ledger.get_account(session, AccountKind.UNRESOLVED_MONEY), case.amount_paise)
    postings = (unresolved, (advance, -case.amount_paise))
    ledger.post(session, "unresolved_to_booking", postings, booking_id=booking.id)
    cases.apply_money(session, money_id)
    if not share_paise:
        return
    payments.add(
        session,
        booking_id=booking.id,
        tender=Tender.WALLET,
        amount_paise=share_paise,
        request_key=payments.of_tender(key, Tender.WALLET),
    )
    debit = (ledger.get_account(session, AccountKind.WALLET, booking.customer_id), share_paise)
    try:
        ledger.post(session, "payment", (debit, (advance, -share_paise)), booking_id=booking.id)
    except BalanceTooLow as low:
        raise WalletTooLow(needed_paise=low.needed_paise, available_paise=low.available_paise) from low
