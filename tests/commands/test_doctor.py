"""`doctor` as a manager types it: a line for each thing, what to do, a status, and nothing changed."""

import shutil
import sys
from pathlib import Path

import pytest

from db.file_header import read_header
from desktop.__main__ import main
from desktop.bootstrap import open_desk
from desktop.commands import doctor
from desktop.config import Config
from desktop.paths import Paths
from tests.conftest import server_database
from tests.keeping.books import flip, pages_of
from tests.keeping.folders import content_of

NAMES = ("database", "mark", "clock", "disk", "rights", "printer", "keyring", "gateway", "fonts")
ANSWERS = """
import json, sys
print(json.dumps({
    "printer": {"names": ["Desk"], "default": "Desk"},
    "fonts": {"families": ["Plex"], "missing": []},
    "keyring": {"state": "there", "store": "SecretService"},
    "keyring-keys": {"state": "empty", "store": "SecretService"},
    "gateway-practice": {"state": "answers", "clock_seconds": 0},
    "gateway-live": {"state": "keys"},
}[sys.argv[-1]]))
"""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what stands beside the desk answer at once, as on a computer that is well."""
    monkeypatch.setattr(doctor, "BESIDE", (sys.executable, "-c", ANSWERS))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder in which a desk has practised."""
    with open_desk(Config(Paths(tmp_path)), lambda _event: None):
        pass
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Return status and output."""
    status = main(["doctor", *words])
    return status, capsys.readouterr().out


def test_a_fresh_folder_has_no_books_and_stays_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = run(capsys, "--data-dir", str(tmp_path / "fresh"))
    assert status == 0, said
    assert "There are no books yet: start the desk first." in said
    assert list(tmp_path.iterdir()) == []


def test_every_examination_has_a_line_and_nothing_changes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in sorted(folder.iterdir())}
    status, said = run(capsys, "--data-dir", str(folder))
    assert status == 0, said
    assert {path: path.read_bytes() for path in sorted(folder.iterdir())} == before
    told = [line.split()[1] for line in said.splitlines() if line.startswith(("ok", "NOTE", "WRONG"))]
    assert tuple(told) == NAMES


def test_damaged_books_end_with_status_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "counterfoil.sqlite3"
    with file.open("r+b") as opened:
        opened.seek(4096 * 40)
        opened.write(bytes(4096))
    status, said = run(capsys, "--data-dir", str(folder))
    assert status == 1
    assert "WRONG  database" in said
    assert "1 wrong" in said


def test_real_money_without_keys_is_worth_knowing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = run(capsys, "--live", "--data-dir", str(folder))
    assert status == 0
    assert "WRONG" not in said
    assert "holds no live keys" in said
    assert "F7" in said


def test_a_server_is_asked_in_the_place_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with server_database() as url:
        status, said = run(capsys, "--database", url, "--data-dir", str(tmp_path))
    assert status == 0, said
    assert "There are no books yet" in said


def test_a_silent_server_is_told_without_its_password(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = "postgresql://desk:hidden@127.0.0.1:9/books"
    status, said = run(capsys, "--database", url, "--data-dir", str(tmp_path))
    assert status == 1
    assert "can't be reached" in said
    assert "hidden" not in said


def test_what_is_no_address_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = run(capsys, "--database", "mysql://desk@server/books", "--data-dir", str(tmp_path))
    assert status == 1
    assert "postgresql://user@server/name" in said


def test_the_help_names_both_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert "doctor" in said
    assert "move" in said


def test_books_that_lack_what_the_desk_wrote_are_told_before_a_start(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    config = Config(Paths(folder))
    yesterday = tmp_path_factory.mktemp("yesterday") / "copy.sqlite3"
    shutil.copy(config.paths.database, yesterday)
    with open_desk(config, lambda _event: None) as desk:
        desk.services.save_customer("9812345670", "Devika", actor=desk.services.actor())
    status, said = run(capsys, "--data-dir", str(folder))
    assert "The books go as far as desk D1 has written" in said
    shutil.copy(yesterday, config.paths.database)
    before = content_of(config.paths.marks)
    status, said = run(capsys, "--data-dir", str(folder))
    assert status == 1
    assert "records that desk D1 has written" in said
    assert content_of(config.paths.marks) == before


def test_pages_that_make_sense_are_told_from_damaged_ones(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Paths(folder).database
    (page,) = pages_of(file, "unit")
    whole = file.read_bytes()
    header = read_header(file)
    assert header is not None
    with file.open("r+b") as opened:  # as a program without checksums leaves a page: the old sum on it
        opened.seek(page * header.page_size - 1)
        opened.write(bytes((whole[page * header.page_size - 1] ^ 1,)))
    status, said = run(capsys, "--data-dir", str(folder))
    assert status == 1
    assert "1 page has a wrong checksum, but all of it makes sense" in said
    flip(file, page, at=3)
    _, said = run(capsys, "--data-dir", str(folder))
    assert "1 page has a wrong checksum." in said
    assert "I/O" not in said
