"""SendLink: have a payment link sent by SMS, once its id is stored."""

from datetime import timedelta

from db import bookings, payments
from db.actor import Actor
from db.database import Database
from db.ids import PaymentId
from db.states import LinkSms
from desktop.services.events import PaymentChanged, Publish
from desktop.services.gateways.port import GatewayTrouble, Misconfigured, PaymentGateway, Rejected
from desktop.services.records.customer_record import read_customer

# Longer than a call can take. Two messages of one link do no harm; none leaves the customer without it.
ASK_AGAIN = timedelta(seconds=60)


class SendLink:
    """Ask for the SMS of a link that waits, unless that was done: also after a kill in between."""

    def __init__(self, database: Database, gateway: PaymentGateway, publish: Publish) -> None:
        self._database = database
        self._gateway = gateway
        self._publish = publish

    def __call__(self, payment_id: PaymentId, *, actor: Actor) -> None:
        """Keep on the payment what came of it: sent, refused, or asked when there was no clear answer."""
        with self._database.write(actor) as session:
            wanted = payment_id
            if not payments.claim_link_sms(session, wanted, again_before=session.now - ASK_AGAIN):
                return
            payment = payments.get(session, wanted)
            booking = bookings.get(session, payment.booking_id)
            mobile = read_customer(session, booking.customer_id).mobile
        if payment.instrument_id is None:
            raise AssertionError("a link that waits has its id")
        answer = LinkSms.ASKED
        try:
            self._gateway.send_link(payment.instrument_id, mobile=mobile)
            answer = LinkSms.SENT
        except Misconfigured:
            pass  # the keys are to be seen to; nothing is wrong with the message
        except Rejected:
            answer = LinkSms.REFUSED
        except GatewayTrouble:
            pass
        if answer is not LinkSms.ASKED:
            with self._database.write(actor) as session:
                payments.answer_link_sms(session, payment.id, answer)
        self._publish(PaymentChanged(payment_id, payment.booking_id))
