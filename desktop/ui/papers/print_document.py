"""The document on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.ui.papers.build_document import build_document

if TYPE_CHECKING:
    from desktop.services.domain.booking import Document


def print_document(document: Document) -> str:
    """Send the document to the system's default printer and return its name; nothing when there is none."""
    information = QPrinterInfo.defaultPrinter()
    if information.isNull():
        return ""
    printer = QPrinter(information, QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
        )
    )
    printer.setDocName(document.number)
    build_document(document).print_(printer)
    return information.printerName()
