"""What stands in a folder, byte by byte: to see that nothing was changed and nothing came."""

from pathlib import Path

# The shared memory of a desk at work is its own, and changes while it works.
OF_A_DESK = ("-shm",)


def content_of(folder: Path, *, but: tuple[str, ...] = ()) -> dict[str, tuple[int, bytes]]:
    """Return every file below the folder with its time and its bytes, of those in `but` the name alone."""
    return {
        str(one.relative_to(folder)): (
            (0, b"") if one.name.endswith(but) else (one.stat().st_mtime_ns, one.read_bytes())
        )
        for one in sorted(folder.rglob("*"))
        if one.is_file()
    }
