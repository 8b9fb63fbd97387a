"""Files that belong together: all of them are there, or none is."""

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

Write = Callable[[Path], None]
MARK = "\ufeff"
"""By which spreadsheets know UTF-8."""


def write_folder(place: Path, name: str, files: Mapping[str, str | bytes | Write]) -> Path:
    """Write files into a new folder of this name, with a number behind it where the name is taken.

    A text is written as UTF-8, of a CSV file with a mark. Raises OSError; then nothing is left behind.
    """
    place.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(dir=place, prefix=".saving-"))
    try:
        for file, content in files.items():
            _write(temporary / file, content)
        target, number = place / name, 1
        while target.exists():
            number += 1
            target = place / f"{name} {number}"
        temporary.replace(target)
        return target
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _write(file: Path, content: str | bytes | Write) -> None:
    if callable(content):
        content(file)
        return
    is_table = file.suffix == ".csv"
    data = content if isinstance(content, bytes) else ((MARK if is_table else "") + content).encode()
    with file.open("wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())
