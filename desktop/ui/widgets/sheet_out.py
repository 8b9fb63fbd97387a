"""Lets a list or the figures of a day wait for the desk's printer of sheets, where it has one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.services.domain.printing import prints_sheets
from desktop.ui.failures import explain
from desktop.ui.papers.paper_out import PaperOut
from desktop.ui.printer_words import outcome_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.services.domain.printing import Printer, PrintJob, PrintRequest
    from desktop.ui.runner import Runner
    from desktop.ui.widgets.error_bar import ErrorBar


class SheetOut(QObject):
    """How far the paper has come is told on `bar`."""

    def __init__(self, services: Services, runner: Runner, bar: ErrorBar, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._runner, self._bar = services, runner, bar
        self._out = PaperOut(services, runner, self)
        self._out.moved.connect(self._moved)
        self._out.failed.connect(self._say)

    def print(self, request: PrintRequest, without: Callable[[], None]) -> None:
        """Queue a report; `without` a usual printer of sheets is called instead."""

        def known(printers: tuple[Printer, ...]) -> None:
            if any(prints_sheets(printer) for printer in printers):
                self._out.print(request)
            else:
                without()

        read = partial(self._services.list_printers, self._services.actor())
        self._runner.run(read, owner=self, done=known, failed=self._say)

    def _moved(self, job: PrintJob) -> None:
        say = self._bar.show_done if job.is_moving or job.is_out else self._bar.show_error
        say(outcome_text(job))

    def _say(self, error: Exception) -> None:
        self._bar.show_error(explain(error))
