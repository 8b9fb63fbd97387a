"""TakePayment: wallet, cash and card slip in one act and one transaction."""

import re

from db import bookings, documents, journal, ledger, payments, refunds
from db.actor import Actor
from db.bookings import BookingRow
from db.database import Database, Session
from db.errors import BalanceTooLow
from db.ids import BookingId, RequestKey
from db.ledger import Owner, Posting
from db.states import AccountKind, BookingState, PaymentState, Tender
from desktop.services.domain.booking import PaymentResult, TakePaymentRequest
from desktop.services.domain.desk_facts import DeskFacts
from desktop.services.errors import (
    BadRequest,
    HoldExpired,
    NotFound,
    PaymentUnderWay,
    TendersDoNotMatch,
    WalletTooLow,
    WrongState,
)
from desktop.services.events import BookingChanged, Publish, StockChanged
from desktop.services.records.booking_record import shown_state
from desktop.services.steps.confirm_booking import finish_sale, keep_units
from desktop.services.steps.takes_place import check_takes_place

# A slip's reference is short; thirteen to nineteen digits would be a card's own number.
CARD_NUMBER = re.compile(r"(?:\d[ -]?){13,19}")
REFERENCE_MAX = 40


class TakePayment:
    """Take the tenders; when nothing is left to pay, the booking is confirmed in the same transaction."""

    def __init__(self, database: Database, desk: DeskFacts, publish: Publish) -> None:
        self._database = database
        self._desk = desk
        self._publish = publish

    def __call__(self, request: TakePaymentRequest, *, actor: Actor) -> PaymentResult:
        """Return the result; the same key again pays nothing and returns where the booking stands.

        Raises NotFound, WrongState, HoldExpired, PaymentUnderWay, DepartureCancelled, BadRequest,
        TendersDoNotMatch and WalletTooLow; nothing is written then.
        """
        with self._database.write(actor) as session:
            booking = bookings.lock(session, BookingId(request.booking_id))
            if booking is None:
                raise NotFound("booking", request.booking_id)
            if self._is_replay(session, request, booking):
                return _result(session, booking.id, request)
            self._check(session, booking)
            due = booking.total_paise - refunds.kept_paise(session, booking.id)
            offered = _check_tenders(request, due)
            if offered == due:
                keep_units(session, booking)
            _take(session, booking, request)
            if offered == due:
                finish_sale(session, booking, self._desk, old_status=BookingState.HELD)
                _record_success(session, booking, request)
            result = _result(session, booking.id, request)
        self._publish(BookingChanged(booking.id))
        self._publish(StockChanged())
        return result

    @staticmethod
    def _is_replay(session: Session, request: TakePaymentRequest, booking: BookingRow) -> bool:
        if payments.find_by_request(session, RequestKey(request.request_key)):
            return True
        return booking.total_paise == 0 and booking.state is BookingState.CONFIRMED

    @staticmethod
    def _check(session: Session, booking: BookingRow) -> None:
        if booking.state is not BookingState.HELD:
            raise WrongState(booking.reference, booking.state)
        if booking.expires_at <= session.now:
            raise HoldExpired(booking.reference, booking.expires_at)
        if payments.open_of_booking(session, booking.id):
            raise PaymentUnderWay(reference=booking.reference)
        check_takes_place(session, booking)


def _check_tenders(request: TakePaymentRequest, due_paise: int) -> int:
    """Return what is offered in all. Raises BadRequest, TendersDoNotMatch.

    The wallet only ever pays last: it either completes the payment or is not touched.
    """
    amounts = (request.wallet_paise, request.cash_paise, request.card_paise, request.cash_received_paise)
    if any(amount < 0 for amount in amounts):
        raise BadRequest("amount", "not_positive")
    if request.cash_paise and request.cash_received_paise < request.cash_paise:
        raise BadRequest("cash_received", "too_low", needed_paise=request.cash_paise)
    if request.card_paise:
        _check_reference(request.card_reference)
    offered = request.wallet_paise + request.cash_paise + request.card_paise
    too_much = offered > due_paise
    nothing = offered == 0 and due_paise > 0
    wallet_too_early = request.wallet_paise > 0 and offered < due_paise
    if too_much or nothing or wallet_too_early:
        raise TendersDoNotMatch(due_paise=due_paise, offered_paise=offered)
    return offered


def _check_reference(reference: str) -> None:
    if not reference.strip():
        raise BadRequest("card_reference", "blank")
    if len(reference) > REFERENCE_MAX:
        raise BadRequest("card_reference", "too_long", most=REFERENCE_MAX)
    if CARD_NUMBER.search(reference):
        raise BadRequest("card_reference", "card_number")


def _take(session: Session, booking: BookingRow, request: TakePaymentRequest) -> None:
    """Write a captured payment for each tender and post them all in one entry."""
    shift_id = ledger.open_shift_id(session)
    sources: dict[Tender, tuple[int, AccountKind, Owner | None]] = {
        Tender.WALLET: (request.wallet_paise, AccountKind.WALLET, booking.customer_id),
        Tender.CASH: (request.cash_paise, AccountKind.DRAWER, shift_id),
        Tender.CARD: (request.card_paise, AccountKind.CARD_MACHINE, None),
    }
    postings: list[Posting] = []
    for tender, (amount, account, owner_id) in sources.items():
        if not amount:
            continue
        payments.add(
            session,
            booking_id=booking.id,
            tender=tender,
            amount_paise=amount,
            received_paise=request.cash_received_paise if tender is Tender.CASH else None,
            reference=request.card_reference.strip() if tender is Tender.CARD else None,
            request_key=payments.of_tender(RequestKey(request.request_key), tender),
            shift_id=shift_id,
        )
        postings.append((ledger.get_account(session, account, owner_id), amount))
    advance = ledger.get_account(session, AccountKind.ADVANCE_RECEIVED)
    postings.append((advance, -sum(amount for _, amount in postings)))
    before = ledger.balance_paise(session, AccountKind.WALLET, booking.customer_id)
    try:
        ledger.post(session, "payment", postings, booking_id=booking.id)
    except BalanceTooLow as low:
        raise WalletTooLow(needed_paise=low.needed_paise, available_paise=low.available_paise) from low
    if request.wallet_paise:
        after = ledger.balance_paise(session, AccountKind.WALLET, booking.customer_id)
        facts = {
            "amount_paise": request.wallet_paise,
            "wallet_before_paise": before,
            "wallet_after_paise": after,
        }
        journal.record(session, "WALLET_DEDUCTED", facts, booking_id=booking.id)


def _record_success(session: Session, booking: BookingRow, request: TakePaymentRequest) -> None:
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


def _result(session: Session, booking_id: BookingId, request: TakePaymentRequest) -> PaymentResult:
    """Return where the booking stands, read back from the rows that were written."""
    booking = bookings.get(session, booking_id)
    captured = [row for row in payments.of_booking(session, booking_id) if row.state is PaymentState.CAPTURED]
    mine = payments.of_tender(RequestKey(request.request_key), Tender.CASH)
    document = documents.newest_of_booking(session, booking_id)
    return PaymentResult(
        booking_id=booking_id,
        reference=booking.reference,
        state=shown_state(booking, session),
        due_paise=max(booking.total_paise - sum(row.amount_paise for row in captured), 0),
        change_paise=sum(
            (row.received_paise or row.amount_paise) - row.amount_paise
            for row in captured
            if row.request_key == mine
        ),
        wallet_used_paise=sum(row.amount_paise for row in captured if row.tender is Tender.WALLET),
        wallet_balance_paise=ledger.balance_paise(session, AccountKind.WALLET, booking.customer_id),
        document_id=document.id if document else None,
    )
