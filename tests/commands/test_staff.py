"""staff recover: the account that owns the books sets a manager's PIN anew, and every screen tells of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from db import recoveries
from db.states import Role
from desktop.__main__ import main
from desktop.bootstrap import open_desk
from desktop.config import Config
from desktop.paths import Paths
from desktop.services.staff.list_people import ListRecoveries
from desktop.services.staff.recover_by_owner import RecoverByOwner
from desktop.services.staff_errors import WrongPin
from tests.conftest import SteppedClock
from tests.counter import Counter
from tests.staff import CLERK_PIN, MANAGER_PIN, keep_staff

NEW_PIN = "519384"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A data folder whose house keeps Meena, its manager, and Ravi."""
    with open_desk(Config(Paths(tmp_path)), lambda _event: None) as desk:
        services = desk.services
        services.add_person("90", "Meena", Role.MANAGER, MANAGER_PIN, actor=services.actor())
        services.add_person("11", "Ravi", Role.CLERK, CLERK_PIN, actor=services.actor())
    return tmp_path


def types(monkeypatch: pytest.MonkeyPatch, *pins: str) -> None:
    """Let the person at the terminal type these, where nothing is echoed."""
    typed: Iterator[str] = iter(pins)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))


def run(folder: Path, *words: str) -> int:
    return main(["--data-dir", str(folder), "staff", *words])


def test_the_owner_of_the_books_sets_the_only_managers_pin_anew(
    house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, NEW_PIN, NEW_PIN)
    assert run(house, "recover") == 0
    said = capsys.readouterr().out
    assert "Meena" in said
    with open_desk(Config(Paths(house)), lambda _event: None) as desk:
        with pytest.raises(WrongPin):
            desk.services.sign_in("90", MANAGER_PIN)
        assert desk.services.sign_in("90", NEW_PIN).name == "Meena"
        (told,) = desk.services.list_recoveries()
        assert (told.name, bool(told.login)) == ("Meena", True)
        acts = [act for act in desk.services.list_counter_acts() if act.customer_name == "Meena"]
        assert [act.clerk for act in acts] == [f"system: {told.login}"]
        assert [line.name for line in desk.services.audit() if not line.passed] == []
    for file in (house / "logs").glob("*"):
        said += file.read_text(encoding="utf-8")
    assert NEW_PIN not in said


@pytest.mark.parametrize("pins", [(NEW_PIN, "519385"), ("123456", "123456"), ("12", "12"), ("909090",) * 2])
def test_what_is_no_pin_changes_nothing(
    house: Path, monkeypatch: pytest.MonkeyPatch, pins: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, *pins)
    assert run(house, "recover") == 1
    assert "Traceback" not in capsys.readouterr().out
    with open_desk(Config(Paths(house)), lambda _event: None) as desk:
        assert desk.services.sign_in("90", MANAGER_PIN).name == "Meena"
        assert desk.services.list_recoveries() == ()


def test_another_account_is_refused(
    house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch)
    monkeypatch.setattr("os.geteuid", lambda: 4_242)
    assert run(house, "recover") == 1
    assert "belongs to" in capsys.readouterr().out


def test_a_clerk_and_a_code_that_is_nobodys_are_refused(
    house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch)
    for code in ("11", "55", "x"):
        assert run(house, "recover", code) == 1
        assert f"no manager with the code {code}" in capsys.readouterr().out


def test_where_there_are_no_books_none_are_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "none", "recover") == 1
    assert not (tmp_path / "none").exists()
    assert "no books" in capsys.readouterr().out


def test_the_list_names_everybody(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(house, "list") == 0
    said = capsys.readouterr().out.splitlines()[1:]
    assert [line.split()[:2] for line in said] == [["11", "Ravi"], ["90", "Meena"]]
    assert "has to choose a PIN" in said[0]


def test_it_is_told_for_seven_days_and_stands_in_the_journal(
    any_counter: Counter, clock: SteppedClock
) -> None:
    keep_staff(any_counter.database)
    RecoverByOwner(any_counter.database)("90", NEW_PIN, "asha", actor=any_counter.actor)
    listed = ListRecoveries(any_counter.database)
    assert [(one.name, one.login) for one in listed()] == [("Meena", "asha")]
    clock.advance(timedelta(days=7).total_seconds())
    assert len(listed()) == 1
    clock.advance(1)
    assert listed() == ()
    with any_counter.database.read() as session:
        assert len(recoveries.since(session, session.now - timedelta(days=31))) == 1
    content = next(text for tag, text in any_counter.told() if tag == "STAFF_RECOVERED")
    assert (json.loads(content)["login"], NEW_PIN in content) == ("asha", False)
