"""The use cases about printers and papers on their way to them."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypedDict

from db import documents, z_slips
from db.actor import Actor
from db.database import Session
from db.ids import DocumentId, PrintJobId
from db.print_words import MailServer
from db.states import DocumentKind
from desktop import paper_errand
from desktop.services.documents.show_document import read_document
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.document import Document
from desktop.services.domain.printing import (
    Errand,
    HandedOver,
    Printer,
    PrintJob,
)
from desktop.services.domain.z_slip import ZSlip, from_content
from desktop.services.errors import NotFound
from desktop.services.printing.list_print_jobs import FindPrintJob, ListPrintJobs, ListStuckPapers
from desktop.services.printing.mail_server import KeepMailServer, ReadMailServer, kept_password
from desktop.services.printing.printers import ListPrinters, RemovePrinter, SavePrinter
from desktop.services.printing.queue_print import QueuePrint, ReprintLast
from desktop.services.printing.settle_print import AnswerPrint, GiveUpPrint, RetryPrint
from desktop.services.printing.work_queue import Papers, WorkQueue
from desktop.services.staff.at_desk import SYSTEM
from desktop.use_cases.given import Given
from desktop.use_cases.reports import reports


class PrintCases(TypedDict):
    """Its fields in `Services`."""

    list_printers: Callable[[Actor], tuple[Printer, ...]]
    save_printer: SavePrinter
    remove_printer: RemovePrinter
    queue_print: QueuePrint
    reprint_last: ReprintLast
    list_print_jobs: Callable[[Actor], tuple[PrintJob, ...]]
    list_stuck_papers: Callable[[Actor], tuple[PrintJob, ...]]
    find_print_job: Callable[[PrintJobId], PrintJob]
    answer_print: AnswerPrint
    retry_print: RetryPrint
    give_up_print: GiveUpPrint
    read_mail_server: Callable[[], MailServer | None]
    keep_mail_server: KeepMailServer


def print_cases(given: Given, queue: WorkQueue) -> PrintCases:
    """Return what is done about papers on their way; `queue` sends what they leave waiting."""
    database, publish = given.database, given.publish
    queue_print = QueuePrint(database, reports(given.desk), publish, queue.wake)
    return {
        "list_printers": ListPrinters(database),
        "save_printer": SavePrinter(database, publish),
        "remove_printer": RemovePrinter(database, publish),
        "queue_print": queue_print,
        "reprint_last": ReprintLast(database, queue_print),
        "list_print_jobs": ListPrintJobs(database),
        "list_stuck_papers": ListStuckPapers(database),
        "find_print_job": FindPrintJob(database),
        "answer_print": AnswerPrint(database, publish, queue.wake),
        "retry_print": RetryPrint(database, publish, queue.wake),
        "give_up_print": GiveUpPrint(database, publish),
        "read_mail_server": ReadMailServer(database),
        "keep_mail_server": KeepMailServer(database, publish),
    }


def work_queue(given: Given) -> WorkQueue:
    """Return what sends the papers of this desk."""
    papers = Papers(ReadPaper(given.desk), reports(given.desk))
    desk_id = given.actor().desk_id

    def desk_itself() -> Actor:
        return Actor(SYSTEM, desk_id)

    return WorkQueue(given.database, desk_itself, papers, _hand_over, kept_password, given.publish)


def _hand_over(errand: Errand, password: str) -> HandedOver:
    # By its module: a test that stands in for all printers does so at any time.
    return paper_errand.hand_over(errand, password)


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """Reads a document as it goes to a printer: as what it is printed, the original or which copy."""

    desk: DeskSettings

    def __call__(self, session: Session, document_id: DocumentId, copies: int) -> Document | ZSlip:
        """Return the document. Raises NotFound."""
        row = documents.find(session, document_id)
        if row is None:
            raise NotFound("document", document_id)
        row = replace(row, copies=copies)
        if row.kind is not DocumentKind.Z_SLIP:
            return read_document(session, row, self.desk)
        kept = z_slips.find(session, document_id)
        if kept is None:
            raise NotFound("document", document_id)
        figures = from_content(json.loads(kept.content))
        return ZSlip(row.id, row.number, row.made_at, row.practice, copies, self.desk.time_zone, figures)
