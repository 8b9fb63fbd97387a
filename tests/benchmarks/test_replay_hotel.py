"""The replay in short: made-up rows in the real file's form, good ones and bad ones."""

import csv
import gzip
import random
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.benchmarks.hotel_file import COLUMNS, MONTHS, BadRow, Stay, read_stays

ROOT = Path(__file__).resolve().parents[2]
REAL_FILE = ROOT.parent / "shared" / "data" / "hotel_bookings_resort.csv.gz"
NAMES = {number: name for name, number in MONTHS.items()}


def row(dice: random.Random) -> dict[str, object]:
    arrival = date(2016, 5, 1) + timedelta(days=dice.randrange(60))
    lead = dice.randrange(0, 90)
    is_cancelled = dice.random() < 0.4
    ended = arrival - timedelta(days=dice.randrange(0, lead + 1)) if is_cancelled else arrival
    return {
        "lead_time": lead,
        "arrival_date_year": arrival.year,
        "arrival_date_month": NAMES[arrival.month],
        "arrival_date_day_of_month": arrival.day,
        "stays_in_weekend_nights": dice.randrange(0, 3),
        "stays_in_week_nights": dice.randrange(0, 6),
        "adults": dice.choice((0, 1, 2, 2, 2, 3, 26)),
        "children": dice.choice((0, 0, 1)),
        "babies": 0,
        "reserved_room_type": dice.choice("AAAD"),
        "adr": round(dice.uniform(0, 250), 2),
        "reservation_status": "Canceled" if is_cancelled else dice.choice(("Check-Out", "No-Show")),
        "reservation_status_date": f"{ended.month}/{ended.day}/{ended.year}",
    }


BAD = (
    {"adults": "two"},
    {"arrival_date_month": "Maytember"},
    {"arrival_date_day_of_month": 31, "arrival_date_month": "June"},
    {"lead_time": -3},
    {"adr": "nan"},
    {"children": "NA"},
    {"reservation_status": "Perhaps"},
    {"reservation_status_date": "yesterday"},
    {"stays_in_week_nights": 10**9},
    {"reserved_room_type": " "},
)


def write(file: Path, rows: list[dict[str, object]]) -> Path:
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "wt", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, ["hotel", *COLUMNS, "country"], restval="x")
        writer.writeheader()
        writer.writerows(rows)
    return file


def replay(file: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "tests/benchmarks/replay_hotel.py", str(file)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=250, check=False)


@pytest.mark.parametrize("suffix", [".csv", ".csv.gz"])
def test_every_row_is_accounted_for(tmp_path: Path, suffix: str) -> None:
    dice = random.Random(5)
    count = 300 if suffix == ".csv" else 30
    rows = [row(dice) for _ in range(count)]
    rows += [row(dice) | bad for bad in BAD]
    done = replay(write(tmp_path / f"hotel{suffix}", rows))
    last = done.stdout.splitlines()[-1]
    assert (done.returncode, done.stderr) == (0, "")
    assert last.startswith(f"{count + len(BAD)} bookings: ")
    assert last.endswith(" 0 unaccounted")
    numbers = [int(word) for word in last.replace(":", "").split() if word.isdigit()]
    assert numbers[0] == sum(numbers[1:])
    assert min(numbers[1:4]) > 0
    assert f"line {count + 2} can't be read: adults is 'two'" in done.stdout
    assert "SlotTaken" in done.stdout or count < 300


def test_each_bad_row_is_named_with_its_line(tmp_path: Path) -> None:
    good = row(random.Random(1))
    file = write(tmp_path / "hotel.csv", [good, *(good | bad for bad in BAD), good])
    found = list(read_stays(file))
    assert [type(one) for one in found] == [Stay, *([BadRow] * len(BAD)), Stay]
    assert [one.line for one in found] == list(range(2, len(BAD) + 4))


def test_another_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    for name, words in (("other.csv", "no column"), ("nothing.csv", "No such file")):
        done = replay(tmp_path / name)
        assert done.returncode == 2
        assert words in done.stdout


def test_the_real_file_reads_without_a_bad_row() -> None:
    if not REAL_FILE.exists():
        pytest.skip(f"no {REAL_FILE.name} beside the checkout")
    found = list(read_stays(REAL_FILE))
    assert len(found) == 9_999
    assert all(isinstance(one, Stay) for one in found)
