"""backup: a checked copy of the books into a file of its own, while desks sell."""

import os
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

from db.errors import DatabaseTrouble
from desktop.commands.trouble import explain_trouble
from desktop.commands.which_database import say_which_database
from desktop.config import Config
from desktop.reading import copy_books_to
from desktop.services.backup_failed import BackupFailed

BEHIND_THE_DESKS = 10


def run_backup(config: Config, file: Path) -> int:
    """Write the backup and say so; return 1 where none was made, or where its audit finds faults."""
    say_which_database(config)
    if sys.platform != "win32":  # it knows no such rank
        with suppress(OSError):
            os.nice(BEHIND_THE_DESKS)
    try:
        with ExitStack() as stack:
            faults = copy_books_to(config, file, stack)
    except BackupFailed as failed:
        print(f"No backup was made: {failed.said}.")
        return 1
    except DatabaseTrouble as trouble:
        print(explain_trouble(trouble))
        return 1
    print(f"{file}: {file.stat().st_size:,} bytes, opened and audited.")
    for fault in faults:
        print(f"        {fault}")
    if faults:
        print("The copy is whole, and the audit finds faults in the books. Type: python -m desktop audit")
    return 1 if faults else 0
