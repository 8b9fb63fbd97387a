"""Output that can't be shown, or that nobody takes, never ends a command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.output import open_output
from tests.new_books import make_books

ROOT = Path(__file__).resolve().parents[2]
BOOTSTRAP = ROOT / "packaging" / "bootstrap.py"
PLAIN = pytest.mark.parametrize("coding", ["cp1252", "ascii"])
CLOSED = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes outputs")


def run(*command: str, coding: str = "utf-8", closed: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run Python with this coding of its output, with the outputs in `closed` closed by the shell."""
    whole = [sys.executable, *command]
    shell = ["sh", "-c", f'exec "$@" {closed}', "sh"] if closed else []
    variables = {"PYTHONIOENCODING": coding, "PYTHONUTF8": "0", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [*shell, *whole],
        cwd=ROOT,
        capture_output=True,
        timeout=500,
        check=False,
        env={**os.environ, **variables},
    )


def commands(folder: Path) -> dict[str, tuple[list[str], int]]:
    """Each command that ends by itself, with a folder named in Devanagari, and its status."""
    rooms = folder / "कमरे.csv"
    rooms.write_text("offering,first_day,last_day,price\nNONE,2026-13-01,2026-12-01,कई\n", encoding="utf-8")
    sample = sorted(str(file) for file in (ROOT / "resources" / "sample").glob("*.csv"))
    there = ["--data-dir", str(folder / "राहुल")]
    make_books(folder / "राहुल")
    return {
        "help": (["--help"], 0),
        "wrongly called": (["--grace", "राहुल"], 2),
        "audit": (["audit", *there], 0),
        "import": (["import", *sample, *there], 0),
        "import with faults": (["import", str(rooms), *there], 1),
        "a database that is none": (["audit", "--data-dir", str(rooms)], 1),
        "practice with a live key": (["practice", "--key", "rzp_live_₹", *there], 1),
        "tour for real money": (["tour", "--out", str(folder), "--live", *there], 2),
    }


NAMES = (
    "help",
    "wrongly called",
    "audit",
    "import",
    "import with faults",
    "a database that is none",
    "practice with a live key",
    "tour for real money",
)


@pytest.mark.parametrize(
    ("coding", "name"),
    [*(("ascii", name) for name in NAMES), ("cp1252", "help"), ("cp1252", "import with faults")],
)
def test_a_sign_that_the_terminal_does_not_know_ends_nothing(coding: str, name: str, tmp_path: Path) -> None:
    arguments, status = commands(tmp_path)[name]
    done = run("-m", "desktop", *arguments, coding=coding)
    assert done.returncode == status, done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stdout + done.stderr


@CLOSED
@pytest.mark.parametrize("name", ["help", "wrongly called", "audit", "import with faults"])
def test_a_closed_output_ends_nothing(name: str, tmp_path: Path) -> None:
    arguments, status = commands(tmp_path)[name]
    done = run("-m", "desktop", *arguments, closed=">&-")
    assert (done.returncode, done.stdout) == (status, b""), done.stderr
    assert b"Traceback" not in done.stderr


@CLOSED
def test_without_any_output_a_command_does_its_work(tmp_path: Path) -> None:
    files = [str(file) for file in (ROOT / "resources" / "sample").glob("*.csv")]
    done = run("-m", "desktop", "import", *files, "--data-dir", str(tmp_path), closed="<&- >&- 2>&-")
    assert done.returncode == 0
    assert (tmp_path / "counterfoil.sqlite3").exists()


# The whole tour, and its shortest form: both write with the same hands.
TOUR = ("tour",)
FEW = ("pictures", "--languages", "hi", "--themes", "light", "--zooms", "100", "--widths", "1366")


@pytest.mark.timeout(1100)
def test_the_tour_ends_well_and_again_on_the_same_books(tmp_path: Path) -> None:
    out = tmp_path / "चित्र"
    folders = "--out", str(out), "--data-dir", str(tmp_path)
    for command, closed in ((TOUR, ""), (FEW, ">&- 2>&-" if os.name == "posix" else "")):
        done = run("-m", "desktop", *command, *folders, coding="ascii", closed=closed)
        assert done.returncode == 0, done.stdout + done.stderr
        assert any(out.iterdir())


@PLAIN
def test_the_set_up_says_what_it_can(coding: str, tmp_path: Path) -> None:
    place = tmp_path / "राहुल"
    place.mkdir()
    script = place / "bootstrap.py"
    script.write_bytes(BOOTSTRAP.read_bytes())
    done = run("-c", f"import runpy; runpy.run_path({str(script)!r})['say']('₹ राहुल')", coding=coding)
    assert (done.returncode, done.stdout.strip()) == (0, b"? ?????")


@CLOSED
def test_the_set_up_needs_no_output() -> None:
    assert run(str(BOOTSTRAP), closed=">&-").returncode == 2


def test_an_output_that_was_closed_later_is_replaced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    gone = (tmp_path / "gone").open("w", encoding="utf-8")
    gone.close()
    monkeypatch.setattr(sys, "stdout", gone)
    monkeypatch.setattr(sys, "stderr", None)
    open_output()
    print("nobody sees this")
    for stream in (sys.stdout, sys.stderr):
        assert stream is not None
        stream.close()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["audit", "--database", "mysql://desk@server/x"], "the address is not of the form postgresql://"),
        (["audit", "--database", "postgres://desk@server/x"], "the address is not of the form postgresql://"),
        (["audit", "--database", "postgresql+psycopg2://desk@server/x"], "is not of the form postgresql://"),
        (["audit", "--database", "postgresql://desk@server:abc/x"], "is not of the form postgresql://"),
        (["audit", "--database", "sqlite:///{folder}"], "there is no file"),
        (["audit", "--data-dir", "{file}"], "there is no file"),
        (["import", "{rooms}", "--data-dir", "{file}"], "can't be used (File exists)"),
        (["import", "{folder}/none.csv"], "none.csv:0: can't be opened: No such file"),
        (["import", "{folder}"], "can't be opened: Is a directory"),
        (["import", "{book}"], "is a workbook; save its sheet as CSV UTF-8"),
        (["tour", "--out", "{file}"], "File exists. Choose another file or folder"),
        (["tour", "--out", "{file}/below"], "Not a directory. Choose another file or folder"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(tmp_path: Path, arguments: list[str], said: str) -> None:
    file, book = tmp_path / "file", tmp_path / "rates.xlsx"
    file.write_text("x")
    book.write_bytes(b"PK\x03\x04 a workbook")
    folder = tmp_path / "folder"
    folder.mkdir()
    rooms = ROOT / "resources" / "sample" / "rooms.csv"
    named = [one.format(folder=folder, file=file, book=book, rooms=rooms) for one in arguments]
    done = run("-m", "desktop", "--data-dir", str(tmp_path / "data"), *named)
    assert done.returncode == 1
    assert said in done.stdout.decode()
    assert b"Traceback" not in done.stdout + done.stderr


@CLOSED
def test_a_reader_that_goes_away_ends_nothing(tmp_path: Path) -> None:
    make_books(tmp_path)
    command = [sys.executable, "-m", "desktop", "--data-dir", str(tmp_path), "audit"]
    script = 'exec 3>&1; { "$@"; echo "status $?" >&3; } | true'
    done = subprocess.run(["sh", "-c", script, "sh", *command], cwd=ROOT, capture_output=True, check=False)
    assert b"status 0" in done.stdout
    assert done.stderr == b""
