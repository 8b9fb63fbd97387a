"""The killing in its short form; the long one is `python tests/simulation/kill.py --kills 1000`."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

KILL = Path(__file__).with_name("kill.py")
KILLS = 16


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_killed_desk_finishes_its_work_after_the_restart() -> None:
    """Each run of it takes a sample of the points; in a process of its own, which starts the others."""
    command = [sys.executable, str(KILL), "--kills", str(KILLS), "--seed", "3", "--json"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=250, cwd=KILL.parents[2]
    )
    assert done.returncode == 0, done.stdout + done.stderr
    figures = json.loads(done.stdout)
    assert figures["wrong"] == []
    assert figures["kills"] >= KILLS
    assert figures["points"] > 300
