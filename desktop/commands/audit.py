"""audit: one line for each check, with its count; reads only, and leaves nothing beside the books."""

from contextlib import ExitStack
from pathlib import Path

from db.errors import DatabaseTrouble
from desktop.commands.trouble import explain_trouble
from desktop.commands.which_database import say_which_database
from desktop.config import Config
from desktop.reading import read_books
from desktop.services.auditing.audit_database import AuditDatabase

FAULTS_SHOWN_MAX = 10


def run_audit(config: Config, book: Path | None = None) -> int:
    """Print every check; return 1 when one fails or the books can't be read. `book`: any file of books."""
    if book is None:
        say_which_database(config)
    try:
        with ExitStack() as stack:
            lines = AuditDatabase(read_books(config, book, stack).database)()
    except DatabaseTrouble as trouble:
        print(explain_trouble(trouble))
        return 1
    for line in lines:
        print(f"{'ok  ' if line.passed else 'FAIL'}  {line.name:36} {line.checked_count:>9} checked")
        for fault in line.faults[:FAULTS_SHOWN_MAX]:
            print(f"        {fault}")
        if len(line.faults) > FAULTS_SHOWN_MAX:
            print(f"        and {len(line.faults) - FAULTS_SHOWN_MAX} more")
    failed = sum(not line.passed for line in lines)
    print(f"{len(lines) - failed} of {len(lines)} checks passed")
    return 1 if failed else 0
