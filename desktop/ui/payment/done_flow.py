"""What Enter, Esc and Ctrl+P do once a booking is paid: print, then the next customer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.ids import DocumentId
from desktop.services.domain.printing import PrintRequest
from desktop.ui.keys.offer import Offer
from desktop.ui.papers.paper_out import PaperOut
from desktop.ui.payment.default_printer import DefaultPrinter
from desktop.ui.routes import OpenDocument
from desktop.ui.widgets.paper_buttons import paper_name

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.document import Document
    from desktop.services.domain.payment_request import PaymentResult
    from desktop.services.domain.printing import Printer
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
        self._out = PaperOut(services, runner, self)
        self._out.moved.connect(lambda job: panel.tell_printed(job))
        self._out.failed.connect(self.failed)
        self._printer = DefaultPrinter(self)
        # The desk's own printers, where it has some.
        self._has_printers = False
        self.result: PaymentResult | None = None
        panel.next_button.clicked.connect(self.go_on)
        panel.print_button.clicked.connect(self._press_print)

    def forget(self) -> None:
        """Another booking: nothing is paid yet. Whether it can be printed is known by the time it is."""
        self.result = None
        self._printer.ask()
        read = partial(self._services.list_printers, self._services.actor())
        self._runner.run(read, owner=self, done=self._know_printers, failed=lambda _error: None)

    def keep(self, result: PaymentResult | None) -> None:
        """Remember what came of the payment; what the clerk's own act told first is kept."""
        if self.result is not None or result is None:
            return
        self.result = result
        self._offer.renew()
        self._panel.show_result(result)
        self._panel.offer_print_first(result.document_id is not None and self._can_print())
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
            # What the act made is handed over together; a slip lists it.
            self._out.print(PrintRequest(DocumentId(self.result.document_id), with_listed=True))

    def _go_on_next(self) -> None:
        """From now on Enter goes on; the one that printed must not reach so far."""
        self._offer.renew()
        self._panel.offer_print_first(False)
        self._panel.first_button.setFocus()

    def _know_printers(self, printers: tuple[Printer, ...]) -> None:
        self._has_printers = any(printer.is_usual for printer in printers)

    def _can_print(self) -> bool:
        return self._has_printers or self._printer.is_there()
