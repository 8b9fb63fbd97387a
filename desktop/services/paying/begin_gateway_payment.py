"""BeginGatewayPayment: reserve the wallet's share and store the intent, commit, and only then call."""

from dataclasses import replace
from datetime import datetime, timedelta

from db import booking_notes, bookings, deposits, house_rules, journal, payments
from db.actor import Actor
from db.booking_notes import Asking
from db.bookings import BookingRow
from db.database import Database, Session
from db.ids import BookingId, RequestKey
from db.payments import PaymentChange, PaymentRow
from db.states import OPEN_PAYMENT, BookingState, InstrumentKind, PaymentState, Tender
from desktop.services.domain.booking import Payment
from desktop.services.domain.booking_note import BookingNote, items_of, to_notes
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.disturbance import GatewayAnswer
from desktop.services.domain.payment_plan import split_for_gateway
from desktop.services.errors import (
    BadRequest,
    GatewayRejected,
    GatewayUnreachable,
    HoldExpired,
    NotFound,
    OtherContent,
    PaymentUnderWay,
    TendersDoNotMatch,
    WrongState,
)
from desktop.services.events import BookingChanged, GatewayAnswered, PaymentChanged, Publish
from desktop.services.gateways.port import (
    Busy,
    Instrument,
    PaymentGateway,
    Rejected,
    Unknown,
    Unreachable,
)
from desktop.services.paying.send_link import SendLink
from desktop.services.records.booking_record import payment_from_row
from desktop.services.records.customer_record import read_customer
from desktop.services.steps import reserved_wallet
from desktop.services.steps.check_buyer import check_buyer
from desktop.services.steps.give_up_unseen import UNANSWERED, give_up_unseen
from desktop.services.steps.grace import end_grace, give_grace
from desktop.services.steps.open_balance import asked_now, check_deposit, owes_balance
from desktop.services.steps.takes_place import check_takes_place

# With less left, a customer can't scan and approve in time.
SECONDS_LEFT_MIN = 60
SENT_AS_LINK = (InstrumentKind.LINK, InstrumentKind.CARD_LINK)
CLOSE_BEFORE_END = timedelta(seconds=30)
# How long the balance of a booking is asked for at once; its units are kept all the same.
BALANCE_TIME = timedelta(minutes=10)


class BeginGatewayPayment:
    """Ask for what is due, or for the part of one payer, less a wallet share, by one instrument."""

    def __init__(
        self,
        database: Database,
        gateway: PaymentGateway,
        desk: DeskSettings,
        send_link: SendLink,
        publish: Publish,
    ) -> None:
        self._database = database
        self._gateway = gateway
        self._desk = desk
        self._send_link = send_link
        self._publish = publish

    def __call__(
        self,
        booking_id: BookingId,
        wallet_paise: int,
        kind: InstrumentKind,
        request_key: RequestKey,
        *,
        actor: Actor,
        due_now_paise: int | None = None,
        deposit_paise: int | None = None,
    ) -> Payment:
        """Return the payment: `waiting` with something to show, or `unresolved` when no clear answer came.

        `deposit_paise`: the part of the total, with what was paid before, that confirms a hold; None: all of
        it. Of one that a part has confirmed its balance is asked for. `due_now_paise`: what this payer gives.

        Raises NotFound, WrongState, HoldExpired, PaymentUnderWay, DepartureCancelled, WalletTooLow,
        GatewayCannotTake, TendersDoNotMatch, BadRequest, BuyerWanted, OtherContent where the key asked for
        something else; GatewayRejected, GatewayUnreachable when surely nothing was asked for.
        """
        with self._database.write(actor) as session:
            payment, is_new = self._store(
                session, booking_id, wallet_paise, kind, request_key, due_now_paise, deposit_paise
            )
        if is_new:
            self._publish(BookingChanged(booking_id))
            self._ask(payment, kind, actor=actor)
        with self._database.read() as session:
            return payment_from_row(payments.get(session, payment.id))

    def _store(
        self,
        session: Session,
        booking_id: BookingId,
        wallet_paise: int,
        kind: InstrumentKind,
        request_key: RequestKey,
        due_now_paise: int | None,
        deposit_paise: int | None,
    ) -> tuple[PaymentRow, bool]:
        booking = bookings.lock(session, booking_id)
        if booking is None:
            raise NotFound("booking", booking_id)
        before = payments.find_by_request(session, request_key)
        if before is not None:
            _check_same(before, booking_id, wallet_paise, kind, due_now_paise)
            return before, False
        _check(session, booking)
        check_buyer(session, booking)
        if kind in SENT_AS_LINK and not read_customer(session, booking.customer_id).mobile:
            raise BadRequest("link", "no_mobile")
        if self._gateway.missing is not None:
            raise GatewayUnreachable(self._gateway.missing)
        booking = _agree(session, booking, deposit_paise)
        due = _due_now(asked_now(session, booking), due_now_paise)
        if wallet_paise < 0 or wallet_paise >= due:
            raise TendersDoNotMatch(due_paise=due, offered_paise=wallet_paise)
        plan = split_for_gateway(due, wallet_paise)
        _check_upi_limit(session, kind, plan.gateway_payable_paise)
        share, customer_id = plan.wallet_applied_paise, booking.customer_id
        reserved_wallet.reserve(session, booking_id=booking.id, customer_id=customer_id, amount_paise=share)
        payment_id = payments.add(
            session,
            booking_id=booking.id,
            tender=Tender.RAZORPAY,
            state=PaymentState.CREATING,
            amount_paise=plan.gateway_payable_paise,
            wallet_paise=share,
            instrument_kind=kind,
            request_key=request_key,
        )
        give_grace(session, booking, self._desk)
        content = {
            "amount_paise": plan.gateway_payable_paise,
            "wallet_paise": share,
            "instrument": kind,
        }
        journal.record(session, "PAYMENT_STARTED", content, booking_id=booking.id)
        return payments.get(session, payment_id), True

    def _ask(self, payment: PaymentRow, kind: InstrumentKind, *, actor: Actor) -> None:
        with self._database.read() as session:
            booking = booking_notes.asking(session, payment.booking_id)
            notes = _notes(booking, payment, books=session.home)
        try:
            instrument = self._gateway.open_instrument(
                kind,
                attempt_id=payment.id,
                amount_paise=payment.amount_paise,
                description=f"Booking {booking.reference}",
                ends_at=_ends_at(booking, payment) - CLOSE_BEFORE_END,
                mobile=booking.mobile,
                notes=notes,
            )
        except Rejected as refused:
            self._drop(payment, "rejected", actor=actor)
            self._publish(GatewayAnswered(refused.answer))
            raise GatewayRejected(reason=refused.reason, description=refused.description) from refused
        except (Unreachable, Busy) as away:
            self._drop(payment, "unreachable", actor=actor)
            answer = away.answer if isinstance(away, Unreachable) else GatewayAnswer.SILENT
            self._publish(GatewayAnswered(answer))
            raise GatewayUnreachable(answer) from away
        except Unknown:
            self._change(payment, {"state": PaymentState.UNRESOLVED, "last_answer": "unknown"}, actor=actor)
            self._publish(GatewayAnswered(GatewayAnswer.SILENT))
            return
        self._change(payment, shown(instrument), actor=actor)
        self._publish(GatewayAnswered(GatewayAnswer.GOOD))
        if kind is InstrumentKind.LINK:
            self._send_link(payment.id, actor=actor)

    def _change(self, payment: PaymentRow, values: PaymentChange, *, actor: Actor) -> None:
        with self._database.write(actor) as session:
            values["answered_at"] = session.now
            payments.change(session, payment.id, among=OPEN_PAYMENT, **values)
        self._publish(PaymentChanged(payment.id, payment.booking_id))

    def _drop(self, payment: PaymentRow, answer: str, *, actor: Actor) -> None:
        with self._database.write(actor) as session:
            booking = bookings.lock_known(session, payment.booking_id)
            ended: PaymentChange = {
                "state": PaymentState.VOID,
                "settled_at": session.now,
                "answered_at": session.now,
                "last_answer": answer,
            }
            if payments.change(session, payment.id, among=OPEN_PAYMENT, **ended):
                reserved_wallet.void(session, booking_id=booking.id, customer_id=booking.customer_id)
                end_grace(session, booking)
                content = {"amount_paise": payment.amount_paise, "answer": answer}
                journal.record(session, "PAYMENT_VOID", content, booking_id=booking.id)
        self._publish(BookingChanged(payment.booking_id))


def _due_now(due_paise: int, due_now_paise: int | None) -> int:
    """Return what is asked for now: all that is due, or a part of it."""
    if due_now_paise is None:
        return due_paise
    if not 0 < due_now_paise <= due_paise:
        raise BadRequest("due_now", "out_of_range")
    return due_now_paise


def _check_upi_limit(session: Session, kind: InstrumentKind, payable_paise: int) -> None:
    """No code is drawn that no app would pay."""
    most = house_rules.read(session).gateway_upi_paise if kind is InstrumentKind.QR else payable_paise
    if payable_paise > most:
        raise BadRequest("qr", "above_limit", most_paise=most)


def _ends_at(booking: Asking, payment: PaymentRow) -> datetime:
    """Return until when it can be paid: the hold's end, or of an open balance some minutes from now."""
    return booking.expires_at if booking.confirmed_at is None else payment.created_at + BALANCE_TIME


def _agree(session: Session, booking: BookingRow, deposit_paise: int | None) -> BookingRow:
    """Write down what its money has to bring, whoever finds it; return the booking with that."""
    if owes_balance(booking):
        if deposit_paise is not None:
            raise BadRequest("deposit", "not_held")
        return booking
    part, until = (None, None)
    if deposit_paise is not None:
        part, until = check_deposit(session, booking, deposit_paise)
    if (booking.deposit_paise, booking.balance_by) != (part, until):
        deposits.agree(session, booking.id, deposit_paise=part, balance_by=until)
    return replace(booking, deposit_paise=part, balance_by=until)


def _notes(booking: Asking, payment: PaymentRow, *, books: str) -> dict[str, str]:
    """Return what the gateway keeps of the booking, should these books ever lose it."""
    cells = [(cell.offering_code, cell.unit_name, cell.day) for cell in booking.cells]
    return to_notes(
        BookingNote(
            reference=booking.reference,
            books=books,
            customer_id=booking.customer_id,
            total_paise=booking.total_paise,
            wallet_paise=payment.wallet_paise,
            promo_code=booking.promo_code,
            items=items_of(cells),
        )
    )


def _check_same(
    before: PaymentRow,
    booking_id: BookingId,
    wallet_paise: int,
    kind: InstrumentKind,
    due_now_paise: int | None,
) -> None:
    """Raise OtherContent when the payment that this request began is not the one that is asked for now."""
    due = before.amount_paise + before.wallet_paise
    is_same = before.booking_id == booking_id and before.instrument_kind is kind and 0 <= wallet_paise < due
    is_same &= due_now_paise in (None, due)
    if not is_same or split_for_gateway(due, wallet_paise).wallet_applied_paise != before.wallet_paise:
        raise OtherContent(before.amount_paise)


def _check(session: Session, booking: BookingRow) -> None:
    if not owes_balance(booking):
        _check_hold(session, booking)
    if give_up_unseen(session, booking, among=UNANSWERED):
        raise PaymentUnderWay(reference=booking.reference)
    check_takes_place(session, booking)


def _check_hold(session: Session, booking: BookingRow) -> None:
    if booking.state is not BookingState.HELD:
        raise WrongState(booking.reference, booking.state)
    if booking.expires_at <= session.now:
        raise HoldExpired(booking.reference, booking.expires_at)
    if booking.expires_at < session.now + timedelta(seconds=SECONDS_LEFT_MIN):
        raise BadRequest("time", "too_short", least=SECONDS_LEFT_MIN)


def shown(instrument: Instrument) -> PaymentChange:
    """Return what a payment keeps of an instrument that can be shown."""
    return {
        "state": PaymentState.WAITING,
        "instrument_id": instrument.id,
        "instrument_content": instrument.content or instrument.image_url,
        "instrument_ends_at": instrument.ends_at,
        "last_answer": "open",
    }
