"""Damaged books are opened to be read; nothing is sold on them."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from db.database import Database
from db.engine import sqlite_url
from db.errors import DatabaseDamaged
from db.halt import Checksums, HaltKind, Purpose
from db.halts import WritesHalted
from db.schema import document, setting
from desktop import bootstrap
from desktop.bootstrap import OpenedDatabase
from desktop.commands.audit import run_audit
from desktop.config import Config
from desktop.database_words import with_words
from desktop.paths import Paths
from desktop.services.halted import SalesHalted
from desktop.services.keeping.check_books_again import CheckBooksAgain
from desktop.services.keeping.read_condition import ReadCondition
from tests.actors import actor_of
from tests.conftest import Recorder
from tests.counter import Counter
from tests.keeping.books import close, flip, pages_of, sell_on, without_sums


@pytest.fixture
def books(counter: Counter) -> Path:
    """The file of books on which was sold, closed."""
    sell_on(counter)
    return close(counter)


def opened(file: Path) -> OpenedDatabase:
    """Open the books as a start does, and wait for the look."""
    start = bootstrap.open_database(Config(Paths(file.parent), sqlite_url(file)))
    start.check.wait()
    return start


def write(database: Database, purpose: Purpose = Purpose.WORK) -> None:
    with database.write(actor_of(database), purpose):
        pass


def test_sound_books_are_sold_on_and_carry_checksums(books: Path) -> None:
    with closing(opened(books).database) as database:
        condition = ReadCondition(database)()
    # The books are of another day than this machine's.
    assert {halt.kind for halt in condition.halts} <= {HaltKind.CLOCK}
    assert condition.pages.checksums is Checksums.ON
    assert condition.pages.checked_at is not None
    assert condition.pages.per_cent is None


def test_one_flipped_bit_halts_every_sale_and_names_the_table(books: Path) -> None:
    flip(books, pages_of(books, "document")[0])
    start = opened(books)
    with closing(start.database) as database:
        (halt,) = ReadCondition(database)().halts
        assert halt.kind is HaltKind.DAMAGED
        assert "document" in halt.facts["tables"]
        with pytest.raises(WritesHalted), database.write(start.at_desk()):
            pass
        with database.read() as session:
            assert session.execute(select(setting.c.name)).all()


def test_damage_that_is_gone_again_halts_no_longer(books: Path) -> None:
    whole, told = books.read_bytes(), Recorder()
    flip(books, pages_of(books, "document")[0])
    with closing(opened(books).database) as database:
        assert database.halts.current
        CheckBooksAgain(database, told)()
        assert database.halts.current
        books.write_bytes(whole)
        CheckBooksAgain(database, told)()
        assert database.halts.current == ()
    assert len(told.events) == 2


def test_a_page_that_is_found_damaged_while_selling_stops_the_sales(counter: Counter) -> None:
    sell_on(counter)
    file = close(counter)
    flip(file, pages_of(file, "document")[0])
    database = counter.database  # its connections are made anew

    def show() -> None:
        with database.read() as session:
            session.execute(select(document)).all()

    with pytest.raises(SalesHalted) as refused:
        with_words(show, database)()
    assert refused.value.halt.kind is HaltKind.DAMAGED
    with pytest.raises(WritesHalted):
        write(database)
    database.close()


def test_a_write_that_meets_damage_leaves_nothing(counter: Counter) -> None:
    sell_on(counter)
    file = close(counter)
    flip(file, pages_of(file, "setting")[0], at=3)
    database = counter.database
    actor = actor_of(database)
    before = file.read_bytes()
    with pytest.raises(DatabaseDamaged), database.write(actor) as session:
        session.execute(select(setting.c.value)).all()
    with pytest.raises(WritesHalted):
        write(database)
    database.close()
    assert file.read_bytes() == before


@pytest.mark.parametrize("table", ["alembic_version", "node", "sqlite_schema"])
def test_damage_where_the_start_reads_has_one_sentence(
    books: Path, table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page = 1 if table == "sqlite_schema" else pages_of(books, table)[0]
    flip(books, page, at=300 if page == 1 else 5)
    assert run_audit(Config(Paths(books.parent), sqlite_url(books))) == 1
    said = capsys.readouterr()
    assert said.out.startswith("The books are damaged")
    assert said.out.count("\n") == 1
    assert "nothing was changed" in said.out
    assert "error" not in said.out + said.err


def test_an_audit_names_what_is_damaged(books: Path, capsys: pytest.CaptureFixture[str]) -> None:
    flip(books, pages_of(books, "document")[0])
    assert run_audit(Config(Paths(books.parent), sqlite_url(books))) == 1
    said = capsys.readouterr()
    assert "damaged_table=document" in said.out
    assert "error" not in said.out + said.err


def test_a_schema_of_rubbish_in_a_file_without_checksums_is_damage(
    books: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """SQLite's message quotes the rubbish, and the driver can't even decode it."""
    plain = without_sums(books, tmp_path / "plain.sqlite3")
    content = plain.read_bytes()
    plain.write_bytes(content.replace(b"CREATE TABLE", b"CREA\xf2E TABLE"))
    assert run_audit(Config(Paths(tmp_path), sqlite_url(plain))) == 1
    assert capsys.readouterr().out.startswith("The books are damaged")
