"""What a test starts keeps the run's day, takes its own signals, and does not outlive the run."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.conftest import server_database
from tests.day_of_run import shift_seconds

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = ("-m", "pytest", "-p", "tests.day_of_run", "-p", "no:cacheprovider")
DAY = "import datetime; print(datetime.date.today())"
PROGRAM = f"""
import subprocess, sys
from datetime import date

def test_small():
    day = date(2028, 2, 29)
    assert date.today() == day
    child = subprocess.run([sys.executable, "-c", {DAY!r}], capture_output=True, text=True)
    assert child.stdout.strip() == str(day)
"""
STAY = """
import multiprocessing, socket, sys

def stay(port):
    with socket.create_connection(("127.0.0.1", port)) as wire:
        wire.recv(1)

if __name__ == "__main__":
    multiprocessing.get_context("forkserver").Process(target=stay, args=(int(sys.argv[1]),)).start()
    stay(int(sys.argv[1]))
"""
HANGING = """
import subprocess, sys

def test_hangs():
    subprocess.run([sys.executable, {stay!r}, "{port}"])
"""
PATIENCE_SECONDS = 120
NOW = datetime(2026, 11, 29, 23, 59, 30, tzinfo=UTC)


def small_run(folder: Path, program: str, *arguments: str) -> "subprocess.Popen[str]":
    """Start pytest on one test of its own."""
    (folder / "test_small.py").write_text(program)
    command = [sys.executable, *PLUGIN, "--rootdir", str(folder), str(folder / "test_small.py"), *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("spread", [(), ("-n", "1")], ids=["alone", "by xdist"])
def test_a_day_is_kept_by_the_run_and_by_what_it_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spread: tuple[str, ...]
) -> None:
    for name in [name for name in os.environ if name.startswith("COUNTERFOIL_TESTS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with small_run(tmp_path, PROGRAM, "--day", "2028-02-29", *spread) as run:
        said, _ = run.communicate(timeout=PATIENCE_SECONDS)
    assert run.returncode == 0, said


def test_here_all_clocks_agree() -> None:
    said = subprocess.run([sys.executable, "-c", DAY], capture_output=True, text=True, check=True).stdout
    assert abs((date.fromisoformat(said.strip()) - date.today()).days) <= 1  # noqa: DTZ011  the local day of both


def test_the_servers_clock_agrees() -> None:
    with server_database() as url:
        engine = create_engine(url)
        with engine.connect() as connection:
            there: datetime = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
        engine.dispose()
    assert abs((there - datetime.now(UTC)).total_seconds()) < PATIENCE_SECONDS


def test_a_day_keeps_the_time_and_a_moment_is_taken_as_it_is() -> None:
    assert shift_seconds("2026-12-01", NOW) == 2 * 86_400
    assert shift_seconds("2026-11-30T00:00:00Z", NOW) == 30
    assert shift_seconds("+365", NOW) == 365 * 86_400


@pytest.fixture
def ignoring() -> Iterator[None]:
    """Ignore SIGINT and SIGTERM, as nohup and some CI systems do; what is started inherits it."""
    before = {number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signal to one process alone")
@pytest.mark.usefixtures("ignoring")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_child_takes_the_signals_that_the_run_ignores(sent: signal.Signals) -> None:
    code = "import sys; print('ready', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        assert child.stdout
        child.stdout.readline()
        child.send_signal(sent)
        assert child.wait(PATIENCE_SECONDS) == -sent


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
@pytest.mark.parametrize("spread", [(), ("-n", "1")], ids=["alone", "by xdist"])
def test_a_run_that_is_killed_leaves_no_process_behind(tmp_path: Path, spread: tuple[str, ...]) -> None:
    stay = tmp_path / "stay.py"
    stay.write_text(STAY)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(PATIENCE_SECONDS)
        program = HANGING.format(stay=str(stay), port=listener.getsockname()[1])
        with small_run(tmp_path, program, *spread) as run:
            wires = [listener.accept()[0] for _ in ("the child", "and its child")]
            run.kill()
            for wire in wires:
                wire.settimeout(PATIENCE_SECONDS)
                assert wire.recv(1) == b""  # the other end is gone
                wire.close()
