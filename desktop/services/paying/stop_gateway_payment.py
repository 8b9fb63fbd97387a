"""StopGatewayPayment: the customer wants to pay in another way."""

from db import bookings, payments
from db.actor import Actor
from db.database import Database
from db.ids import PaymentId
from db.payments import PaymentChange, PaymentRow
from db.states import OPEN_PAYMENT, PaymentState
from desktop.services.domain.booking import Payment
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.errors import NotFound, PaymentUncertain
from desktop.services.events import BookingChanged, CasesChanged, GatewayAnswered, PaymentChanged, Publish
from desktop.services.gateways.port import GatewayTrouble, PaymentGateway
from desktop.services.paying.check_gateway_payment import end_unpaid
from desktop.services.records.booking_record import payment_from_row
from desktop.services.steps import ask_instrument
from desktop.services.steps.give_up_unseen import give_up_unseen
from desktop.services.steps.settle_gateway_money import settle_gateway_money


class StopGatewayPayment:
    """Close the instrument and make sure that it is unpaid before anything else is shown."""

    def __init__(
        self, database: Database, gateway: PaymentGateway, desk: DeskSettings, publish: Publish
    ) -> None:
        self._database = database
        self._gateway = gateway
        self._desk = desk
        self._publish = publish

    def __call__(self, payment_id: PaymentId, *, actor: Actor) -> Payment:
        """Return the payment: void, or captured when the customer was faster.

        What was shown to nobody is given up at once, with or without an answer. Raises NotFound, and
        PaymentUncertain while money may still be moving: without an answer a code that was shown can still be
        paid, so no other tender may take its place. What a bank has promised is under way, and its instrument
        is not closed.
        """
        with self._database.read() as session:
            payment = payments.find(session, payment_id)
        if payment is None:
            raise NotFound("payment", payment_id)
        if payment.state in OPEN_PAYMENT and not self._give_up(payment, actor=actor):
            self._stop(payment, actor=actor)
        with self._database.read() as session:
            return payment_from_row(payments.get(session, payment.id))

    def _give_up(self, payment: PaymentRow, *, actor: Actor) -> bool:
        """Whether it has ended without a question, since nobody has seen its instrument."""
        if payment.instrument_id is not None:
            return False
        with self._database.write(actor) as session:
            booking = bookings.lock_known(session, payment.booking_id)
            is_open = give_up_unseen(session, booking) is not None
        self._publish(PaymentChanged(payment.id, payment.booking_id))
        self._publish(BookingChanged(payment.booking_id))
        return not is_open

    def _stop(self, payment: PaymentRow, *, actor: Actor) -> None:
        with self._database.read() as session:
            payment = payments.get(session, payment.id)
        if payment.instrument_id is None:
            raise PaymentUncertain(payment_id=payment.id)
        is_closed = False
        try:
            found = ask_instrument.all_payments_of(self._gateway, payment)
            promised = any(money.status == "authorized" for money in found)
            if not promised:
                kind = ask_instrument.kind_of(payment)
                is_closed = ask_instrument.close(self._gateway, kind, payment.instrument_id)
                found = ask_instrument.all_payments_of(self._gateway, payment)
        except GatewayTrouble as trouble:
            self._publish(GatewayAnswered(trouble.answer))
            raise PaymentUncertain(payment_id=payment.id) from trouble
        with self._database.write(actor) as session:
            bookings.lock(session, payment.booking_id)
            taken = settle_gateway_money(session, payment, found, self._desk, found_by="stop")
            moving = not is_closed or any(money.status in ("authorized", "created") for money in found)
            if not moving:
                end_unpaid(session, payment, "stopped")
            else:
                seen: PaymentChange = {
                    "last_answer": "moving" if found else "open",
                    "answered_at": session.now,
                }
                if is_closed:
                    seen |= {"state": PaymentState.CLOSING, "instrument_closed_at": session.now}
                payments.change(session, payment.id, among=OPEN_PAYMENT, **seen)
        self._publish(PaymentChanged(payment.id, payment.booking_id))
        self._publish(BookingChanged(payment.booking_id))
        self._publish(CasesChanged())
        if moving and not taken:
            raise PaymentUncertain(payment_id=payment.id, promised=promised)
