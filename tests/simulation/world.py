"""Several desks on one database, one practice gateway, one stepped time, and what befalls them."""

import contextlib
import itertools
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from db.ids import GatewayPaymentId, OfferingId, UnitId
from desktop.practice.server import PracticeServer
from desktop.services.domain.catalogue import Offering
from desktop.services.domain.payment_plan import GatewayCannotTake
from desktop.services.domain.promo import PromoRefused
from desktop.services.errors import DeskError
from tests.practice.client import Client
from tests.simulation import weather
from tests.simulation.jobs import (
    ask_about_all,
    poll_open_payments,
    release_expired_holds,
    send_refunds,
)
from tests.simulation.opening import OpenDesk, StepClock, fill, open_desk
from tests.simulation.practice import StepPractice, ask_quietly
from tests.simulation.stopping import ANSWERED, BEFORE_CALL, Stopped

DESKS = ("D1", "D2", "D3")
REFUSALS = (DeskError, PromoRefused, GatewayCannotTake)
Answer = TypeVar("Answer")
# Points that a desk passes between two of its ends, and calls between two of the gateway's, on the average.
POINTS_BETWEEN_STOPS, CALLS_BETWEEN_OUTAGES = 300, 250
# While one desk waits for an answer, another one often enough does something about the same money.
MEANWHILE = 0.03


@dataclass
class World:
    """Everything that outlives one desk's process. `random` decides all that is left to chance."""

    folder: Path
    random: Random
    clock: StepClock = field(default_factory=StepClock)
    counts: Counter[str] = field(default_factory=Counter)
    refusals: list[str] = field(default_factory=list)
    breaks: list[str] = field(default_factory=list)
    left: set[str] = field(default_factory=set)
    is_calm: bool = True
    desks: dict[str, OpenDesk] = field(default_factory=dict)
    offerings: tuple[Offering, ...] = ()
    units: dict[OfferingId, list[UnitId]] = field(default_factory=dict)
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    _owed_seconds: int = 0
    _outage_ends: float = 0.0
    _stops_in: int = 0
    _outage_in: int = 0
    _at_work: list[str] = field(default_factory=list)

    def start(self) -> None:
        """Start the gateway on a port that it keeps, and every desk; from now on things go wrong."""
        self.server = PracticeServer(self.folder / "practice.sqlite3", seed=self.random.randrange(2**31))
        self.url = self.server.start()
        self.driver, self.account = StepPractice(self.url), Client(self.url)
        self.driver.freeze()
        for code in DESKS:
            self.desks[code] = self._open(code)
        fill(self.desks[DESKS[0]], self.clock)
        services = self.desks[DESKS[0]].built.services
        self.offerings = services.list_offerings()
        today = self.clock().date() + timedelta(days=3)
        for one in self.offerings:
            found = services.find_availability(one.id, today, today + timedelta(days=1), 1)
            self.units[one.id] = [cell.unit.id for cell in found.cells]
        self._draw_next_stops()
        self.is_calm = False

    def close(self) -> None:
        """End everything."""
        for desk in self.desks.values():
            desk.drop()
        self.driver.close()
        self.account.close()
        self.server.stop()

    @property
    def seconds(self) -> float:
        """The simulated time in unix seconds."""
        return self.clock.now.timestamp()

    @property
    def is_up(self) -> bool:
        """Whether the gateway runs."""
        return self._outage_ends == 0.0

    def key(self) -> str:
        """Return a request key that was not used before."""
        return f"act-{next(self.numbers)}"

    def pass_time(self, until: float) -> None:
        """Step every clock, whole seconds at a time; an outage that is over ends."""
        seconds = max(int(until - self.seconds), 0)
        self.clock.advance(seconds)
        self._owed_seconds += seconds
        if not self.is_up and self.seconds >= self._outage_ends:
            self._restart_gateway()
        if self.is_up and self._owed_seconds:
            self.driver.advance(self._owed_seconds)
            self._owed_seconds = 0

    def at(self, code: str, act: Callable[[OpenDesk], Answer]) -> Answer | None:
        """Do something at a desk. None when it was refused, or when the desk ended in the middle of it."""
        self._at_work.append(code)
        try:
            return act(self.desks[code])
        except Stopped:
            self.counts["desk restarts"] += 1
            self.desks[code].drop()
            self.desks[code] = self._open(code)
        except REFUSALS as refusal:
            self._note(refusal)
        except Exception as broken:  # noqa: BLE001  whatever it is, the run goes on and then fails with it
            self.breaks.append("".join(traceback.format_exception(broken)))
        finally:
            self._at_work.pop()
        return None

    def pay(self, target: str, outcome: str = "approve") -> str:
        """Let a customer try to pay; return the payment's id, or nothing when it could not be paid."""
        if not self.is_up:
            return ""
        try:
            return self.driver.pay(target, outcome)
        except AssertionError:
            self.counts["phones refused"] += 1
            return ""

    def succeed_late(self, payment_id: GatewayPaymentId) -> None:
        """Let the bank say yes to a payment that it had declined."""
        if payment_id and self.is_up:
            with contextlib.suppress(AssertionError):
                self.driver.late(payment_id)

    def change_weather(self) -> None:
        """Replace the faults."""
        if self.is_up and not self.is_calm:
            self.driver.faults(weather.draw(self.random))
            ask_quietly(self.account, "GET", weather.DOWNTIMES)

    def calm(self) -> None:
        """No more faults, stops and outages."""
        self.is_calm = True
        if not self.is_up:
            self._restart_gateway()
        self.driver.faults([])

    def reach(self, point: str) -> None:
        """Pass a point at which this desk, or the gateway, may end."""
        if self.is_calm:
            return
        if point == BEFORE_CALL and self.is_up:
            self._outage_in -= 1
            if self._outage_in <= 0:
                self._begin_outage()
        if point in (BEFORE_CALL, ANSWERED) and self.random.random() < MEANWHILE:
            self._act_meanwhile()
        self._stops_in -= 1
        if self._stops_in <= 0:
            self._draw_next_stops()
            self.counts[f"desk stopped {point}"] += 1
            raise Stopped

    def _act_meanwhile(self) -> None:
        """At another desk, no transaction being open at this one."""
        idle = [code for code in DESKS if code not in self._at_work]
        if idle:
            jobs = (poll_open_payments, send_refunds, release_expired_holds, ask_about_all)
            self.counts["acts in the middle of another desk's"] += 1
            self.at(self.random.choice(idle), self.random.choice(jobs))

    def _draw_next_stops(self) -> None:
        self._stops_in = self.random.randint(1, 2 * POINTS_BETWEEN_STOPS)
        self._outage_in = self.random.randint(1, 2 * CALLS_BETWEEN_OUTAGES)

    def _open(self, code: str) -> OpenDesk:
        return open_desk(self.folder, code, self.clock, self.url, self.reach)

    def _begin_outage(self) -> None:
        self._outage_in = self.random.randint(1, 2 * CALLS_BETWEEN_OUTAGES)
        self._outage_ends = self.seconds + self.random.choice((5, 30, 120, 900))
        self.counts["gateway restarts"] += 1
        self.server.stop()

    def _restart_gateway(self) -> None:
        port = int(self.url.rpartition(":")[2])
        self.server = PracticeServer(self.folder / "practice.sqlite3", port=port)
        self.server.start()
        self._outage_ends = 0.0
        self.driver.close()
        self.account.close()
        self.driver, self.account = StepPractice(self.url), Client(self.url)
        self.driver.advance(self._owed_seconds)
        self._owed_seconds = 0

    def _note(self, refusal: Exception) -> None:
        self.counts[f"refused {type(refusal).__name__}"] += 1
        chain: BaseException | None = refusal
        while chain is not None:
            self.refusals.append(repr(chain))
            chain = chain.__cause__ or chain.__context__
