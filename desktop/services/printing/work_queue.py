"""WorkQueue: takes the papers of this desk to their printers, one after the other."""

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import structlog

from db import mail_settings, print_jobs, printers
from db.actor import Actor
from db.database import Database, Session
from db.ids import DocumentId
from db.print_jobs import JobRow
from db.print_words import CopyMark, PaperLanguage, PaperSize, PrinterWay, PrintFault, PrintState
from db.printers import PrinterRow
from desktop.services.domain.printing import OF_SLIP_PRINTERS, Errand, HandedOver
from desktop.services.domain.report_papers import PrintedList, PrintedSheet
from desktop.services.errors import DeskError
from desktop.services.events import PrintQueueChanged, Publish
from desktop.services.printing.report import Printable, Report
from desktop.services.printing.settle_print import count_out

log = structlog.get_logger("counterfoil.printing")
STOP_SECONDS = 3.0


HandOver = Callable[[Errand, str], HandedOver]
"""Hands a paper over, with the password of the mail server where there is one; ends by itself, always."""


@dataclass(frozen=True, slots=True)
class Papers:
    """Where the papers come from: documents by their id with how often they were out, reports by name."""

    read: Callable[[Session, DocumentId, int], Printable]
    reports: Mapping[str, Report]


@dataclass(frozen=True, slots=True)
class _Taken:
    """A paper whose turn it is, and its printer; None: the system's own."""

    job: JobRow
    printer: PrinterRow | None
    # It may lie somewhere already, with the same number on it.
    may_be_out: bool


class WorkQueue:
    """Printing stands in nobody's way: it has a thread of its own, and each paper a process with an end."""

    def __init__(
        self,
        database: Database,
        actor: Callable[[], Actor],
        papers: Papers,
        hand_over: HandOver,
        password: Callable[[], str | None],
        publish: Publish,
    ) -> None:
        """`actor`: the desk itself; who asked for a paper may have left by its turn.

        `password` of the mail server, None where the keyring does not tell it.
        """
        self._database = database
        self._actor = actor
        self._papers = papers
        self._hand_over = hand_over
        self._password = password
        self._publish = publish
        self._one_at_a_time = threading.Lock()
        self._is_looked_through = False
        self._is_stopped = False

    def wake(self) -> None:
        """Look at the queue now, in a thread of its own."""
        threading.Thread(target=self._work_quietly, name="printing", daemon=True).start()

    def stop(self) -> None:
        """Begin nothing more, and wait a moment for the paper that is being sent."""
        self._is_stopped = True
        if self._one_at_a_time.acquire(timeout=STOP_SECONDS):
            self._one_at_a_time.release()

    def __call__(self) -> int:
        """Send what waits, and return how many papers had their turn."""
        count = 0
        with self._one_at_a_time:
            self._look_through()
            while not self._is_stopped and (taken := self._take()) is not None:
                self._settle(taken, self._sent(taken))
                count += 1
        return count

    def _work_quietly(self) -> None:
        try:
            self()
        except Exception as error:  # noqa: BLE001  the rows are there still: the next look goes on with them
            log.warning("PRINTING_STOPPED", kind=type(error).__name__)

    def _look_through(self) -> None:
        """What was being sent when the program of this desk ended may have come out.

        One program works under a desk's code at a time: what is being sent when it starts, it does not send.
        """
        if self._is_looked_through:
            return
        desk_id = self._actor().desk_id
        sending = (PrintState.SENDING,)
        with self._database.read() as session:
            left = print_jobs.in_states(session, desk_id, sending)
        if left:
            with self._database.write(self._actor()) as session:
                for job in print_jobs.in_states(session, desk_id, sending):
                    print_jobs.move(session, job, PrintState.UNSURE, fault=PrintFault.KILLED)
            self._publish(PrintQueueChanged())
        self._is_looked_through = True

    def _take(self) -> _Taken | None:
        with self._database.read() as session:
            if print_jobs.next_waiting(session, self._actor().desk_id) is None:
                return None
        with self._database.write(self._actor()) as session:
            # Once more: another window may have taken it.
            job_id = print_jobs.next_waiting(session, self._actor().desk_id)
            job = print_jobs.find(session, job_id) if job_id is not None else None
            if job is None:
                return None
            number, mark = job.copy_number, job.mark
            if number is None and job.document_id is not None and mark is not CopyMark.DUPLICATE:
                number = print_jobs.number_for(session, job)
                mark = CopyMark.COPY if number else CopyMark.ORIGINAL
            printer = (
                printers.find(session, job.printer_id)
                if job.printer_id is not None
                else printers.usual(session)
            )
            going = replace(job, state=PrintState.SENDING, tries=job.tries + 1, copy_number=number, mark=mark)
            values = {"tries": going.tries, "copy_number": number, "mark": mark, "said": ""}
            where = job.recipient or (printer.name if printer is not None else "")
            if not print_jobs.move(
                session, job, PrintState.SENDING, fault=PrintFault.NONE, went_to=where, **values
            ):
                return None
        self._publish(PrintQueueChanged())
        return _Taken(going, printer, may_be_out=job.copy_number is not None)

    def _sent(self, taken: _Taken) -> HandedOver:
        """Hand the paper over; whatever happens comes back as an answer."""
        job = taken.job
        if job.printer_id is not None and taken.printer is None:
            return HandedOver(PrintState.FAILED, fault=PrintFault.NO_PRINTER)
        try:
            errand = self._errand(taken)
        except (DeskError, KeyError, ValueError) as error:
            log.warning("PAPER_NOT_READ", kind=type(error).__name__)
            return HandedOver(PrintState.FAILED, fault=PrintFault.NO_SUCH_PAPER)
        if errand.paper is PaperSize.A4 and errand.way in OF_SLIP_PRINTERS:
            return HandedOver(PrintState.FAILED, fault=PrintFault.NO_WAY)
        password = ""
        if errand.way is PrinterWay.EMAIL:
            if errand.mail is None:
                return HandedOver(PrintState.FAILED, fault=PrintFault.NO_MAIL_SERVER)
            found = self._password() if errand.mail.user else ""
            if found is None:
                return HandedOver(PrintState.FAILED, fault=PrintFault.NO_KEYRING)
            password = found
        try:
            return self._hand_over(errand, password)
        except Exception as error:  # noqa: BLE001  nobody knows how far it came
            log.warning("PRINTING_FAILED", kind=type(error).__name__)
            return HandedOver(PrintState.UNSURE, fault=PrintFault.BROKEN)

    def _errand(self, taken: _Taken) -> Errand:
        job, printer = taken.job, taken.printer
        with self._database.read() as session:
            if job.document_id is not None:
                content = self._papers.read(session, job.document_id, job.copy_number or 0)
            else:
                content = self._papers.reports[job.report].make(session, json.loads(job.parameters))
            way, address = PrinterWay.SYSTEM, ""
            paper, language = PaperSize.A5, PaperLanguage.ENGLISH
            if job.recipient:
                way, address = PrinterWay.EMAIL, job.recipient
            elif printer is not None:
                way, address = printer.way, printer.address
                paper, language = printer.paper, printer.language
            language = job.language or language
            if isinstance(content, PrintedList | PrintedSheet):
                paper = PaperSize.A4
            mail = mail_settings.read(session) if way is PrinterWay.EMAIL else None
        return Errand(content.number, content, way, address, paper, language, job.mark, mail)

    def _settle(self, taken: _Taken, handed: HandedOver) -> None:
        """Write down what came of it; what is out is counted in the same transaction."""
        job = taken.job
        values: dict[str, object] = {"fault": handed.fault, "said": handed.said[:500]}
        if handed.where:
            values["went_to"] = handed.where[:300]
        if handed.state is PrintState.FAILED and not taken.may_be_out:
            # It is not out, and was not before: its number is free again.
            values["copy_number"] = None
        with self._database.write(self._actor()) as session:
            # Whoever has moved it meanwhile knows better.
            moved = print_jobs.move(session, job, handed.state, **values)
            if moved and handed.state in (PrintState.SENT, PrintState.PRINTED):
                count_out(session, job)
        self._publish(PrintQueueChanged())
