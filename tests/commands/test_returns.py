"""gstr1, tally and papers: files for the accountant by commands, and books that stay as they are."""

from pathlib import Path

import pytest

from desktop.__main__ import main
from tests.conftest import SteppedClock
from tests.counter import Counter


@pytest.fixture
def book(counter: Counter, tmp_path: Path) -> Path:
    """Books with a sale, closed."""
    counter.pay(counter.hold(counter.quote(counter.item("GOA21"))))
    counter.database.close()
    return tmp_path / "desk.sqlite3"


def run(book: Path, out: Path, *words: str) -> int:
    return main([*words, "--to", str(out), "--book", str(book)])


def test_a_month_is_written_and_the_check_is_said(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = book.read_bytes()
    assert run(book, tmp_path / "out", "gstr1", "--registration", "MH", "--month", "2026-11") == 0
    said = capsys.readouterr().out
    assert "Checked: papers, tables and ledger agree." in said
    (folder,) = (tmp_path / "out").iterdir()
    assert (folder / "GSTR1 27AAAAA0000A1Z2 112026.json").exists()
    assert book.read_bytes() == before


def test_a_day_and_the_list_of_a_month_are_written(book: Path, tmp_path: Path, clock: SteppedClock) -> None:
    assert run(book, tmp_path / "out", "tally", "--day", f"{clock().date():%Y-%m-%d}") == 0
    assert run(book, tmp_path / "out", "papers", "--month", "2026-11") == 0
    names = sorted(file.name for folder in (tmp_path / "out").iterdir() for file in folder.iterdir())
    assert names == [
        "1 ledgers.xml",
        "2 vouchers.xml",
        "Papers 2026-11-01 to 2026-11-30.csv",
        "Papers 2026-11-01 to 2026-11-30.xlsx",
        "day.csv",
        "vouchers.csv",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("gstr1", "--registration", "GA", "--month", "2026-11"), "GA files no GSTR-1"),
        (("gstr1", "--registration", "MH", "--month", "nov"), "A month is written as 2026-11"),
        (("tally", "--day", "24/11"), "A day is written as 2026-11-23"),
        (("papers", "--month", ""), "A month is written as 2026-11"),
    ],
)
def test_what_can_not_be_is_said_and_nothing_written(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert run(book, tmp_path / "out", *words) == 1
    assert said in capsys.readouterr().out
    assert not (tmp_path / "out").exists()
