"""What stands where the books should be, and is none of them, has one clear sentence in both languages."""

import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from db.engine import sqlite_url
from db.errors import NotTheBooks
from db.halt import NotBooks
from desktop import bootstrap
from desktop.commands.window import explain_start
from desktop.config import Config
from desktop.paths import Paths
from desktop.ui.language import speak


def text_file(file: Path, _sample: bytes) -> None:
    file.write_text("room,rate\nDeluxe,7500\n" * 50)


def archive(file: Path, _sample: bytes) -> None:
    with zipfile.ZipFile(file, "w") as opened:
        opened.writestr("books.txt", "x" * 5000)


def empty(file: Path, _sample: bytes) -> None:
    file.touch()


def header_only(file: Path, sample: bytes) -> None:
    file.write_bytes(sample[:100])


def begun(file: Path, sample: bytes) -> None:
    file.write_bytes(sample[:9])


def one_byte_short(file: Path, sample: bytes) -> None:
    file.write_bytes(sample[:-1])


def half(file: Path, sample: bytes) -> None:
    file.write_bytes(sample[: len(sample) // 8192 * 4096])


def zeros(file: Path, sample: bytes) -> None:
    file.write_bytes(bytes(len(sample)))


def first_page_zeroed(file: Path, sample: bytes) -> None:
    file.write_bytes(bytes(4096) + sample[4096:])


def another_programs(file: Path, _sample: bytes) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE song (title TEXT)")


def another_with_alembic(file: Path, _sample: bytes) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('0011')")
        connection.commit()


def named_by_another(file: Path, _sample: bytes) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA application_id = 1196444487")
        connection.execute("CREATE TABLE desk (id TEXT)")


def folder(file: Path, _sample: bytes) -> None:
    file.mkdir()


def log_alone(file: Path, _sample: bytes) -> None:
    file.with_name(file.name + "-wal").write_bytes(b"\x37\x7f\x06\x82" * 20)


def emptied(file: Path, _sample: bytes) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 1")
    file.with_name(file.name + "-gate").touch()


CASES: list[tuple[Callable[[Path, bytes], None], NotBooks]] = [
    (text_file, NotBooks.NO_DATABASE),
    (archive, NotBooks.NO_DATABASE),
    (zeros, NotBooks.NO_DATABASE),
    (first_page_zeroed, NotBooks.NO_DATABASE),
    (empty, NotBooks.EMPTY),
    (emptied, NotBooks.EMPTY),
    (header_only, NotBooks.HALF),
    (begun, NotBooks.HALF),
    (one_byte_short, NotBooks.HALF),
    (half, NotBooks.HALF),
    (another_programs, NotBooks.OTHER_PROGRAM),
    (another_with_alembic, NotBooks.OTHER_PROGRAM),
    (named_by_another, NotBooks.OTHER_PROGRAM),
    (folder, NotBooks.FOLDER),
    (log_alone, NotBooks.MISSING),
]


def content(place: Path) -> dict[str, bytes | None]:
    return {one.name: one.read_bytes() if one.is_file() else None for one in place.iterdir()}


def refusal(file: Path) -> NotTheBooks:
    with pytest.raises(NotTheBooks) as refused:
        bootstrap.open_database(Config(Paths(file.parent), sqlite_url(file)))
    return refused.value


@pytest.mark.parametrize(("make", "what"), CASES, ids=[case[0].__name__ for case in CASES])
def test_what_is_not_the_books_is_named_and_left_as_it_is(
    make: Callable[[Path, bytes], None], what: NotBooks, tmp_path: Path, sample_file: Path
) -> None:
    place = tmp_path / "data"
    place.mkdir()
    file = place / "desk.sqlite3"
    make(file, sample_file.read_bytes())
    before = content(place)
    assert refusal(file).what is what
    after = content(place)
    assert {name: after.get(name) for name in before} == before
    assert not [name for name in after if name.endswith(".new")]


@pytest.mark.parametrize("what", NotBooks)
def test_each_has_a_sentence_in_both_languages(what: NotBooks, qapp: QApplication) -> None:
    said = []
    for language in ("hi", "en"):
        speak(qapp, language)
        said.append(explain_start(NotTheBooks(what, "/data/desk.sqlite3")))
    assert len(set(said)) == 2
    assert any("\u0900" <= letter <= "\u097f" for letter in said[0])
    if what is not NotBooks.DAMAGED:
        assert all("/data/desk.sqlite3" in sentence for sentence in said)


def test_a_file_that_may_not_be_written_says_so(
    sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "desk.sqlite3"
    file.write_bytes(sample_file.read_bytes())
    # Whoever runs the test.
    monkeypatch.setattr("db.look_at_file.os.access", lambda place, _rights: place != file)
    assert refusal(file).what is NotBooks.NO_RIGHTS
