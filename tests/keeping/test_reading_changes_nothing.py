"""Whoever looks at books leaves them as they were: not one byte in the file or beside it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2
import pytest

from db.database import Database
from db.engine import sqlite_file, sqlite_url
from db.errors import DatabaseReadOnly, DatabaseReadsOnly, DatabaseTrouble
from db.halt import HaltKind, Purpose
from desktop.commands.audit import run_audit
from desktop.commands.trouble import explain_trouble
from desktop.config import Config
from desktop.paths import Paths
from desktop.reading import READER, WRITES, open_review, read_books
from desktop.services.application import Services
from desktop.services.domain.review import ReviewFilter
from desktop.services.halted import SalesHalted
from tests.counter import Counter
from tests.keeping.folders import content_of
from tests.ui.keys.shown_before import MONEY, OTHER_WRITES

BROKEN_OFF = """
import os, sys
import pysqlite3.dbapi2
connection = pysqlite3.dbapi2.connect(sys.argv[1])
connection.execute("PRAGMA journal_mode=WAL")
connection.execute("UPDATE node SET name = 'written last'")
connection.commit()
os._exit(0)
"""


@dataclass
class Book:
    """A file with one sale."""

    file: Path
    reference: str
    config: Config


def all_reads(services: Services, book: Book) -> None:
    """Call the services that read."""
    booking = services.find_booking(book.reference)
    assert services.list_bookings(ReviewFilter(), None, 50).rows
    assert list(services.export_bookings(ReviewFilter()))
    assert services.tell_story(book.reference)
    assert services.find_receipt(booking.id).number
    assert services.find_customers("Asha")
    assert all(line.passed for line in services.audit())
    services.show_today()
    services.list_offerings()
    assert services.read_condition().halts[0].kind is HaltKind.READ_ONLY


@pytest.fixture
def sold(counter: Counter, tmp_path: Path) -> Book:
    """Return the file of a desk that has sold something and ended."""
    hold = counter.hold()
    counter.pay(hold)
    file = sqlite_file(counter.database.engine)
    assert file is not None
    config = Config(Paths(tmp_path / "program"))
    return Book(file, hold.reference, config)


def placed(sold: Book, database: Database, tmp_path: Path, kind: str) -> Book:
    folder = tmp_path / "looked at"
    folder.mkdir()
    file = folder / "desk.sqlite3"
    if kind == "live":
        database.engine.connect().close()
        for one in sold.file.parent.glob(f"{sold.file.name}*"):
            assert one.exists()
        return sold
    database.close()
    shutil.copy(sold.file, file)
    if kind == "rollback":
        connection = pysqlite3.dbapi2.connect(file)
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.close()
    if kind.startswith("broken off"):
        subprocess.run([sys.executable, "-c", BROKEN_OFF, str(file)], check=True)
    if kind == "broken off, no -shm":
        Path(f"{file}-shm").unlink()
    return Book(file, sold.reference, sold.config)


KINDS = ("rollback", "closed", "live", "broken off", "broken off, no -shm")


@pytest.mark.parametrize("can_write", [True, False], ids=["", "read-only folder"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_look_leaves_the_books_as_they_were(
    kind: str, can_write: bool, sold: Book, database: Database, tmp_path: Path, request: Any
) -> None:
    book = placed(sold, database, tmp_path, kind)
    folder = book.file.parent
    if not can_write:
        folder.chmod(0o500)
        request.addfinalizer(lambda: folder.chmod(0o700))
    but = ("-shm",) if kind == "live" else ()
    before = content_of(folder, but=but)
    with ExitStack() as stack:
        services = open_review(book.config, book.file, lambda _event: None, stack)
        all_reads(services, book)
        assert services.read_condition().halts[0].facts["is_copied"] is (kind == "broken off, no -shm")
    assert run_audit(book.config, book.file) == 0
    assert content_of(folder, but=but) == before
    assert not book.config.paths.data_dir.exists()


def test_what_was_written_last_is_read_too(sold: Book, database: Database, tmp_path: Path) -> None:
    for kind in ("broken off", "broken off, no -shm"):
        (tmp_path / kind).mkdir()
        book = placed(sold, database, tmp_path / kind, kind)
        with ExitStack() as stack:
            read = read_books(book.config, book.file, stack).database
            with read.read() as session:
                (name,) = session.connection.exec_driver_sql("SELECT name FROM node").one()
        assert name == "written last"


def test_a_desk_that_starts_meanwhile_is_read_on(counter: Counter, sold: Book, database: Database) -> None:
    database.close()
    with ExitStack() as stack:
        services = open_review(sold.config, sold.file, lambda _event: None, stack)
        assert len(services.list_bookings(ReviewFilter(), None, 50).rows) == 1
        counter.pay(counter.hold(key="another"), key="paid")
        assert len(services.list_bookings(ReviewFilter(), None, 50).rows) == 2


def test_every_write_is_refused_with_one_sentence(sold: Book, database: Database) -> None:
    assert set(WRITES) == MONEY | OTHER_WRITES
    with ExitStack() as stack:
        services = open_review(sold.config, sold.file, lambda _event: None, stack)
        for name in WRITES:
            with pytest.raises(SalesHalted) as refused:
                getattr(services, name)()
            assert refused.value.halt.kind is HaltKind.READ_ONLY


def test_a_write_past_the_halt_is_a_trouble_with_a_name(sold: Book, database: Database) -> None:
    with ExitStack() as stack:
        read = read_books(sold.config, sold.file, stack).database
        with pytest.raises(DatabaseReadOnly), read.write(READER, Purpose.REMEDY) as session:
            session.connection.exec_driver_sql("UPDATE node SET name = 'x'")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE alembic_version SET version_num = '0009'", "older version"),
        ("UPDATE alembic_version SET version_num = '9999'", "newer version"),
        ("DROP TABLE alembic_version", "no books"),
    ],
)
def test_another_schema_is_told_and_never_migrated(
    statement: str, words: str, sold: Book, database: Database, tmp_path: Path
) -> None:
    book = placed(sold, database, tmp_path, "rollback")
    connection = pysqlite3.dbapi2.connect(book.file)
    connection.execute(statement)
    connection.commit()
    connection.close()
    before = content_of(book.file.parent)
    with pytest.raises(DatabaseTrouble) as trouble, ExitStack() as stack:
        read_books(book.config, book.file, stack)
    assert words in explain_trouble(trouble.value)
    assert content_of(book.file.parent) == before


@pytest.mark.parametrize("content", [b"", b"a letter to the manager " * 90, None])
def test_what_is_no_book_is_told(content: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "x.sqlite3"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(DatabaseTrouble), ExitStack() as stack:
        read_books(Config(Paths(tmp_path), sqlite_url(file)), None, stack)
    assert [one.name for one in tmp_path.iterdir()] == ([file.name] if content is not None else [])


def test_a_server_is_read_and_takes_no_write(any_counter: Counter, tmp_path: Path) -> None:
    hold = any_counter.hold()
    any_counter.pay(hold)
    url = any_counter.database.engine.url.render_as_string(hide_password=False)
    before = any_counter.rows()
    config = Config(Paths(tmp_path / "program"), url)
    with ExitStack() as stack:
        services = open_review(config, None, lambda _event: None, stack)
        all_reads(services, Book(tmp_path, hold.reference, config))
        read = read_books(config, None, stack).database
        refused = (DatabaseReadOnly, DatabaseReadsOnly)  # a file, a server
        with pytest.raises(refused), read.write(READER, Purpose.REMEDY) as session:
            session.connection.exec_driver_sql("UPDATE node SET name = 'x'")
    assert any_counter.rows() == before
    assert not config.paths.data_dir.exists()
