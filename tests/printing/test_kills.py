"""kill -9 at the worst moment: of the process that hands over, and of the desk that waits for it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from db.engine import sqlite_url
from db.print_words import PrintAnswer, PrintFault, PrintState
from desktop.paper_errand import hand_over
from desktop.ui.papers.escpos import RESET
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import Counter
from tests.printing import loopback
from tests.printing.desk_of_papers import PaperDesk, slip
from tests.printing.loopback import Listener

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process is killed by POSIX's signals")
ROOT = Path(__file__).parents[2]
# Opens the same books as the desk and works its queue, as its program does.
WORKS = """
import sys
sys.path.insert(0, {root!r})
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import Counter
from tests.printing.desk_of_papers import PaperDesk
from desktop.paper_errand import hand_over
clock, publish = SteppedClock(), Recorder()
desk = PaperDesk(Counter(open_database({url!r}, clock, publish), clock, publish), hand_over)
desk.queue()
"""


def takes_some(reached: threading.Event) -> Callable[[socket.socket, Listener], None]:
    """A printer that has read a part of the paper, and then waits for the test to end."""

    def serve(connection: socket.socket, listener: Listener) -> None:
        while RESET not in listener.got:
            listener.got += connection.recv(64)
            if listener.got.count(loopback.ASKS) > listener.answered:
                connection.sendall(loopback.ONLINE + loopback.WITH_PAPER)
                listener.answered += 1
        reached.set()
        listener.ended.wait(30)

    return serve


def children_of(pid: int) -> list[int]:
    """The processes that a process has started."""
    found = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for file in found for child in file.read_text().split()]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells whose child a process is")
def test_a_killed_process_leaves_its_paper_unsure_and_the_desk_at_work(counter: Counter) -> None:
    reached = threading.Event()
    with Listener(takes_some(reached)) as printer:
        desk = PaperDesk(counter, hand_over)
        desk.save(slip(address=printer.address))
        document_id = desk.sell()
        job_id = desk.ask(document_id)
        before = set(children_of(os.getpid()))
        working = threading.Thread(target=desk.queue)
        working.start()
        assert reached.wait(30)
        (child,) = set(children_of(os.getpid())) - before
        os.kill(child, signal.Signals["SIGKILL"])
        working.join(timeout=30)
        assert not working.is_alive()
    job = desk.job(job_id)
    assert (job.state, job.fault, job.copy_number) == (PrintState.UNSURE, PrintFault.BROKEN, 0)
    assert desk.copies(document_id) == 0


def test_a_killed_desk_asks_at_its_next_start(
    counter: Counter, tmp_path: Path, clock: SteppedClock, publish: Recorder
) -> None:
    reached = threading.Event()
    with Listener(takes_some(reached)) as printer:
        desk = PaperDesk(counter)
        desk.save(slip(address=printer.address))
        document_id = desk.sell()
        job_id = desk.ask(document_id)
        url = sqlite_url(tmp_path / "desk.sqlite3")
        with subprocess.Popen((sys.executable, "-c", WORKS.format(root=str(ROOT), url=url))) as program:
            assert reached.wait(60)
            program.kill()
    assert desk.job(job_id).state is PrintState.SENDING
    # The next start of the desk.
    again = open_database(url, clock, publish)
    next_start = PaperDesk(Counter(again, clock, publish))
    next_start.queue()
    (asked,) = next_start.stuck()
    assert (asked.id, asked.state, asked.fault) == (job_id, PrintState.UNSURE, PrintFault.KILLED)
    next_start.answer(job_id, PrintAnswer.AGAIN)
    next_start.queue()
    assert (next_start.job(job_id).state, next_start.copies(document_id)) == (PrintState.SENT, 1)
    assert next_start.counter.faults() == []
    again.close()
