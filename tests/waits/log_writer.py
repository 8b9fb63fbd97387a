"""One program that writes its lines into a log that others write, too: FILE NAME LINES BYTES_MAX."""

import logging
import sys
from pathlib import Path

from desktop.log_file import SharedLogFile


def main(file: str, name: str, lines: int, bytes_max: int) -> None:
    """Write the lines, each with the program's name and its number."""
    handler = SharedLogFile(Path(file), bytes_max=bytes_max, kept=1_000)
    handler.setFormatter(logging.Formatter("%(message)s"))
    log = logging.getLogger("writer")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    for number in range(lines):
        log.info("%s:%d:%s", name, number, "x" * (number % 97))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
