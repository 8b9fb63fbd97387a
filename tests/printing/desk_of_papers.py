"""A desk that prints: its queue with a stand-in, or the real process, at the other end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from db import documents, print_jobs
from db.actor import Actor
from db.ids import DocumentId, PrintJobId, RequestKey
from db.print_words import PaperSize, PrintAnswer, PrinterWay, PrintFault, PrintState
from desktop.services.domain.printing import Errand, HandedOver, Printer, PrintJob, PrintRequest
from desktop.services.printing.list_print_jobs import FindPrintJob, ListPrintJobs, ListStuckPapers
from desktop.services.printing.printers import ListPrinters, RemovePrinter, SavePrinter
from desktop.services.printing.queue_print import QueuePrint, ReprintLast
from desktop.services.printing.settle_print import AnswerPrint, GiveUpPrint, RetryPrint
from desktop.services.printing.work_queue import Papers, WorkQueue
from desktop.use_cases.printing import ReadPaper
from desktop.use_cases.reports import reports
from tests.counter import FACTS, Counter

SENT = HandedOver(PrintState.SENT, "Slip")
PRINTED = HandedOver(PrintState.PRINTED, "Slip")
UNSURE = HandedOver(PrintState.UNSURE, "Slip", PrintFault.SILENT)
FAILED = HandedOver(PrintState.FAILED, "Slip", PrintFault.REFUSED)


@dataclass
class Hand:
    """Takes errands instead of a printer; `answers` come one after the other, the last for good."""

    answers: list[HandedOver] = field(default_factory=lambda: [SENT])
    errands: list[Errand] = field(default_factory=list)
    passwords: list[str] = field(default_factory=list)

    def __call__(self, errand: Errand, password: str) -> HandedOver:
        self.errands.append(errand)
        self.passwords.append(password)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    @property
    def papers(self) -> list[tuple[str, int]]:
        """Number of each paper and how often it was out before."""
        return [(errand.title, getattr(errand.content, "copies", -1)) for errand in self.errands]


@dataclass
class PaperDesk:
    """What a desk does about its papers."""

    counter: Counter
    hand: Callable[[Errand, str], HandedOver] = field(default_factory=Hand)
    password: str | None = "secret"
    actor: Actor | None = None

    def __post_init__(self) -> None:
        self.queue = self.another_window()

    @property
    def who(self) -> Actor:
        return self.actor or self.counter.actor

    def another_window(self) -> WorkQueue:
        """The queue as another process of the same desk has it."""
        return WorkQueue(
            self.counter.database,
            lambda: self.who,
            Papers(ReadPaper(FACTS), reports(FACTS)),
            lambda errand, password: self.hand(errand, password),
            lambda: self.password,
            self.counter.publish,
        )

    def sell(self, **fields: Any) -> DocumentId:
        """Sell a night and return its receipt."""
        paid = self.counter.pay(self.counter.hold(**fields))
        assert paid.document_id is not None
        return DocumentId(paid.document_id)

    def ask(self, request: PrintRequest | DocumentId, key: str = "") -> PrintJobId:
        """Queue a paper."""
        wanted = request if isinstance(request, PrintRequest) else PrintRequest(request)
        queue = QueuePrint(self.counter.database, reports(FACTS), self.counter.publish, lambda: None)
        return queue(wanted, RequestKey(key or self.counter.key()), actor=self.who)

    def print(self, request: PrintRequest | DocumentId) -> PrintJob:
        """Queue a paper and let the queue have its turn."""
        job_id = self.ask(request)
        self.queue()
        return self.job(job_id)

    def reprint_last(self) -> PrintJobId:
        queue = QueuePrint(self.counter.database, reports(FACTS), self.counter.publish, lambda: None)
        reprint = ReprintLast(self.counter.database, queue)
        return reprint(RequestKey(self.counter.key()), actor=self.who)

    def job(self, job_id: PrintJobId) -> PrintJob:
        return FindPrintJob(self.counter.database)(job_id)

    def jobs(self) -> tuple[PrintJob, ...]:
        return ListPrintJobs(self.counter.database)(self.who)

    def stuck(self) -> tuple[PrintJob, ...]:
        return ListStuckPapers(self.counter.database)(self.who)

    def copies(self, document_id: DocumentId) -> int:
        with self.counter.database.read() as session:
            row = documents.find(session, document_id)
        assert row is not None
        return row.copies

    def answer(self, job_id: PrintJobId, answer: PrintAnswer) -> None:
        AnswerPrint(self.counter.database, self.counter.publish, lambda: None)(job_id, answer, actor=self.who)

    def retry(self, job_id: PrintJobId) -> None:
        RetryPrint(self.counter.database, self.counter.publish, lambda: None)(job_id, actor=self.who)

    def give_up(self, job_id: PrintJobId) -> None:
        GiveUpPrint(self.counter.database, self.counter.publish)(job_id, actor=self.who)

    def printers(self) -> tuple[Printer, ...]:
        return ListPrinters(self.counter.database)(self.who)

    def save(self, printer: Printer, before: Printer | None = None) -> Printer:
        """Save a printer and read it back."""
        printer_id = SavePrinter(self.counter.database, self.counter.publish)(printer, before, actor=self.who)
        return next(one for one in self.printers() if one.id == printer_id)

    def remove(self, printer: Printer) -> None:
        RemovePrinter(self.counter.database, self.counter.publish)(printer, actor=self.who)

    def kill_while_sending(self, job_id: PrintJobId) -> None:
        """Leave a paper as a program leaves it that ends while it sends."""
        with self.counter.database.write(self.who) as session:
            job = print_jobs.find(session, job_id)
            assert job is not None
            number = job.copy_number if job.copy_number is not None else print_jobs.number_for(session, job)
            assert print_jobs.move(session, job, PrintState.SENDING, tries=job.tries + 1, copy_number=number)


def slip(name: str = "Slip", address: str = "127.0.0.1:9100", **fields: Any) -> Printer:
    """A printer of rolls on the network."""
    return Printer(
        **{
            "name": name,
            "way": PrinterWay.NETWORK,
            "address": address,
            "paper": PaperSize.ROLL_80,
            **fields,
        }
    )
