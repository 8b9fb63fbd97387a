"""A commit that waits for a standby that does not answer is not known, never a success, and is told of."""

import threading
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from db.database import Database
from db.engine import open_engine
from db.errors import OutcomeUnknown
from db.halt import HaltKind, Purpose
from db.install import install
from db.migrate import migrate
from db.reach import ServerState
from db.server_watch import ServerWatch
from tests.actors import actor_of, works_at
from tests.trust.cluster import Server, binaries, servers

pytestmark = pytest.mark.skipif(binaries() is None, reason="no PostgreSQL to start")
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
CANCEL = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with servers() as made:
        one = made.primary()
        one.start()
        yield one


@pytest.fixture
def without_standby(server: Server) -> Iterator[Database]:
    """A desk on a server whose only standby is away."""
    engine = open_engine(server.url)
    migrate(engine)
    who = install(engine, desk_code="D1", clerk="clerk")
    database = works_at(Database(engine, clock=None, home=who.home), who, "clerk")
    name_standby(server, "away")
    yield database
    name_standby(server, "")
    database.close()


def name_standby(server: Server, name: str) -> None:
    server.say(f"ALTER SYSTEM SET synchronous_standby_names = '{name}'")
    server.say("SELECT pg_reload_conf()")
    ends = time.monotonic() + 20
    while server.say("SHOW synchronous_standby_names") != name and time.monotonic() < ends:
        threading.Event().wait(0.05)


def write(database: Database, name: str) -> None:
    with database.write(actor_of(database), Purpose.REMEDY) as session:
        session.execute(
            text("INSERT INTO setting (name, value, home) VALUES (:name, '1', 'h')"), {"name": name}
        )


def test_a_commit_whose_wait_somebody_cancels_is_no_success(
    server: Server, without_standby: Database
) -> None:
    def cancel() -> None:
        ends = time.monotonic() + 20
        while server.say(WAITING) == "0" and time.monotonic() < ends:
            threading.Event().wait(0.05)
        server.say(CANCEL)

    other = threading.Thread(target=cancel)
    other.start()
    begun = time.monotonic()
    with pytest.raises(OutcomeUnknown, match="standby"):
        write(without_standby, "cancelled")
    assert time.monotonic() - begun < 4
    other.join()


def test_a_commit_that_nobody_confirms_ends_as_not_known_and_the_desk_says_why(
    server: Server, without_standby: Database
) -> None:
    with pytest.raises(OutcomeUnknown):
        write(without_standby, "waited")
    watch = ServerWatch(without_standby)
    watch.look()
    reach = without_standby.watch.reach
    assert reach is not None
    assert reach.state is ServerState.UNCONFIRMED
    halt = without_standby.halts.current[0]
    assert (halt.kind, halt.facts["unconfirmed"]) == (HaltKind.STANDBY, True)
    name_standby(server, "")
    watch.look()
    assert not without_standby.halts.current
    watch.stop()
