"""TakePayment: the wallet and what is taken by hand, in one act and one transaction."""

from db import bookings, cash, journal, ledger, payments
from db.actor import Actor
from db.bookings import BookingRow
from db.database import Database, Session
from db.errors import BalanceTooLow
from db.ids import RequestKey
from db.ledger import Posting
from db.payments import PaymentRow
from db.states import AccountKind, BookingState, Tender
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.payment_request import PaymentResult, TakePaymentRequest, TenderPart
from desktop.services.domain.tenders import REFERENCE_MAX, TENDERS, plain_reference, reference_fault
from desktop.services.domain.which_paper import Event
from desktop.services.errors import (
    BadRequest,
    HoldExpired,
    NotFound,
    OtherContent,
    PaymentUnderWay,
    TendersDoNotMatch,
    WalletTooLow,
    WrongState,
)
from desktop.services.events import BookingChanged, Publish, StockChanged
from desktop.services.paying.payment_result import payment_result
from desktop.services.steps.check_buyer import check_buyer
from desktop.services.steps.check_cash import check_cash
from desktop.services.steps.check_slip import check_slip
from desktop.services.steps.confirm_booking import confirm_on_deposit, finish_balance, finish_sale, keep_units
from desktop.services.steps.give_up_unseen import UNANSWERED, give_up_unseen
from desktop.services.steps.make_sale_papers import make_sale_papers
from desktop.services.steps.may_owe import check_may_owe
from desktop.services.steps.open_balance import check_deposit, left_to_pay, owes_balance
from desktop.services.steps.open_shift import open_shift_id
from desktop.services.steps.own_account import own_account
from desktop.services.steps.round_cash import rounding_of
from desktop.services.steps.takes_place import check_takes_place
from desktop.services.steps.tender_account import tender_account

# In which the parts of an act are written and shown, however they were asked for.
ORDER = tuple(TENDERS)


class TakePayment:
    """Take the tenders; when nothing is left to pay, the booking is confirmed in the same transaction."""

    def __init__(self, database: Database, desk: DeskSettings, publish: Publish) -> None:
        self._database = database
        self._desk = desk
        self._publish = publish

    def __call__(self, request: TakePaymentRequest, *, actor: Actor) -> PaymentResult:
        """Return the result; the same key again pays nothing and returns where the booking stands.

        Raises NotFound, WrongState, HoldExpired, PaymentUnderWay, DepartureCancelled, BadRequest,
        TendersDoNotMatch, WalletTooLow, SlipSeen without `slip_again`, CashForbidden, PanWanted without
        `pan`, BuyerWanted, and OtherContent where the key took something else; nothing is written then.
        """
        with self._database.write(actor) as session:
            lock = cash.lock_booking if request.cash_paise else bookings.lock
            booking = lock(session, request.booking_id)
            if booking is None:
                raise NotFound("booking", request.booking_id)
            if self._is_replay(session, request, booking):
                return payment_result(session, booking.id, request)
            self._check(session, booking)
            check_buyer(session, booking)
            due = _due(session, booking, request)
            offered = _check_tenders(request, due, is_held=booking.state is BookingState.HELD)
            _check_rounding(session, request, is_last=offered == due)
            for part in request.parts:
                if part.amount_paise and not request.slip_again:
                    check_slip(session, part.tender, _reference(part))
            check_cash(session, booking.customer_id, request.cash_paise, booking=booking, pan=request.pan)
            if booking.state is BookingState.CONFIRMED:
                _take(session, booking, request)
                self._pay_balance(session, booking, is_all=offered == due)
                _record_success(session, booking, request, offered)
            elif offered == due:
                self._confirm(session, booking, request, offered)
            else:
                _take(session, booking, request)
            result = payment_result(session, booking.id, request)
        self._publish(BookingChanged(booking.id))
        self._publish(StockChanged())
        return result

    def _confirm(
        self, session: Session, booking: BookingRow, request: TakePaymentRequest, offered_paise: int
    ) -> None:
        part = request.deposit_paise
        deposit = None if part is None else check_deposit(session, booking, part)
        keep_units(session, booking, deposit=deposit)
        _take(session, booking, request)
        if deposit is None:
            finish_sale(session, booking, self._desk, old_status=BookingState.HELD)
        else:
            confirm_on_deposit(session, booking, self._desk, deposit)
        _record_success(session, booking, request, booking.total_paise if deposit is None else offered_paise)

    def _pay_balance(self, session: Session, booking: BookingRow, *, is_all: bool) -> None:
        if is_all:
            finish_balance(session, booking, self._desk)
        else:
            make_sale_papers(session, booking.id, Event.PART_PAID, self._desk)

    @staticmethod
    def _is_replay(session: Session, request: TakePaymentRequest, booking: BookingRow) -> bool:
        done = payments.list_by_request(session, request.request_key)
        if done:
            _check_same(done, request)
            if any(row.created_at == booking.confirmed_at for row in done):
                _check_same_deposit(booking, request)
            return True
        is_free = booking.total_paise == 0 or (request.deposit_paise is not None and not request.parts)
        if is_free and booking.state is BookingState.CONFIRMED:
            _check_same_deposit(booking, request)
            return True
        return False

    @staticmethod
    def _check(session: Session, booking: BookingRow) -> None:
        is_balance = owes_balance(booking)
        if booking.state is not BookingState.HELD and not is_balance:
            raise WrongState(booking.reference, booking.state)
        if booking.expires_at <= session.now and not is_balance:
            raise HoldExpired(booking.reference, booking.expires_at)
        if give_up_unseen(session, booking, among=UNANSWERED):
            raise PaymentUnderWay(reference=booking.reference)
        check_takes_place(session, booking)


def _check_same(done: list[PaymentRow], request: TakePaymentRequest) -> None:
    """Raise OtherContent when what this request took is not what it asks for now."""
    taken: dict[RequestKey, tuple[object, ...]] = {
        row.request_key: (
            row.booking_id,
            row.amount_paise,
            row.rounding_paise,
            row.received_paise,
            row.reference,
            row.house_account_id,
        )
        for row in done
    }
    accounts = {row.request_key: row.house_account_id for row in done}
    asked: dict[RequestKey, tuple[object, ...]] = {
        payments.of_tender(request.request_key, part.tender): (
            request.booking_id,
            part.amount_paise,
            part.rounding_paise,
            _received_paise(part),
            _reference(part),
            part.account_id or accounts.get(payments.of_tender(request.request_key, part.tender)),
        )
        for part in request.parts
        if part.amount_paise
    }
    for key in {row.request_key for row in done if row.corrected_from is not None} & asked.keys():
        # Its slip or its cash was put right since; the key still names the tender of then.
        taken[key], asked[key] = taken[key][:2], asked[key][:2]
    if taken != asked:
        raise OtherContent(sum(row.amount_paise + row.rounding_paise for row in done))


def _check_same_deposit(booking: BookingRow, request: TakePaymentRequest) -> None:
    """Raise OtherContent when the booking was confirmed against another part than is asked for now."""
    if booking.deposit_paise != request.deposit_paise:
        raise OtherContent(booking.deposit_paise)


def _due(session: Session, booking: BookingRow, request: TakePaymentRequest) -> int:
    """Return what is asked for now: all that is left, or of a hold what is missing of the agreed part."""
    left = left_to_pay(session, booking)
    if request.deposit_paise is None:
        return left
    if booking.state is not BookingState.HELD:
        raise BadRequest("deposit", "not_held")
    return max(request.deposit_paise - (booking.total_paise - left), 0)


def _received_paise(part: TenderPart) -> int | None:
    """Return what was handed over where change is given, else None."""
    if not TENDERS[part.tender].has_change:
        return None
    return part.taken_paise if part.received_paise is None else part.received_paise


def _reference(part: TenderPart) -> str | None:
    """Return the reference as it is kept, None where the tender has none."""
    return plain_reference(part.tender, part.reference) if TENDERS[part.tender].reference else None


def _check_tenders(request: TakePaymentRequest, due_paise: int, *, is_held: bool) -> int:
    """Return what is offered in all. Raises BadRequest, TendersDoNotMatch.

    The wallet only ever pays a hold last: it either completes the payment or is not touched.
    """
    for part in request.parts:
        _check_part(part)
    if len({part.tender for part in request.parts}) < len(request.parts):
        raise BadRequest("tender", "twice")
    offered = sum(part.amount_paise for part in request.parts)
    from_balance = sum(part.amount_paise for part in request.parts if TENDERS[part.tender].comes_last)
    too_much = offered > due_paise
    nothing = offered == 0 and due_paise > 0
    wallet_too_early = is_held and from_balance > 0 and offered < due_paise
    if too_much or nothing or wallet_too_early:
        raise TendersDoNotMatch(due_paise=due_paise, offered_paise=offered)
    return offered


def _check_rounding(session: Session, request: TakePaymentRequest, *, is_last: bool) -> None:
    """Refuse cash that is not rounded as the house's rule says: what stood on the page is no longer so.

    Only the cash that completes the payment is rounded; a part that was handed over counts as it is.
    """
    for part in request.parts:
        rounding = rounding_of(session, part.tender, part.amount_paise) if is_last else 0
        if part.rounding_paise != rounding:
            raise TendersDoNotMatch(due_paise=part.amount_paise + rounding, offered_paise=part.taken_paise)


def _check_part(part: TenderPart) -> None:
    traits = TENDERS[part.tender]
    if traits.by_gateway:
        raise BadRequest("tender", "by_gateway")
    if part.amount_paise < 0 or (part.received_paise or 0) < 0:
        raise BadRequest("amount", "not_positive")
    if traits.has_change and part.received_paise is not None and part.received_paise < part.taken_paise:
        raise BadRequest(f"{part.tender}_received", "too_low", needed_paise=part.taken_paise)
    fault = reference_fault(part.tender, part.reference) if part.amount_paise else None
    if fault is not None:
        raise BadRequest(f"{part.tender}_reference", fault, most=REFERENCE_MAX)


def _take(session: Session, booking: BookingRow, request: TakePaymentRequest) -> None:
    """Write a captured payment for each tender and post them all in one entry."""
    on_account = sum(part.amount_paise for part in request.parts if TENDERS[part.tender].is_owed)
    if on_account:
        check_may_owe(session, booking.customer_id, on_account)
    moves_cash = any(TENDERS[part.tender].in_drawer and part.amount_paise for part in request.parts)
    shift_id = open_shift_id(session, cash=moves_cash)
    postings: list[Posting] = []
    for part in sorted(request.parts, key=lambda part: ORDER.index(part.tender)):
        if not part.amount_paise:
            continue
        payments.add(
            session,
            booking_id=booking.id,
            tender=part.tender,
            amount_paise=part.amount_paise,
            received_paise=_received_paise(part),
            rounding_paise=part.rounding_paise,
            reference=_reference(part),
            request_key=payments.of_tender(request.request_key, part.tender),
            shift_id=shift_id,
            house_account_id=own_account(session, part.tender, part.account_id),
        )
        postings.append((tender_account(session, part.tender, booking, shift_id), part.taken_paise))
        if part.rounding_paise:
            rounding = ledger.get_account(session, AccountKind.ROUNDING)
            postings.append((rounding, -part.rounding_paise))
    advance = ledger.get_account(session, AccountKind.ADVANCE_RECEIVED)
    postings.append((advance, -sum(part.amount_paise for part in request.parts)))
    before = ledger.balance_paise(session, AccountKind.WALLET, booking.customer_id)
    try:
        ledger.post(session, "payment", postings, booking_id=booking.id)
    except BalanceTooLow as low:
        raise WalletTooLow(needed_paise=low.needed_paise, available_paise=low.available_paise) from low
    from_wallet = request.paise_by(Tender.WALLET)
    if from_wallet:
        after = ledger.balance_paise(session, AccountKind.WALLET, booking.customer_id)
        facts = {
            "amount_paise": from_wallet,
            "wallet_before_paise": before,
            "wallet_after_paise": after,
        }
        journal.record(session, "WALLET_DEDUCTED", facts, booking_id=booking.id)


def _record_success(
    session: Session, booking: BookingRow, request: TakePaymentRequest, amount_paise: int
) -> None:
    content = {
        "reference": booking.reference,
        "mode": "desk",
        "amount_paise": amount_paise,
        "gateway_paise": 0,
        **{
            f"{tender}_paise": request.paise_by(tender)
            for tender, traits in TENDERS.items()
            if not traits.by_gateway
        },
        "rounding_paise": sum(part.rounding_paise for part in request.parts),
    }
    journal.record(session, "PAYMENT_FINALIZE_SUCCESS", content, booking_id=booking.id)
