"""CheckGatewayPayment: ask the gateway about one payment now, and settle what it says.

Called by the clerk's key, by the poll, at start-up and at the day's end; all of them end in the same place.
"""

from datetime import datetime, timedelta

from db import bookings, journal, payments
from db.actor import Actor
from db.database import Database, Session
from db.ids import PaymentId
from db.payments import PaymentChange, PaymentRow
from db.states import OPEN_PAYMENT, BookingState, InstrumentKind, LinkSms, PaymentState
from desktop.services.domain.booking import Payment
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.disturbance import GatewayAnswer
from desktop.services.errors import NotFound
from desktop.services.events import (
    BookingChanged,
    CasesChanged,
    GatewayAnswered,
    PaymentChanged,
    Publish,
    StockChanged,
)
from desktop.services.gateways.port import (
    GatewayPayment,
    GatewayTrouble,
    PaymentGateway,
    Unknown,
    Unreachable,
)
from desktop.services.paying.begin_gateway_payment import BALANCE_TIME, shown
from desktop.services.paying.send_link import SendLink
from desktop.services.records.booking_record import payment_from_row
from desktop.services.steps import ask_instrument, reserved_wallet
from desktop.services.steps.ask_instrument import kind_of
from desktop.services.steps.grace import end_grace
from desktop.services.steps.open_balance import owes_balance
from desktop.services.steps.settle_gateway_money import settle_gateway_money

# A payment approved while its instrument was being closed shows up within this time.
CLOSING_SECONDS = 120
UNSENT = (None, LinkSms.ASKED)
# What is neither approved nor declined by then was given up; the sweep would find it all the same.
CREATED_MAX = timedelta(hours=1)
# A reply that was lost: the instrument may still be on its way into the gateway's lists.
LOST_REPLY_SECONDS = 30


class CheckGatewayPayment:
    """Ask, settle, and close the instrument when its hold is over."""

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

    def __call__(self, payment_id: PaymentId, found_by: str = "button", *, actor: Actor) -> Payment:
        """Return the payment after the answer; the gateway's trouble is part of it. Raises NotFound."""
        with self._database.read() as session:
            payment = payments.find(session, payment_id)
            if payment is None:
                raise NotFound("payment", payment_id)
            booking = bookings.get(session, payment.booking_id)
            is_over = booking.state is not BookingState.HELD or booking.expires_at <= session.now
            if owes_balance(booking):
                is_over = payment.created_at + BALANCE_TIME <= session.now
        if payment.state not in OPEN_PAYMENT:
            return payment_from_row(payment)
        try:
            self._ask(payment, is_over, found_by, actor=actor)
        except GatewayTrouble as trouble:
            self._note(payment, _word(trouble), actor=actor)
            self._publish(GatewayAnswered(trouble.answer))
        else:
            self._publish(GatewayAnswered(GatewayAnswer.GOOD))
            if payment.instrument_kind is InstrumentKind.LINK and payment.link_sms in UNSENT and not is_over:
                self._send_link(payment.id, actor=actor)
        with self._database.read() as session:
            return payment_from_row(payments.get(session, payment.id))

    def _ask(self, payment: PaymentRow, is_over: bool, found_by: str, *, actor: Actor) -> None:
        kind = kind_of(payment)
        if payment.instrument_id is None:
            self._look_for_lost(payment, kind, actor=actor)
            return
        closed_now, trouble = False, None
        if is_over and payment.instrument_closed_at is None:
            try:
                closed_now = ask_instrument.close(self._gateway, kind, payment.instrument_id)
            except GatewayTrouble as not_closed:
                trouble = not_closed  # it may be paid all the same
        if closed_now or payment.instrument_closed_at is not None:
            found = ask_instrument.all_payments_of(self._gateway, payment)  # it may be called unpaid
        else:
            found = ask_instrument.payments_of(self._gateway, kind, payment.instrument_id)
        self._settle(payment, found, found_by, closed_now, actor=actor)
        if trouble is not None:
            raise trouble

    def _look_for_lost(self, payment: PaymentRow, kind: InstrumentKind, *, actor: Actor) -> None:
        """The reply to its creation was lost: adopt the instrument, or be sure that there is none."""
        instrument = ask_instrument.find_lost(self._gateway, payment)
        is_ours = instrument is not None and instrument.amount_paise == payment.amount_paise
        if instrument is not None and not is_ours:
            instrument = self._gateway.close_instrument(kind, instrument.id)
        with self._database.write(actor) as session:
            bookings.lock(session, payment.booking_id)
            current = payments.lock_known(session, payment.id)
            if current.instrument_id is not None:
                return  # it was found, or its reply arrived, while we were looking
            if instrument is not None:
                values = shown(instrument)
                values["answered_at"] = session.now
                if not is_ours:  # money may come for it all the same, so it is watched, but nobody sees it
                    values["state"], values["instrument_closed_at"] = PaymentState.CLOSING, session.now
                    values["instrument_content"] = None
                payments.change(session, payment.id, among=OPEN_PAYMENT, **values)
            elif session.now >= payment.created_at + timedelta(seconds=LOST_REPLY_SECONDS):
                end_unpaid(session, payment, "never_made")
        self._tell(payment)

    def _settle(
        self,
        payment: PaymentRow,
        found: tuple[GatewayPayment, ...],
        found_by: str,
        closed_now: bool,
        *,
        actor: Actor,
    ) -> None:
        with self._database.write(actor) as session:
            bookings.lock(session, payment.booking_id)
            taken = settle_gateway_money(session, payment, found, self._desk, found_by=found_by)
            current = payments.lock_known(session, payment.id)
            if current.state in OPEN_PAYMENT:
                self._note_open(session, current, found, closed_now)
        self._tell(payment)
        if taken:
            self._publish(CasesChanged())

    def _note_open(
        self, session: Session, payment: PaymentRow, found: tuple[GatewayPayment, ...], closed_now: bool
    ) -> None:
        moving = any(_is_moving(money, session.now) for money in found)
        closed_at = session.now if closed_now else payment.instrument_closed_at
        waited = closed_at and session.now >= closed_at + timedelta(seconds=CLOSING_SECONDS)
        if waited and not moving:
            end_unpaid(session, payment, "closed_unpaid")
            return
        state = PaymentState.CLOSING if closed_at else PaymentState.WAITING
        last_answer = "moving" if moving else "declined" if found else "open"
        values: PaymentChange = {
            "state": state,
            "instrument_closed_at": closed_at,
            "last_answer": last_answer,
            "answered_at": session.now,
        }
        payments.change(session, payment.id, among=OPEN_PAYMENT, **values)

    def _note(self, payment: PaymentRow, answer: str, *, actor: Actor) -> None:
        """Keep what went wrong; a payment whose instrument was never seen is `unresolved`."""
        state = PaymentState.UNRESOLVED if payment.instrument_id is None else payment.state
        with self._database.write(actor) as session:
            payments.change(session, payment.id, among=OPEN_PAYMENT, state=state, last_answer=answer)
        self._publish(PaymentChanged(payment.id, payment.booking_id))

    def _tell(self, payment: PaymentRow) -> None:
        self._publish(PaymentChanged(payment.id, payment.booking_id))
        self._publish(BookingChanged(payment.booking_id))
        self._publish(StockChanged())


def _is_moving(money: GatewayPayment, now: datetime) -> bool:
    is_new = money.status == "created" and now < money.created_at + CREATED_MAX
    return is_new or money.status == "authorized"


def end_unpaid(session: Session, payment: PaymentRow, answer: str) -> bool:
    """Open -> void because it surely was not paid; the wallet has its share back. False when it had ended."""
    booking = bookings.lock_known(session, payment.booking_id)
    ended: PaymentChange = {
        "state": PaymentState.VOID,
        "settled_at": session.now,
        "answered_at": session.now,
        "last_answer": answer,
    }
    if not payments.change(session, payment.id, among=OPEN_PAYMENT, **ended):
        return False
    voided = reserved_wallet.void(session, booking_id=booking.id, customer_id=booking.customer_id)
    end_grace(session, booking)
    content = {"amount_paise": payment.amount_paise, "wallet_voided_paise": voided, "answer": answer}
    journal.record(session, "PAYMENT_VOID", content, booking_id=booking.id)
    return True


def _word(trouble: GatewayTrouble) -> str:
    if isinstance(trouble, Unknown):
        return "unknown"
    return "unreachable" if isinstance(trouble, Unreachable) else type(trouble).__name__.lower()
