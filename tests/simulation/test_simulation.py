"""The simulation in its short form; the long one is `python tests/simulation/simulate.py --sales 10000`."""

import json
import subprocess
import sys
from pathlib import Path

SIMULATE = Path(__file__).with_name("simulate.py")
SALES, SEED = 140, 2


def test_no_paisa_is_lost_whatever_goes_wrong() -> None:
    """In a process of its own, for it listens to the program's log and draws from the shared chances."""
    command = [sys.executable, str(SIMULATE), "--sales", str(SALES), "--seed", str(SEED), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=250)
    assert done.returncode == 0, done.stdout + done.stderr
    figures = json.loads(done.stdout)
    assert figures["wrong"] == []
    assert figures["sales"] == SALES
    assert figures["bookings"]["confirmed"] > SALES // 4
    assert figures["captured_paise"] > figures["refunded_paise"] > 0
    assert figures["faults"] > 100
    assert figures["acts and events"]["desk restarts"] > 0
    assert figures["acts and events"]["gateway restarts"] > 0
