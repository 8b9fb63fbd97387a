"""Print the share of expressions without a type in `desktop/services`, by package and in total.

    typed.py [--without-type-max PERCENT]

Status 1 when the share of the whole is above PERCENT. Needs the environment that `bootstrap.py test` makes.
"""

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVICES = "desktop.services"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--without-type-max", type=float, default=100.0, metavar="PERCENT")
    allowed: float = parser.parse_args().without_type_max
    with tempfile.TemporaryDirectory() as folder:
        command = ["-m", "mypy", "--any-exprs-report", folder, "--cache-dir", folder, "-p", SERVICES]
        checked = subprocess.run([sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        if checked.returncode:
            print(checked.stdout)
            return checked.returncode
        untyped, all_of_them = counts((Path(folder) / "any-exprs.txt").read_text(encoding="utf-8"))
    for package in sorted(all_of_them):
        print(f"{package:40} {100 * untyped[package] / all_of_them[package]:6.2f} % without a type")
    share = 100 * untyped.total() / all_of_them.total()
    print(f"{'total':40} {share:6.2f} % of {all_of_them.total()} expressions, {allowed:g} % allowed")
    return 1 if share > allowed else 0


def counts(report: str) -> tuple["Counter[str]", "Counter[str]"]:
    """Return expressions without a type, and all, by package, from lines of name, any, all and coverage."""
    untyped: Counter[str] = Counter()
    all_of_them: Counter[str] = Counter()
    for line in report.splitlines():
        name, *figures = line.split()
        if name.startswith(f"{SERVICES}."):
            module = name.removeprefix(f"{SERVICES}.").split(".")
            package = f"{SERVICES}.{module[0]}" if len(module) > 1 else SERVICES
            untyped[package] += int(figures[0])
            all_of_them[package] += int(figures[1])
    return untyped, all_of_them


if __name__ == "__main__":
    sys.exit(main())
