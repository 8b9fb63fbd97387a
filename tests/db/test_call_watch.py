"""What is known of how the database answers, and what is refused at once because of it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from db.call_watch import LOCKED_AFTER_SECONDS, CallWatch
from db.database import Database
from db.errors import DatabaseBusy, DatabaseUnavailable
from db.halt import Halt, HaltKind
from db.reach import Reach, ServerState
from db.server_watch import ServerWatch
from tests.actors import actor_of

MORNING = datetime(2026, 11, 23, 5, 12, tzinfo=UTC)


class Times:
    """A steady clock and one on the wall, moved together."""

    seconds = 100.0

    def steady(self) -> float:
        return self.seconds

    def wall(self) -> datetime:
        return MORNING + timedelta(seconds=self.seconds - 100)


@pytest.fixture
def times() -> Times:
    return Times()


@pytest.fixture
def watch(times: Times) -> CallWatch:
    return CallWatch(clock=times.steady, wall=times.wall)


def test_silence_is_told_of_since_the_last_answer(watch: CallWatch, times: Times) -> None:
    watch.found(ServerState.ANSWERS)
    times.seconds += 4
    watch.found(ServerState.SILENT)
    assert watch.reach == Reach(ServerState.SILENT, MORNING)


def test_a_silent_server_is_given_up_after_a_second_look_in_vain(watch: CallWatch, times: Times) -> None:
    watch.found(ServerState.ANSWERS)
    times.seconds += 4
    watch.found(ServerState.SILENT)
    assert not watch.has_given_up()
    times.seconds += 2.5
    watch.found(ServerState.SILENT)
    assert watch.has_given_up()
    watch.found(ServerState.ANSWERS)
    assert not watch.has_given_up()


def test_each_change_is_told_of_once(watch: CallWatch) -> None:
    told: list[tuple[Reach | None, Reach | None]] = []
    watch.changed = lambda before, now: told.append((before, now))
    for state in (ServerState.ANSWERS, ServerState.ANSWERS, ServerState.SILENT, ServerState.SILENT):
        watch.found(state)
    assert [now.state for _before, now in told if now] == [ServerState.ANSWERS, ServerState.SILENT]


def test_nothing_hangs_on_a_server_that_is_known_to_be_silent(database: Database) -> None:
    database.watch.found(ServerState.SILENT)
    with pytest.raises(DatabaseUnavailable), database.read():
        pytest.fail("a read was tried")
    with pytest.raises(DatabaseUnavailable), database.write(actor_of(database)):
        pytest.fail("a write was tried")
    database.watch.found(ServerState.ANSWERS)
    with database.read() as session:
        assert session.execute(text("SELECT 1")).scalar_one() == 1


def test_the_oldest_call_tells_for_how_long_it_has_been_waiting(watch: CallWatch, times: Times) -> None:
    with watch.call(writes=False):
        times.seconds += 2
        with watch.call(writes=False):
            times.seconds += 1
            assert watch.oldest_seconds == 3
    assert watch.oldest_seconds == 0


def test_nobody_queues_up_behind_a_write_that_waits_for_another_program(
    watch: CallWatch, times: Times
) -> None:
    with watch.call(writes=True) as begun:
        times.seconds += LOCKED_AFTER_SECONDS + 1
        with pytest.raises(DatabaseBusy), watch.call(writes=True):
            pytest.fail("a second one waits")
        with watch.call(writes=False):
            """Reading goes on."""
        begun()
        with watch.call(writes=True):
            """Its turn has come: the others may wait for theirs."""


def test_a_file_that_another_program_keeps_is_told_of_and_forgotten(database: Database, times: Times) -> None:
    database.watch = watch = CallWatch(clock=times.steady, wall=times.wall)
    look = ServerWatch(database).look
    look()
    seen = [watch.reach]
    with watch.call(writes=True) as begun:
        times.seconds += LOCKED_AFTER_SECONDS + 1
        look()
        seen.append(watch.reach)
        begun()
        look()
        seen.append(watch.reach)
    assert seen == [None, Reach(ServerState.LOCKED, times.wall()), None]


def test_a_server_that_stops_taking_writes_halts_the_desk_until_it_takes_them_again(
    any_database: Database,
) -> None:
    if any_database.engine.dialect.name != "postgresql":
        pytest.skip("a server's own setting")
    name = any_database.engine.url.database
    made_ready: list[bool] = []
    watch = ServerWatch(any_database, lambda: made_ready.append(True))
    watch.look()
    assert not any_database.halts.current
    for setting, is_halted in (("on", True), ("off", False)):
        with any_database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("SET default_transaction_read_only = off"))
            connection.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only = {setting}"))
        watch.stop()
        watch.look()
        kinds = [halt.kind for halt in any_database.halts.current]
        assert kinds == ([HaltKind.STANDBY] if is_halted else [])
    assert made_ready == [True]
    watch.stop()


def test_a_halt_of_another_kind_is_left_alone(database: Database) -> None:
    database.halts.put(Halt(HaltKind.CLOCK))
    ServerWatch(database).look()
    assert [halt.kind for halt in database.halts.current] == [HaltKind.CLOCK]
