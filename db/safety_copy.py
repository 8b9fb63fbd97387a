"""A copy of the file as it was, beside it, before a step that changes every table."""

from contextlib import closing
from pathlib import Path

from db.checksums import connect, load


def keep_copy(file: Path, name: str) -> Path:
    """Copy what is committed by SQLite's own means to a file of this name beside it, and return that.

    In one step: in several it would begin anew at each write of another program. An older copy of the name is
    replaced when the new one is whole. Raises the driver's error and OSError.
    """
    load()
    target = file.with_name(name)
    begun = target.with_name(target.name + "-begun")
    begun.unlink(missing_ok=True)
    begun.touch(0o600)
    try:
        with closing(connect(str(file))) as source, closing(connect(str(begun))) as copy:
            source.backup(copy)
        begun.replace(target)
    finally:
        begun.unlink(missing_ok=True)
    return target
