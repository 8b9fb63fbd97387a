"""A desk on a machine, beside a gateway, whose clocks the test sets; on both engines where both are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from db import journal
from db.database import Database
from db.engine import open_engine
from db.install import install
from db.node_clock import NodeClock
from desktop.services.domain.clock_state import ClockKnown, ClockPut, ClockQuestion
from desktop.services.holding.complete_bookings import CompleteBookings
from desktop.services.timing.compare_clocks import CompareClocks
from desktop.services.timing.confirm_clock import ConfirmClock
from desktop.services.timing.set_clock import SetClock
from tests.actors import actor_of, works_at
from tests.conftest import Recorder
from tests.counter import Counter
from tests.machine import Machine

RELEASED = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass
class ClockDesk:
    """One program of the machine at work."""

    machine: Machine
    publish: Recorder
    url: str
    witness: Callable[[], datetime | None] = lambda: None
    numbers: Iterator[int] = field(default_factory=count)
    database: Database = field(init=False)
    compare: CompareClocks = field(init=False)
    counter: Counter = field(init=False)

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        """Start the program anew."""
        engine = open_engine(self.url)
        who = install(engine, desk_code="D1", clerk="clerk")
        self.database = works_at(
            Database(engine, clock=NodeClock(engine), home=who.home, committed=self.publish.records.extend),
            who,
        )
        self.compare = CompareClocks(
            self.database, lambda: actor_of(self.database), released=RELEASED, time_zone="Asia/Kolkata"
        )
        self.compare.witness = lambda: self.witness()
        self.counter = Counter(self.database, lambda: self.now, self.publish, self.numbers)
        self.compare()

    def look(self) -> ClockQuestion:
        """Compare and return what is in question."""
        self.compare()
        return self.known.state.question

    @property
    def known(self) -> ClockKnown:
        """What the last comparison found."""
        known = self.compare.known()
        assert known is not None
        return known

    @property
    def now(self) -> datetime:
        """The desk's time."""
        with self.database.read() as session:
            return session.now

    def work(self) -> datetime:
        """Write something small and return when that was."""
        with self.database.write(actor_of(self.database)) as session:
            journal.record(session, "TESTED", {})
            return session.now

    def confirm(self, shown: datetime | None = None) -> None:
        """Press the key of somebody who calls the clock right."""
        confirm = ConfirmClock(self.database, self.compare, RELEASED)
        confirm(shown or self.known.now, actor=actor_of(self.database))

    def type(self, moment: datetime, *, back: bool = False) -> ClockPut:
        """Type day and time."""
        put = SetClock(self.database, self.compare, RELEASED, self.publish)
        return put(moment, actor=actor_of(self.database), back=back)

    def complete(self) -> int:
        """Let the background job complete what has been used up."""
        return CompleteBookings(self.database, self.publish)(actor=actor_of(self.database))

    def boot(self, *, wall: datetime) -> None:
        """Switch the machine off, and on again with its clock at `wall`."""
        self.database.close()
        self.machine.restart()
        self.machine.wall = wall
        self.open()

    def hear(self, ahead: timedelta = timedelta(0)) -> None:
        """Let the gateway tell its time from now on, so far ahead of what the wall clock says now."""
        then, since = self.machine.wall + ahead, self.machine.elapsed
        self.witness = lambda: then + timedelta(microseconds=(self.machine.elapsed - since) // 1000)

    def deaf(self) -> None:
        """Take the network away."""
        self.witness = lambda: None


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Return the machine in place of this one."""
    machine = Machine()
    machine.stand_in(monkeypatch)
    return machine


@pytest.fixture
def desk(database: Database, machine: Machine, publish: Recorder) -> Iterator[ClockDesk]:
    """Return a desk over a file with the sample catalogue, which has just been confirmed and has written."""
    desk = ClockDesk(machine, publish, database.engine.url.render_as_string())
    desk.confirm()
    yield desk
    desk.database.close()
