"""A desk's code belongs to a machine: on a server no other one starts it, until a manager lets it."""

from pathlib import Path

import pytest

from db.database import Database
from db.engine import sqlite_file
from db.errors import DeskOfOtherMachine
from db.machines import DeskMachine, machine_of
from desktop.__main__ import main
from desktop.bootstrap import open_desk
from desktop.commands.trouble import explain_trouble
from desktop.config import Config
from desktop.machine import read_machine
from desktop.paths import Paths
from tests.actors import actor_of
from tests.staff import CLERK_PIN, MANAGER_PIN, keep_staff


def start(database: Database, machine: str, code: str = "D1") -> None:
    """Start a desk at a machine, as the window does."""
    desk = DeskMachine(database, code, machine)
    desk.check()
    desk.note(actor_of(database))


def owner(database: Database, code: str = "D1") -> str:
    with database.read() as session:
        return machine_of(session, code).id


def test_another_machine_is_refused_on_a_server_and_told_the_way_out(any_database: Database) -> None:
    start(any_database, "machine-1")
    start(any_database, "machine-1")
    if sqlite_file(any_database.engine) is not None:
        start(any_database, "machine-2")  # books that were carried to a new PC
        assert owner(any_database) == "machine-2"
        return
    with pytest.raises(DeskOfOtherMachine) as refused:
        start(any_database, "machine-2")
    said = explain_trouble(refused.value)
    assert "--desk D2" in said
    assert "desk take D1" in said
    assert owner(any_database) == "machine-1"
    start(any_database, "machine-2", code="D2")


def test_a_machine_without_an_id_is_not_refused_and_takes_nothing(any_database: Database) -> None:
    start(any_database, "machine-1")
    start(any_database, "")
    assert owner(any_database) == "machine-1"


def test_a_machine_keeps_its_id_outside_the_data_folder(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data")
    first = read_machine(paths.machine)
    assert len(first) == 32
    assert read_machine(paths.machine) == first
    assert not paths.machine.is_relative_to(tmp_path / "data")
    assert read_machine(tmp_path / "other" / "machine.txt") != first
    (tmp_path / "a file").write_text("")
    assert read_machine(tmp_path / "a file" / "machine.txt") == ""


def test_a_start_writes_whose_desk_it_is_and_a_copy_opens_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Config(Paths(tmp_path / "data"))
    with open_desk(config, lambda _event: None) as desk:
        assert owner(desk.database) == read_machine(config.paths.machine)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another PC"))
    with open_desk(config, lambda _event: None) as desk:
        assert owner(desk.database) == read_machine(config.paths.machine)


@pytest.mark.parametrize(("code", "pin", "taken"), [("90", MANAGER_PIN, True), ("11", CLERK_PIN, False)])
def test_a_manager_takes_a_desk_whose_machine_is_gone(
    any_database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    code: str,
    pin: str,
    taken: bool,
) -> None:
    keep_staff(any_database)
    start(any_database, "the old machine")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _asked: code)
    monkeypatch.setattr("getpass.getpass", lambda _asked: pin)
    url = any_database.engine.url.render_as_string(hide_password=False)
    words = ["desk", "take", "D1", "--database", url, "--data-dir", str(tmp_path)]
    assert main(words) == (0 if taken else 1)
    assert ("this machine's now" if taken else "needs a manager") in capsys.readouterr().out
    is_here = owner(any_database) == read_machine(Paths(tmp_path).machine)
    assert is_here is taken


def test_a_code_that_nobody_knows_is_not_taken(
    any_database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = any_database.engine.url.render_as_string(hide_password=False)
    assert main(["desk", "take", "D7", "--database", url, "--data-dir", str(tmp_path)]) == 1
    assert "know no desk D7: D1" in capsys.readouterr().out
    assert owner(any_database, "D7") == ""
