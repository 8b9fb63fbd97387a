"""ReconcilePayments: the desk's books beside the gateway's."""

from datetime import timedelta
from typing import Any

from db import bookings, cases, journal, payments, refunds
from db.database import Database
from desktop.services.domain.desk_facts import DeskFacts
from desktop.services.domain.reconciliation import Reconciliation
from desktop.services.events import BookingChanged, CasesChanged, GatewayAnswered, Publish
from desktop.services.gateways.port import GatewayPayment, GatewayTrouble, InstrumentKind, PaymentGateway
from desktop.services.paying.check_gateway_payment import CheckGatewayPayment
from desktop.services.steps.settle_gateway_money import open_money_case, settle_gateway_money

OPEN_PER_RUN_MAX = 200
# Razorpay's late authorisations come up to five days after the attempt.
SWEEP_BACK = timedelta(days=6)
OWNERS_BACK = 2 * SWEEP_BACK


class ReconcilePayments:
    """Ask about every open payment, then sweep everything the gateway has captured in the last days."""

    def __init__(
        self,
        database: Database,
        gateway: PaymentGateway,
        desk: DeskFacts,
        check: CheckGatewayPayment,
        publish: Publish,
    ) -> None:
        self._database = database
        self._gateway = gateway
        self._desk = desk
        self._check = check
        self._publish = publish

    def __call__(self) -> Reconciliation:
        """Return the report. The gateway's trouble makes it incomplete, never an error."""
        with self._database.read() as session:
            waiting = payments.list_open(session, OPEN_PER_RUN_MAX)
            until = session.now
        for payment in waiting:
            self._check(payment.id, "reconciliation")
        try:
            found = self._gateway.payments_between(until - SWEEP_BACK, until + timedelta(minutes=5))
            taken, foreign, is_complete = self._take_in(found)
        except GatewayTrouble:
            self._publish(GatewayAnswered(reachable=False))
            return Reconciliation(False, len(waiting), 0, 0, 0, 0, ())
        captured = [money for money in found if money.captured]
        return Reconciliation(
            is_complete=is_complete,
            open_asked_count=len(waiting),
            captured_count=len(captured),
            captured_paise=sum(money.amount_paise for money in captured),
            taken_in_count=taken,
            foreign_count=foreign,
            refund_differences=self._refund_differences(captured),
        )

    def _take_in(self, found: Any) -> tuple[int, int, bool]:
        """Find the owner of every captured payment that is new to us; without one it is foreign.

        The third answer: whether all could be decided. What can't be is left for the next time.
        """
        with self._database.read() as session:
            captured = [money for money in found if money.captured]
            known = cases.known_money(session, [money.id for money in captured])
            ours = payments.with_instrument_since(session, session.now - OWNERS_BACK)
        new = {money.id: money for money in captured if money.id not in known}
        taken, unclear = 0, set()
        for payment in ours:
            # An instrument of ours takes its own amount and no other, so nobody else can be the owner.
            if not any(money.amount_paise == payment.amount_paise for money in new.values()):
                continue
            try:
                under = self._gateway.payments_of(
                    InstrumentKind(payment.instrument_kind), payment.instrument_id
                )
            except GatewayTrouble:
                unclear.add(payment.amount_paise)
                continue
            mine = [new.pop(money.id) for money in under if money.id in new]
            if mine:
                taken += self._settle(payment, mine)
        foreign = [money for money in new.values() if money.amount_paise not in unclear]
        for money in foreign:
            self._open_foreign(money)
        if taken or foreign:
            self._publish(CasesChanged())
        return taken, len(foreign), len(foreign) == len(new)

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

    def _refund_differences(self, captured: list[GatewayPayment]) -> tuple[str, ...]:
        """Name the payments of which the gateway has given back another amount than we know of."""
        with self._database.write() as session:
            ours = refunds.done_paise_by_gateway_payment(session, [money.id for money in captured])
            differences = tuple(
                money.id
                for money in captured
                if money.refunded_paise != ours.get(money.id, (0, 0))[0]
                and money.refunded_paise != sum(ours.get(money.id, (0, 0)))
            )
            if differences:
                journal.record(session, "RECONCILIATION_DIFFERENCE", {"refunds": list(differences)})
        return differences
