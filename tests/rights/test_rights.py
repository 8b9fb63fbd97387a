"""What the desk keeps is for its user alone, or for the group of a folder that several logins share."""

import logging
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.errors import DatabaseUnavailable
from desktop.bootstrap import open_desk, open_folder
from desktop.config import Config
from desktop.log_file import SharedLogFile
from desktop.paths import Paths
from desktop.rights import keep_to_oneself, settle_rights
from desktop.services.events import Event
from resources import sample_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX's rights")
ROOT = Path(__file__).resolve().parents[2]


def ignore(_event: Event) -> None:
    """Take an event."""


@pytest.fixture(autouse=True)
def same_mask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


def sell_something(folder: Path) -> set[str]:
    """Open a desk in the folder, write, log, and return the rights of everything that lies there."""
    keep_to_oneself()
    with open_desk(Config(Paths(folder)), ignore) as desk:
        handler = SharedLogFile(Paths(folder).log, bytes_max=10, kept=3)
        for _ in range(3):
            handler.emit(logging.LogRecord("a", logging.INFO, "", 0, "a line", (), None))
        handler.close()
        desk.services.save_customer("9812345670", "Devika", actor=desk.services.actor())
        return {f"{mode(path)} {path.relative_to(folder).as_posix()}" for path in folder.rglob("*")}


def test_a_new_folder_and_all_in_it_are_for_its_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "desk"
    found = sell_something(folder)
    assert mode(folder) == "0o700"
    files = {line for line in found if not line.endswith(" logs")}
    assert {line.split()[0] for line in files} == {"0o600"}
    names = {line.split()[1] for line in files}
    assert {f"counterfoil.sqlite3{end}" for end in ("", "-wal", "-shm", "-gate")} <= names
    assert {"practice.sqlite3", "logs/counterfoil.log", "logs/counterfoil.log.1"} <= names
    assert "0o700 logs" in found


def test_a_folder_that_several_logins_share_keeps_its_group_s_rights(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o2770)
    found = sell_something(folder)
    assert mode(folder) == "0o2770"
    assert {line.split()[0] for line in found if not line.endswith(" logs")} == {"0o660"}
    assert "0o2770 logs" in found


def test_what_was_left_open_by_an_earlier_version_is_narrowed(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    (folder / "logs").mkdir(parents=True)
    old = [
        folder / name
        for name in (
            "counterfoil-live.sqlite3",
            "counterfoil.sqlite3-wal",
            "settings.ini",
            "logs/counterfoil.log.3",
        )
    ]
    for file in old:
        file.touch()
        file.chmod(0o644)
    others = folder / "notes of the manager.txt"
    others.touch()
    others.chmod(0o644)
    assert settle_rights(folder, made_by_us=True) == ""
    assert mode(folder) == "0o700"
    assert {mode(file) for file in old} == {"0o600"}
    assert mode(others) == "0o644", "what is not the program's stays as it is"


def test_a_folder_of_somebody_s_choice_is_not_narrowed_but_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "counterfoil.sqlite3").touch(0o644)
    said = settle_rights(tmp_path, made_by_us=False)
    assert said.endswith(f"chmod 700 {tmp_path}")
    assert mode(tmp_path) == "0o755"
    assert mode(tmp_path / "counterfoil.sqlite3") == "0o600"
    tmp_path.chmod(0o2775)
    assert settle_rights(tmp_path, made_by_us=False).endswith(f"chmod 2770 {tmp_path}")


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.touch()
    outside.chmod(0o644)
    folder = tmp_path / "desk"
    folder.mkdir(0o700)
    (folder / "counterfoil.sqlite3").symlink_to(outside)
    settle_rights(folder, made_by_us=True)
    assert mode(outside) == "0o644"


def test_a_folder_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_asked, **_more: False)  # root may write anywhere
    with pytest.raises(DatabaseUnavailable, match="can't be written by this user"):
        open_folder(Paths(tmp_path))
    monkeypatch.undo()
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseUnavailable, match="can't be used"):
        open_folder(Paths(tmp_path / "file"))


def test_a_command_keeps_its_files_to_its_user_whatever_the_shell_says(tmp_path: Path) -> None:
    folder, policies = tmp_path / "desk", tmp_path / "policies.csv"
    policies.write_text(sample_file("policies.csv"), encoding="utf-8")
    done = subprocess.run(
        [
            "sh",
            "-c",
            'umask 000; exec "$@"',
            "sh",
            sys.executable,
            "-m",
            "desktop",
            "import",
            policies,
            "--data-dir",
            folder,
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert mode(folder) == "0o700"
    assert {mode(file) for file in folder.rglob("*") if file.is_file()} == {"0o600"}
