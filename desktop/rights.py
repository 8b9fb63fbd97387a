"""Who may read what the desk keeps: this user alone, or the group of a folder that several logins share.

An administrator who lets several logins of one computer work in one folder gives it a group and the bits
2770; new files then belong to that group. Any other folder is its user's own. Windows: the folder lies in the
user's profile, whose rights are inherited; nothing is set there.
"""

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

HAS_RIGHTS = sys.platform != "win32"
SHARED_BITS = stat.S_ISGID | stat.S_IWGRP
OTHERS = stat.S_IRWXO
GROUP = stat.S_IRWXG
# What the program itself writes in the data folder; whatever else lies there is not its own.
OURS = ("counterfoil*.sqlite3*", "practice.sqlite3*", "settings.ini", "logs/*.log*", "logs/rotation.lock")


def keep_to_oneself() -> None:
    """From now on, what this program creates is for its user alone. Called first of all."""
    if HAS_RIGHTS:
        os.umask(OTHERS | GROUP)


def settle_rights(folder: Path, *, made_by_us: bool) -> str:
    """Give the folder's files the rights that they should have, and return a sentence about what is open.

    A shared folder keeps its group's rights. One that is too open is narrowed only where the program has made
    it; otherwise its owner is told. Files are narrowed wherever they lie, if they are this user's.
    """
    if not HAS_RIGHTS:
        return ""
    mode = stat.S_IMODE(folder.stat().st_mode)
    is_shared = mode & SHARED_BITS == SHARED_BITS
    if is_shared:
        os.umask(OTHERS)
    wanted = 0o2770 if is_shared else 0o700
    if made_by_us and mode & ~wanted:
        _set(folder, wanted)
    _set(folder / "logs", wanted)
    for file in _files(folder):
        _set(file, 0o660 if is_shared else 0o600)
    too_open = stat.S_IMODE(folder.stat().st_mode) & (OTHERS if is_shared else OTHERS | GROUP)
    if not too_open:
        return ""
    return (
        f"Others on this computer can look into {folder}."
        f" To keep it closed, type: chmod {'2770' if is_shared else '700'} {folder}"
    )


def _files(folder: Path) -> Iterator[Path]:
    for pattern in OURS:
        yield from folder.glob(pattern)


def _set(path: Path, mode: int) -> None:
    """Set the rights of what is this user's own; links and what is gone stay as they are."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            found = path.lstat()
            is_plain = stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)
            if is_plain and found.st_uid == os.geteuid() and stat.S_IMODE(found.st_mode) != mode:
                path.chmod(mode)
