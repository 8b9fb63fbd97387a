"""ReconcilePayments: the desk's books beside the gateway's, now and day by day."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from db import cases, gateway_days, journal, payments
from db.actor import Actor
from db.database import Database, Session
from db.ids import GatewayPaymentId
from db.states import CaseAnswer
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.reconciliation import Comparison, Reconciliation, Ruled
from desktop.services.errors import DeskError
from desktop.services.events import GatewayAnswered, Publish
from desktop.services.gateways.port import GatewayPayment, GatewayTrouble, PaymentGateway, Rejected
from desktop.services.paying.check_gateway_payment import CheckGatewayPayment
from desktop.services.paying.resolve_case import ResolveCase
from desktop.services.paying.sweep_gateway import SWEEP_BACK, Sweep, SweepGateway
from desktop.services.records.comparison_record import comparison_to_text
from desktop.services.steps.compare_books import compare_books
from desktop.services.steps.one_by_one import one_by_one

OPEN_PER_RUN_MAX = 200
ASKED_AGAIN_MAX = 20
# The last hold of a day, with its grace and the look back after it, is over by then.
DAY_IS_OVER_AFTER = timedelta(minutes=30)
# What was taken in since then is surely within the sweep.
BOOKED_SINCE = SWEEP_BACK - timedelta(days=2)


class ReconcilePayments:
    """Ask about every open payment, sweep what the gateway has captured, and compare it with the books."""

    def __init__(
        self,
        database: Database,
        gateway: PaymentGateway,
        desk: DeskSettings,
        check: CheckGatewayPayment,
        sweep: SweepGateway,
        resolve_case: ResolveCase,
        publish: Publish,
    ) -> None:
        self._database = database
        self._gateway = gateway
        self._zone = ZoneInfo(desk.time_zone)
        self._check = check
        self._sweep = sweep
        self._resolve_case = resolve_case
        self._publish = publish
        self._noted: dict[str, list[GatewayPaymentId]] = {}

    def __call__(self, *, actor: Actor) -> Reconciliation:
        """Return the report. The gateway's trouble makes it incomplete, never an error."""
        with self._database.read() as session:
            waiting = payments.list_open(session, OPEN_PER_RUN_MAX)
        try:
            one_by_one(waiting, lambda payment: self._check(payment.id, "reconciliation", actor=actor))
        finally:  # a fault in one payment is told, but hides nothing else
            report = self._sweep_and_compare(len(waiting), actor=actor)
        return report

    def _sweep_and_compare(self, open_asked_count: int, *, actor: Actor) -> Reconciliation:
        sweep: Sweep | None = None
        missing: tuple[GatewayPaymentId, ...] = ()
        comparison: Comparison | None = None
        try:
            sweep = self._sweep(actor=actor)
            missing = self._missing(sweep.found)
            found, comparison = self._compare(sweep.found, actor=actor)
            self._write_down(sweep, found, comparison, missing, actor=actor)
        except GatewayTrouble as trouble:
            self._publish(GatewayAnswered(trouble.answer))
        with self._database.read() as session:
            left = payments.count_open(session)
        return Reconciliation(
            is_complete=sweep is not None and sweep.is_complete and comparison is not None,
            open_asked_count=open_asked_count,
            open_left_count=left,
            taken_in_count=sweep.taken_in_count if sweep else 0,
            foreign_count=sweep.foreign_count if sweep else 0,
            ruled=sweep.ruled if sweep else Ruled(),
            missing=missing,
            comparison=comparison,
        )

    def _missing(self, found: Sequence[GatewayPayment]) -> tuple[GatewayPaymentId, ...]:
        """Return what was taken in lately and what the gateway, asked for each, does not know."""
        with self._database.read() as session:
            booked = cases.found_since(session, session.now - BOOKED_SINCE)
        unlisted = sorted(booked - {money.id for money in found})[:ASKED_AGAIN_MAX]
        return tuple(one for one in unlisted if not self._is_known(one))

    def _is_known(self, gateway_payment_id: GatewayPaymentId) -> bool:
        try:
            self._gateway.fetch_payment(gateway_payment_id)
        except Rejected as refused:
            if refused.reason != "unknown_id":
                raise
            return False
        return True

    def _compare(
        self, found: Sequence[GatewayPayment], *, actor: Actor
    ) -> tuple[Sequence[GatewayPayment], Comparison]:
        """Compare; what differs is read again first, for money may have gone back since it was listed."""
        comparison = self._beside_books(found)
        doubtful = comparison.refund_differences[:ASKED_AGAIN_MAX]
        if doubtful:
            fresh = {one: self._gateway.fetch_payment(one) for one in doubtful}
            self._reduce_cases([money for money in fresh.values() if money.refunded_paise], actor=actor)
            found = [fresh.get(money.id, money) for money in found]
            comparison = self._beside_books(found)
        return found, comparison

    def _beside_books(self, found: Sequence[GatewayPayment]) -> Comparison:
        with self._database.read() as session:
            return compare_books(session, found)

    def _reduce_cases(self, returned: Sequence[GatewayPayment], *, actor: Actor) -> None:
        """What somebody has given back elsewhere must not be given again: no case offers it any longer."""
        with self._database.read() as session:
            open_ids = cases.open_about(session, [money.id for money in returned])
        for case_id in open_ids:
            with contextlib.suppress(DeskError):  # as far as the gateway shows it; the rest is staff's
                self._resolve_case(case_id, CaseAnswer.GONE, actor=actor)

    def _write_down(
        self,
        sweep: Sweep,
        found: Sequence[GatewayPayment],
        comparison: Comparison,
        missing: tuple[GatewayPaymentId, ...],
        *,
        actor: Actor,
    ) -> None:
        days = list(self._days(sweep.since, found))
        with self._database.write(actor) as session:
            if sweep.is_complete:
                self._note_difference(session, comparison, missing)
            for day, compared in days:
                if gateway_days.keep(session, day, comparison_to_text(compared)):
                    content = {"day": day.isoformat(), **asdict(compared)}
                    journal.record(session, "RECONCILIATION_DAY", content)

    def _note_difference(
        self, session: Session, comparison: Comparison, missing: tuple[GatewayPaymentId, ...]
    ) -> None:
        """Put a difference into the journal, and again when it is another one."""
        content = {
            "missing": list(missing),
            "amounts": list(comparison.amount_differences),
            "refunds": list(comparison.refund_differences),
        }
        if any(content.values()) and content != self._noted:
            journal.record(session, "RECONCILIATION_DIFFERENCE", content)
        self._noted = content

    def _days(self, since: datetime, found: Sequence[GatewayPayment]) -> Iterator[tuple[date, Comparison]]:
        """Yield the report of each whole day that is over; later money or refunds of the day change it."""
        with self._database.read() as session:
            today = (session.now - DAY_IS_OVER_AFTER).astimezone(self._zone).date()
        by_day: dict[date, list[GatewayPayment]] = {}
        for money in found:
            by_day.setdefault(money.created_at.astimezone(self._zone).date(), []).append(money)
        first_cut_off = since.astimezone(self._zone).date()
        for day in sorted(one for one in by_day if first_cut_off < one < today):
            comparison = self._beside_books(by_day[day])
            if comparison.captured_count:
                yield day, comparison
