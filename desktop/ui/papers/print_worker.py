"""print-paper: the window's own errand, in a process that may be ended while a print server is silent."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinterInfo

    from desktop.services.domain.z_slip import Paper
    from desktop.ui.papers.paper_size import Edition
    from desktop.ui.papers.recovery_paper import RecoveryPaper

PRINT_COMMAND = "print-paper"
# What the window and this process tell each other: files in a folder of one errand.
DOCUMENT = "document"
ANSWER = "printer"


def run_print(folder: Path) -> int:
    """Print the document of the folder, if there is one, and write the default printer's name beside it.

    Nothing is written in it when there is no printer.
    """
    from PySide6.QtPrintSupport import QPrinterInfo
    from PySide6.QtWidgets import QApplication

    from desktop.ui.fonts import load_fonts

    application = QApplication(["counterfoil"])
    load_fonts()
    information = QPrinterInfo.defaultPrinter()
    file = folder / DOCUMENT
    if file.exists() and not information.isNull():
        # The window that started this process has written it, in a folder of its user's own.
        _print(information, *pickle.loads(file.read_bytes()))  # noqa: S301  see above
    name = "" if information.isNull() else information.printerName()
    # Under its name only when it is whole: the window may look at any moment.
    written = folder / f"{ANSWER}.new"
    written.write_text(name, encoding="utf-8")
    written.replace(folder / ANSWER)
    del application
    return 0


def _print(information: QPrinterInfo, document: Paper | RecoveryPaper, edition: Edition) -> None:
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout
    from PySide6.QtPrintSupport import QPrinter

    from desktop.ui.papers.lay_out import lay_out
    from desktop.ui.papers.print_pages import print_pages
    from desktop.ui.papers.write_pdf import page_size_of

    made = lay_out(document, edition.size, edition.language, is_duplicate=edition.is_duplicate)
    printer = QPrinter(information, QPrinter.PrinterMode.HighResolution)
    upright = QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(page_size_of(made, edition.size), upright, QMarginsF(0, 0, 0, 0)))
    printer.setDocName(document.number)
    print_pages(made, printer)
