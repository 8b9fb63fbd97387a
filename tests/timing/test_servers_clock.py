"""The clock of a server: it is nobody's at the counter, so it is compared, and an offset sets it right."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from db.database import Database
from db.engine import open_engine
from db.halt import Purpose
from db.halts import WritesHalted
from db.install import install
from desktop.services.domain.clock_state import ClockQuestion
from desktop.services.timing.compare_clocks import CompareClocks
from desktop.services.timing.confirm_clock import ConfirmClock
from desktop.services.timing.set_clock import SetClock
from tests.actors import actor_of, works_at
from tests.conftest import Recorder, server_database
from tests.counter import Counter

RELEASED = datetime(2026, 1, 1, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SET_BY_HAND = """
CREATE TABLE set_by_hand (seconds double precision NOT NULL);
INSERT INTO set_by_hand VALUES (0);
CREATE OR REPLACE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
AS 'SELECT pg_catalog.clock_timestamp() + (SELECT seconds FROM public.set_by_hand) * interval ''1 second''';
"""


@dataclass
class ServerDesk:
    """A desk of a server whose clock the test sets."""

    url: str
    publish: Recorder
    ahead: timedelta | None = None
    numbers: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        """Start the program."""
        engine = open_engine(self.url)
        who = install(engine, desk_code="D1", clerk="clerk")
        self.database = works_at(
            Database(engine, clock=None, home=who.home, committed=self.publish.records.extend), who
        )
        actor = actor_of(self.database)
        self.compare = CompareClocks(
            self.database, lambda: actor, released=RELEASED, time_zone="Asia/Kolkata"
        )
        # The gateway's time is the server's own of before somebody set it.
        self.compare.witness = lambda: None if self.ahead is None else self.right - self.ahead
        self.counter = Counter(self.database, lambda: self.now, self.publish, self.numbers)
        self.compare()

    def set_server(self, by: timedelta) -> None:
        """Set the server's clock."""
        with self.database.engine.begin() as connection:
            connection.execute(text("UPDATE set_by_hand SET seconds = :by"), {"by": by.total_seconds()})

    @property
    def right(self) -> datetime:
        with self.database.engine.begin() as connection:
            found: datetime = connection.execute(text("SELECT pg_catalog.clock_timestamp()")).scalar_one()
            return found.astimezone(UTC)

    @property
    def now(self) -> datetime:
        with self.database.read() as session:
            return session.now

    def look(self) -> ClockQuestion:
        """Compare and return what is in question."""
        self.compare()
        known = self.compare.known()
        assert known is not None
        return known.state.question


@pytest.fixture
def desk(server_sample: str, publish: Recorder) -> Iterator[ServerDesk]:
    """Return a desk that has just been confirmed."""
    with server_database(template=make_url(server_sample).database) as url:
        engine = open_engine(url)
        with engine.begin() as connection:
            for statement in filter(str.strip, SET_BY_HAND.split(";\n")):
                connection.execute(text(statement))
            name = make_url(url).database
            connection.execute(text(f"ALTER DATABASE {name} SET search_path = public, pg_catalog"))
        engine.dispose()
        desk = ServerDesk(url, publish)
        ConfirmClock(desk.database, desk.compare, RELEASED)(desk.now, actor=desk.counter.actor)
        yield desk
        desk.database.close()


def put(desk: ServerDesk, moment: datetime) -> None:
    SetClock(desk.database, desk.compare, RELEASED, desk.publish)(moment, actor=desk.counter.actor, back=True)


def test_a_server_that_keeps_the_time_asks_nothing(desk: ServerDesk) -> None:
    assert desk.look() is ClockQuestion.NONE


def test_a_leap_of_the_server_stops_new_holds_until_somebody_has_looked(desk: ServerDesk) -> None:
    desk.set_server(HOUR)
    assert desk.look() is ClockQuestion.SERVER_MOVED
    with pytest.raises(WritesHalted), desk.database.write(desk.counter.actor, Purpose.HOLD):
        pass
    with desk.database.write(desk.counter.actor):
        pass
    ConfirmClock(desk.database, desk.compare, RELEASED)(desk.now, actor=desk.counter.actor)
    assert desk.look() is ClockQuestion.NONE


@pytest.mark.parametrize(
    ("ahead", "question"),
    [
        (timedelta(seconds=40), ClockQuestion.NONE),
        (14 * MINUTE, ClockQuestion.NONE),
        (20 * MINUTE, ClockQuestion.GATEWAY_DIFFERS),
    ],
    ids=str,
)
def test_a_server_beside_the_gateway_is_put_right_up_to_a_quarter_of_an_hour(
    desk: ServerDesk, ahead: timedelta, question: ClockQuestion
) -> None:
    desk.ahead = ahead
    assert desk.look() is question
    off = desk.now - (desk.right - ahead)
    assert (abs(off) < timedelta(seconds=2)) == (question is ClockQuestion.NONE)
    assert desk.counter.faults() == []


def test_the_offset_counts_for_every_desk_and_a_hold_keeps_its_rest(desk: ServerDesk) -> None:
    hold = desk.counter.hold(desk.counter.quote(desk.counter.item("DLX", ahead=3)))
    rest = hold.expires_at - desk.now
    put(desk, desk.now + HOUR)
    assert abs(desk.now - desk.right - HOUR) < MINUTE
    assert abs(desk.counter.booking(hold).expires_at - desk.now - rest) < MINUTE
    desk.database.close()
    desk.open()
    assert desk.look() is ClockQuestion.NONE
    assert abs(desk.now - desk.right - HOUR) < MINUTE
    assert desk.counter.faults() == []


def test_a_server_that_was_a_month_ahead_is_set_back(desk: ServerDesk) -> None:
    desk.set_server(30 * DAY)
    desk.database.close()
    desk.open()
    assert desk.look() is ClockQuestion.LONG_AFTER
    ConfirmClock(desk.database, desk.compare, RELEASED)(desk.now, actor=desk.counter.actor)
    hold = desk.counter.customer(1_00)
    assert hold
    desk.set_server(timedelta(0))
    desk.database.close()
    desk.open()
    assert desk.look() is ClockQuestion.BEFORE_RECORD
    put(desk, desk.right)
    assert desk.look() is ClockQuestion.NONE
    assert desk.counter.faults() == []
