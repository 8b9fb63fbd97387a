"""Sell for days against a gateway at its worst, and prove that no paisa was lost.

    python tests/simulation/simulate.py --sales 10000 --seed 1 [--json] [--keep FOLDER]

Exits with 0 only if everything holds. The same seed and number of sales does the same again.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
MEMORY = Path("/dev/shm")  # noqa: S108  a folder in memory where there is one, each run in a new one below it


def main(arguments: list[str] | None = None) -> int:
    """Run one simulation, print its figures and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--sales", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--keep", type=Path, help="leave both databases and the log in this new folder")
    chosen = parser.parse_args(arguments)
    sys.path.insert(0, str(ROOT))
    from tests.simulation.simulation import simulate

    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as scratch:
        folder = chosen.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        figures, findings = simulate(folder, chosen.sales, chosen.seed)
    figures["wrong"] = findings.faults
    print(json.dumps(figures) if chosen.json else told(figures))
    return 1 if findings.faults else 0


def told(figures: dict[str, Any], indent: str = "") -> str:
    """Return figures as lines, one a figure."""
    lines = []
    for name, value in figures.items():
        if isinstance(value, dict):
            lines += [f"{indent}{name}:", told(value, indent + "  ")]
        elif isinstance(value, list):
            lines += [f"{indent}{name}: {len(value)}", *(f"{indent}  {one}" for one in value[:20])]
        else:
            lines.append(f"{indent}{name}: {value}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
