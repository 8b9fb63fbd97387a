"""A backup is whole, checked and named last; a restore keeps what was there and says what is lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pysqlite3.dbapi2
import pytest

from db.copying import check_copy
from db.database import Database
from db.engine import sqlite_file, sqlite_url
from db.errors import DatabaseBusy, DatabaseNewer, DatabaseOfOtherMode, DeskOpenElsewhere, NoBooks
from db.halt import Halt, HaltKind
from db.open_desks import hold_desk
from db.restoring import read_state
from desktop.__main__ import main
from desktop.config import Config
from desktop.paths import Paths
from desktop.reading import read_books
from desktop.services.backup_failed import BackupFailed
from desktop.services.keeping import back_up as backing_up
from desktop.services.keeping.back_up import BackUp
from desktop.services.keeping.backup_places import SECOND_FOLDER, BackupPlaces, list_backups, newest_sound
from desktop.services.keeping.restore import BackupUnsound, restore
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import Counter
from tests.keeping.folders import content_of


@pytest.fixture
def places(tmp_path: Path) -> BackupPlaces:
    return BackupPlaces(tmp_path / "backups", tmp_path / "second.txt")


def backing(counter: Counter, places: BackupPlaces) -> BackUp:
    return BackUp(counter.database, places, counter.publish)


def file_of(database: Database) -> Path:
    file = sqlite_file(database.engine)
    assert file is not None
    return file


def sell(counter: Counter) -> str:
    hold = counter.hold()
    counter.pay(hold)
    return hold.reference


def rows_of(file: Path) -> dict[str, int]:
    with ExitStack() as stack:
        read = read_books(Config(Paths(file.parent)), file, stack).database
        return {name: len(rows) for name, rows in Counter(read, SteppedClock(), Recorder()).rows().items()}


def test_a_backup_of_an_open_desk_holds_every_sale(any_counter: Counter, places: BackupPlaces) -> None:
    sell(any_counter)
    before = {name: len(rows) for name, rows in any_counter.rows().items()}
    steps: list[str] = []
    backup = backing(any_counter, places)(steps.append)
    assert steps == ["copy", "check", "carry"]
    assert [one.name for one in places.folder.iterdir()] == [backup.file.name]
    assert backup.file.read_bytes()[18:20] == b"\1\1"
    assert backup.file.stat().st_mode & 0o077 == 0
    assert check_copy(backup.file) == check_copy(backup.file).__class__()
    assert rows_of(backup.file) == before


def test_sales_go_on_while_a_backup_is_checked(counter: Counter, places: BackupPlaces) -> None:
    def sell_meanwhile(step: str) -> None:
        if step == "check":
            sell(counter)

    backup = backing(counter, places)(sell_meanwhile)
    state = read_state(backup.file)
    assert state is not None
    assert state.booking_count == 0
    assert counter.faults() == []


@pytest.mark.parametrize("at", ["copy_books", "check_copy", "put_in_place"])
def test_what_breaks_off_leaves_nothing_under_any_name(
    at: str, counter: Counter, places: BackupPlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    sell(counter)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backing_up, at, full)
    with pytest.raises(BackupFailed) as failed:
        backing(counter, places)()
    assert (failed.value.reason, failed.value.said) == ("place", "No space left on device")
    assert list(places.folder.iterdir()) == []


def test_books_with_a_fault_are_kept_and_not_called_good(counter: Counter, places: BackupPlaces) -> None:
    sell(counter)
    with counter.database.write(counter.actor) as session:
        session.connection.exec_driver_sql("UPDATE desk SET journal_hash = '' || lower(hex(randomblob(32)))")
    backing_it = backing(counter, places)
    backup = backing_it()
    assert not backup.is_sound
    assert backup.file.exists()
    known = backing_it.look()
    assert known.last is None
    assert known.unsaved_since is not None


def test_it_is_due_after_six_hours_in_which_something_was_written(
    counter: Counter, places: BackupPlaces, clock: SteppedClock
) -> None:
    backing_it = backing(counter, places)
    assert backing_it.is_due()
    clock.advance(1)
    backing_it()
    assert not backing_it.is_due()
    assert not backing_it.has_unsaved()
    clock.advance(7 * 3600)
    assert not backing_it.is_due()
    sell(counter)
    assert backing_it.is_due()
    assert not backing_it.known.is_old
    clock.advance(timedelta(days=2).total_seconds())
    sell(counter)
    assert backing_it.look().is_old


@pytest.mark.parametrize("kind", [HaltKind.DAMAGED, HaltKind.BEHIND, HaltKind.FOREIGN])
def test_books_in_question_push_no_good_backup_out(
    kind: HaltKind, counter: Counter, places: BackupPlaces
) -> None:
    backing_it = backing(counter, places)
    sell(counter)
    counter.database.halts.put(Halt(kind))
    assert not backing_it.is_due()
    assert not backing_it.has_unsaved()
    counter.database.halts.lift(kind)
    assert backing_it.is_due()


def test_the_second_place_is_caught_up_when_it_is_back(
    counter: Counter, places: BackupPlaces, clock: SteppedClock, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backing_it = backing(counter, places)
    backing_it.choose_second(stick)
    sell(counter)
    clock.advance(1)
    first = backing_it()
    assert [one.file.name for one in list_backups(stick / SECOND_FOLDER)] == [first.file.name]
    stick.rename(tmp_path / "pulled out")
    stick.mkdir()  # the empty mount point of a stick that is away
    clock.advance(3600)
    sell(counter)
    clock.advance(1)
    backing_it()
    assert list(stick.iterdir()) == []
    away = backing_it.known
    assert (away.second_is_there, away.second_last is None) == (False, False)
    stick.rmdir()
    (tmp_path / "pulled out").rename(stick)
    backing_it.is_due()
    assert backing_it.known.second_is_there
    assert len(list_backups(stick / SECOND_FOLDER)) == 2


def test_a_share_that_does_not_answer_is_away_and_holds_nobody(
    counter: Counter, places: BackupPlaces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = tmp_path / "share"
    share.mkdir()
    backing_it = backing(counter, places)
    backing_it.choose_second(share)
    answers = threading.Event()

    def silent(folder: Path, home: str = "") -> object:
        if folder.parent == share:
            answers.wait()
        return newest_sound(folder, home)

    monkeypatch.setattr(backing_up, "newest_sound", silent)
    monkeypatch.setattr(backing_up, "REACH_SECONDS_MAX", 0.05)
    sell(counter)
    backup = backing_it()
    assert backup.file.exists()
    asked, before = backing_it._hanging, backing_it.known.second_is_there
    answers.set()
    assert asked is not None
    asked.join()
    backing_it.is_due()
    assert (before, backing_it.known.second_is_there) == (False, True)
    assert list_backups(share / SECOND_FOLDER)


def test_a_second_place_that_takes_nothing_is_told(
    counter: Counter, places: BackupPlaces, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BackupFailed):
        backing(counter, places).choose_second(tmp_path / "file")
    assert places.second is None


def test_restoring_keeps_what_was_there_and_says_what_is_lost(
    counter: Counter, places: BackupPlaces, clock: SteppedClock
) -> None:
    file = file_of(counter.database)
    kept = sell(counter)
    backup = backing(counter, places)()
    clock.advance(60)
    lost = sell(counter)
    counter.database.close()
    done = restore(backup.file, file, places.folder, practice=True)
    assert done.saved is not None
    (desk,) = done.lost or ()
    assert desk.code == "D1"
    assert desk.record_count > 0
    assert desk.until == clock.now
    assert [paper[-2:] for paper in desk.papers] == ["01", "02"]
    again = open_database(sqlite_url(file), clock, Recorder())
    found = repr(Counter(again, clock, Recorder()).rows()["booking"])
    again.close()
    assert kept in found
    assert lost not in found
    assert check_copy(done.saved).damage == ()
    saved = read_state(done.saved)
    assert saved is not None
    assert saved.booking_count == 2


def test_the_log_of_the_old_file_is_not_read_into_the_new_one(
    counter: Counter, places: BackupPlaces, tmp_path: Path
) -> None:
    """A desk that broke off leaves its log beside the file, and its sales are kept in the safety copy."""
    sell(counter)
    backup = backing(counter, places)()
    file = file_of(counter.database)
    sell(counter)
    target = tmp_path / "broke off" / "desk.sqlite3"
    target.parent.mkdir()
    for end in ("", "-wal", "-shm"):
        shutil.copy(f"{file}{end}", f"{target}{end}")
    done = restore(backup.file, target, places.folder, practice=True)
    assert [one.name for one in target.parent.iterdir()] == [target.name]
    assert target.read_bytes() == backup.file.read_bytes()
    assert done.saved is not None
    saved = read_state(done.saved)
    assert saved is not None
    assert saved.booking_count == 2


def test_a_file_that_was_copied_with_its_log_is_restored_with_it(
    counter: Counter, places: BackupPlaces, tmp_path: Path
) -> None:
    sell(counter)
    file = file_of(counter.database)
    stick = tmp_path / "stick"
    stick.mkdir()
    for end in ("", "-wal"):
        shutil.copy(f"{file}{end}", stick / f"copied.sqlite3{end}")
    before = content_of(stick)
    target = tmp_path / "target.sqlite3"
    assert restore(stick / "copied.sqlite3", target, places.folder, practice=True).state.booking_count == 1
    assert content_of(stick) == before


def test_a_full_disk_is_said_of_the_backup_and_not_of_the_books(
    counter: Counter, places: BackupPlaces
) -> None:
    sell(counter)
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    try:
        with pytest.raises(BackupFailed) as failed:
            backing(counter, places)()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert failed.value.reason == "place"
    assert failed.value.said in ("the disk has no room, or fails", "the disk is full")
    assert list(places.folder.iterdir()) == []
    sell(counter)
    assert counter.faults() == []


def test_a_file_that_can_not_be_read_is_kept_byte_by_byte(
    counter: Counter, places: BackupPlaces, tmp_path: Path
) -> None:
    sell(counter)
    backup = backing(counter, places)()
    target = tmp_path / "broken.sqlite3"
    Path(f"{target}-wal").write_bytes(b"a log " * 99)
    target.write_bytes(b"nothing that SQLite has written " * 999)
    done = restore(backup.file, target, places.folder, practice=True)
    assert done.lost is None
    assert done.saved is not None
    assert done.saved.read_bytes().startswith(b"nothing that SQLite")
    assert Path(f"{done.saved}-wal").read_bytes().startswith(b"a log")
    assert not Path(f"{target}-wal").exists()
    assert target.read_bytes() == backup.file.read_bytes()


@pytest.mark.parametrize("how", ["desk", "program"])
def test_nothing_is_restored_below_an_open_desk(how: str, counter: Counter, places: BackupPlaces) -> None:
    backup = backing(counter, places)()
    file = file_of(counter.database)
    sell(counter)
    before = content_of(places.folder)
    if how == "desk":
        held = hold_desk(counter.database, "D1", counter.actor, places.folder)
        with pytest.raises(DeskOpenElsewhere):
            restore(backup.file, file, places.folder, practice=True)
        held.end()
    with pytest.raises(DatabaseBusy):
        restore(backup.file, file, places.folder, practice=True)
    assert content_of(places.folder) == before
    state = counter.rows()
    assert len(state["booking"]) == 1
    assert counter.faults() == []


def test_what_can_not_be_restored_changes_nothing(
    counter: Counter, places: BackupPlaces, tmp_path: Path
) -> None:
    backup = backing(counter, places)().file
    target = tmp_path / "target.sqlite3"
    target.write_bytes(b"as it was")
    other = tmp_path / "other.sqlite3"
    shutil.copy(backup, other)
    connection = pysqlite3.dbapi2.connect(other)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    cut = tmp_path / "cut.sqlite3"
    cut.write_bytes(backup.read_bytes()[: backup.stat().st_size // 2])
    foreign = tmp_path / "foreign.sqlite3"
    pysqlite3.dbapi2.connect(foreign).execute("CREATE TABLE t (a)").connection.close()
    for file, practice, error in (
        (other, True, DatabaseNewer),
        (cut, True, BackupUnsound),
        (foreign, True, NoBooks),
        (tmp_path / "none", True, FileNotFoundError),
    ):
        with pytest.raises(error):
            restore(file, target, places.folder, practice=practice)
        assert target.read_bytes() == b"as it was"


def test_real_money_is_not_restored_over_practice(places: BackupPlaces, tmp_path: Path) -> None:
    from db.engine import open_engine
    from db.install import install
    from db.migrate import migrate

    file = tmp_path / "live.sqlite3"
    engine = open_engine(sqlite_url(file))
    migrate(engine)
    install(engine, desk_code="D1", clerk="clerk", practice=False)
    engine.dispose()
    with pytest.raises(DatabaseOfOtherMode):
        restore(file, tmp_path / "practice.sqlite3", places.folder, practice=True)


def test_the_commands_back_up_list_and_restore(
    counter: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reference = sell(counter)
    folder = ["--data-dir", str(tmp_path), "--database", sqlite_url(file_of(counter.database))]
    target = tmp_path / "on a stick.sqlite3"
    assert main(["backup", str(target), *folder]) == 0
    assert "opened and audited" in capsys.readouterr().out
    assert main(["backup", str(target), *folder]) == 1
    assert "already" in capsys.readouterr().out
    assert main(["restore", *folder]) == 1
    assert "no backups" in capsys.readouterr().out
    BackUp(counter.database, BackupPlaces(tmp_path / "backups", tmp_path / "x"), counter.publish)()
    assert main(["restore", *folder]) == 0
    assert "1 bookings, last receipts D1-P-" in capsys.readouterr().out
    assert main(["restore", str(target), *folder]) == 1
    assert "end every desk" in capsys.readouterr().out
    counter.database.close()
    assert main(["restore", str(target), *folder]) == 0
    assert "Nothing is lost" in capsys.readouterr().out
    assert main(["restore", str(target), "--live", *folder]) in (0, 1)
    assert reference


KILLED = """
import sys
from pathlib import Path
from db.engine import open_engine, sqlite_url
from db.database import Database
from db.node_clock import wall_clock
from desktop.services.keeping.back_up import BackUp
from desktop.services.keeping.backup_places import BackupPlaces
import os
database = Database(open_engine(sqlite_url(Path(sys.argv[1]))), clock=wall_clock, home=sys.argv[3])
places = BackupPlaces(Path(sys.argv[2]), Path(sys.argv[2]) / "second")
BackUp(database, places, lambda event: None)(lambda step: os._exit(9) if step == "check" else None)
"""


def test_a_program_killed_in_the_middle_leaves_no_backup_and_the_next_clears_up(
    counter: Counter, places: BackupPlaces, clock: SteppedClock
) -> None:
    sell(counter)
    with counter.database.read() as session:
        home = session.home
    command = [sys.executable, "-c", KILLED, str(file_of(counter.database)), str(places.folder), home]
    assert subprocess.run(command, check=False).returncode == 9
    assert list_backups(places.folder) == ()
    assert len(list(places.folder.iterdir())) == 1
    clock.advance(timedelta(days=30).total_seconds())
    backup = backing(counter, places)()
    assert list(places.folder.iterdir()) == [backup.file]
