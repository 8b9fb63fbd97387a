"""Kill the desk at every write and every call of paying and refunding, and see that nothing is lost.

    python tests/simulation/kill.py --kills 500 [--seed 1] [--json]

Each kill is a SIGKILL of a process of its own; the next process reconciles on the same files. Exits with 0
only if both sides' books agree after each of them.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
MEMORY = Path("/dev/shm")  # noqa: S108  a folder in memory where there is one, each run in a new one below it


def main(arguments: list[str] | None = None) -> int:
    """Carry out the killings, print the figures and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as scratch:
        figures = carry_out(Path(scratch), chosen.kills, chosen.seed)
    if chosen.json:
        print(json.dumps(figures))
    else:
        from tests.simulation.simulate import told

        print(told(figures))
    return 1 if figures["wrong"] else 0


def carry_out(folder: Path, kills: int, seed: int) -> dict[str, Any]:
    """Return the figures of so many kills, or of those until the first fault."""
    from tests.simulation.killing import Parent, plan
    from tests.simulation.scripts import SCRIPTS
    from tests.simulation.simulation import log_of

    began = time.monotonic()
    parent = Parent(folder)
    with log_of(folder):
        parent.start()
        try:
            points = {script: parent.count_points(script) for script in SCRIPTS}
            for killing in plan(points, kills, seed):
                if parent.kills >= kills or parent.faults:
                    break
                parent.carry_out(killing)
        finally:
            parent.close()
    return {
        "kills": parent.kills,
        "points by scenario": points,
        "points": sum(points.values()),
        "counts": dict(sorted(parent.counts.items())),
        "found after the restart": dict(parent.ends.most_common()),
        "seconds": round(time.monotonic() - began, 1),
        "wrong": parent.faults,
    }


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
