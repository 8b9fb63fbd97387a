"""Which machine this is: a random id in a file of its own."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


def read_machine(file: Path) -> str:
    """Return this machine's id, made at the first question; "" where it can be neither read nor kept."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with suppress(FileExistsError):
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as made:
                made.write(f"{secrets.token_hex(16)}\n")
        return file.read_text(encoding="ascii", errors="replace").strip()
    return ""
