"""The desk's process: a clerk with a script, ended by SIGKILL at the n-th point that it passes.

Everything outside (the customer, the time) is the parent's: the script asks it over a pipe.
"""

import contextlib
import os
import random
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import razorpay

from db import payments
from db.ids import PaymentId, RequestKey
from db.states import InstrumentKind
from desktop.logs import open_log
from desktop.services.application import Services
from desktop.services.domain.booking import Booking, Hold, Payment
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.quote import BasketItem, QuoteRequest
from desktop.services.errors import DeskError
from tests.counter import parts_of
from tests.simulation.books import something_open
from tests.simulation.opening import OpenDesk, StepClock, open_desk
from tests.simulation.stopping import stoppable_calls

MOBILE = "9876543210"
DESK = "D1"
# Windows has one way to end a process, and calls it so.
if sys.platform == "win32":
    KILL = signal.SIGTERM
else:
    KILL = signal.SIGKILL
# After a start: at once, when a lost reply is given up, when hold and closing time are over, hours on.
RECOVERY_STEPS = (0, 31, 100, 600, 130, 130, 130, 4000, 4000, 4000, 90_000)

assert razorpay  # imported here, before any clock runs: a new process shall not pay for it


@dataclass
class Clerk:
    """A desk with the acts of a script; each act has its own key, the same in every process."""

    desk: OpenDesk
    clock: StepClock
    wire: Connection

    @property
    def services(self) -> Services:
        """What the windows call."""
        return self.desk.built.services

    def outside(self, what: str, *facts: Any) -> Any:
        """Ask the parent for something that happens outside, and wait until it has."""
        self.wire.send((what, *facts))
        return self.wire.recv()

    def step(self, seconds: int) -> None:
        """Let time pass everywhere."""
        self.outside("step", seconds)
        self.clock.advance(seconds)

    def hold(self, code: str = "DLX") -> Hold:
        """Hold a room for a known customer."""
        customer = self.services.save_customer(MOBILE, "Asha Verma", actor=self.services.actor())
        offering = next(one for one in self.services.list_offerings() if one.code == code)
        day = self.clock().date() + timedelta(days=9)
        found = self.services.find_availability(offering.id, day, day + timedelta(days=1), 1)
        item = BasketItem(offering.id, found.suggested_unit_ids[:1], day, day + timedelta(days=1))
        quote = self.services.make_quote(
            QuoteRequest((item,), customer_id=customer.id), actor=self.services.actor()
        )
        return self.services.place_hold(
            quote.id, customer.id, RequestKey("hold-key"), actor=self.services.actor()
        )

    def take(self, hold: Hold, **tenders: Any) -> None:
        """Take what is paid at the desk."""
        parts = parts_of(**tenders)
        self.services.take_payment(
            TakePaymentRequest(hold.booking_id, RequestKey("take-key"), parts), actor=self.services.actor()
        )

    def ask(self, hold: Hold, kind: str = "qr", wallet_paise: int = 0) -> str:
        """Ask for the rest by an instrument and show it; return the payment's id."""
        payment = self.services.begin_gateway_payment(
            hold.booking_id,
            wallet_paise,
            InstrumentKind(kind),
            RequestKey("ask-key"),
            actor=self.services.actor(),
        )
        if payment.instrument_content == "":
            payment = self.services.check_gateway_payment(payment.id, actor=self.services.actor())
        self.outside("shown", self.instrument(payment))
        return payment.id

    def instrument(self, payment: Payment) -> str:
        """Return the id behind the picture."""
        with self.desk.database.read() as session:
            row = payments.get(session, PaymentId(payment.id))
        return str(row.instrument_id or "")

    def booking(self, hold: Hold) -> Booking:
        """Return the booking as it is."""
        return self.services.find_booking(hold.booking_id)

    def cancel(self, hold: Hold) -> None:
        """Cancel as the preview shows it."""
        plan = self.services.preview_cancellation(hold.booking_id)
        self.services.cancel_booking(
            hold.booking_id,
            "plans changed",
            plan,
            frozenset(),
            RequestKey("cancel-key"),
            actor=self.services.actor(),
        )


Script = Callable[[Clerk], None]


def work(folder: Path, url: str, now: datetime, script: Script, kill_at: int, wire: Connection) -> None:
    """The process of a clerk who follows a script. `kill_at` 0: to its end, and tell how many points."""
    with _at_desk(folder, url, now, kill_at, wire) as (clerk, passed):
        script(clerk)
        wire.send(("points", passed()))


def work_again(
    folder: Path, url: str, now: datetime, script: Script | None, kill_at: int, wire: Connection
) -> None:
    """The process after it: the jobs of a start, perhaps the same acts once more, then time passes."""
    with _at_desk(folder, url, now, kill_at, wire) as (clerk, _):
        built = clerk.desk.built
        for number, seconds in enumerate(RECOVERY_STEPS):
            clerk.step(seconds)
            built.release_expired_holds(actor=built.services.actor())
            built.poll_open_payments(actor=built.services.actor())
            built.reconcile_payments(actor=built.services.actor())
            built.recheck_payments(actor=built.services.actor())
            built.send_refunds(actor=built.services.actor())
            if number == 0 and script is not None:
                with contextlib.suppress(DeskError):
                    script(clerk)
            if number > RECOVERY_STEPS.index(600) and not something_open(clerk.desk.database):
                break


@contextlib.contextmanager
def _at_desk(
    folder: Path, url: str, now: datetime, kill_at: int, wire: Connection
) -> Iterator[tuple[Clerk, Callable[[], int]]]:
    count = 0

    def reach(point: str) -> None:
        nonlocal count
        count += 1
        if count == kill_at:
            wire.send(("killed", point))
            os.kill(os.getpid(), KILL)

    random.seed(kill_at)
    open_log(folder / "logs" / "counterfoil.log")
    clock = StepClock(now)
    with stoppable_calls(reach):
        desk = open_desk(folder, DESK, clock, url, reach)
        yield Clerk(desk, clock, wire), lambda: count
        desk.drop()
