"""What Enter, Esc and Ctrl+P do once a booking is paid: print, then the next customer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.ids import DocumentId
from desktop.ui.keys.offer import Offer
from desktop.ui.payment.default_printer import DefaultPrinter
from desktop.ui.routes import OpenDocument
from desktop.ui.widgets.paper_buttons import paper_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.services.domain.document import Document
    from desktop.services.domain.payment_request import PaymentResult
    from desktop.services.domain.z_slip import Paper
    from desktop.ui.payment.receipt_panel import ReceiptPanel
    from desktop.ui.runner import Runner


class DoneFlow(QObject):
    """Enter prints where there is a printer, once; after that, and where there is none, it goes on.

    `finished` carries the PaymentResult, `wanted` the route to its document, `failed` a refusal.
    """

    finished = Signal(object)
    wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, panel: ReceiptPanel, services: Services, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._services = services
        self._runner = runner
        self._offer = Offer(panel)
        self._print = PrintReceipt(services, runner, self)
        self._print.printed.connect(self._printed)
        self._print.failed.connect(self._failed)
        self._printer = DefaultPrinter(self)
        self.result: PaymentResult | None = None
        panel.next_button.clicked.connect(self.go_on)
        panel.print_button.clicked.connect(self._press_print)

    def forget(self) -> None:
        """Another booking: nothing is paid yet. Whether it can be printed is known by the time it is."""
        self.result = None
        self._printer.ask()

    def keep(self, result: PaymentResult | None) -> None:
        """Remember what came of the payment; what the clerk's own act told first is kept."""
        if self.result is not None or result is None:
            return
        self.result = result
        self._offer.renew()
        self._panel.show_result(result)
        self._panel.offer_print_first(result.document_id is not None and self._printer.is_there())
        self._list(result)

    def _list(self, result: PaymentResult) -> None:
        """Tell which papers the booking has now."""

        def told(papers: tuple[Document, ...]) -> None:
            if self.result is result:
                names = [paper_name(one.kind, one.number, one.content.total_paise) for one in papers]
                self._panel.tell_papers(names)

        listed = partial(self._services.list_documents, result.booking_id)
        # What was paid is paid: without the list the papers are found on the page of the booking.
        self._runner.run(listed, owner=self, done=told, failed=lambda _error: None)

    def press_first(self) -> None:
        """Do what Enter does."""
        self._panel.first_button.click()

    def go_on(self) -> None:
        """Go on to the next customer, unless the key belongs to a row of keys that paid."""
        if self.result is not None and self._offer.counts():
            self.finished.emit(self.result)

    def finish(self) -> bool:
        """Go on to the next customer if the booking is paid; tell whether it was."""
        if self.result is not None:
            self.finished.emit(self.result)
        return self.result is not None

    def show_document(self) -> None:
        """Show the receipt, to be printed or saved there."""
        if self.result is not None and self.result.document_id is not None:
            self._go_on_next()
            self.wanted.emit(OpenDocument(DocumentId(self.result.document_id)))

    def _press_print(self) -> None:
        if not self._panel.prints_first:
            self.show_document()
        elif self.result is not None and self.result.document_id and self._offer.counts():
            self._go_on_next()
            self._print(self.result.document_id)

    def _go_on_next(self) -> None:
        """From now on Enter goes on; the one that printed must not reach so far."""
        self._offer.renew()
        self._panel.offer_print_first(False)
        self._panel.first_button.setFocus()

    def _printed(self, number: str, printer: str) -> None:
        self._panel.tell_printed(number, printer)

    def _failed(self, error: Exception) -> None:
        self.failed.emit(error)


def print_on_paper(
    document: Paper, owner: QObject, done: Callable[[str], None], silent: Callable[[], None]
) -> None:
    """See print_document."""
    from desktop.ui.papers.print_document import print_document

    print_document(document, owner, done, silent)


class PrintReceipt(QObject):
    """`printed` carries the document's number and the printer's name, '' when none answers; `failed` a
    refusal."""

    printed = Signal(str, str)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner

    def __call__(self, document_id: DocumentId) -> None:
        """Read the document, print it and count it, so that the next paper of it is a copy."""
        show = partial(self._services.show_document, document_id)
        self._runner.run(show, owner=self, done=self._print, failed=self.failed.emit)

    def _print(self, document: Paper) -> None:
        done = partial(self._printed, document)
        print_on_paper(document, self, done, partial(done, ""))

    def _printed(self, document: Paper, printer: str) -> None:
        if printer:
            count = partial(self._services.count_copy, document.id, actor=self._services.actor())
            self._runner.run(count, owner=self, done=lambda _nothing: None, failed=self.failed.emit)
        self.printed.emit(document.number, printer)
