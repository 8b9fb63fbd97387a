"""Restore: a backup in the place of the desk's file, after a copy of what is there."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.copying import check_damage
from db.errors import DatabaseBusy, DatabaseNewer, DatabaseOfOtherMode, DeskOpenElsewhere, NoBooks
from db.migrate import known_revisions
from db.node_clock import wall_clock
from db.open_desks import desk_at_work
from db.restoring import DeskState, FileState, put_back, read_state, save_as_it_is, settled


@dataclass(frozen=True, slots=True)
class LostOfDesk:
    """What one desk wrote after the backup. `papers`: its last receipt before and now, '' for none."""

    code: str
    record_count: int
    until: datetime | None
    papers: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done. `saved`: the copy of what was there; `lost`: None where that could not be read."""

    saved: Path | None
    state: FileState
    lost: tuple[LostOfDesk, ...] | None


class BackupUnsound(Exception):
    """The backup itself is damaged; nothing was changed. `damage`: the first thing that is wrong with it."""

    def __init__(self, damage: str) -> None:
        super().__init__(damage)
        self.damage = damage


def restore(backup: Path, file: Path, folder: Path, *, practice: bool) -> Restored:
    """Put the backup in the place of `file`; what was there is copied into `folder` first.

    Raises DeskOpenElsewhere or DatabaseBusy while a program has the file open, BackupUnsound, NoBooks,
    DatabaseNewer, DatabaseOfOtherMode and OSError; nothing is changed then.
    """
    file = file.resolve()
    at_work = desk_at_work(file)
    if at_work is not None:
        raise DeskOpenElsewhere(at_work.code, at_work.host, at_work.since)
    with tempfile.TemporaryDirectory(prefix="counterfoil-", ignore_cleanup_errors=True) as whole:
        return _put_back(_whole(backup, Path(whole)), file, folder, practice=practice)


def _whole(backup: Path, folder: Path) -> Path:
    if not backup.is_file():
        raise FileNotFoundError(2, "there is no such file", str(backup))
    return settled(backup, folder)


def _put_back(backup: Path, file: Path, folder: Path, *, practice: bool) -> Restored:
    state = _checked(backup, practice=practice)
    file.parent.mkdir(parents=True, exist_ok=True)
    saved = None
    if file.exists():
        name = f"before-restore-{re.sub('[^0-9]', '', wall_clock().isoformat())[:17]}"
        saved = save_as_it_is(file, folder, name)
    try:
        put_back(backup, file)
    except DatabaseBusy:
        if saved is not None:
            saved.unlink()
        raise
    return Restored(saved, state, _lost(None if saved is None else read_state(saved), state))


def _checked(backup: Path, *, practice: bool) -> FileState:
    state = read_state(backup)
    if state is None and check_damage(backup) == ():
        raise NoBooks(str(backup))
    damage = check_damage(backup)
    if state is None or damage:
        raise BackupUnsound(damage[0])
    if state.schema not in known_revisions():
        raise DatabaseNewer(state.schema)
    if state.practice is not None and state.practice is not practice:
        raise DatabaseOfOtherMode(practice=state.practice)
    return state


def _lost(before: FileState | None, now: FileState) -> tuple[LostOfDesk, ...] | None:
    """Return what each desk wrote after the backup; None where that is not known."""
    if before is None:
        return None
    nothing = {one.code: DeskState(one.code, 0, None, "") for one in before.desks}
    kept = nothing | ({one.code: one for one in now.desks} if before.home == now.home else {})
    return tuple(
        LostOfDesk(one.code, one.number - kept[one.code].number, one.at, (kept[one.code].paper, one.paper))
        for one in before.desks
        if one.number > kept[one.code].number
    )
