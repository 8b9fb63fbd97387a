"""The command that prints how much of the services has no type."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Never raised: an Any beside money hides what mypy would have said.
WITHOUT_TYPE_PERCENT_MAX = 1.0


def test_the_services_have_no_more_places_without_a_type_than_before() -> None:
    script = ROOT / "packaging" / "typed.py"
    done = subprocess.run(
        [sys.executable, str(script), "--without-type-max", str(WITHOUT_TYPE_PERCENT_MAX)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    line = re.compile(r"^(desktop\.services\.\w+) +(\d+\.\d\d) % without a type", re.MULTILINE)
    shares = dict(line.findall(done.stdout))
    for where_money_changes_hands in ("paying", "steps"):
        assert float(shares[f"desktop.services.{where_money_changes_hands}"]) < 3
    assert re.match(r"total +\d+\.\d\d % of \d+ expressions, 1 % allowed", lines[-1])
