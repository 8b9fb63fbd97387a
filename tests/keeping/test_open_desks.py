"""One program works under a desk's code on one database; the second start is told where the first one is."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.database import Database
from db.engine import sqlite_file
from db.errors import DeskOpenElsewhere
from db.halt import HaltKind
from db.halts import WritesHalted
from db.open_desks import FREE_AFTER, hold_desk
from desktop.bootstrap import open_desk
from desktop.commands.trouble import explain_trouble
from desktop.config import Config
from desktop.paths import Paths
from desktop.ui.halt_words import halt_sentence
from tests.actors import actor_of
from tests.conftest import Recorder, SteppedClock, open_database

HOLDS = """
import os, sys
from pathlib import Path
from db.actor import Actor
from db.database import Database
from db.engine import open_engine, sqlite_url
from db.open_desks import hold_desk
database = Database(open_engine(sqlite_url(Path(sys.argv[1]))), clock=None, home="")
held = hold_desk(database, "D1", Actor("", ""), Path())
print("held", flush=True)
sys.stdin.read()
os._exit(9)
"""


@pytest.fixture
def other(engine_url: str, any_database: Database, clock: SteppedClock) -> Iterator[Database]:
    """Return what a second program has of the same database."""
    database = open_database(engine_url, clock, Recorder())
    yield database
    database.close()


def test_the_same_desk_is_open_once_and_another_one_beside_it(
    any_database: Database, other: Database, tmp_path: Path
) -> None:
    _folders(tmp_path)
    held = hold_desk(any_database, "D1", actor_of(any_database), tmp_path / "here")
    with pytest.raises(DeskOpenElsewhere) as refused:
        hold_desk(other, "D1", actor_of(other), tmp_path / "there")
    said = explain_trouble(refused.value)
    assert said.startswith(f"Desk D1 is open on {platform.node()} since ")
    assert "--desk D2" in said
    beside = hold_desk(other, "D2", actor_of(other), tmp_path / "there")
    held.renew()
    beside.end()
    held.end()
    hold_desk(other, "D1", actor_of(other), tmp_path / "there").end()


def test_a_desk_on_a_server_whose_pc_has_crashed_is_free_within_a_minute(
    any_database: Database, other: Database, clock: SteppedClock, tmp_path: Path
) -> None:
    _folders(tmp_path)
    if sqlite_file(any_database.engine) is not None:
        pytest.skip("a lock of the system ends with its program")
    crashed = hold_desk(any_database, "D1", actor_of(any_database), tmp_path / "here")
    clock.advance(FREE_AFTER.total_seconds() - 1)
    with pytest.raises(DeskOpenElsewhere):
        hold_desk(other, "D1", actor_of(other), tmp_path / "there")
    clock.advance(1)
    held = hold_desk(other, "D1", actor_of(other), tmp_path / "there")
    held.end()
    crashed.end()


def test_a_desk_whose_code_another_pc_has_taken_sells_nothing_until_that_one_ends(
    any_database: Database, other: Database, clock: SteppedClock, tmp_path: Path
) -> None:
    _folders(tmp_path)
    if sqlite_file(any_database.engine) is not None:
        pytest.skip("a lock of the system ends with its program")
    slept = hold_desk(any_database, "D1", actor_of(any_database), tmp_path / "here")
    clock.advance(FREE_AFTER.total_seconds())
    taken_at = clock()
    held = hold_desk(other, "D1", actor_of(other), tmp_path / "there")
    held.renew()
    for _again in range(2):
        slept.renew()
        (halt,) = any_database.halts.current
        assert halt.kind is HaltKind.TAKEN_OVER
        assert halt.facts == {"code": "D1", "host": platform.node(), "since": taken_at}
        assert "Desk D1 was opened on" in halt_sentence(halt)
        with pytest.raises(WritesHalted), any_database.write(actor_of(any_database)):
            pass
    assert other.halts.current == ()
    held.end()
    slept.renew()
    assert any_database.halts.current == ()
    slept.end()


def test_a_desk_of_a_server_that_was_killed_on_this_pc_starts_again_at_once(
    any_database: Database, other: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its row is still there and its lock is not."""
    _folders(tmp_path)
    if sqlite_file(any_database.engine) is not None:
        pytest.skip("beside a file there is no row")
    killed = hold_desk(any_database, "D1", actor_of(any_database), tmp_path / "here")
    monkeypatch.setattr("db.open_desks._Row.give_back", lambda _row: None)
    killed.end()
    with pytest.raises(DeskOpenElsewhere):
        hold_desk(other, "D1", actor_of(other), tmp_path / "there")
    hold_desk(other, "D1", actor_of(other), tmp_path / "here").end()


def _folders(tmp_path: Path) -> None:
    for name in ("here", "there"):
        (tmp_path / name).mkdir()


def test_a_desk_that_was_killed_starts_again_at_once(database: Database, tmp_path: Path) -> None:
    file = sqlite_file(database.engine)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "held\n"
        with pytest.raises(DeskOpenElsewhere):
            hold_desk(database, "D1", actor_of(database), tmp_path / "here")
        program.kill()
    hold_desk(database, "D1", actor_of(database), tmp_path / "here").end()


@pytest.mark.parametrize("code", ["D1", "Front Desk", "../D1", "काउंटर", "a/b", "*"])
def test_a_desk_may_have_any_code(code: str, database: Database, tmp_path: Path) -> None:
    held = hold_desk(database, code, actor_of(database), tmp_path / "here")
    with pytest.raises(DeskOpenElsewhere):
        hold_desk(database, code, actor_of(database), tmp_path / "here")
    held.end()
    hold_desk(database, code, actor_of(database), tmp_path / "here").end()


def test_a_second_start_of_a_practice_desk_is_told(tmp_path: Path) -> None:
    config = Config(Paths(tmp_path))
    with (
        open_desk(config, lambda _event: None),
        pytest.raises(DeskOpenElsewhere),
        open_desk(config, lambda _event: None),
    ):
        pass
    with open_desk(config, lambda _event: None):
        pass
