"""The time that nobody can set: it follows the boot's own clock from one anchor."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from db import journal
from db.database import Database
from db.engine import open_engine
from db.install import Installed
from db.node_clock import NodeClock
from db.schema import node
from tests.actors import actor_of, works_at
from tests.machine import Machine

HOUR = timedelta(hours=1)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine()
    machine.stand_in(monkeypatch)
    return machine


def desk_on(database: Database) -> Database:
    """Return another program of this machine over the same file, on the node's own clock."""
    other = Database(open_engine(str(database.engine.url)), clock=NodeClock(database.engine), home="h")
    works_at(other, Installed("h", actor_of(database).desk_id, "D1"), "clerk")
    return other


def write(database: Database) -> datetime:
    with database.write(actor_of(database)) as session:
        journal.record(session, "TESTED", {})
        return session.now


def read(database: Database) -> datetime:
    with database.read() as session:
        return session.now


@pytest.mark.parametrize("jump", [HOUR, -HOUR, timedelta(days=365), timedelta(days=-365)])
def test_setting_the_computers_clock_moves_nothing(
    database: Database, machine: Machine, jump: timedelta
) -> None:
    desk = desk_on(database)
    start = write(desk)
    machine.wall += jump
    machine.pass_time(60)
    assert write(desk) - start == timedelta(seconds=60)
    assert read(desk_on(database)) == read(desk) == start + timedelta(seconds=60)


def test_until_the_first_write_a_clock_set_late_is_followed(database: Database, machine: Machine) -> None:
    desk = desk_on(database)
    machine.restart()
    assert read(desk) == machine.wall
    machine.wall += timedelta(days=3)
    assert read(desk) == machine.wall
    assert write(desk) == machine.wall
    machine.wall += HOUR
    assert read(desk) == machine.wall - HOUR


def test_a_write_that_is_taken_back_sets_no_anchor(database: Database, machine: Machine) -> None:
    desk = desk_on(database)

    def fail() -> None:
        with desk.write(actor_of(desk)) as session:
            raise ValueError(session.now)

    with pytest.raises(ValueError, match="2026"):
        fail()
    machine.wall += HOUR
    assert write(desk) == machine.wall


def test_every_program_of_one_boot_has_the_same_time(database: Database, machine: Machine) -> None:
    first, second = desk_on(database), desk_on(database)
    write(first)
    write(second)
    machine.pass_time(3_600)
    machine.wall -= HOUR
    machine.pass_time(0.000_001)
    assert read(first) == read(second) == read(desk_on(database))


def test_an_anchor_that_moved_is_known_to_the_other_programs_next_write(
    database: Database, machine: Machine
) -> None:
    first, second = desk_on(database), desk_on(database)
    write(first)
    write(second)
    machine.wall += timedelta(seconds=30)
    with first.write(actor_of(first)) as session:
        assert isinstance(first.clock, NodeClock)
        first.clock.set_anchor(session.connection, machine.wall)
    assert write(second) == read(second) == write(first) == machine.wall


def test_a_new_boot_takes_the_wall_clock(database: Database, machine: Machine) -> None:
    desk = desk_on(database)
    write(desk)
    machine.pass_time(100)
    machine.restart(3_600)
    assert read(desk_on(database)) == write(desk_on(database)) == machine.wall


def test_a_new_boot_goes_on_from_a_record_of_a_moment_ahead(database: Database, machine: Machine) -> None:
    last = write(desk_on(database))
    machine.restart(-100)
    desk = desk_on(database)
    assert read(desk) == write(desk) == last
    machine.pass_time(10)
    assert write(desk) == last + timedelta(seconds=10)


def test_a_new_boot_is_not_drawn_into_the_future_by_a_wrong_one(database: Database, machine: Machine) -> None:
    """What is hours behind the last record is in question: nobody sells by a clock made up from it."""
    write(desk_on(database))
    machine.restart(-7_200)
    assert read(desk_on(database)) == machine.wall


def test_a_counter_behind_the_anchor_is_of_another_boot(database: Database, machine: Machine) -> None:
    """A file that was carried to a PC with the same name of its boot, as copies of one disk have it."""
    write(desk_on(database))
    machine.elapsed = 1_000_000_000
    machine.wall += HOUR
    assert write(desk_on(database)) == machine.wall


def test_the_anchor_is_a_row(database: Database, machine: Machine) -> None:
    write(desk_on(database))
    with database.read() as session:
        row = session.execute(select(node)).one()
    assert (row.boot_id, row.boot_nanoseconds, row.wall_at) == ("boot-1", 7_000_000_000, machine.wall)


def test_the_real_clock_runs(database: Database) -> None:
    desk = desk_on(database)
    first = write(desk)
    assert first.tzinfo is UTC
    assert write(desk) >= first


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
