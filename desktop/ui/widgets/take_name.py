"""A file under a name that nobody has taken, whole or not there."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

if TYPE_CHECKING:
    from collections.abc import Callable


def documents_folder() -> Path:
    """Return where this user's files of the program go."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents)) / "Counterfoil"


def save_file(write: Callable[[Path], object], folder: Path, name: str, suffix: str) -> Path | OSError:
    """Let `write` make a new file of this name, with a number behind it where the name is taken.

    A full disk or a folder without rights is no fault of the program: the OSError is returned.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".saving-") as made:
            whole = Path(made) / f"whole{suffix}"
            write(whole)
            stem, number = name, 1
            while (folder / f"{stem}{suffix}").exists():
                number += 1
                stem = f"{name} {number}"
            return whole.replace(folder / f"{stem}{suffix}")
    except OSError as error:
        return error
