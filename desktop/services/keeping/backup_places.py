"""Where backups lie: a folder of this PC, and a second place that may be away."""

from __future__ import annotations

import filecmp
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from db.copying import put_in_place, through_to_disk
from desktop.services.domain.backups import HOME_SIGNS, PART, Backup, kept, read_name

# In the second place: an empty mount point, or another stick, must not be taken for it.
SECOND_FOLDER = "Counterfoil backups"


@dataclass(frozen=True, slots=True)
class BackupPlaces:
    """`folder` is made when it is needed; `second_file` keeps the name of the second place, on this PC."""

    folder: Path
    second_file: Path

    @property
    def second(self) -> Path | None:
        """The folder of the second place, there or away; None while none was chosen."""
        try:
            name = self.second_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return None
        return Path(name) / SECOND_FOLDER if name else None

    def choose_second(self, place: Path) -> None:
        """Copy every backup there as well from now on. Raises OSError where nothing can be written."""
        folder = place / SECOND_FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        trial = folder / f"trial{PART}"
        trial.write_bytes(b"")
        trial.unlink()
        self.second_file.parent.mkdir(parents=True, exist_ok=True)
        self.second_file.write_text(f"{place}\n", encoding="utf-8")


def list_backups(folder: Path, home: str = "") -> tuple[Backup, ...]:
    """Return the backups in a folder, of these books or of all, the newest first; none where it is away."""
    try:
        found = [read_name(one) for one in folder.iterdir() if one.is_file() and not one.is_symlink()]
    except OSError:
        return ()
    ours = [one for one in found if one is not None and (not home or one.home == home[:HOME_SIGNS])]
    return tuple(sorted(ours, key=lambda one: (one.moment, one.is_sound), reverse=True))


def newest_sound(folder: Path, home: str = "") -> Backup | None:
    """Return the newest good backup in a folder."""
    return next((one for one in list_backups(folder, home) if one.is_sound), None)


def clear_out(folder: Path, home: str) -> None:
    """Delete the backups of these books that are not kept, and what broke off; no other file."""
    backups = list_backups(folder, home)
    for one in set(backups) - kept(backups):
        with suppress(OSError):  # a copy more does no harm
            one.file.unlink()
    newest = backups[0].file.stat().st_mtime if backups else 0.0
    for part in folder.glob(f"counterfoil-{home[:HOME_SIGNS]}-*{PART}"):
        with suppress(OSError):  # as above
            if part.stat().st_mtime < newest:
                part.unlink()


def carry_over(backup: Backup, folder: Path) -> None:
    """Copy a backup into another folder, compare, and only then give it its name. Raises OSError."""
    target = folder / backup.file.name
    if target.exists():
        return
    part = target.with_name(target.name + PART)
    try:
        shutil.copyfile(backup.file, part)
        through_to_disk(part)
        if not filecmp.cmp(backup.file, part, shallow=False):
            raise OSError(f"{part} holds other bytes than were written")
        put_in_place(part, target)
    finally:
        part.unlink(missing_ok=True)
