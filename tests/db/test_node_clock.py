"""The time that nobody can set: it follows the boot's own clock from one anchor."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from db import journal, node_clock
from db.database import Database
from db.engine import open_engine
from db.node_clock import start_node_clock
from db.schema import node
from tests.actors import actor_of

HOUR = timedelta(hours=1)


@dataclass
class Machine:
    """A machine whose clocks the test sets."""

    wall: datetime = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
    boot: str = "boot-1"
    elapsed: int = field(default=7_000_000_000)

    def pass_time(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.elapsed += round(seconds * 1_000_000_000)

    def restart(self) -> None:
        self.boot, self.elapsed = self.boot + "+", 1_000_000_000


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine()
    monkeypatch.setattr(node_clock, "wall_clock", lambda: machine.wall)
    monkeypatch.setattr(node_clock, "boot_id", lambda: machine.boot)
    monkeypatch.setattr(node_clock, "boot_nanoseconds", lambda: machine.elapsed)
    return machine


@pytest.mark.parametrize("jump", [HOUR, -HOUR, timedelta(days=365), timedelta(days=-365)])
def test_setting_the_computers_clock_moves_nothing(
    database: Database, machine: Machine, jump: timedelta
) -> None:
    now = start_node_clock(database.engine)
    start = now()
    machine.wall += jump
    machine.pass_time(60)
    assert now() - start == timedelta(seconds=60)
    assert start_node_clock(database.engine)() == now()


def test_every_program_of_one_boot_has_the_same_time(any_database: Database, machine: Machine) -> None:
    first = start_node_clock(any_database.engine)
    machine.pass_time(3_600)
    machine.wall -= HOUR
    second = start_node_clock(any_database.engine)
    machine.pass_time(0.000_001)
    assert first() == second()


def test_a_new_boot_takes_the_wall_clock(database: Database, machine: Machine) -> None:
    start_node_clock(database.engine)
    machine.pass_time(100)
    machine.restart()
    machine.wall += HOUR
    assert start_node_clock(database.engine)() == machine.wall


def test_a_new_boot_never_goes_back_behind_what_was_recorded(database: Database, machine: Machine) -> None:
    last: datetime = machine.wall + 2 * HOUR
    seen = Database(database.engine, clock=lambda: last, home="h")
    with seen.write(actor_of(database)) as session:
        journal.record(session, "TESTED", {})
    machine.restart()
    now = start_node_clock(database.engine)
    assert now() == last
    machine.pass_time(10)
    assert now() == last + timedelta(seconds=10)


def test_a_counter_behind_the_anchor_is_of_another_boot(database: Database, machine: Machine) -> None:
    """A file that was carried to a PC with the same name of its boot, as copies of one disk have it."""
    start_node_clock(database.engine)
    machine.elapsed = 1_000_000_000
    machine.wall += HOUR
    assert start_node_clock(database.engine)() == machine.wall


def test_the_anchor_is_a_row(database: Database, machine: Machine) -> None:
    start_node_clock(database.engine)
    with database.read() as session:
        row = session.execute(select(node)).one()
    assert (row.boot_id, row.boot_nanoseconds, row.wall_at) == ("boot-1", 7_000_000_000, machine.wall)


def test_the_real_clock_runs(database: Database) -> None:
    now = start_node_clock(database.engine)
    first = now()
    assert first.tzinfo is UTC
    assert now() >= first


def test_a_server_has_its_own_clock(engine_url: str) -> None:
    if engine_url.startswith("sqlite"):
        pytest.skip("the node of a file is this machine")
    engine = open_engine(engine_url)
    database = Database(engine, clock=None, home="h")
    with database.read() as session:
        first = session.now
    with database.read() as session:
        assert first < session.now
    database.close()
