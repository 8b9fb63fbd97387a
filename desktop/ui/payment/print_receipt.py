"""Puts a receipt on paper without showing it first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.booking import Document
    from desktop.ui.runner import Runner


def print_on_paper(document: Document) -> str:
    """Return the printer's name, or nothing when there is none any more."""
    from desktop.ui.papers.print_document import print_document

    return print_document(document)


class PrintReceipt(QObject):
    """`printed` carries the document's number and the printer's name, '' without one; `failed` a refusal."""

    printed = Signal(str, str)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner

    def __call__(self, document_id: str) -> None:
        """Read the document, print it and count it, so that the next paper of it is a copy."""
        show = partial(self._services.show_document, document_id)
        self._runner.run(show, owner=self, done=self._print, failed=self.failed.emit)

    def _print(self, document: Document) -> None:
        printer = print_on_paper(document)
        if printer:
            count = partial(self._services.count_copy, document.id)
            self._runner.run(count, owner=self, done=lambda _nothing: None, failed=self.failed.emit)
        self.printed.emit(document.number, printer)
