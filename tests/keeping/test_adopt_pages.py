"""Pages that a program without checksums has written are taken over; damage is not."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.checksums import wrong_pages
from db.engine import sqlite_url
from db.errors import DatabaseDamaged
from db.halt import HaltKind
from desktop.__main__ import main
from desktop.services.keeping.adopt_pages import AdoptPages
from desktop.services.keeping.check_pages import CheckPages
from desktop.services.keeping.examine_books import examine_books
from tests.actors import actor_of
from tests.conftest import Recorder
from tests.counter import Counter
from tests.keeping.books import close, pages_of, sell_on


@pytest.fixture
def books(counter: Counter) -> Path:
    """The file of books on which was sold, closed."""
    sell_on(counter)
    return close(counter)


def written_elsewhere(file: Path) -> None:
    """Change a row with Python's own SQLite, which knows nothing of checksums."""
    with closing(sqlite3.connect(file)) as other:
        other.execute("UPDATE customer SET name = 'Asha Rao'")
        other.commit()
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_what_another_program_wrote_halts_and_is_taken_over(
    counter: Counter, books: Path, publish: Recorder
) -> None:
    actor = actor_of(counter.database)
    written_elsewhere(books)
    assert list(wrong_pages(books))
    database = counter.database
    assert not CheckPages(database)()
    assert [halt.kind for halt in database.halts.current] == [HaltKind.DAMAGED]
    assert AdoptPages(database)(actor=actor) > 0
    assert database.halts.current == ()
    assert CheckPages(database)()
    assert AdoptPages(database)(actor=actor) == 0
    assert counter.faults() == []
    assert publish.tags().count("PAGES_ADOPTED") == 1
    database.close()
    assert not list(wrong_pages(books))


def test_the_doctor_names_the_command_that_takes_them_over(
    counter: Counter, books: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counter.database.close()
    written_elsewhere(books)
    assert "--adopt-pages" in examine_books(books).remedy
    place = ["--database", sqlite_url(books), "--data-dir", str(books.parent)]
    assert main(["doctor", "--adopt-pages", *place]) == 0
    assert "pages were taken over" in capsys.readouterr().out
    assert not list(wrong_pages(books))
    assert main(["doctor", "--adopt-pages", *place]) == 0
    assert "Every checksum is right" in capsys.readouterr().out


def test_damage_is_not_taken_over(counter: Counter, books: Path) -> None:
    actor = actor_of(counter.database)
    (page,) = pages_of(books, "claim")
    with books.open("r+b") as opened:
        opened.seek((page - 1) * 4096)
        opened.write(bytes(4096))
    before = books.read_bytes()
    with pytest.raises(DatabaseDamaged):
        AdoptPages(counter.database)(actor=actor)
    counter.database.close()
    assert books.read_bytes() == before


def test_a_figure_that_the_audit_knows_better_is_not_taken_over(counter: Counter, books: Path) -> None:
    """A bit in an amount is no fault of the page, but the books do not add up any more."""
    actor = actor_of(counter.database)
    with closing(sqlite3.connect(books)) as other:
        other.executescript("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE type = 'trigger'")
    with closing(sqlite3.connect(books)) as other:
        other.execute("UPDATE posting SET amount_paise = amount_paise + 1 WHERE rowid = 1")
        other.commit()
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with pytest.raises(DatabaseDamaged, match="audit"):
        AdoptPages(counter.database)(actor=actor)
    counter.database.close()
