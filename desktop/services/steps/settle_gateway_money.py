"""The one way in for gateway money, whoever found it: poll, button, start-up, sweep.

Accepted is only what is captured, in INR, in the exact amount, found under our own instrument, and
never seen before. What can't be applied climbs the ladder: take the same units again if they are free;
else an open case.
"""

from collections.abc import Iterable

from db import bookings, cases, journal, ledger, payments, refunds
from db.bookings import BookingRow
from db.database import Session
from db.payments import PaymentRow
from db.states import (
    OPEN_PAYMENT,
    AccountKind,
    BookingState,
    CaseAnswer,
    CaseKind,
    MoneyUse,
    PaymentState,
    Tender,
)
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.foreign_money import sign_of
from desktop.services.gateways.port import GatewayPayment
from desktop.services.records.case_facts import CaseFacts, facts_to_text
from desktop.services.steps import reserved_wallet
from desktop.services.steps.confirm_booking import keep_units, settle_paid
from desktop.services.steps.expire_hold import expire_hold
from desktop.services.steps.given_elsewhere import note_given_elsewhere
from desktop.services.steps.grace import end_grace
from desktop.services.steps.lost_money import lost_customer, lost_facts, lost_proposal
from desktop.services.steps.open_balance import agreed_deposit, confirming_paise, left_to_pay, owes_balance
from desktop.services.steps.revive_booking import can_revive, revive_booking


def settle_gateway_money(
    session: Session,
    payment: PaymentRow,
    found: Iterable[GatewayPayment],
    desk: DeskSettings,
    *,
    found_by: str,
) -> int:
    """Take in what is new for a payment of ours; return how many of the gateway's payments were."""
    return sum(_settle_one(session, payment, money, desk, found_by) for money in found if money.captured)


def _settle_one(
    session: Session, payment: PaymentRow, money: GatewayPayment, desk: DeskSettings, found_by: str
) -> bool:
    booking = bookings.lock(session, payment.booking_id)
    current = payments.lock(session, payment.id)
    if booking is None or current is None:
        raise AssertionError("a payment without its booking")
    # What has gone back again before we saw it (by somebody else's hand) pays for nothing.
    is_whole = money.amount_paise == current.amount_paise and money.refunded_paise == 0
    is_exact = money.currency == "INR" and is_whole
    is_open = current.state in OPEN_PAYMENT
    applies = is_exact and is_open and _can_confirm(session, booking, current, money)
    is_new = cases.take_in(
        session,
        gateway_payment_id=money.id,
        payment_id=current.id,
        booking_id=booking.id,
        amount_paise=money.amount_paise,
        use=MoneyUse.APPLIED if applies else MoneyUse.CASE,
        found_by=found_by,
    )
    if not is_new:
        return False
    if applies:
        _apply(session, booking, current, money, desk, found_by)
    else:
        kind = _kind(booking, current) if is_exact else CaseKind.MISMATCH
        _set_aside(session, booking, current, money, kind, found_by)
    return True


def _can_confirm(session: Session, booking: BookingRow, payment: PaymentRow, money: GatewayPayment) -> bool:
    if booking.state == BookingState.HELD and booking.expires_at > session.now:
        return _paid_after(session, booking, payment, money) <= booking.total_paise
    coming = money.amount_paise + ledger.balance_paise(session, AccountKind.RESERVED_WALLET, booking.id)
    if owes_balance(booking):
        return coming <= left_to_pay(session, booking)
    is_over = booking.state in (BookingState.HELD, BookingState.EXPIRED)
    return is_over and can_revive(session, booking, coming_paise=coming)


def _paid_after(session: Session, booking: BookingRow, payment: PaymentRow, money: GatewayPayment) -> int:
    """Return what is paid of a booking with this money and the wallet's share beside it.

    What asked for the whole was the first: nothing need be read then.
    """
    coming = money.amount_paise + payment.wallet_paise
    is_whole = coming == booking.total_paise
    return coming if is_whole else refunds.kept_paise(session, booking.id) + coming


def _kind(booking: BookingRow, payment: PaymentRow) -> CaseKind:
    is_sold = booking.state in (BookingState.CONFIRMED, BookingState.COMPLETED) and not owes_balance(booking)
    return CaseKind.DUPLICATE if is_sold or payment.state is PaymentState.CAPTURED else CaseKind.LATE


def _apply(
    session: Session,
    booking: BookingRow,
    payment: PaymentRow,
    money: GatewayPayment,
    desk: DeskSettings,
    found_by: str,
) -> None:
    """Post gateway money and the reserved wallet share; the last paisa confirms the booking, late or in time.

    What is paid in part stays held until the others have paid.
    """
    in_time = booking.state == BookingState.HELD and booking.expires_at > session.now
    paid = _paid_after(session, booking, payment, money)
    # Any part of an open balance is taken as it comes; of a hold, what was agreed has to be there.
    is_last = owes_balance(booking) or paid >= confirming_paise(booking)
    if booking.state == BookingState.HELD and not in_time:
        expire_hold(session, booking)  # while the payment is open, so that the reserved share stays
    captured: payments.PaymentChange = {
        "state": PaymentState.CAPTURED,
        "settled_at": session.now,
        "reference": money.id,
        "answered_at": session.now,
        "last_answer": "captured",
    }
    if not payments.change(session, payment.id, among=OPEN_PAYMENT, **captured):
        raise AssertionError("a locked payment changed its state")
    payments.tell_captured(
        session,
        payment.id,
        booking_id=booking.id,
        tender=payment.tender,
        amount_paise=money.amount_paise,
        reference=money.id,
    )
    if in_time and is_last:
        keep_units(session, booking, by_gateway=True, deposit=agreed_deposit(booking))
    elif not in_time and not owes_balance(booking):
        revive_booking(session, bookings.lock_known(session, booking.id))
    share = ledger.balance_paise(session, AccountKind.RESERVED_WALLET, booking.id)
    postings = [
        (ledger.get_account(session, AccountKind.GATEWAY), money.amount_paise),
        (ledger.get_account(session, AccountKind.ADVANCE_RECEIVED), -(money.amount_paise + share)),
    ]
    if share:
        payments.add(
            session,
            booking_id=booking.id,
            tender=Tender.WALLET,
            amount_paise=share,
            request_key=payments.of_tender(payment.request_key, Tender.WALLET),
        )
        postings.append((ledger.get_account(session, AccountKind.RESERVED_WALLET, booking.id), share))
    ledger.post(session, "payment", postings, booking_id=booking.id)
    if not is_last:
        _go_on_waiting(session, booking, money, found_by, wallet_paise=share, paid_paise=paid)
        return
    settle_paid(session, booking, desk, old_status=BookingState.HELD if in_time else BookingState.EXPIRED)
    is_part = booking.deposit_paise is not None
    content = {
        "reference": booking.reference,
        "mode": "gateway",
        "amount_paise": money.amount_paise + share if is_part else booking.total_paise,
        "wallet_paise": share,
        "gateway_paise": money.amount_paise,
        "gateway_payment": money.id,
        "found_by": found_by,
    }
    journal.record(session, "PAYMENT_FINALIZE_SUCCESS", content, booking_id=booking.id)


def _go_on_waiting(
    session: Session,
    booking: BookingRow,
    money: GatewayPayment,
    found_by: str,
    *,
    wallet_paise: int,
    paid_paise: int,
) -> None:
    """Tell of the part of a payer; the others have not paid theirs."""
    end_grace(session, booking)
    content: dict[str, object] = {
        "reference": booking.reference,
        "amount_paise": money.amount_paise,
        "wallet_paise": wallet_paise,
        "stays_due_paise": booking.total_paise - paid_paise,
        "gateway_payment": money.id,
        "found_by": found_by,
    }
    journal.record(session, "PAYMENT_PART_TAKEN", content, booking_id=booking.id)


def _set_aside(
    session: Session,
    booking: BookingRow,
    payment: PaymentRow,
    money: GatewayPayment,
    kind: CaseKind,
    found_by: str,
) -> None:
    """Keep money that can't be applied where staff see it; the attempt itself is over."""
    ended: payments.PaymentChange = {
        "state": PaymentState.VOID,
        "settled_at": session.now,
        "answered_at": session.now,
        "last_answer": kind,
    }
    if payments.change(session, payment.id, among=OPEN_PAYMENT, **ended):
        reserved_wallet.void(session, booking_id=booking.id, customer_id=booking.customer_id)
        end_grace(session, booking)
    open_money_case(session, money, kind=kind, found_by=found_by, booking=booking, payment=payment)


def open_money_case(
    session: Session,
    money: GatewayPayment,
    *,
    kind: CaseKind,
    found_by: str,
    booking: BookingRow | None = None,
    payment: PaymentRow | None = None,
    looks_ours: bool = False,
) -> None:
    """Post gateway money as unresolved and open the case of what is left of it.

    What has gone back before we saw it, by somebody else's hand, leaves the books as it came; with nothing
    left, nobody is asked. The row in gateway_money exists already.
    """
    booking_id = booking.id if booking else None
    postings = (
        (ledger.get_account(session, AccountKind.GATEWAY), money.amount_paise),
        (ledger.get_account(session, AccountKind.UNRESOLVED_MONEY), -money.amount_paise),
    )
    ledger.post(session, "unresolved_money", postings, booking_id=booking_id)
    facts: CaseFacts = {"gateway_payment": money.id, "method": money.method, "found_by": found_by}
    customer_id = booking.customer_id if booking else None
    proposal = _proposal(kind, is_ours=booking is not None)
    if kind is CaseKind.LOST:
        facts |= lost_facts(money)
        customer_id, proposal = lost_customer(session, money), lost_proposal(money)
    elif payment is not None:
        facts["expected_paise"], facts["wallet_paise"] = payment.amount_paise, payment.wallet_paise
    else:
        facts |= _whose(money, looks_ours=looks_ours)
    if money.refunded_paise:
        facts["refunded_paise"] = money.refunded_paise
        note_given_elsewhere(
            session,
            gateway_payment_id=money.id,
            amount_paise=money.refunded_paise,
            out_of=AccountKind.UNRESOLVED_MONEY,
            booking_id=booking_id,
        )
    left = money.amount_paise - money.refunded_paise
    case_id = cases.open_new(
        session,
        kind=kind,
        booking_id=booking_id,
        customer_id=customer_id,
        gateway_payment_id=money.id,
        amount_paise=left or money.amount_paise,
        proposal=proposal,
        facts=facts_to_text(facts),
    )
    content = {"amount_paise": left, "gateway_payment": money.id, "kind": kind, "found_by": found_by}
    if left:
        journal.record(session, "PAYMENT_CASE_OPENED", content, booking_id=booking_id)
        return
    if not cases.resolve(session, case_id, CaseAnswer.GONE, by_clerk=False):
        raise AssertionError("a case was resolved before it was opened")
    content |= {"case": case_id, "answer": CaseAnswer.GONE, "amount_paise": money.amount_paise}
    journal.record(session, "CASE_RESOLVED", content, booking_id=booking_id)


def _whose(money: GatewayPayment, *, looks_ours: bool) -> CaseFacts:
    if looks_ours:
        return {"looks_ours": True}
    sign = sign_of(money.marked)
    return {} if sign is None else {"sign_field": sign.field, "sign": sign.text}


def _proposal(kind: CaseKind, *, is_ours: bool) -> CaseAnswer:
    if kind is CaseKind.LATE:
        return CaseAnswer.WALLET
    return CaseAnswer.REFUND if is_ours else CaseAnswer.LOOK
