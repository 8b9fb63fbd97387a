"""The restore command as a program of its own: no desk has put the checksums under its connections."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from db.checksums import connect, wrong_pages
from tests.counter import Counter
from tests.keeping.books import close, flip, pages_of, sell_on

RESTORE = """
import os, sys
from pathlib import Path
from db import restoring
from desktop.services.keeping.restore import BackupUnsound, restore
backup, file, is_killed = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "killed"
if is_killed:
    restoring.put_in_place = lambda _part, _file: os._exit(9)
try:
    restore(backup, file, file.parent / "backups", practice=True)
except BackupUnsound as unsound:
    print(unsound.damage)
"""


def restore(backup: Path, file: Path, how: str = "") -> str:
    """Restore in a program of its own; return what was wrong with the backup."""
    command = [sys.executable, "-c", RESTORE, str(backup), str(file), how]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 9), done.stderr
    return done.stdout.strip()


def test_a_restore_that_is_killed_before_its_last_step_leaves_the_old_books_sound(
    counter: Counter, tmp_path: Path
) -> None:
    sell_on(counter)
    file = close(counter)
    backup = Path(shutil.copy(file, tmp_path / "backup.sqlite3"))
    restore(backup, file, "killed")
    assert list(wrong_pages(file)) == []


def test_a_backup_that_was_copied_with_its_log_is_sound_when_it_is_back(
    counter: Counter, tmp_path: Path
) -> None:
    sell_on(counter)
    file = close(counter)
    backup = tmp_path / "backup.sqlite3"
    with closing(connect(str(file))) as open_desk:
        open_desk.execute("UPDATE customer SET name = 'Meera'")
        for end in ("", "-wal"):
            shutil.copy(f"{file}{end}", f"{backup}{end}")
    assert restore(backup, file) == ""
    assert list(wrong_pages(file)) == []


def test_a_backup_with_one_flipped_bit_is_not_restored(counter: Counter, tmp_path: Path) -> None:
    sell_on(counter)
    file = close(counter)
    backup = Path(shutil.copy(file, tmp_path / "backup.sqlite3"))
    (page,) = pages_of(file, "customer")
    flip(backup, page)
    before = file.read_bytes()
    assert restore(backup, file) == f"page {page} has a wrong checksum"
    assert file.read_bytes() == before
