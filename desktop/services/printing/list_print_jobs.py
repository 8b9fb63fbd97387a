"""ListPrintJobs, FindPrintJob: the papers of this desk on their way."""

from datetime import timedelta

from db import print_jobs
from db.actor import Actor
from db.database import Database
from db.ids import PrintJobId
from db.print_jobs import JobRow
from db.print_words import PrintState
from desktop.services.domain.printing import PrintJob
from desktop.services.errors import BadRequest

SHOWN_FOR = timedelta(hours=24)
SHOWN_MAX = 200
ASKED_ABOUT = (PrintState.UNSURE, PrintState.FAILED)


class ListPrintJobs:
    """Read what waits, what is stuck, and what came out of late."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, actor: Actor) -> tuple[PrintJob, ...]:
        """Return the papers of the acting desk: the open ones, then those of the last 24 hours."""
        with self._database.read() as session:
            since = session.now - SHOWN_FOR
            return tuple(shown(row) for row in print_jobs.of_desk(session, actor.desk_id, since, SHOWN_MAX))


class ListStuckPapers:
    """Read what somebody has to look after."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, actor: Actor) -> tuple[PrintJob, ...]:
        """Return what may not have come out, and what has not; the oldest first."""
        with self._database.read() as session:
            rows = print_jobs.in_states(session, actor.desk_id, ASKED_ABOUT)
        return tuple(shown(row) for row in rows)


class FindPrintJob:
    """Read how far a paper has come."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, job_id: PrintJobId) -> PrintJob:
        """Return it. Raises BadRequest for a paper that nobody queued."""
        with self._database.read() as session:
            row = print_jobs.find(session, job_id)
        if row is None:
            raise BadRequest("paper", "unknown")
        return shown(row)


def shown(row: JobRow) -> PrintJob:
    """Return a paper on its way as the clerk knows it."""
    return PrintJob(
        id=row.id,
        document_id=row.document_id,
        title=row.document_number or row.report,
        printer=row.printer_name or "",
        recipient=row.recipient,
        mark=row.mark,
        copy_number=row.copy_number,
        state=row.state,
        tries=row.tries,
        fault=row.fault,
        said=row.said,
        went_to=row.went_to,
        clerk=row.clerk,
        queued_at=row.queued_at,
        changed_at=row.changed_at,
    )
