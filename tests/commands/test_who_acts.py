"""Commands that write ask who acts where the house keeps people, or are listed under the system's login."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from db.database import Database
from db.engine import open_engine, sqlite_url
from db.install import install
from db.node_clock import wall_clock
from db.schema import journal
from desktop.__main__ import main
from desktop.commands import who_acts
from desktop.services.domain.counter_acts import CounterActKind
from desktop.services.reviewing.list_counter_acts import ListCounterActs
from tests.actors import works_at
from tests.new_books import make_books
from tests.staff import CLERK_PIN, MANAGER_PIN, keep_staff

ROOT = Path(__file__).resolve().parents[2]
FILES = [str(file) for file in sorted((ROOT / "resources" / "sample").glob("*.csv"))]
Type = Callable[..., None]


def opened(file: Path) -> Database:
    engine = open_engine(sqlite_url(file))
    who = install(engine, desk_code="D1", clerk="clerk")
    return works_at(Database(engine, clock=wall_clock, home=who.home), who, "clerk")


@pytest.fixture
def books(tmp_path: Path) -> Path:
    """Return practice books of a house that keeps people."""
    file = make_books(tmp_path)
    database = opened(file)
    keep_staff(database)
    database.close()
    return file


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Type:
    """Return what lets a person type code and PIN on a terminal."""

    def type_in(code: str, pin: str) -> None:
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        monkeypatch.setattr("builtins.input", lambda _asked: code)
        monkeypatch.setattr("getpass.getpass", lambda _asked: pin)

    return type_in


def commands(file: Path) -> list[tuple[str, str, str]]:
    """Return who ran which command on what, by the journal."""
    database = opened(file)
    with database.read() as session:
        rows = session.execute(
            select(journal.c.clerk, journal.c.content)
            .where(journal.c.tag == "COMMAND_RUN")
            .order_by(journal.c.at)
        ).all()
    database.close()
    told = [(row.clerk, json.loads(row.content)) for row in rows]
    return [(clerk, content["command"], content["subject"]) for clerk, content in told]


def listed(file: Path) -> list[tuple[str, str]]:
    """Return who did what on the list of decisions."""
    database = opened(file)
    acts = ListCounterActs(database)()
    database.close()
    return [(act.clerk, act.reason) for act in acts if act.kind is CounterActKind.SYSTEM_ACT]


def test_a_manager_imports_under_the_own_name_and_is_on_no_list(
    books: Path, types: Type, capsys: pytest.CaptureFixture[str]
) -> None:
    types("90", MANAGER_PIN)
    assert main(["import", *FILES, "--data-dir", str(books.parent)]) == 0
    assert MANAGER_PIN not in "".join(capsys.readouterr())
    assert {(clerk, command) for clerk, command, _ in commands(books)} == {("Meena", "import")}
    assert listed(books) == []


@pytest.mark.parametrize(
    ("code", "pin", "said"),
    [
        ("11", CLERK_PIN, "needs a manager"),
        ("90", "111222", "Code or PIN is wrong"),
        ("90", "", "A PIN has six figures"),
        ("nobody", MANAGER_PIN, "A code has two figures"),
    ],
)
def test_whoever_may_not_changes_nothing(
    books: Path, types: Type, capsys: pytest.CaptureFixture[str], code: str, pin: str, said: str
) -> None:
    types(code, pin)
    folder = ["--data-dir", str(books.parent)]
    assert main(["import", *FILES, *folder]) == 1
    assert said in capsys.readouterr().out
    assert main(["move", "--to", str(books.parent / "there.sqlite3"), *folder]) == 1
    assert main(["doctor", "--adopt-pages", *folder]) == 1
    assert commands(books) == []
    assert not (books.parent / "there.sqlite3").exists()


@pytest.mark.parametrize("options", [[], ["--as-system"]])
def test_without_a_terminal_or_on_demand_the_systems_login_acts_and_is_listed(
    books: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: bool(options))
    monkeypatch.setenv("LOGNAME", "somebody-else")
    assert main(["import", *FILES, "--data-dir", str(books.parent), *options]) == 0
    ((clerk, reason),) = listed(books)
    assert clerk == f"system: {who_acts.system_login()}"
    assert "somebody-else" not in clerk
    assert reason.startswith("import classes.csv,")


def test_a_dry_run_asks_nobody(books: Path) -> None:
    assert main(["import", *FILES, "--dry-run", "--data-dir", str(books.parent)]) == 0
    assert commands(books) == []


def test_a_restore_stands_in_the_books_that_were_put_in_place(
    books: Path, types: Type, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ["--data-dir", str(books.parent)]
    backup = books.parent / "saved.sqlite3"
    assert main(["backup", str(backup), *folder]) == 0
    assert main(["import", *FILES, *folder, "--as-system"]) == 0
    types("90", MANAGER_PIN)
    assert main(["restore", str(backup), *folder]) == 0
    assert commands(books) == [("Meena", "restore", "saved.sqlite3")]
    types("11", CLERK_PIN)
    assert main(["restore", str(backup), *folder]) == 1
    assert commands(books) == [("Meena", "restore", "saved.sqlite3")]
    capsys.readouterr()
    assert main(["restore", str(backup), *folder, "--as-system"]) == 0
    # The record of the first restore is in no backup, and is the only one that is lost.
    assert "Desk D1: 1 records" in capsys.readouterr().out
    assert [clerk for clerk, _ in listed(books)] == [f"system: {who_acts.system_login()}"]
    assert main(["audit", *folder]) == 0


def test_books_that_can_not_be_read_are_replaced_by_the_systems_login(books: Path) -> None:
    folder = ["--data-dir", str(books.parent)]
    backup = books.parent / "saved.sqlite3"
    assert main(["backup", str(backup), *folder]) == 0
    books.write_bytes(b"nothing of ours" * 999)
    assert main(["restore", str(backup), *folder]) == 0
    assert [reason for _, reason in listed(books)] == ["restore saved.sqlite3"]


def test_a_move_is_told_in_the_books_that_go(books: Path) -> None:
    there = books.parent / "there.sqlite3"
    assert main(["move", "--to", str(there), "--data-dir", str(books.parent), "--as-system"]) == 0
    assert [reason for _, reason in listed(there)] == [f"move {sqlite_url(there)}"]


def test_a_house_without_people_is_asked_nothing(tmp_path: Path) -> None:
    file = make_books(tmp_path)
    assert main(["import", *FILES, "--data-dir", str(tmp_path)]) == 0
    assert listed(file) == []
