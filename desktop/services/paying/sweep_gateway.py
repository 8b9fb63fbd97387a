"""SweepGateway: find the owner of everything that the gateway has captured in the last days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from db import bookings, cases, payments
from db.database import Database
from desktop.services.domain.desk_facts import DeskFacts
from desktop.services.events import BookingChanged, CasesChanged, Publish
from desktop.services.gateways.port import GatewayPayment, GatewayTrouble, InstrumentKind, PaymentGateway
from desktop.services.steps.settle_gateway_money import open_money_case, settle_gateway_money

# Razorpay's late authorisations come up to five days after the attempt, and the first day is cut off.
SWEEP_BACK = timedelta(days=7)
OWNERS_BACK = 2 * SWEEP_BACK
# The list of an instrument may lag behind the list of the account.
FOREIGN_AFTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Sweep:
    """What the gateway lists, and what was new in it. `is_complete`: every owner is known."""

    found: Sequence[GatewayPayment]
    taken_in_count: int
    foreign_count: int
    is_complete: bool


class SweepGateway:
    """Captured money that is new to us belongs to a payment of ours, or to nobody we know."""

    def __init__(
        self, database: Database, gateway: PaymentGateway, desk: DeskFacts, publish: Publish
    ) -> None:
        self._database = database
        self._gateway = gateway
        self._desk = desk
        self._publish = publish

    def __call__(self) -> Sweep:
        """Take in what is ours and open a case for what is not. Raises GatewayTrouble without a list."""
        with self._database.read() as session:
            now = session.now
        found = self._gateway.payments_between(now - SWEEP_BACK, now + timedelta(minutes=5))
        with self._database.read() as session:
            known = cases.known_money(session, [money.id for money in found if money.captured])
            ours = payments.with_instrument_since(session, now - OWNERS_BACK)
        new = {money.id: money for money in found if money.captured and money.id not in known}
        taken, unclear = self._find_owners(new, ours, now)
        foreign = [money for money in new.values() if money.id not in unclear]
        for money in foreign:
            self._open_foreign(money)
        if taken or foreign:
            self._publish(CasesChanged())
        return Sweep(found, taken, len(foreign), is_complete=not unclear)

    def _find_owners(
        self, new: dict[str, GatewayPayment], ours: Sequence[Any], now: datetime
    ) -> tuple[int, set[str]]:
        """Settle what is ours and take it out of `new`; also return what can't be decided yet."""
        taken = 0
        unclear: set[str] = set()
        for payment in ours:
            # An instrument of ours takes its own amount and no other, so nobody else can be the owner.
            same = [money for money in new.values() if money.amount_paise == payment.amount_paise]
            if not same:
                continue
            try:
                under = self._gateway.payments_of(
                    InstrumentKind(payment.instrument_kind), payment.instrument_id
                )
            except GatewayTrouble:
                unclear.update(money.id for money in same)
                continue
            mine = [new.pop(money.id) for money in under if money.id in new]
            if mine:
                taken += self._settle(payment, mine)
            unclear.update(money.id for money in same if now < money.created_at + FOREIGN_AFTER)
        return taken, unclear & set(new)

    def _settle(self, payment: Any, found: list[GatewayPayment]) -> int:
        with self._database.write() as session:
            bookings.lock(session, payment.booking_id)
            taken = settle_gateway_money(session, payment, found, self._desk, found_by="sweep")
        self._publish(BookingChanged(payment.booking_id))
        return taken

    def _open_foreign(self, money: GatewayPayment) -> None:
        row = {
            "gateway_payment_id": money.id,
            "amount_paise": money.amount_paise,
            "use": "case",
            "found_by": "sweep",
        }
        with self._database.write() as session:
            if cases.take_in(session, row):
                open_money_case(session, money, kind="foreign", found_by="sweep")
