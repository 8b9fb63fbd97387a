"""Examinations of this computer: its clock, its disk, and who may read and write in the data folder."""

import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop.services.domain.examination import Examined, Verdict

BEHIND_MAX = timedelta(minutes=2)
AFTER_MAX = timedelta(days=3)
MEGABYTE = 1_000_000
FREE_NEEDED = 50 * MEGABYTE
FREE_WANTED = 1_000 * MEGABYTE
TRIAL_BYTES = 65_536
SLOW_SECONDS = 0.25
OTHERS = stat.S_IRWXO


def examine_clock(now: datetime, last_record: datetime | None, time_zone: str) -> Examined:
    """Compare this computer's clock with the last record and its zone with the house's."""
    zone = ZoneInfo(time_zone)
    says = f"This computer says {_written(now, zone)}"
    if last_record is not None:
        last = f"the last record is of {_written(last_record, zone)}"
        if now < last_record - BEHIND_MAX:
            return Examined(
                "clock", Verdict.WRONG, f"{says}, but {last}.", "Set this computer's day and time right."
            )
        if now > last_record + AFTER_MAX:
            days = (now - last_record).days
            return Examined(
                "clock",
                Verdict.NOTICE,
                f"{says}; {last}, {days} days before.",
                "If the desk was not closed that long, set this computer's day and time right.",
            )
    here = now.astimezone().utcoffset()
    if here != now.astimezone(zone).utcoffset():
        return Examined(
            "clock",
            Verdict.NOTICE,
            f"{says} in {time_zone}; its own time zone is another ({now.astimezone():%H:%M, UTC%z}).",
            f"Set the time zone of this computer to {time_zone}.",
        )
    return Examined("clock", Verdict.OK, f"{says}, {time_zone}.")


def examine_disk(folder: Path) -> Examined:
    """Measure the space that is left and how long a write takes to reach the disk; nothing stays behind."""
    there = _nearest(folder)
    free = shutil.disk_usage(there).free
    left = f"{free / MEGABYTE:,.0f} MB are free"
    remedy = "Make room: empty the waste bin, move pictures and films elsewhere."
    if free < FREE_NEEDED:
        return Examined("disk", Verdict.WRONG, f"Only {left}: selling will stop.", remedy)
    if there != folder:
        return Examined("disk", Verdict.OK, f"{left} where the data folder will be made.")
    begun = time.perf_counter()
    try:
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(bytes(TRIAL_BYTES))
            trial.flush()
            os.fsync(trial.fileno())
    except OSError as error:
        return Examined(
            "disk",
            Verdict.WRONG,
            f"{folder} takes no file ({error.strerror}).",
            "Ask who looks after this computer to let you write there, or choose another --data-dir.",
        )
    seconds = time.perf_counter() - begun
    told = f"{left}; a write is on the disk after {seconds * 1000:.0f} ms"
    if free < FREE_WANTED:
        return Examined("disk", Verdict.NOTICE, f"{told}.", remedy)
    if seconds > SLOW_SECONDS:
        return Examined(
            "disk",
            Verdict.NOTICE,
            f"{told}, which makes every sale slow.",
            "End other programs, or keep the books on a disk inside this computer.",
        )
    return Examined("disk", Verdict.OK, f"{told}.")


def examine_rights(folder: Path) -> Examined:
    """See that this user can read and write the data folder and its files, and that strangers can't."""
    if not folder.exists():
        return Examined("rights", Verdict.OK, f"{folder} is made at the first start.")
    if not folder.is_dir():
        return Examined("rights", Verdict.WRONG, f"{folder} is no folder.", "Choose another --data-dir.")
    shut = [path for path, needed in _needed(folder) if not os.access(path, needed)]
    if shut:
        return Examined(
            "rights",
            Verdict.WRONG,
            f"{shut[0]} can't be read and written by this user.",
            "Ask who looks after this computer to give this user the right, or choose another --data-dir.",
        )
    bare = [path for path, _ in _needed(folder) if os.name == "posix" and path.stat().st_mode & OTHERS]
    if bare and folder.stat().st_mode & OTHERS:
        return Examined(
            "rights",
            Verdict.NOTICE,
            f"Everybody on this computer can open {bare[-1]}.",
            f"Type: chmod -R o= {folder}",
        )
    return Examined("rights", Verdict.OK, f"{folder} is this user's to read and write.")


def _needed(folder: Path) -> Iterator[tuple[Path, int]]:
    yield folder, os.R_OK | os.W_OK | os.X_OK
    for path in sorted(folder.iterdir()):
        if path.is_file():
            yield path, os.R_OK | os.W_OK


def _nearest(folder: Path) -> Path:
    """Return the folder, or the one that it will be made in."""
    return next(path for path in (folder, *folder.absolute().parents) if path.exists())


def _written(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%a %d %b %Y, %H:%M}"
