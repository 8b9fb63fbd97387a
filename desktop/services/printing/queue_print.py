"""QueuePrint: a paper begins to wait for its printer, or for the mail."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from db import documents, print_jobs, printers, shift_list, z_slips
from db.actor import Actor
from db.database import Database, Session
from db.ids import DocumentId, PrintJobId, RequestKey
from db.print_jobs import JobRow, NewJob
from db.print_words import CopyMark
from db.states import DocumentKind
from desktop.services.domain.printing import PrintRequest, is_mail_address
from desktop.services.errors import BadRequest, NotFound, OtherContent
from desktop.services.events import PrintQueueChanged, Publish
from desktop.services.printing.report import Report
from desktop.services.printing_errors import NothingToReprint
from desktop.services.records.paper_record import content_from_text
from desktop.services.steps.issue_paper import paper_to_give
from desktop.services.steps.shift_sight import check_sight

PARAMETERS_MAX = 4000
SLIPS = (DocumentKind.PAYMENT_SLIP, DocumentKind.REFUND_SLIP)


class QueuePrint:
    """Writes one row, after whatever made the paper was committed: no sale waits for a printer."""

    def __init__(
        self,
        database: Database,
        reports: Mapping[str, Report],
        publish: Publish,
        wake: Callable[[], object],
    ) -> None:
        """`reports`: what can be printed besides documents, by its name; `wake` has the queue looked at."""
        self._database = database
        self._reports = reports
        self._publish = publish
        self._wake = wake

    def __call__(self, request: PrintRequest, request_key: RequestKey, *, actor: Actor) -> PrintJobId:
        """Return the paper's id in the queue; the same key again queues nothing.

        Of a slip with its papers it is the slip's. Raises BadRequest, NotFound, OtherContent, NotPermitted
        for what is not to be seen.
        """
        new = self._checked(request, request_key)
        with self._database.write(actor) as session:
            if new.report:
                new = replace(new, parameters=self._admitted(session, new, actor))
            done = print_jobs.find_by_request(session, request_key)
            if done is not None:
                if not _is_same(done, new):
                    raise OtherContent()
                return done.id
            _check_there(session, new, actor)
            if request.with_listed:
                _add_listed(session, new)
            job_id = print_jobs.add(session, new)
        self._publish(PrintQueueChanged())
        self._wake()
        return job_id

    def _checked(self, request: PrintRequest, request_key: RequestKey) -> NewJob:
        recipient = request.recipient.strip()
        if (request.document_id is None) == (not request.report):
            raise BadRequest("paper", "unknown")
        if request.report and request.report not in self._reports:
            raise BadRequest("paper", "unknown", text=request.report)
        if request.mark is CopyMark.COPY or not request_key:
            raise BadRequest("paper", "unknown", text=request.mark)
        if recipient and not is_mail_address(recipient):
            raise BadRequest("recipient", "malformed", text=recipient)
        return NewJob(
            printer_id=request.printer_id,
            document_id=request.document_id,
            report=request.report,
            parameters=_checked_parameters(request),
            recipient=recipient,
            mark=request.mark,
            language=request.language,
            request_key=request_key,
        )

    def _admitted(self, session: Session, new: NewJob, actor: Actor) -> str:
        try:
            told = self._reports[new.report].admit(session, json.loads(new.parameters), actor)
        except (KeyError, ValueError):
            raise BadRequest("paper", "unknown", text=new.parameters[:40]) from None
        return json.dumps(told)


class ReprintLast:
    """What this desk made last goes to the printer once more, with all that was handed over with it."""

    def __init__(self, database: Database, queue: QueuePrint) -> None:
        self._database = database
        self._queue = queue

    def __call__(self, request_key: RequestKey, *, actor: Actor) -> PrintJobId:
        """Return its id in the queue. Raises NothingToReprint."""
        with self._database.read() as session:
            last = print_jobs.last_document(session, actor.desk_id)
            given = _given(session, last) if last is not None else None
        if given is None:
            raise NothingToReprint()
        return self._queue(PrintRequest(given, with_listed=True), request_key, actor=actor)


def _given(session: Session, last: DocumentId) -> DocumentId:
    """Return what was given of the act that made a paper: it alone, or the slip that lists it."""
    row = documents.find(session, last)
    if row is None or row.booking_id is None:
        return last
    for one in reversed(documents.of_booking(session, row.booking_id)):
        if one.kind not in SLIPS or not one.content:
            continue
        listed = content_from_text(one.content).listed
        if one.id == last or any(paper.id == last for paper in listed):
            return paper_to_give(one) or last
    return last


def _checked_parameters(request: PrintRequest) -> str:
    if not request.parameters:
        return "{}" if request.report else ""
    try:
        told = json.loads(request.parameters)
    except ValueError:
        told = None
    if not request.report or not isinstance(told, dict) or len(request.parameters) > PARAMETERS_MAX:
        raise BadRequest("paper", "unknown", text=request.parameters[:40])
    return request.parameters


def _add_listed(session: Session, slip: NewJob) -> None:
    """Let the papers that a slip lists wait before it, each with a key of its own."""
    row = documents.find(session, slip.document_id) if slip.document_id is not None else None
    if row is None or row.kind not in SLIPS or not row.content:
        return
    for number, paper in enumerate(content_from_text(row.content).listed, start=1):
        key = RequestKey(f"{slip.request_key}/{number}")
        print_jobs.add(session, replace(slip, document_id=paper.id, request_key=key))


def _check_there(session: Session, new: NewJob, actor: Actor) -> None:
    if new.printer_id is not None and printers.find(session, new.printer_id) is None:
        raise BadRequest("printer", "unknown")
    if new.document_id is None:
        return
    row = documents.find(session, new.document_id)
    if row is None:
        raise NotFound("document", new.document_id)
    kept = z_slips.find(session, row.id) if row.kind is DocumentKind.Z_SLIP else None
    shift = shift_list.find(session, kept.shift_id) if kept is not None else None
    if shift is not None:
        check_sight(session, shift, actor)


def _is_same(done: JobRow, new: NewJob) -> bool:
    asked = (new.printer_id, new.document_id, new.report, new.parameters, new.recipient, new.language)
    known = (done.printer_id, done.document_id, done.report, done.parameters, done.recipient, done.language)
    return known == asked and (done.mark is CopyMark.DUPLICATE) == (new.mark is CopyMark.DUPLICATE)
