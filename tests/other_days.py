"""Play what reads a clock on two more days than today: the next of .ci/days and one drawn at random.

python tests/other_days.py [DAY...]

With days only those. The exit status is 0 if all is well on each of them.
"""

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LISTED = ROOT / ".ci" / "days"
DRAWN_FROM_DAYS = 5 * 365
# The other tests step a clock of their own from a day of their own: no day of the run reaches them.
READ_A_CLOCK = (
    "tests/simulation",
    "tests/commands/test_practice_and_live.py",
    "tests/commands/test_command_line.py::test_audit_of_a_new_database_passes_with_a_line_for_each_check",
    "tests/pace",
    "tests/test_day_of_run.py::test_here_all_clocks_agree",
    "tests/test_day_of_run.py::test_the_servers_clock_agrees",
    "tests/db/test_node_clock.py",
    "tests/gateways/test_clock_offset.py",
    "tests/gateway_money/test_recheck_payments.py",
    "tests/gateway_money/test_clock_not_learned_yet.py",
    "tests/keeping/test_a_whole_desk.py",
    "tests/keeping/test_damaged_books.py",
    "tests/keeping/test_other_files.py",
    "tests/practice/test_clock_seed_and_restart.py",
    "tests/practice/test_customers_and_settlements.py",
    "tests/races/test_last_of_everything.py::test_one_process_wins_and_seven_are_told_so[sqlite]",
    "tests/timing",
    "tests/trust/test_kill_desks.py",
    "tests/ui/review",
    "tests/ui/cases",
    "tests/ui/desk/test_outage.py",
    "tests/ui/tour/test_journeys.py",
    "tests/ui/quote/test_quote_sells.py",
)
PYTEST = ("-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal")


def days(listed: Sequence[str], today: date, dice: random.Random) -> list[str]:
    """Return the listed day whose turn it is, and one drawn from the next five years."""
    turn = listed[today.toordinal() % len(listed)]
    return [turn, str(today + timedelta(days=dice.randint(1, DRAWN_FROM_DAYS)))]


def listed_days() -> list[str]:
    """Return the days of the file."""
    lines = LISTED.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def main(arguments: list[str]) -> int:
    """Play on each day, also after one that failed."""
    drawn = days(listed_days(), datetime.now(UTC).date(), random.SystemRandom())
    failed = []
    for day in arguments or drawn:
        print(f"-- on {day}; again: python3 packaging/bootstrap.py test --day {day}", flush=True)
        command = [sys.executable, *PYTEST, "--day", day, *READ_A_CLOCK]
        if subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}).returncode:
            failed.append(day)
    for day in failed:
        print(
            f"Faults on {day}" + ("" if day in listed_days() else f": add it to {LISTED.relative_to(ROOT)}")
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
