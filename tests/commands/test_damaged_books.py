"""The commands on books that are damaged, empty or another program's: a sentence, and nothing changed."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.paths import Paths
from tests.counter import Counter
from tests.keeping.books import close, flip, pages_of, sell_on
from tests.keeping.folders import content_of

DRIVERS_WORDS = ("I/O", "malformed", "not a database", "Tree", "Traceback", "can't be opened")


def a_page(file: Path) -> None:
    """Flip a bit among the journal's rows."""
    flip(file, pages_of(file, "journal")[0])


def empty(file: Path) -> None:
    """Leave nothing."""
    file.write_bytes(b"")


def half(file: Path) -> None:
    """Leave the first half."""
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def text(file: Path) -> None:
    """Leave a letter."""
    file.write_bytes(b"Dear guest, \n" * 900)


def another_program(file: Path) -> None:
    """Leave another program's tables."""
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE song (title TEXT)")


@pytest.mark.parametrize("happened", [a_page, empty, half, text, another_program])
def test_a_command_says_what_is_wrong_in_plain_words_and_changes_nothing(
    happened: Callable[[Path], None], counter: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sell_on(counter)
    data = Paths(tmp_path / "data")
    data.data_dir.mkdir(mode=0o700)
    close(counter).rename(data.database)
    happened(data.database)
    before = content_of(tmp_path)
    for words in (
        ["audit"],
        ["backup", str(tmp_path / "copy.sqlite3")],
        ["move", "--to", str(tmp_path / "new.sqlite3")],
    ):
        assert main(["--data-dir", str(data.data_dir), *words]) == 1
        said = capsys.readouterr().out
        assert not [one for one in DRIVERS_WORDS if one in said], said
        assert content_of(tmp_path) == before, words
