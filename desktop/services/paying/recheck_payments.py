"""RecheckPayments: ask a last time about each payment through the gateway, some time after its hold.

And look for the instruments of those that were given up before anybody had seen one.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from db import bookings, ended_payments
from db.actor import Actor
from db.database import Database
from db.ids import InstrumentId
from db.payments import PaymentRow
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.events import BookingChanged, CasesChanged, PaymentChanged, Publish, StockChanged
from desktop.services.gateways.port import (
    Busy,
    GatewayPayment,
    GatewayTrouble,
    Misconfigured,
    PaymentGateway,
    Unreachable,
)
from desktop.services.steps import ask_instrument
from desktop.services.steps.one_by_one import one_by_one
from desktop.services.steps.settle_gateway_money import settle_gateway_money

AFTER_THE_HOLD = timedelta(minutes=15)
LISTED_MAX, PAYMENTS_PER_RUN_MAX = 500, 20
# One whose list can't be read waits, so that it keeps no other from its turn.
RETRY_AFTER = timedelta(hours=1)
# Longer than a call can take: an instrument may be in the gateway's lists only after we gave it up.
AFTER_GIVING_UP = timedelta(seconds=60)
NO_GATEWAY = (Unreachable, Busy, Misconfigured)


@dataclass(frozen=True, slots=True)
class Rechecked:
    """How many payments were asked about; none is counted of a run in which the gateway went away."""

    count: int
    has_gateway: bool


class RecheckPayments:
    """Whatever a closed or paid instrument has taken after all is settled as all gateway money is.

    The sweep would find it too, by a list of the whole account; this asks the instrument itself.
    """

    def __init__(
        self, database: Database, gateway: PaymentGateway, desk: DeskSettings, publish: Publish
    ) -> None:
        self._database = database
        self._gateway = gateway
        self._desk = desk
        self._publish = publish
        self._again_at: dict[str, datetime] = {}

    def __call__(self, *, actor: Actor) -> Rechecked:
        """Return what was done. After the gateway's trouble a later run goes on."""
        with self._database.read() as session:
            self._now = session.now
            listed = [
                *ended_payments.list_given_up(session, self._now - AFTER_GIVING_UP, LISTED_MAX),
                *ended_payments.list_to_recheck(session, self._now - AFTER_THE_HOLD, LISTED_MAX),
            ]
        due = [one for one in listed if self._again_at.get(one.id, self._now) <= self._now]
        try:
            looked = one_by_one(due[:PAYMENTS_PER_RUN_MAX], partial(self._look, actor=actor), ends=NO_GATEWAY)
        except NO_GATEWAY:
            return Rechecked(0, has_gateway=False)
        return Rechecked(sum(looked), has_gateway=True)

    def _look(self, payment: PaymentRow, *, actor: Actor) -> bool:
        """Return whether its instrument could be asked."""
        is_given_up = payment.instrument_id is None
        try:
            found = self._ask(payment, actor=actor)
        except NO_GATEWAY:
            raise
        except GatewayTrouble:
            self._again_at[payment.id] = self._now + RETRY_AFTER
            return False
        with self._database.write(actor) as session:
            bookings.lock(session, payment.booking_id)
            taken = settle_gateway_money(
                session, payment, found or (), self._desk, found_by="recheck_payments"
            )
            if not is_given_up or found is None:
                ended_payments.note_rechecked(session, payment.id)
        self._again_at.pop(payment.id, None)
        if taken:
            self._publish(PaymentChanged(payment.id, payment.booking_id))
            self._publish(BookingChanged(payment.booking_id))
            self._publish(StockChanged())
            self._publish(CasesChanged())
        return True

    def _ask(self, payment: PaymentRow, *, actor: Actor) -> tuple[GatewayPayment, ...] | None:
        """Return what its instrument has taken; None when it never had one.

        One that was given up is closed here, and looked back at once more when its hold is long over.
        """
        kind, instrument_id = ask_instrument.kind_of(payment), payment.instrument_id
        if instrument_id is None:
            instrument_id = adopt_given_up(self._database, self._gateway, payment, actor=actor)
            if instrument_id is None:
                return None
            ask_instrument.close(self._gateway, kind, instrument_id)
        return ask_instrument.payments_of(self._gateway, kind, instrument_id)


def adopt_given_up(
    database: Database, gateway: PaymentGateway, payment: PaymentRow, *, actor: Actor
) -> InstrumentId | None:
    """Look for the instrument of a payment that was given up, and keep its id; None when there is none.

    Raises GatewayTrouble.
    """
    instrument = ask_instrument.find_lost(gateway, payment)
    if instrument is None:
        return None
    with database.write(actor) as session:
        ended_payments.adopt(session, payment.id, instrument.id, ends_at=instrument.ends_at)
    return instrument.id
