"""The papers of a cancellation: to the desk's usual printer, or on their page where there is none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.services.domain.printing import PrintRequest
from desktop.ui.failures import explain
from desktop.ui.papers.paper_out import PaperOut
from desktop.ui.printer_words import outcome_text
from desktop.ui.routes import OpenDocument

if TYPE_CHECKING:
    from db.ids import DocumentId
    from desktop.services.application import Services
    from desktop.services.domain.printing import Printer, PrintJob
    from desktop.ui.runner import Runner
    from desktop.ui.widgets.error_bar import ErrorBar


class CancelledPapers(QObject):
    """`wanted` carries the route to the paper. What is stuck is told on `bar`."""

    wanted = Signal(object)

    def __init__(self, services: Services, runner: Runner, bar: ErrorBar, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._runner, self._bar = services, runner, bar
        self._has_printer = False
        self._out = PaperOut(services, runner, self)
        self._out.moved.connect(self._moved)
        self._out.failed.connect(lambda error: bar.show_error(explain(error)))

    def look(self) -> None:
        """Learn whether there is a printer."""
        self._has_printer = False
        read = partial(self._services.list_printers, self._services.actor())
        # A page that can be saved is better than nothing where the printers are not known.
        self._runner.run(read, owner=self, done=self._know, failed=lambda _error: None)

    def print(self, document_id: DocumentId) -> None:
        """Hand over all that the cancellation made: what its slip lists, then the slip."""
        if self._has_printer:
            self._out.print(PrintRequest(document_id, with_listed=True))
        else:
            self.wanted.emit(OpenDocument(document_id))

    def _know(self, printers: tuple[Printer, ...]) -> None:
        self._has_printer = any(printer.is_usual for printer in printers)

    def _moved(self, job: PrintJob) -> None:
        if job.is_moving or job.is_out:
            self._bar.show_done(outcome_text(job))
        else:
            self._bar.show_error(outcome_text(job))
