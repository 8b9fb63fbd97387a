"""TakePayment: wallet, cash and card slip in one act and one transaction."""

from typing import Any

from db import bookings, journal, ledger, payments, refunds
from db.database import Database, Session
from db.errors import BalanceTooLow
from db.states import BookingState
from desktop.services.domain.booking import PaymentResult, TakePaymentRequest
from desktop.services.domain.desk_facts import DeskFacts
from desktop.services.errors import HoldExpired, NotFound, PaymentUnderWay, WalletTooLow, WrongState
from desktop.services.events import BookingChanged, Publish, StockChanged
from desktop.services.paying.payment_result import payment_result
from desktop.services.paying.read_tenders import check_tenders
from desktop.services.steps.confirm_booking import finish_sale, keep_units
from desktop.services.steps.takes_place import check_takes_place


class TakePayment:
    """Take the tenders; when nothing is left to pay, the booking is confirmed in the same transaction."""

    def __init__(self, database: Database, desk: DeskFacts, publish: Publish) -> None:
        self._database = database
        self._desk = desk
        self._publish = publish

    def __call__(self, request: TakePaymentRequest) -> PaymentResult:
        """Return the result; the same key again pays nothing and returns where the booking stands.

        Raises NotFound, WrongState, HoldExpired, PaymentUnderWay, DepartureCancelled, BadRequest,
        TendersDoNotMatch and WalletTooLow; nothing is written then.
        """
        with self._database.write() as session:
            booking = bookings.lock(session, request.booking_id)
            if booking is None:
                raise NotFound("booking", request.booking_id)
            if self._is_replay(session, request, booking):
                return payment_result(session, booking.id, request)
            self._check(session, booking)
            due = booking.total_paise - refunds.kept_paise(session, booking.id)
            offered = check_tenders(request, due)
            if offered == due:
                keep_units(session, booking)
            _take(session, booking, request)
            if offered == due:
                finish_sale(session, booking, self._desk, old_status="held")
                _record_success(session, booking, request)
            result = payment_result(session, booking.id, request)
        self._publish(BookingChanged(booking.id))
        self._publish(StockChanged())
        return result

    @staticmethod
    def _is_replay(session: Session, request: TakePaymentRequest, booking: Any) -> bool:
        if payments.find_by_request(session, request.request_key):
            return True
        return bool(booking.total_paise == 0 and booking.state == BookingState.CONFIRMED)

    @staticmethod
    def _check(session: Session, booking: Any) -> None:
        if booking.state != BookingState.HELD:
            raise WrongState(booking.reference, booking.state)
        if booking.expires_at <= session.now:
            raise HoldExpired(booking.reference, booking.expires_at)
        if payments.open_of_booking(session, booking.id):
            raise PaymentUnderWay(reference=booking.reference)
        check_takes_place(session, booking)


def _take(session: Session, booking: Any, request: TakePaymentRequest) -> None:
    """Write a captured payment for each tender and post them all in one entry."""
    shift_id = ledger.open_shift_id(session)
    sources: dict[str, tuple[int, tuple[str, str], dict[str, Any]]] = {
        "wallet": (request.wallet_paise, ("wallet", booking.customer_id), {}),
        "cash": (request.cash_paise, ("drawer", shift_id), {"received_paise": request.cash_received_paise}),
        "card": (request.card_paise, ("card_machine", ""), {"reference": request.card_reference.strip()}),
    }
    postings = []
    for tender, (amount, account, extra) in sources.items():
        if not amount:
            continue
        row = {"booking_id": booking.id, "tender": tender, "state": "captured", "amount_paise": amount}
        key = f"{request.request_key}:{tender}"
        payments.add(session, {**row, **extra, "request_key": key, "shift_id": shift_id})
        postings.append((ledger.get_account(session, *account), amount))
    advance = ledger.get_account(session, "advance_received")
    postings.append((advance, -sum(amount for _, amount in postings)))
    before = ledger.balance_paise(session, "wallet", booking.customer_id)
    try:
        ledger.post(session, "payment", postings, booking_id=booking.id)
    except BalanceTooLow as low:
        raise WalletTooLow(needed_paise=low.needed_paise, available_paise=low.available_paise) from low
    if request.wallet_paise:
        after = ledger.balance_paise(session, "wallet", booking.customer_id)
        facts = {
            "amount_paise": request.wallet_paise,
            "wallet_before_paise": before,
            "wallet_after_paise": after,
        }
        journal.record(session, "WALLET_DEDUCTED", facts, booking_id=booking.id)


def _record_success(session: Session, booking: Any, request: TakePaymentRequest) -> None:
    content = {
        "reference": booking.reference,
        "mode": "desk",
        "amount_paise": booking.total_paise,
        "wallet_paise": request.wallet_paise,
        "cash_paise": request.cash_paise,
        "card_paise": request.card_paise,
        "gateway_paise": 0,
    }
    journal.record(session, "PAYMENT_FINALIZE_SUCCESS", content, booking_id=booking.id)
