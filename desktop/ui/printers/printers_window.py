"""The page Printers: where papers go, what waits, and what somebody has to look after."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.print_words import PrintAnswer, PrintState
from desktop.services.domain.printing import TEST_PAGE, PrintRequest
from desktop.services.errors import BadRequest
from desktop.ui.failures import explain
from desktop.ui.papers.paper_out import PaperOut
from desktop.ui.printer_words import fault_text, outcome_text, title_word
from desktop.ui.printers.mail_form import MailForm
from desktop.ui.printers.printer_form import PrinterForm
from desktop.ui.printers.printer_table import PrinterTable
from desktop.ui.printers.queue_table import QueueTable
from desktop.ui.theme import scaled
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.print_words import MailServer
    from desktop.services.application import Services
    from desktop.services.domain.printing import Printer, PrintJob
    from desktop.ui.runner import Runner


class PrintersWindow(KeyedPage):
    """Two lists: Tab leads from the printers to the queue, and each has keys of its own."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._wants_stuck = False
        self._is_sure_of: Printer | None = None
        self.error_bar = ErrorBar()
        self.printers = PrinterTable()
        self.jobs = QueueTable(services.time_zone)
        self.form = PrinterForm()
        self.mail = MailForm()
        self._out = PaperOut(services, runner, self)
        self.none = QLabel(
            self.tr("No printer is entered: papers go to the system's own printer. N enters one.")
        )
        self.idle = QLabel(self.tr("Nothing waits for a printer, and nothing came out in the last 24 hours."))
        self.keys = QLabel(
            self.tr(
                "Printers:  N  new      Enter  change      T  test page      Del  take off"
                "      M  mail server      Tab  to the queue      Esc  back"
            )
        )
        self.job_keys = QLabel(
            self.tr(
                "A paper of the queue:  Y  it came out      O  print it again as the original"
                "      R  try again      X  give it up"
            )
        )
        # All of why the marked paper is stuck: its column is narrow on a small screen.
        self.because = QLabel()
        self._lay_out()
        self._connect()
        self.tell_step(None)
        self._show_printers(())
        self._show_jobs(())

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Printers and e-mail"))
        title.setProperty("role", "heading")
        self.queue_title = QLabel(self.tr("Papers on their way"))
        self.queue_title.setProperty("role", "heading")
        for label in (self.keys, self.job_keys):
            label.setProperty("role", "caption")
        for label in (self.keys, self.job_keys, self.none, self.idle, self.because):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(10))
        for part in (title, self.error_bar, self.form, self.mail, self.none):
            page.addWidget(part)
        page.addWidget(self.printers, 1)
        for part in (self.keys, self.queue_title, self.idle):
            page.addWidget(part)
        page.addWidget(self.jobs, 2)
        page.addWidget(self.because)
        page.addWidget(self.job_keys)
        page.addStretch()
        for table in (self.printers, self.jobs):
            table.setMinimumHeight(scaled(110))

    def _connect(self) -> None:
        self.form.entered.connect(self._save)
        self.mail.entered.connect(self._keep_mail)
        self._out.moved.connect(self._tell)
        self._out.failed.connect(self._say_failed)
        self.printers.itemSelectionChanged.connect(self._forget_sure)
        self.jobs.itemSelectionChanged.connect(self._show_why)
        for key, action in (
            ("N", partial(self._ask, None)),
            ("Return", self._change),
            ("F9", self._enter),
            ("T", self._test),
            ("Del", self._remove),
            ("M", self._ask_mail),
            ("Y", partial(self._answer, PrintAnswer.PRINTED)),
            ("O", partial(self._answer, PrintAnswer.AGAIN)),
            ("R", self._retry),
            ("X", self._give_up),
            ("Esc", self._leave),
        ):
            self.add_key(key, action)

    # -- what is there

    def refresh(self) -> None:
        """Read both lists again; what is being typed stays."""
        actor = self._services.actor()
        printers = partial(self._services.list_printers, actor)
        self._runner.run(printers, owner=self, done=self._show_printers, failed=self._say_failed)
        jobs = partial(self._services.list_print_jobs, actor)
        self._runner.run(jobs, owner=self, done=self._show_jobs, failed=self._say_failed)

    def look_at_stuck(self) -> None:
        """Read again, and put the keyboard on the first paper that somebody has to look after."""
        self._wants_stuck = True
        self.refresh()

    def _show_printers(self, printers: tuple[Printer, ...]) -> None:
        self.none.setVisible(not printers)
        self.printers.setVisible(bool(printers))
        self.printers.show_printers(printers)
        if printers and not self._is_asking and self.may_take_focus and not self.jobs.hasFocus():
            self.printers.setFocus()

    def _show_jobs(self, jobs: tuple[PrintJob, ...]) -> None:
        self.idle.setVisible(not jobs)
        self.jobs.setVisible(bool(jobs))
        self.job_keys.setVisible(bool(jobs))
        self.jobs.show_jobs(jobs)
        self._show_why()
        if self._wants_stuck and self.jobs.mark_stuck() and not self._is_asking:
            self.jobs.setFocus()
        self._wants_stuck = False

    def _show_why(self) -> None:
        job = self.jobs.current
        is_stuck = job is not None and job.state in (PrintState.UNSURE, PrintState.FAILED)
        self.because.setText(fault_text(job.fault, job.said) if job is not None and is_stuck else "")
        self.because.setVisible(is_stuck)

    @property
    def _is_asking(self) -> bool:
        return not self.form.isHidden() or not self.mail.isHidden()

    # -- printers

    def _ask(self, before: Printer | None) -> None:
        if not self._is_asking:
            self.error_bar.clear()
            self.form.ask(before)
            self.tell_step(self.tr("keep"))

    def _change(self) -> None:
        if self._is_asking:
            self._enter()
        elif self.printers.current is not None and not self.jobs.hasFocus():
            self._ask(self.printers.current)
        else:
            self.error_bar.show_error(self.nothing_to_do())

    def _enter(self) -> None:
        """What is asked for is given; the queue's rows have letters of their own."""
        self.form.enter()
        self.mail.enter()

    def _save(self, printer: Printer, before: Printer | None) -> None:
        work = partial(self._services.save_printer, printer, before, actor=self._services.actor())
        said = self.tr("{name} is kept. T prints a test page.").format(name=printer.name)
        self.form.button.set_busy(True)
        self._run(work, said, self._close)

    def _remove(self) -> None:
        """The first Del asks, the second does it."""
        printer = self.printers.current
        if printer is None or self._is_asking or self.jobs.hasFocus():
            self.error_bar.show_error(self.nothing_to_do())
            return
        if self._is_sure_of != printer:
            self._is_sure_of = printer
            asked = self.tr("Take {name} off this desk? Del once more does it, Esc does not.")
            self.error_bar.show_error(asked.format(name=printer.name))
            return
        self._is_sure_of = None
        work = partial(self._services.remove_printer, printer, actor=self._services.actor())
        self._run(work, self.tr("{name} is taken off.").format(name=printer.name))

    def _forget_sure(self) -> None:
        if self._is_sure_of is not None and self.printers.current != self._is_sure_of:
            self._is_sure_of = None
            self.error_bar.clear()

    def _test(self) -> None:
        if self._is_asking:
            return
        printer = self.printers.current
        name = printer.name if printer else self.tr("the system's own printer")
        told = {"title": self.tr("Test page"), "printer": name}
        self._out.print(
            PrintRequest(
                report=TEST_PAGE,
                parameters=json.dumps(told, ensure_ascii=False),
                printer_id=printer.id if printer else None,
            )
        )

    def _tell(self, job: PrintJob) -> None:
        (self.error_bar.show_done if job.is_moving or job.is_out else self.error_bar.show_error)(
            outcome_text(job)
        )
        self.refresh()

    # -- mail

    def _ask_mail(self) -> None:
        if self._is_asking:
            return
        self.error_bar.clear()
        read = self._services.read_mail_server
        self._runner.run(read, owner=self, done=self._show_mail, failed=self._say_failed)

    def _show_mail(self, server: MailServer | None) -> None:
        self.mail.ask(server)
        self.tell_step(self.tr("keep"))

    def _keep_mail(self, server: MailServer, password: str | None) -> None:
        # A secret stands in a closure: a partial would tell it by its repr.
        actor = self._services.actor()
        self.mail.forget()
        self.mail.button.set_busy(True)
        self._run(
            lambda: self._services.keep_mail_server(server, password, actor=actor),
            self.tr("The mail server is kept."),
            self._close,
        )

    # -- the queue

    def _job_in(self, *states: PrintState) -> PrintJob | None:
        """The marked paper, if it is in one of these states; else it is said that there is nothing to do."""
        job = self.jobs.current
        if self._is_asking or job is None or job.state not in states:
            self.error_bar.show_error(self.nothing_to_do())
            return None
        return job

    def _answer(self, answer: PrintAnswer) -> None:
        if (job := self._job_in(PrintState.UNSURE)) is not None:
            work = partial(self._services.answer_print, job.id, answer, actor=self._services.actor())
            again = self.tr("{number} is printed again as what it was.")
            said = self.tr("{number} came out.") if answer is PrintAnswer.PRINTED else again
            self._run(work, said.format(number=title_word(job)))

    def _retry(self) -> None:
        if (job := self._job_in(PrintState.FAILED)) is not None:
            work = partial(self._services.retry_print, job.id, actor=self._services.actor())
            self._run(work, self.tr("{number} waits once more.").format(number=title_word(job)))

    def _give_up(self) -> None:
        if (job := self._job_in(PrintState.FAILED, PrintState.WAITING)) is not None:
            work = partial(self._services.give_up_print, job.id, actor=self._services.actor())
            self._run(work, self.tr("{number} was given up.").format(number=title_word(job)))

    # -- all of it

    def _leave(self) -> None:
        """One step back: from a form to the lists, from a question, from the page."""
        if self._is_asking:
            self._close()
        elif self._is_sure_of is not None:
            self._is_sure_of = None
            self.error_bar.clear()
        else:
            self.back.emit()

    def _close(self) -> None:
        self.mail.forget()
        self.tell_step(None)
        for form in (self.form, self.mail):
            form.hide()
        (self.printers if not self.printers.isHidden() else self).setFocus()

    def _run(self, work: Callable[[], object], said: str, after: Callable[[], None] | None = None) -> None:
        self.error_bar.clear()

        def done(_answer: object) -> None:
            self._set_idle()
            if after is not None:
                after()
            self.error_bar.show_done(said)
            self.refresh()

        self._runner.run(work, owner=self, done=done, failed=self._say_failed)

    def _set_idle(self) -> None:
        for button in (self.form.button, self.mail.button):
            button.set_busy(False)

    def _say_failed(self, error: Exception) -> None:
        self._set_idle()
        sentence = explain(error)
        if isinstance(error, BadRequest):
            for form in (self.form, self.mail):
                if not form.isHidden() and form.show_refusal(error, sentence):
                    return
        self.error_bar.show_error(sentence)
