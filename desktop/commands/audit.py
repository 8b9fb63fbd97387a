"""audit: one line for each check, with its count."""

from db.errors import DatabaseTrouble
from desktop.bootstrap import open_database
from desktop.commands.trouble import explain_trouble
from desktop.commands.which_database import say_which_database
from desktop.config import Config
from desktop.services.auditing.audit_database import AuditDatabase

FAULTS_SHOWN_MAX = 10


def run_audit(config: Config) -> int:
    """Print every check; return 1 when one fails or the database can't be read."""
    say_which_database(config)
    try:
        database = open_database(config).database
        lines = AuditDatabase(database)()
        database.close()
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
