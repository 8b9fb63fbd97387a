"""What `doctor` says of this computer: a wrong clock, a full disk, a folder that takes no file."""

import os
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.services.domain.examination import Verdict
from desktop.services.keeping import examine_machine
from desktop.services.keeping.examine_machine import examine_clock, examine_disk, examine_rights
from tests.conftest import START

ZONE = "Asia/Kolkata"
# Linux lets nobody make a file there, not even its administrator.
TAKES_NO_FILE = Path("/proc/self")
posix = pytest.mark.skipif(os.name != "posix", reason="rights are of another kind")
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs a folder that takes no file")


@pytest.mark.parametrize(
    ("last", "verdict", "said"),
    [
        (timedelta(minutes=3), Verdict.WRONG, "but the last record is of Mon 23 Nov 2026, 10:03"),
        (timedelta(days=-4), Verdict.NOTICE, "4 days before"),
        (timedelta(days=400), Verdict.WRONG, "2027"),
    ],
)
def test_a_clock_is_compared_with_the_last_record(last: timedelta, verdict: Verdict, said: str) -> None:
    found = examine_clock(START, START + last, ZONE)
    assert found.verdict is verdict
    assert said in found.sentence
    assert "This computer says Mon 23 Nov 2026, 10:00" in found.sentence


@pytest.mark.parametrize("last", [None, START, START + timedelta(seconds=30), START - timedelta(days=2)])
def test_a_clock_that_agrees_is_not_complained_of(last: datetime | None) -> None:
    assert examine_clock(START, last, "UTC").verdict is not Verdict.WRONG


def test_another_time_zone_is_told() -> None:
    here = START.astimezone().utcoffset()
    other = "Asia/Kolkata" if here == timedelta(0) else "UTC"
    found = examine_clock(START, START, other)
    assert found.verdict is Verdict.NOTICE
    assert other in found.remedy


def test_a_disk_tells_its_room_and_its_pace(tmp_path: Path) -> None:
    found = examine_disk(tmp_path)
    assert found.verdict is not Verdict.WRONG
    assert " ms" in found.sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("free", "verdict"), [(40_000_000, Verdict.WRONG), (900_000_000, Verdict.NOTICE)])
def test_a_disk_that_fills_up_is_told(
    free: int, verdict: Verdict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=free))
    found = examine_disk(tmp_path)
    assert found.verdict is verdict
    assert f"{free // 1_000_000} MB" in found.sentence


def test_a_slow_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examine_machine, "SLOW_SECONDS", 0.0)
    monkeypatch.setattr(examine_machine, "FREE_WANTED", 0)
    found = examine_disk(tmp_path)
    assert found.verdict is Verdict.NOTICE
    assert "slow" in found.sentence


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The room is there by the count, and the write fails all the same: a quota does that."""

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    found = examine_disk(tmp_path)
    assert found.verdict is Verdict.WRONG
    assert "No space left on device" in found.sentence


@linux
def test_a_folder_that_takes_no_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examine_machine, "FREE_NEEDED", 0)
    found = examine_disk(TAKES_NO_FILE)
    assert found.verdict is Verdict.WRONG
    assert str(TAKES_NO_FILE) in found.sentence


def test_a_folder_that_is_made_at_the_first_start_is_not_made_now(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert examine_disk(folder).verdict is not Verdict.WRONG
    assert examine_rights(folder).verdict is Verdict.OK
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_folder_of_this_user_alone_is_well(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    (tmp_path / "counterfoil.sqlite3").touch(0o644)
    assert examine_rights(tmp_path).verdict is Verdict.OK


@posix
def test_a_folder_that_everybody_can_open_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "counterfoil.sqlite3").touch(0o644)
    found = examine_rights(tmp_path)
    assert found.verdict is Verdict.NOTICE
    assert "Everybody" in found.sentence


@posix
def test_a_file_of_another_user_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An administrator may do everything, so the system's answer is replaced."""
    file = tmp_path / "counterfoil.sqlite3"
    file.touch(0o400)
    monkeypatch.setattr(os, "access", lambda path, _needed: path != file)
    found = examine_rights(tmp_path)
    assert found.verdict is Verdict.WRONG
    assert str(file) in found.sentence


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    file = tmp_path / "data"
    file.touch()
    assert examine_rights(file).verdict is Verdict.WRONG


def test_moments_are_of_the_house(monkeypatch: pytest.MonkeyPatch) -> None:
    found = examine_clock(datetime(2026, 11, 29, 20, 0, tzinfo=UTC), None, ZONE)
    assert "Mon 30 Nov 2026, 01:30" in found.sentence
