"""Several programs on one log lose no line, and a log that can't be written stops nobody."""

import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from db.database import Database
from desktop.logs import log as structured
from desktop.logs import log_faults, open_log, tell_journal
from tests.actors import actor_of
from tests.conftest import Recorder
from tests.counter import Counter as Desk

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS, LINES = 4, 1_500


def lines_of(folder: Path) -> list[str]:
    return [
        line
        for file in sorted(folder.glob("counterfoil.log*"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]


def start_writer(file: Path, name: str, lines: int, bytes_max: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.waits.log_writer", str(file), name, str(lines), str(bytes_max)]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})


def test_four_programs_that_rotate_one_log_lose_no_line(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "counterfoil.log"
    writers = [start_writer(file, f"p{n}", LINES, 20_000) for n in range(PROGRAMS)]
    assert [writer.wait(120) for writer in writers] == [0] * PROGRAMS
    assert len(list(file.parent.glob("counterfoil.log*"))) > 5, "nothing was rotated"
    found = Counter(tuple(line.split(":")[:2]) for line in lines_of(file.parent))
    assert found == Counter((f"p{n}", str(number)) for n in range(PROGRAMS) for number in range(LINES))
    for line in lines_of(file.parent):
        _name, number, filling = line.split(":")
        assert filling == "x" * (int(number) % 97), "two lines ran into each other"


@pytest.mark.skipif(sys.platform == "win32", reason="a process is stopped with POSIX's signals")
def test_a_program_that_stopped_while_it_held_the_lock_stops_no_other(tmp_path: Path) -> None:
    file = tmp_path / "counterfoil.log"
    script = (
        "import os, sys, time\nfrom portalocker import LockFlags, lock\n"
        "descriptor = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)\n"
        "lock(descriptor, LockFlags.EXCLUSIVE)\nprint('held', flush=True)\ntime.sleep(60)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "rotation.lock")]
    holder = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    os.kill(holder.pid, signal.Signals["SIGSTOP"])
    try:
        writer = start_writer(file, "p", 500, 2_000)
        assert writer.wait(60) == 0
        assert len(lines_of(tmp_path)) == 500
    finally:
        holder.kill()
        holder.wait(10)
        holder.stdout.close()


@pytest.fixture
def quiet_logging() -> Iterator[None]:
    """Give the loggers of the test run back as they were."""
    root, hooks = logging.getLogger(), (threading.excepthook, sys.unraisablehook)
    handlers, level = list(root.handlers), root.level
    yield
    for handler in [one for one in root.handlers if one not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    threading.excepthook, sys.unraisablehook = hooks
    structlog.reset_defaults()


def events(file: Path) -> list[str]:
    return [json.loads(line)["event"] for line in lines_of(file.parent)]


@pytest.mark.usefixtures("quiet_logging")
def test_what_no_thread_has_caught_stands_in_the_log(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "counterfoil.log"
    open_log(file)
    log_faults()
    thread = threading.Thread(target=lambda: [][1], name="lonely")
    thread.start()
    thread.join(5)

    class Fading:
        def __del__(self) -> None:
            raise KeyError("nobody can catch this")

    Fading()
    assert events(file) == ["THREAD_FAULT", "UNRAISABLE_FAULT"]
    assert "lonely" in lines_of(file.parent)[0]
    assert "IndexError" in lines_of(file.parent)[0]


@pytest.mark.usefixtures("quiet_logging")
def test_a_log_that_cannot_be_written_stops_no_sale_and_says_so_once(
    counter: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "logs"
    in_the_way.write_text("a file where the folder should be")
    open_log(in_the_way / "counterfoil.log")
    counter.database._committed = tell_journal
    counter.pay(counter.hold())
    assert counter.faults() == []
    assert capsys.readouterr().err.count("can't be written") == 1
    in_the_way.unlink()
    structured.info("AGAIN")
    found = events(in_the_way / "counterfoil.log")
    assert found == ["LOG_LOST", "AGAIN"]


@pytest.mark.usefixtures("quiet_logging")
def test_a_full_disk_tears_a_line_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "counterfoil.log"
    open_log(file)
    structured.info("BEFORE")
    write = os.write
    monkeypatch.setattr("desktop.log_file.os.write", lambda descriptor, data: write(descriptor, data[:10]))
    structured.info("TORN")
    monkeypatch.undo()
    structured.info("AFTER")
    found = lines_of(tmp_path)
    assert [json.loads(found[n])["event"] for n in (0, 2, 3)] == ["BEFORE", "LOG_LOST", "AFTER"]


@pytest.mark.usefixtures("quiet_logging")
def test_a_record_that_cannot_be_logged_does_not_undo_its_sale(
    counter: Desk, database: Database, publish: Recorder, tmp_path: Path
) -> None:
    open_log(tmp_path / "counterfoil.log")
    counter.hold()
    record = publish.records[-1]

    class Unshowable:
        def __str__(self) -> str:
            raise ValueError("no text")

        __repr__ = __str__

    record.content["odd"] = {Unshowable(): 1}  # type: ignore[index]  # a record is read only by its type
    tell_journal([record])
    assert actor_of(database) is not None
    assert lines_of(tmp_path)
