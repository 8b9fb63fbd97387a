"""Papers on their way to a printer. A state changes only from the state that was read."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select, update

from db.database import Session
from db.ids import DeskId, DocumentId, PrinterId, PrintJobId, RequestKey
from db.keys import new_key
from db.print_words import OPEN_PRINT, CopyMark, PaperLanguage, PrintFault, PrintState
from db.record import Shape, values_of
from db.schema import desk, document, print_job, printer
from db.states import DocumentKind

# It may be out, or goes out as what it was: its number is taken.
IN_FLIGHT = OPEN_PRINT
# What is made beside a customer's paper, or for the house.
BESIDE = (DocumentKind.Z_SLIP, DocumentKind.PAYMENT_SLIP, DocumentKind.REFUND_SLIP)


@dataclass(frozen=True, slots=True)
class NewJob:
    """What a paper is queued with: see the table for each column."""

    printer_id: PrinterId | None
    document_id: DocumentId | None
    report: str
    parameters: str
    recipient: str
    mark: CopyMark
    language: PaperLanguage | None
    request_key: RequestKey


@dataclass(frozen=True, slots=True)
class JobRow(NewJob):
    """A paper on its way, as stored, with the number of its document and the name of its printer."""

    id: PrintJobId
    desk_id: DeskId
    copy_number: int | None
    state: PrintState
    tries: int
    fault: PrintFault
    said: str
    went_to: str
    clerk: str
    queued_at: datetime
    changed_at: datetime
    document_number: str | None
    printer_name: str | None


JOB = Shape(JobRow, print_job, document_number=document.c.number, printer_name=printer.c.name)
JOINED = print_job.outerjoin(document, document.c.id == print_job.c.document_id).outerjoin(
    printer, printer.c.id == print_job.c.printer_id
)


def add(session: Session, new: NewJob) -> PrintJobId:
    """Queue a paper of the acting desk; return its id."""
    job_id = PrintJobId(new_key())
    row = {
        "id": job_id,
        "desk_id": session.actor.desk_id,
        **values_of(new),
        "state": PrintState.WAITING,
        "fault": PrintFault.NONE,
        "clerk": session.actor.person,
        "queued_at": session.now,
        "changed_at": session.now,
        "home": session.home,
    }
    session.execute(insert(print_job), row)
    return job_id


def find(session: Session, job_id: PrintJobId) -> JobRow | None:
    """Return a paper on its way."""
    return JOB.first(session.execute(JOB.select().select_from(JOINED).where(print_job.c.id == job_id)))


def find_by_request(session: Session, request_key: RequestKey) -> JobRow | None:
    """Return the paper that the act with this key has queued."""
    wanted = JOB.select().select_from(JOINED).where(print_job.c.request_key == request_key)
    return JOB.first(session.execute(wanted))


def of_desk(session: Session, desk_id: DeskId, since: datetime, limit: int) -> list[JobRow]:
    """Return what is open at a desk, and what has ended since then; the newest first."""
    is_open = print_job.c.state.in_(OPEN_PRINT)
    wanted = (
        JOB.select()
        .select_from(JOINED)
        .where(print_job.c.desk_id == desk_id, is_open | (print_job.c.changed_at >= since))
    )
    order = is_open.desc(), print_job.c.queued_at.desc(), print_job.c.id.desc()
    return JOB.list(session.execute(wanted.order_by(*order).limit(limit)))


def in_states(session: Session, desk_id: DeskId, states: Collection[PrintState]) -> list[JobRow]:
    """Return the papers of a desk in these states, the oldest first."""
    wanted = (
        JOB.select()
        .select_from(JOINED)
        .where(print_job.c.desk_id == desk_id, print_job.c.state.in_(tuple(states)))
    )
    return JOB.list(session.execute(wanted.order_by(print_job.c.queued_at, print_job.c.id)))


def next_waiting(session: Session, desk_id: DeskId) -> PrintJobId | None:
    """Return the paper of a desk that waits longest."""
    here = (print_job.c.desk_id == desk_id) & (print_job.c.state == PrintState.WAITING)
    oldest = select(print_job.c.id).where(here).order_by(print_job.c.queued_at, print_job.c.id).limit(1)
    found = session.execute(oldest).scalar()
    return None if found is None else PrintJobId(found)


def number_for(session: Session, job: JobRow) -> int:
    """Return how many papers of a document went out, or may have, before this one does.

    The document stays locked until the end of the transaction: no other desk takes the same number.
    """
    copies = session.execute(
        select(document.c.copies).where(document.c.id == job.document_id).with_for_update(key_share=True)
    ).scalar_one()
    others = (
        select(func.count())
        .select_from(print_job)
        .where(
            print_job.c.document_id == job.document_id,
            print_job.c.id != job.id,
            print_job.c.mark != CopyMark.DUPLICATE,
            print_job.c.copy_number.is_not(None),
            print_job.c.state.in_(IN_FLIGHT),
        )
    )
    return int(copies) + int(session.execute(others).scalar_one())


def move(session: Session, job: JobRow, state: PrintState, **values: object) -> bool:
    """Change the state of a paper that is as `job` has it; False when somebody else was faster."""
    known = (print_job.c.id == job.id) & (print_job.c.state == job.state) & (print_job.c.tries == job.tries)
    changed = update(print_job).where(known).values(state=state, changed_at=session.now, **values)
    return session.execute(changed).rowcount == 1


def last_document(session: Session, desk_id: DeskId) -> DocumentId | None:
    """Return what a desk made last for a customer: its papers bear its code.

    The slips that go with a receipt or a refund say only how it was paid: the paper is the other one.
    """
    code = session.execute(select(desk.c.code).where(desk.c.id == desk_id)).scalar_one()
    its_own = document.c.number.startswith(f"{code}-", autoescape=True)
    for_customers = document.c.kind.not_in(BESIDE)
    newest = select(document.c.id).where(its_own, for_customers).order_by(document.c.id.desc()).limit(1)
    found = session.execute(newest).scalar()
    return None if found is None else DocumentId(found)
