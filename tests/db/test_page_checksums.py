"""Every file gets checksums on its pages: a new one at once, an old one when nobody else has it open."""

import signal
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from db import checksums
from db.checksums import are_on, connect, wrong_pages
from db.convert_file import ENDING, convert
from db.engine import open_engine, sqlite_url
from db.errors import DatabaseDamaged, DatabaseNewer, DatabaseUnavailable
from db.file_header import APPLICATION_ID, beside, read_header
from db.install import install
from db.migrate import LATEST, alembic_config, migrate
from db.page_check import check_pages
from tests.counter import Counter
from tests.keeping.books import close, dump, flip, pages_of, sell_on, without_sums

ROOT = Path(__file__).resolve().parents[2]
LAST_WITHOUT = "0010"


@pytest.fixture
def sold(counter: Counter) -> dict[str, object]:
    """What the books hold on which was sold."""
    sell_on(counter)
    return {name: rows for name, rows in counter.rows().items() if rows}


@pytest.fixture
def plain(counter: Counter, sold: dict[str, object], tmp_path: Path) -> Path:
    """The same books in a file without checksums."""
    return without_sums(close(counter), tmp_path / "plain.sqlite3")


def make_old(file: Path) -> None:
    """Make an empty database as the last version without checksums did."""
    engine = open_engine(sqlite_url(file))
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), LAST_WITHOUT)
    engine.dispose()


def start(file: Path) -> None:
    engine = open_engine(sqlite_url(file))
    try:
        migrate(engine)
        install(engine, desk_code="D1", clerk="clerk")
    finally:
        engine.dispose()


def is_whole(file: Path) -> bool:
    return are_on(file) and not list(wrong_pages(file)) and not check_pages(file).said


def test_a_new_file_carries_checksums_and_says_whose_it_is(tmp_path: Path) -> None:
    file = tmp_path / "new.sqlite3"
    start(file)
    assert is_whole(file)
    header = read_header(file)
    assert header is not None
    assert header.application_id == APPLICATION_ID
    assert [one.name for one in tmp_path.iterdir()] == ["new.sqlite3"]


def test_an_old_file_gets_them_at_its_first_start_and_keeps_its_content(plain: Path) -> None:
    before = dump(plain)
    start(plain)
    assert is_whole(plain)
    assert dump(plain) == before
    assert not beside(plain, ENDING).exists()


def test_a_file_of_the_last_version_is_copied_changed_and_refused_by_that_version(tmp_path: Path) -> None:
    file = tmp_path / "old.sqlite3"
    make_old(file)
    before = dump(file)
    start(file)
    assert is_whole(file)
    assert dump(tmp_path / f"old-before-{LATEST}.sqlite3") == before
    # The last version knows no revision after its own, and says so before it writes.
    with closing(connect(str(file))) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (LATEST,)
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_file_that_another_program_has_open_gets_them_later(plain: Path) -> None:
    with closing(connect(str(plain))) as other:
        other.execute("SELECT count(*) FROM desk").fetchone()
        start(plain)
        assert not are_on(plain)
        other.execute("UPDATE desk SET name = 'Front'")
    start(plain)
    assert is_whole(plain)
    with closing(connect(str(plain))) as after:
        assert after.execute("SELECT name FROM desk").fetchall() == [("Front",)]


def test_what_only_the_log_holds_comes_along(plain: Path) -> None:
    with closing(connect(str(plain))) as other:
        other.execute("PRAGMA wal_autocheckpoint = 0")
        other.execute("UPDATE desk SET name = 'Side'")
        copy = plain.with_name("copy.sqlite3")
        copy.write_bytes(plain.read_bytes())
        beside(copy, "-wal").write_bytes(beside(plain, "-wal").read_bytes())
    start(copy)
    assert is_whole(copy)
    with closing(connect(str(copy))) as after:
        assert after.execute("SELECT name FROM desk").fetchall() == [("Side",)]


def test_two_starts_at_once_on_one_old_file_both_find_it_whole(tmp_path: Path) -> None:
    file = tmp_path / "old.sqlite3"
    make_old(file)
    code = "import sys; from pathlib import Path; from tests.db.test_page_checksums import start;"
    starts = [
        subprocess.Popen([sys.executable, "-c", f"{code} start(Path(sys.argv[1]))", str(file)], cwd=ROOT)
        for _ in range(3)
    ]
    assert [one.wait(120) for one in starts] == [0, 0, 0]
    start(file)
    assert is_whole(file)


def test_two_first_starts_at_once_make_one_file(tmp_path: Path) -> None:
    file = tmp_path / "new.sqlite3"
    together = threading.Barrier(3)
    failed: list[BaseException] = []

    def begin() -> None:
        together.wait(30)
        try:
            start(file)
        except BaseException as error:  # noqa: BLE001  told below
            failed.append(error)

    threads = [threading.Thread(target=begin) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failed == []
    assert is_whole(file)
    assert [one.name for one in tmp_path.iterdir() if one.name.endswith(".new")] == []


KILLED_AT = ("leave_room", "write_sums", "check_pages", "put_in_first_pages", "put_in_all")
KILLED = """
import os, signal, sys
from pathlib import Path
from db import convert_file
def die(*_given, **_named):
    os.kill(os.getpid(), signal.SIGKILL)
step, file = sys.argv[1], Path(sys.argv[2])
plain = convert_file.connect
class Source:
    def __init__(self, connection):
        self.connection = connection
    def backup(self, books):
        if step == "put_in_first_pages":
            books.execute("PRAGMA cache_size = 2")  # so that pages reach the file before the end
            self.connection.backup(books, pages=40, progress=lambda *_left: die())
        self.connection.backup(books)
        die()
    def close(self):
        self.connection.close()
if step.startswith("put_in"):
    convert_file.connect = lambda address: (
        Source(plain(address)) if address.endswith(convert_file.ENDING) else plain(address))
else:
    setattr(convert_file, step, die)
convert_file.convert(file)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a kill is a signal here")
@pytest.mark.parametrize("step", KILLED_AT)
def test_a_kill_at_any_step_leaves_the_books_whole(plain: Path, step: str) -> None:
    before = dump(plain)
    killed = subprocess.run([sys.executable, "-c", KILLED, step, str(plain)], cwd=ROOT, timeout=120)
    assert killed.returncode == -signal.Signals["SIGKILL"]
    start(plain)
    assert is_whole(plain)
    assert dump(plain) == before
    assert not beside(plain, ENDING).exists()


def test_a_file_on_which_another_program_holds_a_lock_waits(plain: Path) -> None:
    with closing(connect(str(plain))) as other:
        other.execute("BEGIN IMMEDIATE")
        convert(plain)
        assert not are_on(plain)
        other.execute("ROLLBACK")
    convert(plain)
    assert is_whole(plain)


def test_without_room_on_the_disk_the_file_stays_as_it_is(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.convert_file.ROOM_TIMES", 1e12)
    start(plain)
    assert not are_on(plain)
    assert not check_pages(plain).said


def test_a_computer_without_the_extension_sells_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checksums, "_loaded", False)
    file = tmp_path / "new.sqlite3"
    start(file)
    assert not are_on(file)
    monkeypatch.setattr(checksums, "_loaded", None)
    start(file)
    assert is_whole(file)


def test_an_extension_that_is_missing_or_for_another_machine_is_done_without(tmp_path: Path) -> None:
    broken = tmp_path / "cksumvfs.so"
    broken.write_bytes(b"no library")
    assert not checksums._load(broken)
    assert not checksums._load(tmp_path / "nowhere.so")
    assert not checksums._load(None)


def test_a_damaged_file_is_neither_migrated_nor_copied(tmp_path: Path) -> None:
    file = tmp_path / "old.sqlite3"
    make_old(file)
    with closing(connect(str(file))) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    (page,) = pages_of(file, "setting")
    with file.open("r+b") as opened:
        opened.seek((page - 1) * 4096)
        opened.write(b"\x00" * 4096)
    before = file.read_bytes()
    with pytest.raises(DatabaseDamaged) as damaged:
        start(file)
    assert "setting" in damaged.value.tables
    assert file.read_bytes()[4096:] == before[4096:]  # the first page says how it is journalled
    assert not list(tmp_path.glob("*before*"))


def test_a_newer_file_is_refused_and_stays(plain: Path) -> None:
    with closing(connect(str(plain))) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseNewer):
        start(plain)
    assert not are_on(plain)


def test_a_flipped_bit_is_never_read_as_data(counter: Counter, sold: dict[str, object]) -> None:
    file = close(counter)
    flip(file, pages_of(file, "customer")[0])
    assert list(wrong_pages(file)) == [pages_of(file, "customer")[0]]
    with pytest.raises(DatabaseUnavailable), counter.database.read() as session:
        session.execute(text("SELECT * FROM customer")).all()
