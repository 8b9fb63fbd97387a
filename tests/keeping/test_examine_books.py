"""What `doctor` says of books that are damaged, foreign, cut, newer, moved or at work; it writes nothing."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2
import pytest
from sqlalchemy import text

from db import checksums, examined_file
from db.engine import open_engine, sqlite_url
from db.examined_file import examine_file, last_record
from db.examined_server import ServerFacts
from db.migrate import LATEST
from db.node_clock import wall_clock
from desktop.services.domain.examination import Examined, Verdict
from desktop.services.keeping import examine_books
from desktop.services.keeping.examine_books import examine_server_books
from desktop.services.keeping.move_books import MoveBooks
from tests.conftest import START, server_database
from tests.counter import Counter

SECONDS = 60.0
SERVING = ServerFacts(
    place="postgresql://desk@server/books",
    version="15.18",
    now=START,
    round_trip_seconds=0.001,
    has_checksums=True,
    is_standby=False,
    waits_for_standby=False,
    standbys=0,
    revision=LATEST,
)


@pytest.fixture
def file(sample_file: Path, tmp_path: Path) -> Path:
    """Return closed books in a file."""
    return Path(shutil.copy(sample_file, tmp_path / "desk & 100%.sqlite3"))


def examine(file: Path) -> Examined:
    """Examine a file, and see that not one byte was written in it or beside it."""
    before = {path: path.read_bytes() for path in sorted(file.parent.iterdir())}
    found = examine_books.examine_books(file)
    assert {path: path.read_bytes() for path in sorted(file.parent.iterdir())} == before
    return found


def test_sound_books_are_read_whole(file: Path) -> None:
    found = examine(file)
    assert found.verdict is Verdict.OK
    assert "MB with checksums read and sound" in found.sentence
    assert "journal D1 " in found.sentence
    assert last_record(file) == START


def test_books_at_work_are_read_beside_their_log(counter: Counter, tmp_path: Path) -> None:
    counter.pay(counter.hold())
    file = tmp_path / "desk.sqlite3"
    facts = examine_file(file, SECONDS)
    assert facts.faults == ()
    with counter.database.read() as session:
        numbers = session.execute(text("SELECT code, journal_number FROM desk")).all()
    assert facts.heads == tuple(map(tuple, numbers))


def test_a_log_without_its_index_is_read_elsewhere(counter: Counter, tmp_path: Path) -> None:
    counter.hold()
    for ending in ("", "-wal"):
        shutil.copy(tmp_path / f"desk.sqlite3{ending}", tmp_path / f"copy.sqlite3{ending}")
    folder = tmp_path / "carried"
    folder.mkdir()
    for ending in ("", "-wal"):
        shutil.move(tmp_path / f"copy.sqlite3{ending}", folder)
    assert examine(folder / "copy.sqlite3").verdict is Verdict.OK
    assert sorted(path.name for path in folder.iterdir()) == ["copy.sqlite3", "copy.sqlite3-wal"]


def test_a_damaged_page_is_seen(file: Path) -> None:
    pages = file.stat().st_size // 4096
    with file.open("r+b") as opened:
        opened.seek(4096 * (pages // 2))
        opened.write(bytes(4096))
    found = examine(file)
    assert found.verdict is Verdict.WRONG
    assert "damaged" in found.sentence
    assert "backup" in found.remedy


def test_one_changed_digit_is_seen_where_pages_have_checksums(file: Path, tmp_path: Path) -> None:
    new = with_checksums(file, tmp_path / "with.sqlite3")
    assert "with checksums" in examine(new).sentence
    content = bytearray(new.read_bytes())
    place = content.rindex(b"Deluxe")
    content[place] ^= 1
    new.write_bytes(content)
    assert examine(new).verdict is Verdict.WRONG


def with_checksums(file: Path, new: Path) -> Path:
    """Make a copy whose pages carry SQLite's own checksums."""
    new.touch()
    checksums.load()
    with closing(checksums.connect(str(file))) as connection:
        checksums.leave_room(connection, new)
    checksums.write_sums(new)
    return new


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04" + bytes(200), b"SQLite format 3\0"])
def test_what_is_no_database_is_told(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "counterfoil.sqlite3"
    file.write_bytes(content)
    found = examine(file)
    assert found.verdict is Verdict.WRONG
    assert "not a database" in found.sentence


def test_a_cut_file_is_seen(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.truncate(file.stat().st_size * 2 // 3)
    assert examine(file).verdict is Verdict.WRONG


def change(file: Path, *statements: str) -> None:
    """Change books behind the back of every guard."""
    with closing(pysqlite3.dbapi2.connect(str(file), isolation_level=None)) as connection:
        for statement in ("PRAGMA journal_mode = DELETE", *statements):
            connection.execute(statement).fetchall()


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (["DELETE FROM site"], "names a row of site that is not there"),
        (["UPDATE desk SET journal_number = journal_number + 1"], "the journal of desk D1"),
    ],
)
def test_rows_that_do_not_fit_together_are_seen(statements: list[str], said: str, file: Path) -> None:
    change(file, *statements)
    found = examine(file)
    assert found.verdict is Verdict.WRONG
    assert said in found.sentence


@pytest.mark.parametrize(
    ("revision", "verdict", "said"),
    [
        ("9999", Verdict.WRONG, "newer version"),
        ("0009", Verdict.NOTICE, "older version"),
        ("moving", Verdict.WRONG, "has not come to its end"),
    ],
)
def test_books_of_another_schema_are_told(revision: str, verdict: Verdict, said: str, file: Path) -> None:
    engine = open_engine(sqlite_url(file))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :found"), {"found": revision})
    engine.dispose()
    found = examine(file)
    assert found.verdict is verdict
    assert said in found.sentence


def test_other_peoples_databases_are_no_books(tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite3"
    change(file, "CREATE TABLE notes (words TEXT)")
    assert examine(file).sentence == "There are no books yet: start the desk first."


def test_moved_books_say_where_they_are(file: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.sqlite3"
    MoveBooks(sqlite_url(file), sqlite_url(new), lambda *_: None)()
    found = examine(file)
    assert found.verdict is Verdict.NOTICE
    assert str(new) in found.sentence
    assert examine(new).verdict is Verdict.OK


def test_more_than_can_be_read_in_time_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examine_books, "READING_SECONDS", 0.0)
    monkeypatch.setattr(examined_file, "STEPS_BETWEEN", 10)
    found = examine(file)
    assert found.verdict is Verdict.NOTICE
    assert "so far nothing is wrong" in found.sentence


def test_a_file_that_can_not_be_read_is_told(tmp_path: Path) -> None:
    found = examine_books.examine_books(tmp_path)  # a folder in its place
    assert found.verdict is Verdict.WRONG
    assert "can't be read" in found.sentence


@pytest.fixture
def server() -> Iterator[str]:
    """Return an empty database on PostgreSQL."""
    with server_database() as url:
        yield url


def test_a_server_tells_version_and_round_trip_and_no_password(server: str, file: Path) -> None:
    assert examine_server_books(server, wall_clock()).sentence.startswith("There are no books yet")
    MoveBooks(sqlite_url(file), server, lambda *_: None)()
    engine = open_engine(server)
    password = engine.url.password
    engine.dispose()
    found = examine_server_books(server, wall_clock())
    assert found.verdict is not Verdict.WRONG
    assert "PostgreSQL 1" in found.sentence
    assert " ms" in found.sentence
    assert password
    assert password not in found.sentence


@pytest.mark.parametrize(
    ("changed", "verdict", "said"),
    [
        ({"is_standby": True}, Verdict.WRONG, "is a standby"),
        ({"waits_for_standby": True, "standbys": 0}, Verdict.WRONG, "standby does not answer"),
        ({"waits_for_standby": True, "standbys": None}, Verdict.OK, "checksums are on"),
        ({"has_checksums": False}, Verdict.NOTICE, "no checksums"),
        ({"round_trip_seconds": 0.2}, Verdict.NOTICE, "200.0 ms"),
        ({"now": START + timedelta(seconds=40)}, Verdict.NOTICE, "40 s ahead of"),
        ({}, Verdict.OK, "15.18"),
    ],
)
def test_how_a_server_serves_is_told(
    changed: dict[str, Any], verdict: Verdict, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = replace(SERVING, **changed)
    monkeypatch.setattr(examine_books, "examine_server", lambda _url: facts)
    found = examine_server_books("postgresql://desk@server/books", START)
    assert found.verdict is verdict
    assert said in found.sentence


@pytest.mark.parametrize(
    "url", ["postgresql://nobody:hidden@127.0.0.1:9/none", "mysql://x", "postgresql://["]
)
def test_a_server_that_is_not_there_is_told(url: str) -> None:
    found = examine_server_books(url, START)
    assert found.verdict is Verdict.WRONG
    assert "hidden" not in found.sentence
