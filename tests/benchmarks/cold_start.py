"""How long until the desk's window is painted and takes typing, beside a bare PySide6 window in the same run.

python tests/benchmarks/cold_start.py [--runs N] [--json]

Both are whole processes, in turns, timed from their start to the end of the first painted frame with the
focus in the field one types into. The desk starts on an existing database, as on every day but the first.
`ready` is when its services are attached as well.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AIM = 1.6
BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
class Field(QLineEdit):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: (print('painted', time.time(), flush=True), QApplication.quit()))
application = QApplication(sys.argv)
field = Field()
field.resize(1366, 768)
field.show()
field.setFocus()
application.exec()
"""
DESK = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop.ui import desk_window
plain = desk_window.DeskWindow
class Timed(plain):
    told = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.told:
            self.told = True
            QTimer.singleShot(0, lambda: print('painted', time.time(), flush=True))
    def attach(self, *given):
        super().attach(*given)
        print('ready', time.time(), flush=True)
        QTimer.singleShot(0, self.close)
from desktop.ui import qt_app
qt_app.DeskWindow = Timed
from desktop.__main__ import main
sys.exit(main(['--data-dir', sys.argv[1]]))
"""


def run(code: str, *arguments: str) -> dict[str, float]:
    """Start a process and return the milliseconds from its start to each moment that it tells."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(ROOT)}
    started = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    words = [line.split() for line in done.stdout.splitlines()]
    return {name: (float(moment) - started) * 1000 for name, moment in words if name in ("painted", "ready")}


def main() -> int:
    """Print both, and return 1 when the desk takes more than AIM times as long."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run(DESK, folder)
        bare, desk, ready = [], [], []
        for _ in range(options.runs):
            bare.append(run(BARE)["painted"])
            found = run(DESK, folder)
            desk.append(found["painted"])
            ready.append(found["ready"])
    result = {
        "bare_window_ms": round(statistics.median(bare), 1),
        "desk_painted_ms": round(statistics.median(desk), 1),
        "desk_ready_ms": round(statistics.median(ready), 1),
        "ratio": round(statistics.median(desk) / statistics.median(bare), 2),
        "aim": AIM,
        "runs": options.runs,
    }
    lines = [f"{name:16} {value}" for name, value in result.items()]
    print(json.dumps(result) if options.json else "\n".join(lines))
    return 0 if result["ratio"] <= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
