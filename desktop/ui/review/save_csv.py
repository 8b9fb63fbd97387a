"""Writes the list as a file that is either whole or not there."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


def save_lines(lines: Iterable[str], folder: Path, name: str) -> Path:
    """Write `lines` to a new file of this name, with a number behind it where the name is taken.

    UTF-8 with a mark, by which spreadsheets know it. Raises OSError; then no file is left behind.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".saving-", suffix=".csv")
    try:
        with os.fdopen(handle, "w", encoding="utf-8-sig", newline="") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
        return _take_name(Path(temporary), folder, name)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _take_name(temporary: Path, folder: Path, name: str) -> Path:
    stem, number = name, 1
    while (folder / f"{stem}.csv").exists():
        number += 1
        stem = f"{name} {number}"
    target = folder / f"{stem}.csv"
    temporary.replace(target)
    return target


def file_name(now: datetime) -> str:
    """Return a name that sorts by time and is allowed on every system."""
    return f"bookings {now:%Y-%m-%d %H.%M}"
