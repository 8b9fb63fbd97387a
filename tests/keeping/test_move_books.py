"""The books move to another engine: all of them or nothing, and at every moment at most one place sells."""

import contextlib
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, select, text
from sqlalchemy.exc import DBAPIError

from db import moved, moving_books
from db.engine import open_engine, sqlite_url
from db.errors import DatabaseNewer, DatabaseUnavailable, MoveUnfinished, NotTheBooks
from db.halt import HaltKind
from db.halts import WritesHalted
from db.migrate import migrate
from db.mode import is_practice
from db.schema import claim, document, journal, metadata
from desktop.services.keeping.check_place import CheckPlace
from desktop.services.keeping.move_books import MoveBooks, MoveRefused, MoveReport, Reason
from desktop.services.keeping.undo_move import UndoMove
from tests.actors import actor_of
from tests.auditing.sound_desk import NOW, build
from tests.conftest import Recorder, SteppedClock, open_database, server_database
from tests.counter import Counter
from tests.keeping.busy_house import keep_busy

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def house(counter: Counter, clock: SteppedClock) -> Counter:
    """Return a counter in a file that has had a busy day."""
    keep_busy(counter, clock)
    return counter


@pytest.fixture
def server() -> Iterator[str]:
    """Return an empty database on PostgreSQL."""
    with server_database() as url:
        yield url


def here(counter: Counter) -> str:
    """Return the address of the counter's books."""
    return counter.database.engine.url.render_as_string(hide_password=False)


def move(house: Counter, target: str, told: list[str] | None = None) -> MoveReport:
    """Move the books as of the house's clock, on both sides."""

    def tell(step: str, name: str, _rows: int) -> None:
        if told is not None:
            told.append(f"{step} {name}")

    clock = house.now
    return MoveBooks(here(house), target, tell, source_clock=clock, target_clock=clock)()


@contextlib.contextmanager
def at_work(house: Counter, url: str, publish: Recorder, desk_code: str = "D1") -> Iterator[Counter]:
    """Open a desk at the new place."""
    clock = house.now
    assert isinstance(clock, SteppedClock)
    database = open_database(url, clock, publish, desk_code)
    try:
        yield Counter(database, clock, publish, numbers=house.numbers)
    finally:
        database.close()


def table_names(url: str) -> set[str]:
    engine = open_engine(url)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names


def sells(counter: Counter) -> bool:
    """Whether a sale goes through."""
    try:
        hold = counter.hold(counter.quote(counter.item("MUM06")))
        counter.pay(hold, card_paise=hold.total_paise, card_reference=counter.key())
    except WritesHalted as halted:
        return halted.halt.kind is not HaltKind.MOVED
    return True


def test_selling_goes_on_at_the_new_place_with_the_next_numbers(
    house: Counter, server: str, publish: Recorder
) -> None:
    before = house.rows()
    report = move(house, server)
    assert report.live_holds == 1
    with at_work(house, server, publish) as there:
        after = there.rows()
        assert after.pop("setting") == before.pop("setting")
        assert after == before
        with there.database.read() as session:
            old = set(session.execute(select(document.c.number)).scalars())
            assert is_practice(session.connection)
        assert sells(there)
        with there.database.read() as session:
            new = set(session.execute(select(document.c.number)).scalars()) - old
        assert new
        for number in new:
            last = max((int(one[-6:]) for one in old if one[:-6] == number[:-6]), default=0)
            assert int(number[-6:]) == last + 1
        assert there.faults() == []


def test_every_table_of_the_schema_goes_along(house: Counter, server: str) -> None:
    """Whoever adds a table finds it here; whatever else lies in the database is none of the books'."""
    told: list[str] = []
    report = move(house, server, told)
    assert {table.name for table in report.tables} == table_names(server) - {"alembic_version"}
    assert {f"copied {name}" for name in metadata.tables} <= set(told)
    assert {f"compared {name}" for name in metadata.tables} <= set(told)


def test_every_state_of_a_booking_and_of_money_goes_along(
    tmp_path: Path, server: str, clock: SteppedClock, publish: Recorder
) -> None:
    clock.now = NOW
    url = sqlite_url(tmp_path / "sound.sqlite3")
    database = open_database(url, clock, publish)
    with database.write(actor_of(database)) as session:
        build(session)
    report = move(Counter(database, clock, publish), server)
    database.close()
    assert all(line.passed for line in report.audit)
    filled = {table.name for table in report.tables if table.rows}
    assert {"open_case", "gateway_money", "refund", "closure_unit", "top_up", "promo_use"} <= filled


def test_the_journal_arrives_to_the_letter(house: Counter, server: str, publish: Recorder) -> None:
    columns = [column.name for column in journal.c]
    statement = text(f"SELECT {', '.join(columns)} FROM journal ORDER BY desk_id, number")  # noqa: S608  names of columns
    with house.database.read() as session:
        before = [tuple(row) for row in session.execute(statement)]
    report = move(house, server)
    with at_work(house, server, publish) as there, there.database.read() as session:
        assert [tuple(row) for row in session.execute(statement)] == before
    assert [(end.desk_code, end.number, end.hash) for end in report.heads] == [
        ("D1", before[-1][columns.index("number")], before[-1][columns.index("hash")])
    ]


def test_the_new_place_refuses_what_the_old_one_refused(
    house: Counter, server: str, publish: Recorder
) -> None:
    move(house, server)
    with at_work(house, server, publish) as there:
        for statement in (
            "DELETE FROM journal",
            "DELETE FROM booking",
            "UPDATE booking SET total_paise = total_paise + 1",
            "UPDATE claim SET booking_id = 'nobody' WHERE booking_id IS NOT NULL",
            "INSERT INTO claim SELECT * FROM claim",
        ):
            with pytest.raises(DBAPIError), there.database.engine.begin() as connection:
                connection.execute(text(statement))


def test_a_running_hold_keeps_its_end(house: Counter, server: str, publish: Recorder) -> None:
    with house.database.read() as session:
        ends = set(session.execute(select(claim.c.expires_at)).scalars())
    move(house, server)
    with at_work(house, server, publish) as there, there.database.read() as session:
        assert set(session.execute(select(claim.c.expires_at)).scalars()) == ends


def test_a_desk_that_is_at_work_meanwhile_stops_selling_in_the_old_books(house: Counter, server: str) -> None:
    assert sells(house)
    move(house, server)
    assert not sells(house)
    (halt,) = house.database.halts.current
    assert halt.facts["to"].startswith("postgresql://counterfoil@")
    assert house.faults() == []  # reading works


def test_a_desk_that_starts_on_the_old_books_is_halted(
    house: Counter, server: str, publish: Recorder
) -> None:
    move(house, server)
    with at_work(house, here(house), publish) as again:
        assert not CheckPlace(again.database)()
        assert [halt.kind for halt in again.database.halts.current] == [HaltKind.MOVED]
        assert not sells(again)


def test_books_move_back_into_a_file(house: Counter, server: str, publish: Recorder, tmp_path: Path) -> None:
    first = move(house, server)
    file = sqlite_url(tmp_path / "back & 100%.sqlite3")
    with at_work(house, server, publish) as there:
        back = move(there, file)
        assert not sells(there)
    assert back.tables == first.tables
    with at_work(house, file, publish) as again:
        assert sells(again)
        assert again.faults() == []


@pytest.mark.parametrize("step", ["copied booking", "compared payment", "audited journal_chain_unbroken"])
def test_a_move_that_is_killed_leaves_nothing_there(
    step: str, house: Counter, server: str, publish: Recorder
) -> None:
    script = f"""
import os, signal
from datetime import datetime
from desktop.services.keeping.move_books import MoveBooks
def tell(step, name, rows):
    if f"{{step}} {{name}}" == {step!r}:
        os.kill(os.getpid(), signal.SIGKILL)
now = lambda: datetime.fromisoformat({house.now().isoformat()!r})
MoveBooks({here(house)!r}, {server!r}, tell, source_clock=now, target_clock=now)()
"""
    killed = subprocess.run([sys.executable, "-c", script], cwd=ROOT, timeout=120, check=False)
    assert killed.returncode == -signal.Signals["SIGKILL"]
    assert table_names(server) == set()
    assert sells(house)
    move(house, server)
    assert not sells(house)


class Killed(Exception):
    """Stands for the end of the program."""


def end(*_args: object, **_named: object) -> None:
    """Take the place of a step."""
    raise Killed


def test_an_end_before_the_old_place_is_closed_leaves_that_one_selling(
    house: Counter, server: str, publish: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(moved, "seal", end)
        with pytest.raises(Killed):
            move(house, server)
    assert sells(house)
    engine = open_engine(server)
    with pytest.raises(MoveUnfinished):
        migrate(engine)
    engine.dispose()
    move(house, server)
    assert not sells(house)
    with at_work(house, server, publish) as there:
        assert sells(there)


def test_an_end_before_the_new_place_is_opened_is_mended_by_the_same_move(
    house: Counter, server: str, publish: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(moving_books, "open_up", end)
        with pytest.raises(Killed):
            move(house, server)
    assert not sells(house)
    move(house, server)
    with at_work(house, server, publish) as there:
        assert sells(there)


def refused(house: Counter, target: str) -> MoveRefused:
    with pytest.raises(MoveRefused) as refusal:
        move(house, target)
    return refusal.value


def test_a_place_that_is_not_empty_is_refused(house: Counter, server: str) -> None:
    engine = open_engine(server)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE of_others (number int)"))
    engine.dispose()
    assert refused(house, server).reason is Reason.NOT_EMPTY
    assert table_names(server) == {"of_others"}
    assert sells(house)


def test_books_are_not_moved_onto_themselves_or_twice(house: Counter, server: str, tmp_path: Path) -> None:
    assert refused(house, here(house)).reason is Reason.SAME_PLACE
    move(house, server)
    again = refused(house, sqlite_url(tmp_path / "second.sqlite3"))
    assert again.reason is Reason.MOVED_BEFORE
    assert "postgresql://" in again.facts["to"]
    assert refused(house, server).reason is Reason.MOVED_BEFORE


def test_a_changed_value_on_the_way_is_seen(
    house: Counter, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def analyze(connection: moving_books.Opened) -> None:
        connection.execute(text("UPDATE customer SET name = 'Asha ' WHERE name = 'Asha'"))

    monkeypatch.setattr(moving_books, "analyze", analyze)
    refusal = refused(house, server)
    assert (refusal.reason, refusal.facts) == (Reason.NOT_EQUAL, {"table": "customer"})
    assert table_names(server) == set()
    assert sells(house)


def test_clocks_that_differ_keep_running_holds_from_moving(
    house: Counter, server: str, clock: SteppedClock
) -> None:
    def ahead(seconds: float) -> MoveReport:
        there = SteppedClock(clock.now + timedelta(seconds=seconds))
        return MoveBooks(here(house), server, lambda *_: None, source_clock=clock, target_clock=there)()

    with pytest.raises(MoveRefused) as refusal:
        ahead(2.5)
    assert refusal.value.reason is Reason.CLOCKS_DIFFER
    assert refusal.value.facts == {"ahead": timedelta(seconds=2.5), "holds": 1}
    assert table_names(server) == set()
    clock.advance(601)
    assert ahead(-60).ahead == timedelta(seconds=-60)


def test_the_servers_own_clock_is_asked(house: Counter, server: str) -> None:
    """The house plays on another day than the server."""
    with pytest.raises(MoveRefused) as refusal:
        MoveBooks(here(house), server, lambda *_: None, source_clock=house.now)()
    assert refusal.value.reason is Reason.CLOCKS_DIFFER


@pytest.mark.parametrize(("revision", "told"), [("0009", MoveRefused), ("9999", DatabaseNewer)])
def test_books_of_another_schema_are_refused(
    revision: str, told: type[Exception], house: Counter, tmp_path: Path
) -> None:
    with house.database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :found"), {"found": revision})
    target = tmp_path / "new.sqlite3"
    with pytest.raises(told):
        move(house, sqlite_url(target))


def test_no_books_are_told(tmp_path: Path) -> None:
    with pytest.raises(MoveRefused) as refusal:
        MoveBooks(sqlite_url(tmp_path / "none.sqlite3"), sqlite_url(tmp_path / "new.sqlite3"), print)()
    assert refusal.value.reason is Reason.NO_BOOKS
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("statement", ["CREATE TABLE notes (words TEXT)", "SELECT 1"])
def test_other_peoples_databases_are_no_books(statement: str, tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite3"
    engine = open_engine(sqlite_url(file))
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()
    before = file.read_bytes()
    with pytest.raises((MoveRefused, NotTheBooks)) as refusal:
        MoveBooks(sqlite_url(file), sqlite_url(tmp_path / "new.sqlite3"), lambda *_: None)()
    assert (Reason.NO_BOOKS in refusal.value.args) is (statement == "SELECT 1")
    assert file.read_bytes() == before
    assert not (tmp_path / "new.sqlite3").exists()


def test_a_silent_or_wrong_server_changes_nothing(house: Counter) -> None:
    with pytest.raises(DatabaseUnavailable):
        move(house, "postgresql://nobody@127.0.0.1:9/none")
    assert sells(house)


@pytest.fixture
def moved_house(house: Counter, server: str) -> Counter:
    """Return the old place of books that were moved to `server`."""
    move(house, server)
    return house


def test_a_trial_is_taken_back_and_only_the_old_place_sells(
    moved_house: Counter, server: str, publish: Recorder
) -> None:
    with at_work(moved_house, server, publish) as there:
        UndoMove(here(moved_house), server)()
        assert not sells(there)
    with at_work(moved_house, here(moved_house), publish) as again:
        assert CheckPlace(again.database)()
        assert sells(again)
    with pytest.raises(MoveRefused) as refusal:
        UndoMove(here(moved_house), server)()
    assert refusal.value.reason is Reason.NOT_MOVED


def test_a_move_is_not_taken_back_over_what_was_sold_since(
    moved_house: Counter, server: str, publish: Recorder
) -> None:
    with at_work(moved_house, server, publish) as there:
        assert sells(there)
        with pytest.raises(MoveRefused) as refusal:
            UndoMove(here(moved_house), server)()
        assert refusal.value.reason is Reason.WRITTEN_SINCE
        assert sells(there)
    assert not sells(moved_house)


def test_a_trial_whose_database_was_emptied_is_taken_back(
    moved_house: Counter, server: str, publish: Recorder
) -> None:
    engine = open_engine(server)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    UndoMove(here(moved_house), server)()
    moved_house.database.halts.lift(HaltKind.MOVED)
    assert sells(moved_house)


def test_a_copy_of_moved_books_says_the_same(moved_house: Counter, tmp_path: Path) -> None:
    """A backup from after the move is no way to sell twice."""
    moved_house.database.close()
    copy = tmp_path / "copy.sqlite3"
    shutil.copy(tmp_path / "desk.sqlite3", copy)
    engine: Engine = open_engine(sqlite_url(copy))
    with engine.connect() as connection:
        assert moved.find(connection) is not None
    engine.dispose()
