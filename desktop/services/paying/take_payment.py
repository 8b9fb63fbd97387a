"""TakePayment: the wallet and what is taken by hand, in one act and one transaction."""

from db import bookings, cash, documents, house_accounts, journal, ledger, payments, refunds
from db.actor import Actor
from db.bookings import BookingRow
from db.database import Database, Session
from db.errors import BalanceTooLow
from db.ids import BookingId, RequestKey
from db.ledger import Posting
from db.payments import PaymentRow
from db.states import AccountKind, BookingState, PaymentState, Tender
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.paid_parts import PaidPart, paid_parts
from desktop.services.domain.payment_request import PaymentResult, TakePaymentRequest, TenderPart
from desktop.services.domain.tenders import REFERENCE_MAX, TENDERS, plain_reference, reference_fault
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
from desktop.services.records.booking_record import shown_state
from desktop.services.steps.check_cash import check_cash
from desktop.services.steps.check_slip import check_slip
from desktop.services.steps.confirm_booking import finish_sale, keep_units
from desktop.services.steps.give_up_unseen import UNANSWERED, give_up_unseen
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
        `pan`, and OtherContent for a key under which something else was taken; nothing is written then.
        """
        with self._database.write(actor) as session:
            lock = cash.lock_booking if request.cash_paise else bookings.lock
            booking = lock(session, request.booking_id)
            if booking is None:
                raise NotFound("booking", request.booking_id)
            if self._is_replay(session, request, booking):
                return _result(session, booking.id, request)
            self._check(session, booking)
            due = booking.total_paise - refunds.kept_paise(session, booking.id)
            offered = _check_tenders(request, due)
            _check_rounding(session, request, is_last=offered == due)
            for part in request.parts:
                if part.amount_paise and not request.slip_again:
                    check_slip(session, part.tender, _reference(part))
            check_cash(session, booking.customer_id, request.cash_paise, booking=booking, pan=request.pan)
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
        done = payments.list_by_request(session, request.request_key)
        if done:
            _check_same(done, request)
            return True
        return booking.total_paise == 0 and booking.state is BookingState.CONFIRMED

    @staticmethod
    def _check(session: Session, booking: BookingRow) -> None:
        if booking.state is not BookingState.HELD:
            raise WrongState(booking.reference, booking.state)
        if booking.expires_at <= session.now:
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


def _received_paise(part: TenderPart) -> int | None:
    """Return what was handed over where change is given, else None."""
    if not TENDERS[part.tender].has_change:
        return None
    return part.taken_paise if part.received_paise is None else part.received_paise


def _reference(part: TenderPart) -> str | None:
    """Return the reference as it is kept, None where the tender has none."""
    return plain_reference(part.tender, part.reference) if TENDERS[part.tender].reference else None


def _check_tenders(request: TakePaymentRequest, due_paise: int) -> int:
    """Return what is offered in all. Raises BadRequest, TendersDoNotMatch.

    The wallet only ever pays last: it either completes the payment or is not touched.
    """
    for part in request.parts:
        _check_part(part)
    if len({part.tender for part in request.parts}) < len(request.parts):
        raise BadRequest("tender", "twice")
    offered = sum(part.amount_paise for part in request.parts)
    from_balance = sum(part.amount_paise for part in request.parts if TENDERS[part.tender].keeps_balance)
    too_much = offered > due_paise
    nothing = offered == 0 and due_paise > 0
    wallet_too_early = from_balance > 0 and offered < due_paise
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


def _record_success(session: Session, booking: BookingRow, request: TakePaymentRequest) -> None:
    content = {
        "reference": booking.reference,
        "mode": "desk",
        "amount_paise": booking.total_paise,
        "gateway_paise": 0,
        **{
            f"{tender}_paise": request.paise_by(tender)
            for tender, traits in TENDERS.items()
            if not traits.by_gateway
        },
        "rounding_paise": sum(part.rounding_paise for part in request.parts),
    }
    journal.record(session, "PAYMENT_FINALIZE_SUCCESS", content, booking_id=booking.id)


def _result(session: Session, booking_id: BookingId, request: TakePaymentRequest) -> PaymentResult:
    """Return where the booking stands, read back from the rows that were written."""
    booking = bookings.get(session, booking_id)
    captured = [row for row in payments.of_booking(session, booking_id) if row.state is PaymentState.CAPTURED]
    mine = {payments.of_tender(request.request_key, tender) for tender in TENDERS}
    # What an earlier act took may have gone back before this one; what goes back after a sale was paid.
    is_sold_with_all = sum(row.amount_paise for row in captured) == booking.total_paise
    earlier = () if is_sold_with_all else [row for row in captured if row.request_key not in mine]
    back = {row.id: refunds.refunded_paise(session, row.id) for row in earlier}
    accounts = house_accounts.names(session, [row.house_account_id for row in captured])
    parts = paid_parts(
        PaidPart(
            row.tender,
            row.instrument_kind,
            row.amount_paise - back.get(row.id, 0),
            row.rounding_paise,
            accounts[row.house_account_id] if row.house_account_id else "",
        )
        for row in captured
    )
    document = documents.newest_of_booking(session, booking_id, documents.VALID)
    return PaymentResult(
        booking_id=booking_id,
        reference=booking.reference,
        state=shown_state(booking, session),
        due_paise=max(booking.total_paise - sum(part.amount_paise for part in parts), 0),
        change_paise=sum(
            row.received_paise - row.amount_paise - row.rounding_paise
            for row in captured
            if row.request_key in mine and row.received_paise is not None
        ),
        wallet_used_paise=sum(row.amount_paise for row in captured if row.tender is Tender.WALLET),
        wallet_balance_paise=ledger.balance_paise(session, AccountKind.WALLET, booking.customer_id),
        document_id=document.id if document else None,
        parts=parts,
    )
