"""ReconcilePayments: the desk's books beside the gateway's, now and day by day."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from zoneinfo import ZoneInfo

from db import cases, gateway_days, journal, payments
from db.database import Database, Session
from desktop.services.domain.desk_facts import DeskFacts
from desktop.services.domain.reconciliation import Comparison, Reconciliation
from desktop.services.events import GatewayAnswered, Publish
from desktop.services.gateways.port import GatewayPayment, GatewayTrouble, PaymentGateway, Rejected
from desktop.services.paying.check_gateway_payment import CheckGatewayPayment
from desktop.services.paying.sweep_gateway import SWEEP_BACK, Sweep, SweepGateway
from desktop.services.steps.compare_books import compare_books

OPEN_PER_RUN_MAX = 200
ASKED_AGAIN_MAX = 20
# The last hold of a day, with its grace and the look back after it, is over by then.
DAY_IS_OVER_AFTER = timedelta(minutes=30)
# Of the sweep's days, today is not over and the first one is cut off.
WHOLE_DAYS = SWEEP_BACK.days - 2


class ReconcilePayments:
    """Ask about every open payment, sweep what the gateway has captured, and compare it with the books."""

    def __init__(
        self,
        database: Database,
        gateway: PaymentGateway,
        desk: DeskFacts,
        check: CheckGatewayPayment,
        sweep: SweepGateway,
        publish: Publish,
    ) -> None:
        self._database = database
        self._gateway = gateway
        self._zone = ZoneInfo(desk.time_zone)
        self._check = check
        self._sweep = sweep
        self._publish = publish
        self._noted: dict[str, list[str]] = {}

    def __call__(self) -> Reconciliation:
        """Return the report. The gateway's trouble makes it incomplete, never an error."""
        with self._database.read() as session:
            waiting = payments.list_open(session, OPEN_PER_RUN_MAX)
        for payment in waiting:
            self._check(payment.id, "reconciliation")
        sweep: Sweep | None = None
        missing: tuple[str, ...] = ()
        comparison: Comparison | None = None
        try:
            sweep = self._sweep()
            missing = self._missing(sweep.found)
            found, comparison = self._compare(sweep.found)
            if sweep.is_complete:
                self._write_down(found, comparison, missing)
        except GatewayTrouble as trouble:
            self._publish(GatewayAnswered(trouble.answer))
        with self._database.read() as session:
            left = payments.count_open(session)
        return Reconciliation(
            is_complete=sweep is not None and sweep.is_complete and comparison is not None,
            open_asked_count=len(waiting),
            open_left_count=left,
            taken_in_count=sweep.taken_in_count if sweep else 0,
            foreign_count=sweep.foreign_count if sweep else 0,
            missing=missing,
            comparison=comparison,
        )

    def _missing(self, found: Sequence[GatewayPayment]) -> tuple[str, ...]:
        """Return what was taken in lately and what the gateway, asked for each, does not know."""
        with self._database.read() as session:
            booked = cases.found_since(session, session.now - timedelta(days=WHOLE_DAYS))
        unlisted = sorted(booked - {money.id for money in found})[:ASKED_AGAIN_MAX]
        return tuple(one for one in unlisted if not self._is_known(one))

    def _is_known(self, gateway_payment_id: str) -> bool:
        try:
            self._gateway.fetch_payment(gateway_payment_id)
        except Rejected as refused:
            if refused.reason != "unknown_id":
                raise
            return False
        return True

    def _compare(self, found: Sequence[GatewayPayment]) -> tuple[Sequence[GatewayPayment], Comparison]:
        """Compare; what differs is read again first, for money may have gone back since it was listed."""
        with self._database.read() as session:
            comparison = compare_books(session, found)
        doubtful = comparison.refund_differences[:ASKED_AGAIN_MAX]
        if doubtful:
            fresh = {one: self._gateway.fetch_payment(one) for one in doubtful}
            found = [fresh.get(money.id, money) for money in found]
            with self._database.read() as session:
                comparison = compare_books(session, found)
        return found, comparison

    def _write_down(
        self, found: Sequence[GatewayPayment], comparison: Comparison, missing: tuple[str, ...]
    ) -> None:
        with self._database.write() as session:
            self._note_difference(session, comparison, missing)
            self._keep_days(session, found)

    def _note_difference(self, session: Session, comparison: Comparison, missing: tuple[str, ...]) -> None:
        """Put a difference into the journal, and again when it is another one."""
        content = {
            "missing": list(missing),
            "amounts": list(comparison.amount_differences),
            "refunds": list(comparison.refund_differences),
        }
        if any(content.values()) and content != self._noted:
            journal.record(session, "RECONCILIATION_DIFFERENCE", content)
        self._noted = content

    def _keep_days(self, session: Session, found: Sequence[GatewayPayment]) -> None:
        """Write down the report of each day that is over; later money or refunds of the day change it."""
        last = (session.now - DAY_IS_OVER_AFTER).astimezone(self._zone).date()
        for back in range(1, WHOLE_DAYS + 1):
            day = last - timedelta(days=back)
            of_day = [money for money in found if money.created_at.astimezone(self._zone).date() == day]
            comparison = compare_books(session, of_day)
            if not comparison.captured_count:
                continue
            figures = asdict(comparison)
            if gateway_days.keep(session, day, json.dumps(figures, sort_keys=True)):
                journal.record(session, "RECONCILIATION_DAY", {"day": day.isoformat(), **figures})
