"""LookBack: ask a last time about each payment through the gateway, some time after its hold."""

from datetime import timedelta
from typing import Any

from db import bookings, payments
from db.database import Database
from desktop.services.domain.desk_facts import DeskFacts
from desktop.services.events import BookingChanged, CasesChanged, Publish
from desktop.services.gateways.port import GatewayTrouble, InstrumentKind, PaymentGateway
from desktop.services.steps import ask_instrument
from desktop.services.steps.settle_gateway_money import settle_gateway_money

AFTER_THE_HOLD = timedelta(minutes=15)
PAYMENTS_PER_RUN_MAX = 20


class LookBack:
    """Whatever a closed or paid instrument has taken after all is settled as all gateway money is.

    The sweep would find it too, by a list of the whole account; this asks the instrument itself.
    """

    def __init__(
        self, database: Database, gateway: PaymentGateway, desk: DeskFacts, publish: Publish
    ) -> None:
        self._database = database
        self._gateway = gateway
        self._desk = desk
        self._publish = publish

    def __call__(self) -> int:
        """Return how many payments were asked about. After the gateway's trouble the next run goes on."""
        with self._database.read() as session:
            due = payments.list_to_look_back(session, session.now - AFTER_THE_HOLD, PAYMENTS_PER_RUN_MAX)
        for count, payment in enumerate(due):
            try:
                self._look(payment)
            except GatewayTrouble:
                return count
        return len(due)

    def _look(self, payment: Any) -> None:
        kind = InstrumentKind(payment.instrument_kind)
        found = ask_instrument.payments_of(self._gateway, kind, payment.instrument_id)
        with self._database.write() as session:
            bookings.lock(session, payment.booking_id)
            taken = settle_gateway_money(session, payment, found, self._desk, found_by="look_back")
            payments.note_looked_back(session, payment.id)
        if taken:
            self._publish(BookingChanged(payment.booking_id))
            self._publish(CasesChanged())
