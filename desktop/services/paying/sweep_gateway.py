"""SweepGateway: find the owner of everything that the gateway has captured in the last days."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from db import booking_notes, bookings, cases, ended_payments, gateway_days, journal
from db.actor import Actor
from db.database import Database
from db.ids import GatewayPaymentId
from db.payments import PaymentRow
from db.states import CaseKind, MoneyUse
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.reconciliation import Ruled
from desktop.services.events import BookingChanged, CasesChanged, PaymentChanged, Publish, StockChanged
from desktop.services.gateways.port import GatewayPayment, GatewayTrouble, PaymentGateway
from desktop.services.paying.recheck_payments import adopt_given_up
from desktop.services.records.case_facts import CaseFacts, facts_to_text
from desktop.services.steps import ask_instrument
from desktop.services.steps.lost_money import lost_among, lost_customer, lost_facts, lost_proposal
from desktop.services.steps.one_by_one import one_by_one
from desktop.services.steps.rule_out_foreign import look_ours, rule_out_foreign
from desktop.services.steps.settle_gateway_money import open_money_case, settle_gateway_money

# Razorpay's late authorisations come up to five days after the attempt, and the first day is cut off.
SWEEP_BACK = timedelta(days=7)
# However long a desk was closed; Razorpay's list goes back further, but nobody waits for its pages.
SWEEP_BACK_MAX = timedelta(days=120)
# A payment is made while its instrument lives. A code that takes one after its close is not documented.
PAID_BEFORE, PAID_AFTER = timedelta(hours=1), timedelta(days=1)
# The list of an instrument may lag behind the list of the account.
FOREIGN_AFTER = timedelta(minutes=15)
# The owner of money may be an instrument that can't be listed; for so long it is asked again.
UNCLEAR_MAX = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Sweep:
    """What the gateway lists since `since`, and what was new in it. `is_complete`: every owner is known.

    `foreign_count`: cases that were opened; `ruled`: what rules of the house call another program's.
    """

    since: datetime
    found: Sequence[GatewayPayment]
    taken_in_count: int
    foreign_count: int
    ruled: Ruled
    is_complete: bool


@dataclass
class _Search:
    """Money without an owner: `new` by its id, and of it what can't be decided yet."""

    new: dict[GatewayPaymentId, GatewayPayment]
    now: datetime
    lagging: set[GatewayPaymentId] = field(default_factory=set)
    unlisted: set[GatewayPaymentId] = field(default_factory=set)


class SweepGateway:
    """Captured money that is new to us belongs to a payment of ours, or to nobody we know."""

    def __init__(
        self, database: Database, gateway: PaymentGateway, desk: DeskSettings, publish: Publish
    ) -> None:
        self._database = database
        self._gateway = gateway
        self._desk = desk
        self._publish = publish
        self._unlisted_since: dict[GatewayPaymentId, datetime] = {}

    def __call__(self, *, actor: Actor) -> Sweep:
        """Take in what is ours and open a case for what is not. Raises GatewayTrouble without a list."""
        with self._database.read() as session:
            now = session.now
            before = gateway_days.last_sweep(session) or now
        since = max(min(before, now) - SWEEP_BACK, now - SWEEP_BACK_MAX)
        found = self._gateway.payments_between(since, now + timedelta(minutes=5))
        search, ours = self._search(found, since, now)
        taken = sum(one_by_one(ours, partial(self._ask_owner, search, actor=actor)))
        undecided = (search.lagging | self._still_unlisted(search)) & set(search.new)
        foreign = [money for money in search.new.values() if money.id not in undecided]
        opened, ruled = self._take_foreign(foreign, ours, actor=actor)
        renamed = self._call_lost(found, actor=actor)
        if taken or opened or renamed:
            self._publish(CasesChanged())
        if not undecided:
            with self._database.write(actor) as session:
                gateway_days.note_sweep(session, now)
        return Sweep(since, found, taken, opened, ruled, is_complete=not undecided)

    def _search(
        self, found: Sequence[GatewayPayment], since: datetime, now: datetime
    ) -> tuple[_Search, Sequence[PaymentRow]]:
        """Return the money that is new, and those payments of ours that may own it."""
        captured = {money.id: money for money in found if money.captured}
        with self._database.read() as session:
            known = cases.known_money(session, list(captured))
            new = {one: money for one, money in captured.items() if one not in known}
            amounts = {money.amount_paise for money in new.values()}
            ours = ended_payments.with_instrument(session, amounts, since=since - SWEEP_BACK) if new else ()
        return _Search(new, now), ours

    def _ask_owner(self, search: _Search, payment: PaymentRow, *, actor: Actor) -> int:
        """Settle what is this payment's and take it out of the search; return how many there were."""
        maybe = {one for one, money in search.new.items() if _may_own(payment, money)}
        if not maybe:
            return 0
        try:
            instrument_id = payment.instrument_id or adopt_given_up(
                self._database, self._gateway, payment, actor=actor
            )
            if instrument_id is None:
                return 0
            kind = ask_instrument.kind_of(payment)
            under = ask_instrument.payments_of(self._gateway, kind, instrument_id)
        except GatewayTrouble:
            search.unlisted |= maybe
            return 0
        ids = [money.id for money in under]
        mine = [search.new.pop(one) for one in ids if one in search.new]
        young = (search.new[one] for one in maybe & set(search.new))
        search.lagging |= {one.id for one in young if search.now < one.created_at + FOREIGN_AFTER}
        return self._settle(payment, mine, actor=actor) if mine else 0

    def _still_unlisted(self, search: _Search) -> set[GatewayPaymentId]:
        """Return the money whose owner may be an instrument that could not be listed, for a day at most."""
        before = self._unlisted_since
        self._unlisted_since = {one: before.get(one, search.now) for one in search.unlisted}
        return {one for one, first in self._unlisted_since.items() if search.now < first + UNCLEAR_MAX}

    def _settle(self, payment: PaymentRow, found: list[GatewayPayment], *, actor: Actor) -> int:
        with self._database.write(actor) as session:
            bookings.lock(session, payment.booking_id)
            taken = settle_gateway_money(session, payment, found, self._desk, found_by="sweep")
        self._publish(PaymentChanged(payment.id, payment.booking_id))
        self._publish(BookingChanged(payment.booking_id))
        self._publish(StockChanged())
        return taken

    def _take_foreign(
        self, foreign: Sequence[GatewayPayment], ours: Sequence[PaymentRow], *, actor: Actor
    ) -> tuple[int, Ruled]:
        """Rule out what rules of the house call another program's, and open cases for all else."""
        if not foreign:
            return 0, Ruled()
        with self._database.read() as session:
            suspects = look_ours(session, foreign)
            lost = lost_among(session, foreign)
        suspects |= {money.id for money in foreign if any(_may_own(one, money) for one in ours)}
        left, ruled = rule_out_foreign(self._database, foreign, suspects | lost, actor=actor)
        open_one = partial(self._open_foreign, suspects, lost, actor=actor)
        return sum(one_by_one(left, open_one)), ruled

    def _call_lost(self, found: Sequence[GatewayPayment], *, actor: Actor) -> int:
        """Let cases that were opened as a stranger's be called what they are; return how many were."""
        with self._database.read() as session:
            captured = [money for money in found if money.captured]
            lost = lost_among(session, captured)
            waiting = booking_notes.foreign_cases(session, lost) if lost else {}
        renamed = 0
        for money in captured:
            if money.id not in waiting:
                continue
            with self._database.write(actor) as session:
                facts: CaseFacts = {"gateway_payment": money.id, "method": money.method, "found_by": "sweep"}
                changed = booking_notes.call_lost(
                    session,
                    waiting[money.id],
                    customer_id=lost_customer(session, money),
                    proposal=lost_proposal(money),
                    facts=facts_to_text(facts | lost_facts(money)),
                )
                if changed:
                    content = {"case": waiting[money.id], "gateway_payment": money.id, "kind": CaseKind.LOST}
                    journal.record(session, "PAYMENT_CASE_OPENED", content)
                    renamed += 1
        return renamed

    def _open_foreign(
        self,
        suspects: set[GatewayPaymentId],
        lost: set[GatewayPaymentId],
        money: GatewayPayment,
        *,
        actor: Actor,
    ) -> bool:
        with self._database.write(actor) as session:
            is_new = cases.take_in(
                session,
                gateway_payment_id=money.id,
                amount_paise=money.amount_paise,
                use=MoneyUse.CASE,
                found_by="sweep",
            )
            if is_new:
                open_money_case(
                    session,
                    money,
                    kind=CaseKind.LOST if money.id in lost else CaseKind.FOREIGN,
                    found_by="sweep",
                    looks_ours=money.id in suspects,
                )
        return is_new


def _may_own(payment: PaymentRow, money: GatewayPayment) -> bool:
    """An instrument of ours takes its own amount and no other, and only in its own time."""
    if money.amount_paise != payment.amount_paise:
        return False
    ends_at = payment.instrument_ends_at or payment.created_at
    first, last = payment.created_at - PAID_BEFORE, max(ends_at, payment.created_at) + PAID_AFTER
    return first <= money.created_at <= last
