"""AnswerPrint, RetryPrint, GiveUpPrint: what becomes of a paper that is stuck."""

from collections.abc import Callable, Collection

from db import documents, journal, print_jobs
from db.actor import Actor
from db.database import Database, Session
from db.ids import PrintJobId
from db.print_jobs import JobRow
from db.print_words import CopyMark, PrintAnswer, PrintFault, PrintState
from desktop.services.errors import BadRequest
from desktop.services.events import PrintQueueChanged, Publish
from desktop.services.printing_errors import PaperMoved

UNSURE = (PrintState.UNSURE,)
FAILED = (PrintState.FAILED,)
NOT_OUT = (PrintState.WAITING, PrintState.FAILED)


class AnswerPrint:
    """Somebody looked whether a paper came out. What was never in a hand is no copy the next time."""

    def __init__(self, database: Database, publish: Publish, wake: Callable[[], object]) -> None:
        self._database = database
        self._publish = publish
        self._wake = wake

    def __call__(self, job_id: PrintJobId, answer: PrintAnswer, *, actor: Actor) -> None:
        """PRINTED counts it; AGAIN sends it once more as what it was. Raises PaperMoved, BadRequest."""
        with self._database.write(actor) as session:
            job = _job(session, job_id, UNSURE)
            if answer is PrintAnswer.PRINTED:
                _move(session, job, PrintState.PRINTED, fault=PrintFault.NONE)
                count_out(session, job)
            else:
                # Its number stays its own: it is the same paper.
                _move(session, job, PrintState.WAITING)
            content: dict[str, object] = {"print_job": job.id, "document": job.document_id}
            content |= {"report": job.report}
            content |= {"answer": answer, "copy_number": job.copy_number, "printer": job.went_to}
            journal.record(session, "PRINT_ANSWERED", content)
        self._publish(PrintQueueChanged())
        self._wake()


class RetryPrint:
    """A paper that has not come out waits for its turn once more."""

    def __init__(self, database: Database, publish: Publish, wake: Callable[[], object]) -> None:
        self._database = database
        self._publish = publish
        self._wake = wake

    def __call__(self, job_id: PrintJobId, *, actor: Actor) -> None:
        """Raises PaperMoved, BadRequest."""
        with self._database.write(actor) as session:
            _move(session, _job(session, job_id, FAILED), PrintState.WAITING)
        self._publish(PrintQueueChanged())
        self._wake()


class GiveUpPrint:
    """A paper that has not come out is wanted no more."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, job_id: PrintJobId, *, actor: Actor) -> None:
        """Raises PaperMoved, also while it may have come out: that is answered first. BadRequest."""
        with self._database.write(actor) as session:
            job = _job(session, job_id, NOT_OUT)
            if job.copy_number is not None:
                # It went out once and may lie somewhere: whoever prints it next prints a copy.
                count_out(session, job)
            _move(session, job, PrintState.GIVEN_UP)
            content = {"print_job": job.id, "document": job.document_id, "report": job.report}
            journal.record(session, "PRINT_GIVEN_UP", content | {"fault": job.fault})
        self._publish(PrintQueueChanged())


def count_out(session: Session, job: JobRow) -> None:
    """Count a document that is out, in the transaction that says so; the duplicate is the house's own."""
    if job.document_id is not None and job.mark is not CopyMark.DUPLICATE:
        documents.count_copy(session, job.document_id)


def _job(session: Session, job_id: PrintJobId, states: Collection[PrintState]) -> JobRow:
    job = print_jobs.find(session, job_id)
    if job is None:
        raise BadRequest("paper", "unknown")
    if job.state not in states:
        raise PaperMoved(job.document_number or job.report, job.state)
    return job


def _move(session: Session, job: JobRow, state: PrintState, **values: object) -> None:
    if not print_jobs.move(session, job, state, **values):
        now = print_jobs.find(session, job.id) or job
        raise PaperMoved(job.document_number or job.report, now.state)
