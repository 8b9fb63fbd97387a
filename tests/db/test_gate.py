"""The queue in front of SQLite's write lock is fair, and never worth waiting for twice."""

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import portalocker
import pytest
from sqlalchemy import text

from db.database import Database
from db.gate import PAUSE_SECONDS, WAIT_SECONDS_MAX, WITHOUT_SECONDS, Gate
from tests.actors import actor_of

ROOT = Path(__file__).resolve().parents[2]
TURNS = 40
# Begins when it is told to; writes its name when its turn begins and again when it ends.
TAKES_TURNS = f"""
import sys
from pathlib import Path
from db.gate import Gate
file, log, name = sys.argv[1:]
gate = Gate(Path(file))
with open(log, "a", buffering=1) as lines:
    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range({TURNS}):
        with gate.turn():
            lines.write(name + "\\n")
            lines.write(name + "\\n")
"""


@dataclass
class Watch:
    """A clock that moves only by the pauses that are made."""

    seconds: float = 1_000.0

    def __call__(self) -> float:
        return self.seconds

    def pause(self, seconds: float) -> None:
        self.seconds += seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def gate(tmp_path: Path, watch: Watch) -> Gate:
    return Gate(tmp_path / "desk.sqlite3", clock=watch, pause=watch.pause)


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[int]:
    """Somebody else who opened the file and keeps it locked."""
    descriptor = os.open(tmp_path / "desk.sqlite3-gate", os.O_RDWR | os.O_CREAT, 0o600)
    portalocker.lock(descriptor, portalocker.LOCK_EX | portalocker.LOCK_NB)
    yield descriptor
    os.close(descriptor)


def waited(gate: Gate, watch: Watch) -> float:
    """Return the seconds before a block could begin."""
    asked = watch.seconds
    with gate.turn():
        return watch.seconds - asked


def is_kept(stranger: int) -> bool:
    """Whether the stranger is kept out now."""
    try:
        portalocker.lock(stranger, portalocker.LOCK_EX | portalocker.LOCK_NB)
    except portalocker.AlreadyLocked:
        return True
    portalocker.unlock(stranger)
    return False


def test_a_turn_keeps_others_out_until_its_end(gate: Gate, watch: Watch, stranger: int) -> None:
    portalocker.unlock(stranger)
    with gate.turn():
        assert is_kept(stranger)
    assert not is_kept(stranger)


def test_a_stranger_who_keeps_the_file_slows_the_first_write_only(
    gate: Gate, watch: Watch, stranger: int
) -> None:
    assert waited(gate, watch) == pytest.approx(WAIT_SECONDS_MAX, abs=2 * PAUSE_SECONDS)
    assert [waited(gate, watch) for _ in range(100)] == [0.0] * 100


def test_after_a_while_the_gate_is_tried_again(gate: Gate, watch: Watch, stranger: int) -> None:
    waited(gate, watch)
    watch.seconds += WITHOUT_SECONDS - 1
    assert waited(gate, watch) == 0.0
    watch.seconds += 2
    assert waited(gate, watch) >= WAIT_SECONDS_MAX - PAUSE_SECONDS
    portalocker.unlock(stranger)
    watch.seconds += WITHOUT_SECONDS + 1
    with gate.turn():
        assert is_kept(stranger)


def test_an_exception_gives_the_turn_back(gate: Gate, stranger: int) -> None:
    portalocker.unlock(stranger)
    with pytest.raises(ZeroDivisionError), gate.turn():
        raise ZeroDivisionError
    assert not is_kept(stranger)


def test_a_file_that_can_not_be_opened_is_no_reason_to_wait(tmp_path: Path, watch: Watch) -> None:
    (tmp_path / "desk.sqlite3-gate").mkdir()
    gate = Gate(tmp_path / "desk.sqlite3", clock=watch, pause=watch.pause)
    assert waited(gate, watch) == 0.0


def test_a_thread_behind_one_that_waited_in_vain_goes_on_at_once(
    tmp_path: Path, watch: Watch, stranger: int
) -> None:
    """Both ask before the first has given up; only the first one pays."""
    pausing: set[int] = set()
    ended = threading.Event()

    def pause(seconds: float) -> None:
        if not pausing:
            second.start()
        pausing.add(threading.get_ident())
        watch.pause(seconds)

    gate = Gate(tmp_path / "desk.sqlite3", clock=watch, pause=pause)

    def ask() -> None:
        with gate.turn():
            ended.set()

    second = threading.Thread(target=ask)
    with gate.turn():
        pass
    assert ended.wait(10)
    second.join()
    assert pausing == {threading.get_ident()}


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes; the folder's rights are the file's")
def test_a_new_file_is_its_owners_alone(gate: Gate, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with gate.turn():
            pass
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "desk.sqlite3-gate").stat().st_mode) == 0o600


def test_a_desk_writes_although_a_stranger_keeps_the_gate(
    database: Database, tmp_path: Path, stranger: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`database` lies in the same folder under the same name."""
    monkeypatch.setattr("db.gate.WAIT_SECONDS_MAX", 0.05)
    for number in range(3):
        with database.write(actor_of(database)) as session:
            session.connection.execute(
                text("INSERT INTO setting (name, value, home) VALUES (:name, '1', 'h')"),
                {"name": f"test-{number}"},
            )
    with database.read() as session:
        found = session.connection.execute(text("SELECT count(*) FROM setting WHERE name LIKE 'test-%'"))
        assert found.scalar_one() == 3


def test_two_programs_take_turns(tmp_path: Path) -> None:
    log = tmp_path / "log"
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", TAKES_TURNS, str(tmp_path / "desk.sqlite3"), str(log), name],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("first", "second")
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        program.communicate(timeout=60)
        assert program.returncode == 0
    lines = log.read_text().split()
    assert lines[::2] == lines[1::2]
    assert {name: lines.count(name) for name in ("first", "second")} == dict.fromkeys(
        ("first", "second"), 2 * TURNS
    )
