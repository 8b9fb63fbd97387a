"""The program ends in bounded time, says what it still waited for, and leaves nothing half done."""

import os
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pysqlite3 import dbapi2 as sqlite

from desktop.commands.leaving import leave
from desktop.commands.window import explain_start
from desktop.practice import server
from desktop.practice.server import PracticeServer, PracticeUnavailable
from desktop.ui.desk_pool import DeskPool
from desktop.ui.runner import Runner

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.usefixtures("qapp")
def test_a_use_case_that_hangs_does_not_keep_the_window_s_end_waiting() -> None:
    over, pool = threading.Event(), DeskPool()
    runner, owner = Runner(pool), QObject()
    runner.run(lambda: over.wait(30), owner=owner, done=lambda _done: None, failed=lambda _error: None)
    begun = time.monotonic()
    assert not runner.close(0.1)
    assert time.monotonic() - begun < 5
    over.set()
    assert runner.close(20)
    pool.shutdown()


@pytest.mark.usefixtures("qapp")
def test_what_runs_is_waited_for_and_what_has_not_begun_is_not() -> None:
    pool, ended = DeskPool(), list[int]()
    runner, owner = Runner(pool), QObject()
    gate: Future[int] = Future()
    runner.run(
        lambda: ended.append(gate.result(10)),
        owner=owner,
        done=lambda _done: None,
        failed=lambda _error: None,
    )
    threading.Timer(0.05, lambda: gate.set_result(1)).start()
    assert runner.close(20)
    assert ended == [1]
    pool.shutdown()


def test_the_end_names_what_is_still_asked(capsys: pytest.CaptureFixture[str]) -> None:
    over, ended = threading.Event(), list[int]()
    before = set(threading.enumerate())
    assert leave(3, before, end=ended.append) == 3
    assert ended == []
    hanging = threading.Thread(target=over.wait, args=(30,), name="use-case_0")
    hanging.start()
    assert leave(3, before, end=ended.append) == 3
    assert ended == [3]
    assert "use-case_0" in capsys.readouterr().out
    over.set()
    hanging.join(5)


def test_a_process_with_a_thread_that_never_ends_ends(tmp_path: Path) -> None:
    script = tmp_path / "hangs.py"
    script.write_text(
        textwrap.dedent(
            """
            import threading
            from desktop.commands.leaving import leave
            from desktop.services.outside import off_the_desk
            before = set(threading.enumerate())
            asking = threading.Event()
            never = off_the_desk("reconcile", lambda: (asking.set(), threading.Event().wait()))
            threading.Thread(target=never, name="use-case_0").start()
            asking.wait(5)
            raise SystemExit(leave(0, before))
            """
        )
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "without waiting longer for: reconcile (gateway" in done.stdout


def test_a_practice_gateway_that_does_not_end_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "STOP_TIMEOUT", 0.05)
    running = PracticeServer(tmp_path / "practice.sqlite3")
    running.start()
    over = threading.Event()
    serving, hangs = running._thread, threading.Thread(target=over.wait, args=(30,), daemon=True)
    hangs.start()
    running._thread = hangs
    begun = time.monotonic()
    running.stop()
    assert time.monotonic() - begun < 5
    over.set()
    assert serving is not None
    serving.join(10)
    running.stop()


def test_a_practice_file_that_is_kept_or_damaged_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "practice.sqlite3"
    file.write_bytes(b"this is no database, and was never one" * 200)
    with pytest.raises(PracticeUnavailable) as damaged:
        PracticeServer(file).start()
    assert "move the file away" in explain_start(damaged.value)
    file.unlink()
    with PracticeServer(file):
        pass
    # By the same library: two of them in one process do not see each other's locks.
    keeper = sqlite.connect(str(file), isolation_level=None)
    keeper.execute("BEGIN EXCLUSIVE")
    with pytest.raises(PracticeUnavailable, match="locked"):
        PracticeServer(file).start()
    keeper.execute("ROLLBACK")
    keeper.close()
    with PracticeServer(file) as again:
        assert again.base_url


def test_a_practice_gateway_that_was_killed_is_started_anew_over_its_file(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "desktop", "practice", "--data-dir", str(tmp_path)]
    running = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    )
    assert running.stdout is not None
    assert running.stdout.readline().startswith(b"http://127.0.0.1:")
    running.kill()
    running.wait(10)
    running.stdout.close()
    with PracticeServer(tmp_path / "practice.sqlite3") as again:
        assert again.base_url


def test_a_window_closed_while_its_start_hangs_ends_its_process(tmp_path: Path) -> None:
    script = tmp_path / "hangs.py"
    script.write_text(
        textwrap.dedent(
            """
            import sys, threading
            from pathlib import Path
            from desktop.commands import window
            from desktop.config import Config
            from desktop.paths import Paths
            from desktop import bootstrap
            from PySide6.QtCore import QCoreApplication, QMetaObject, Qt

            def hang(*_config, **_more):
                from desktop.ui import running
                running.END_SECONDS = 0.3
                application = QCoreApplication.instance()
                QMetaObject.invokeMethod(application, "quit", Qt.ConnectionType.QueuedConnection)
                threading.Event().wait()

            bootstrap.open_desk = hang
            sys.exit(window.run_window(Config(Paths(Path(sys.argv[1])))))
            """
        )
    )
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "desk")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "without waiting longer for: the start" in done.stdout
    assert "Destroyed while thread" not in done.stderr
