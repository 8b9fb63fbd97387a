"""`move` as a manager types it: what is printed, what it returns, and no password anywhere."""

import re
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from db.halts import WritesHalted
from desktop.__main__ import main
from desktop.bootstrap import open_desk
from desktop.commands.window import explain_start
from desktop.config import Config
from desktop.paths import Paths
from tests.conftest import server_database


def test_a_fresh_folder_has_no_books_to_move(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "fresh"
    assert main(["move", "--to", str(tmp_path / "new.sqlite3"), "--data-dir", str(folder)]) == 1
    assert "There are no books yet: start the desk first." in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_move_wants_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["move"])
    assert "--to" in capsys.readouterr().err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder in which a desk has practised."""
    with open_desk(Config(Paths(tmp_path)), lambda _event: None) as desk:
        assert desk.services.find_customers("Asha")
    return tmp_path


def test_a_move_prints_its_proof_and_no_password(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with server_database() as url:
        assert main(["move", "--to", url, "--data-dir", str(folder)]) == 0
        said = capsys.readouterr().out
        assert re.search(r"\d+ tables with \d+ rows are the same on both sides", said)
        assert re.search(r"The audit says the same on both sides: (\d+) of \1 checks passed", said)
        assert re.search(r"desk D1: journal \d+, [0-9a-f]{16}", said)
        password = make_url(url).password
        assert password
        assert password not in said
        assert main(["audit", "--database", url, "--data-dir", str(folder)]) == 0
        capsys.readouterr()
        assert main(["move", "--to", url, "--data-dir", str(folder)]) == 1
        assert "These books were moved to postgresql://" in capsys.readouterr().out
        assert main(["move", "--undo", "--to", url, "--data-dir", str(folder)]) == 0
        said = capsys.readouterr().out
        assert said.splitlines()[-1].startswith("Taken back: these books are sold on here again")
        assert password not in said


def test_the_desk_opens_its_old_books_for_reading(folder: Path) -> None:
    assert main(["move", "--to", str(folder / "elsewhere.sqlite3"), "--data-dir", str(folder)]) == 0
    with open_desk(Config(Paths(folder)), lambda _event: None) as desk:
        assert desk.services.find_customers("Asha")
        (halt,) = desk.services.read_condition().halts
        assert halt.facts["to"] == str(folder / "elsewhere.sqlite3")


def test_a_new_desk_on_moved_books_is_told_in_one_sentence(folder: Path) -> None:
    assert main(["move", "--to", str(folder / "elsewhere.sqlite3"), "--data-dir", str(folder)]) == 0
    config = Config(Paths(folder), desk_code="D7")
    with pytest.raises(WritesHalted) as refused, open_desk(config, lambda _event: None):
        pass
    said = explain_start(refused.value)
    assert "These books were moved to" in said
    assert "elsewhere.sqlite3" in said
